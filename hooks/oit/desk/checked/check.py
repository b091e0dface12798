"""What the checker says of a draft, each finding at its field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from oit.assess.assessment import Assessment, ItemResult, in_order
from oit.assess.examine import with_document
from oit.desk.checked.placed import Placed, placed
from oit.desk.checked.words import in_words
from oit.desk.desk import Desk
from oit.desk.tree import without_origins
from oit.findings.codes import required_field
from oit.findings.finding import Finding
from oit.intake.workbook.files import ItemFile
from oit.source.edit import without_empty
from oit.source.values import KeyPath
from oit.source.write import Plain

_LACKING_FIELDS = (required_field.CODE, required_field.OF_FILE, required_field.UNLESS)


@dataclass(frozen=True)
class Checked:
    """What the checker says of a file's values."""

    items: tuple[ItemResult, ...]
    """The items of the file, as they would be."""
    findings: Mapping[KeyPath, tuple[Finding, ...]] = field(default_factory=dict)
    """What is wrong, by its place in the tree; ``()`` is the file itself."""

    def below(self, path: KeyPath) -> Iterator[tuple[KeyPath, Finding]]:
        """Yield what is wrong with a value and with everything in it."""
        for at, findings in self.findings.items():
            if at[: len(path)] == path:
                yield from ((at, finding) for finding in findings)


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
        by_path.setdefault(path, []).append(in_words(finding, file.form, path, files))
    return Checked(items, {path: tuple(found) for path, found in by_path.items()})


def found_in(
    assessment: Assessment, items: Iterable[ItemResult], document: Placed
) -> Iterator[tuple[KeyPath, Finding]]:
    """Yield what is wrong with a file and its items, each once, with its path in the tree."""
    tables = {r.record.table.file for r in items if r.record and r.record.table}
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
            path = ("rows",) if finding.place.file in tables else ()
        yield path, finding


def _at_field(path: KeyPath, finding: Finding, fields: Mapping[str, list[str]]) -> KeyPath:
    """Return the path of the field that is lacking: the file has no place for it."""
    if finding.code in _LACKING_FIELDS:
        return (*path, str(finding.values["name"]))
    # An element that nothing shows belongs to the first of its fields.
    return path or tuple(fields.get(finding.element, ())[:1])
