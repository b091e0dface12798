"""The controls of a form: what a page shows for each value, frozen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from oit.assess.assessment import ElementResult, ElementStatus
from oit.desk.controls.names import MESSAGES, UPLOAD, VALUE, name_of
from oit.findings.finding import Finding, Severity
from oit.source.values import KeyPath

_LACKING = {ElementStatus.MISSING, ElementStatus.PARTIAL, ElementStatus.OUTDATED}
_GIST = 40
"""How many letters of a field are shown of a folded entry."""


@dataclass(frozen=True)
class Control:
    """A field of a form, or what a file has in its place."""

    shape: ClassVar[str]

    path: KeyPath
    title: str
    help: str = ""
    example: str = ""
    """An invented value, as a hint."""
    asked_by: tuple[ElementResult, ...] = ()
    """The elements of this year that ask for it."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the value itself."""
    is_needed: bool = False
    """Whether its entry cannot be shown without it."""
    is_marked: bool = False
    """Whether it was copied from the year before, and nobody has looked at it since."""
    last_year: str = ""
    """What the item said a year ago, if it said something else."""
    may_take: bool = False
    """Whether that may be copied."""
    taken: int = 0
    """How many entries or fields of a year ago could be copied into a list or group."""

    @property
    def name(self) -> str:
        """The name and id of the input, or the id of what holds the inputs."""
        return name_of(self.path, VALUE)

    @property
    def key(self) -> str:
        """The path as buttons write it: ``people/2``."""
        return self.name.partition("/")[2]

    @property
    def upload(self) -> str:
        """The name of the input for a file."""
        return name_of(self.path, UPLOAD)

    @property
    def messages(self) -> str:
        """The id of its messages."""
        return name_of(self.path, MESSAGES)

    @property
    def is_invalid(self) -> bool:
        """Whether an error is at the value."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def inner(self) -> "Iterator[Control]":
        """Yield the controls within it."""
        return iter(())

    def all(self) -> "Iterator[Control]":
        """Yield the control and every control within it, in their order."""
        yield self
        for control in self.inner():
            yield from control.all()

    @property
    def is_filled(self) -> bool:
        """Whether anything is there."""
        return any(control.is_filled for control in self.inner())


@dataclass(frozen=True)
class Value(Control):
    """One value: an input."""

    shape = "value"

    kind: str = "text"
    text: str = ""
    """The value as typed."""
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_long(self) -> bool:
        """Whether it needs several lines; an input of one line would lose the line ends."""
        return self.kind == "long" or len(self.text) > 100 or "\n" in self.text

    @property
    def is_filled(self) -> bool:
        """Whether anything is there."""
        return bool(self.text.strip())


@dataclass(frozen=True)
class Texts(Control):
    """A list of texts; the last input is for a new one."""

    shape = "texts"

    texts: tuple[Value, ...] = ()

    def inner(self) -> Iterator[Control]:
        """Yield the texts."""
        return iter(self.texts)


@dataclass(frozen=True)
class Pairs(Control):
    """Elements and the pages of a document that show them."""

    shape = "pairs"

    pairs: tuple[Value, ...] = ()

    def inner(self) -> Iterator[Control]:
        """Yield the pages of each element."""
        return iter(self.pairs)


@dataclass(frozen=True)
class Fields:
    """The fields of a file, a group or an entry."""

    first: tuple[Control, ...] = ()
    """Those that an element of this year asks for; all of them if none is asked for."""
    more: tuple[Control, ...] = ()
    """Those that nobody asks for this year."""
    kept: "tuple[Kept, ...]" = ()
    """What the program does not know, or cannot show as inputs."""

    def __iter__(self) -> Iterator[Control]:
        return iter((*self.first, *self.more, *self.kept))

    @property
    def more_filled(self) -> int:
        """How many of the other fields have a value."""
        return sum(control.is_filled for control in self.more)

    @property
    def more_has_messages(self) -> bool:
        """Whether something is wrong with one of the other fields."""
        return any(control.findings for outer in self.more for control in outer.all())


@dataclass(frozen=True)
class Group(Control):
    """Fields within a field."""

    shape = "group"

    fields: Fields = Fields()

    def inner(self) -> Iterator[Control]:
        """Yield its fields."""
        return iter(self.fields)


@dataclass(frozen=True)
class Entry(Control):
    """An entry of a list; the title is its number and what it is called."""

    shape = "entry"

    fields: Fields = Fields()
    was: str = ""
    """Where it was in the file; empty if it is new."""
    errors: int = 0
    """How many errors are in it."""
    remarks: int = 0
    """How many other messages are in it."""

    def inner(self) -> Iterator[Control]:
        """Yield its fields."""
        return iter(self.fields)

    @property
    def lacking(self) -> list[str]:
        """The titles of its empty fields that it cannot be without, or that an element misses."""
        filled = {control.path[-1] for control in self.fields if control.is_filled}
        empty = (control for control in self.fields.first if not control.is_filled)
        return [c.title for c in empty if c.is_needed or _is_missed(c, filled)]

    @property
    def gist(self) -> str:
        """The beginning of what its fields say, but for what the title says already."""
        values = (c for c in self.fields.first if isinstance(c, Value) and c.is_filled)
        said = (value.choices.get(value.text, value.text) for value in values)
        texts = [text if len(text) <= _GIST else f"{text[:_GIST]}…" for text in said]
        return " · ".join([text for text in texts if text.rstrip("…") not in self.title][:3])

    @property
    def is_begun(self) -> bool:
        """Whether it is new, and not yet all that it has to be."""
        filled = any(control.is_filled for control in self.fields)
        return not self.was and (bool(self.lacking) or not filled)

    @property
    def origin(self) -> str:
        """The name of the hidden input with its place in the file."""
        return f"{self.name}/@was"

    @property
    def is_filled(self) -> bool:
        """Whether anything is there."""
        return True


@dataclass(frozen=True)
class Entries(Control):
    """A list of entries."""

    shape = "entries"

    entries: tuple[Entry, ...] = ()
    as_rows: bool = False
    """Whether each entry has a page of its own, because it is large or there are many."""

    @property
    def opened(self) -> tuple[Entry, ...]:
        """The entries that are not folded: those with something to do, and one that is alone."""
        if len(self.entries) == 1:
            return self.entries
        first = next((e for e in self.entries if e.lacking or e.remarks), None)
        return tuple(e for e in self.entries if e.errors or e.is_begun or e is first)

    def inner(self) -> Iterator[Control]:
        """Yield the entries."""
        return iter(self.entries)

    @property
    def is_filled(self) -> bool:
        """Whether there is an entry."""
        return bool(self.entries)


@dataclass(frozen=True)
class Kept(Control):
    """A part of the file that cannot be edited here; it stays as it is."""

    shape = "kept"

    text: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether anything is there."""
        return True


def _is_missed(control: Control, filled: set[str | int]) -> bool:
    """Tell whether a lacking element asks every entry for a field, or for one of several."""
    return any(
        control.path[-1] in names.split("|") and filled.isdisjoint(names.split("|"))
        for result in control.asked_by
        if result.status in _LACKING
        for names in result.element.each
    )
