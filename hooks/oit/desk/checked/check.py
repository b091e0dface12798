"""What the checker says of a draft, each finding at its field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from oit.assess.assessment import (
    LACKING,
    Assessment,
    ElementResult,
    ElementStatus,
    ItemResult,
    in_order,
)
from oit.assess.examine import with_document
from oit.data.checklist import BASES
from oit.desk.checked import signs
from oit.desk.checked.placed import Placed, placed
from oit.desk.checked.signs import Sign
from oit.desk.checked.words import in_words
from oit.desk.desk import Desk
from oit.desk.tree import without_origins
from oit.findings.codes import required_field
from oit.findings.finding import Finding, Severity
from oit.forms.base import Form, ItemForm
from oit.intake.workbook.files import ItemFile
from oit.source.edit import without_empty
from oit.source.values import KeyPath
from oit.source.write import Plain

_LACKING_FIELDS = (required_field.CODE, required_field.OF_FILE, required_field.UNLESS)


class Line(NamedTuple):
    """An element as the page of its item shows it."""

    result: ElementResult
    sign: Sign
    basis: str
    """How sure it is that it is asked for."""
    path: KeyPath
    """The field to fill in; ``()`` if nothing is lacking."""
    hint: str
    """What to do; empty if nothing is lacking."""


@dataclass(frozen=True)
class Checked:
    """What the checker says of a file's values."""

    items: tuple[ItemResult, ...]
    """The items of the file, as they would be."""
    findings: Mapping[KeyPath, tuple[Finding, ...]] = field(default_factory=dict)
    """What is wrong, by its place in the tree; ``()`` is the file itself."""
    form: type[Form] = ItemForm
    """The form of the file."""

    def title(self, path: KeyPath) -> str:
        """Name the field of the file that a value belongs to, and its entry."""
        name = str(path[0])
        about = self.form.model_fields.get(name)
        title = (about.title if about else None) or name
        index = path[1] if len(path) > 1 else None
        return f"{title} รายการที่ {index + 1}" if isinstance(index, int) else title

    def beside(self, path: KeyPath) -> tuple[Finding, ...]:
        """Return what is told beside a value, besides that an element of its field is missing."""
        found = tuple(self.findings.get(path, ()))
        if len(path) != 1 or not found:
            return found
        missing = {
            result.element.id
            for item in self.items
            for result in item.elements
            if result.status is ElementStatus.MISSING and path[0] in result.element.form_fields
        }
        return tuple(finding for finding in found if finding.element not in missing)

    def below(self, path: KeyPath) -> Iterator[tuple[KeyPath, Finding]]:
        """Yield what is wrong with a value and with everything in it."""
        for at, findings in self.findings.items():
            if at[: len(path)] == path:
                yield from ((at, finding) for finding in findings)

    def lines(self, item: ItemResult) -> list[Line]:
        """Return the elements of an item, in the order of the checklist."""
        return [
            Line(
                result,
                signs.of_element(result.status),
                BASES[result.element.basis].th,
                self._field_of(result),
                self._hint_of(result),
            )
            for result in item.elements
        ]

    def sign(self, item: ItemResult) -> Sign:
        """Return how the status of an item is shown."""
        return signs.of_item(item.status)

    @property
    def errors(self) -> list[tuple[KeyPath, Finding]]:
        """What cannot be read, with its place."""
        return [pair for pair in self.below(()) if pair[1].severity is Severity.ERROR]

    @property
    def warnings(self) -> list[tuple[KeyPath, Finding]]:
        """What is worth a look, with its place."""
        return [pair for pair in self.below(()) if pair[1].severity is Severity.WARNING]

    @property
    def is_complete(self) -> bool:
        """Whether its items lack nothing any more."""
        return bool(self.items) and not any(result.lacking for result in self.items)

    def _field_of(self, result: ElementResult) -> KeyPath:
        """Return the place of the first value that an element lacks, or of its first field."""
        if result.status not in LACKING:
            return ()
        places = (path for path, f in self.below(()) if path and f.element == result.element.id)
        return next(places, tuple(result.element.form_fields[:1]) or ("documents",))

    def _hint_of(self, result: ElementResult) -> str:
        hints = (f.hint() for _, f in self.below(()) if f.element == result.element.id)
        return next(hints, "") if result.status in LACKING else ""


def check(desk: Desk, file: ItemFile, tree: Plain) -> Checked:
    """Check the values of a draft as `oit check` would check the file.

    The findings are those of `oit check`, in the words of the form.
    """
    year = file.asked[0].year if file.asked else file.year
    examined = desk.examined(year)
    if file.readable and (file.digest or without_empty(without_origins(tree))):
        document = placed(tree, file.document)
        assessment = with_document(examined, file.path, document.document)
    else:
        # Nothing can be written into a file that cannot be read.
        document, assessment = Placed(file.document), examined.assessment
    own = {result.item.id for result in file.items}
    items = tuple(result for result in assessment.items if result.item.id in own)
    by_path: dict[KeyPath, list[Finding]] = {}
    files = {other.document.file: other.ids for other in desk.files(year)}
    for path, finding in found_in(assessment, items, document):
        if finding.code in _LACKING_FIELDS and _is_blank_entry(tree, path[:-1]):
            continue
        by_path.setdefault(path, []).append(in_words(finding, file.form, path, files))
    findings = {path: tuple(found) for path, found in by_path.items()}
    return Checked(items, findings, file.form)


def _is_blank_entry(tree: Plain, path: KeyPath) -> bool:
    """Tell whether an entry is new and waits to be filled in: nobody has forgotten a field yet."""
    value: Any = tree
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return False
    return bool(path) and value == {}


def found_in(
    assessment: Assessment, items: Iterable[ItemResult], document: Placed
) -> Iterator[tuple[KeyPath, Finding]]:
    """Yield what is wrong with a file and its items, each once, with its path in the tree."""
    fields = {e.element.id: e.element.form_fields for r in items for e in r.elements}
    of_items = [finding for result in items for finding in result.findings]
    name = document.document.file
    about = [f for f in assessment.general_findings if f.place.file == name]
    seen = set()
    for finding in in_order([*of_items, *about]):
        told = finding.place, finding.code.id, finding.element, finding.message()
        if told in seen:
            continue
        seen.add(told)
        if finding.place.file == name:
            path = _at_field(document.path(finding.place), finding, fields)
        else:
            # The only other files with data are tables.
            path = ("rows",) if finding.place.file.endswith(".csv") else ()
        yield path, finding


def _at_field(path: KeyPath, finding: Finding, fields: Mapping[str, list[str]]) -> KeyPath:
    """Return the path of the field that is lacking: the file has no place for it."""
    if finding.code in _LACKING_FIELDS:
        return (*path, str(finding.values["name"]))
    # An element that nothing shows belongs to the first of its fields.
    return path or tuple(fields.get(finding.element, ())[:1])
