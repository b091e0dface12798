"""The values of a file: texts, lists and mappings, each with its place."""

from dataclasses import dataclass, field

from oit.findings.finding import Finding, Place

KeyPath = tuple[int | str, ...]
"""The keys and list indexes that lead from a file's root to a value."""


class Scalar(str):
    """A text with its place; line and column count from 1."""

    __slots__ = ("column", "line")
    line: int
    column: int

    @classmethod
    def at(cls, text: str, line: int, column: int) -> "Scalar":
        """Make a text with a place."""
        scalar = cls(text)
        scalar.line, scalar.column = line, column
        return scalar


class Sequence(list["Value"]):
    """A list with the place of its first entry."""

    line = column = 1


class Mapping(dict[Scalar, "Value"]):
    """A mapping with the place of its first key; its keys know their own places."""

    line = column = 1
    _keys: dict[str, Scalar] | None = None

    def key(self, name: str) -> Scalar | None:
        """Return the key with its place; ``None`` if it is missing."""
        # Few mappings are asked for a key, so its names are collected then.
        if self._keys is None or len(self._keys) != len(self):
            self._keys = {key: key for key in self}
        return self._keys.get(name)


Value = Scalar | Sequence | Mapping


@dataclass
class SourceFile:
    """The contents of a file, and what is wrong with it."""

    file: str
    """The name of the file in findings."""
    root: Mapping = field(default_factory=Mapping)
    findings: list[Finding] = field(default_factory=list)
    text: str = ""
    year: int | None = None
    """The fiscal year of its folder, near which years of two digits are."""

    def place(self, value: Value | None = None) -> Place:
        """Return the place of a value; without a value, the beginning of the file."""
        if value is None:
            return Place(self.file)
        return Place(self.file, value.line, value.column)
