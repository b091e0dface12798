"""One year of a data folder: its checklist, every item's file, and the ITA cycle's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from oit.bilingual import Bilingual
from oit.checks.personal.check import PersonalData
from oit.data.attach import with_table
from oit.data.checklist import Checklist, Item, empty, item_parts
from oit.data.documents import check_documents
from oit.data.folder import DEFAULT_CHECKLIST, DataFolder, read_checklist
from oit.data.record import Record
from oit.findings.codes import no_checklist, unknown_element, unknown_file
from oit.findings.finding import Finding, Place, Severity
from oit.forms import FORMS, ita, submitted
from oit.forms.agency import Agency
from oit.forms.base import ItemForm
from oit.forms.reading import read_form
from oit.ita.cycle import Cycle
from oit.source import SourceFile, read


@dataclass(frozen=True)
class YearData:
    """All that the folder says of one year."""

    agency: Agency
    checklist: Checklist
    files: dict[str, str] = field(default_factory=dict)
    """Each item's file, as findings name it, by the item's id."""
    records: dict[str, Record] = field(default_factory=dict)
    """The items that have a file, by the item's id."""
    cycles: dict[int, Cycle] = field(default_factory=dict)
    """What the files of the ITA cycle say, this year's and those that items read, by year."""


def read_year(
    folder: DataFolder, agency: Agency, year: int, *, history: bool = False
) -> tuple[YearData | None, list[Finding]]:
    """Read the checklist of a year, every item's file, and the file of the ITA cycle.

    A year of history, one that has nothing but a turn of the cycle, is held against no list
    where ``history`` says so, or where there is none.
    """
    is_history = folder.is_history(year)
    unread = history and is_history
    checklist, findings = (None, []) if unread else read_checklist(folder, agency, year)
    # A list that is there and cannot be read is told, not passed over.
    if is_history and all(finding.code is no_checklist.CODE for finding in findings):
        checklist = checklist or empty(agency.checklist or DEFAULT_CHECKLIST, year)
        findings = []
    if checklist is None or any(finding.severity is Severity.ERROR for finding in findings):
        return None, findings
    paths = {
        item.id: folder.path / str(year - (item.file_year == "previous")) / item.file_name
        for item in checklist.items
    }
    cycle_file = folder.path / str(year) / ita.FILE
    # Several items may share a file: it is read once.
    wanted = dict.fromkeys([*paths.values(), cycle_file])
    names = {parent: _names(parent) for parent in {path.parent for path in wanted}}
    lists = {near: read_checklist(folder, agency, near)[0] for near in range(year - 1, year + 2)}
    read_files = {
        path: read_record(path, folder, _form(path, paths, checklist), _elements(path, lists))
        for path in wanted
        if path.name in names[path.parent]
    }
    personal = PersonalData(folder)
    read_files = {
        path: record.with_findings(personal.in_record(record))
        for path, record in read_files.items()
    }
    findings = [*findings, *personal.unlinked(year)]
    personal.save()
    records = {item_id: read_files[path] for item_id, path in paths.items() if path in read_files}
    for path in sorted((folder.path / str(year)).iterdir()):
        for finding, item in _misnamed(path, folder, checklist, lists[year + 1]):
            if item and item.id not in records:
                records[item.id] = _unreadable(
                    SourceFile(finding.place.file), FORMS[item.form], [finding]
                )
            else:
                findings = [*findings, finding]
    cycles = {
        int(path.parent.name): _cycle(record, int(path.parent.name), folder, agency, checklist)
        for path, record in read_files.items()
        if path.name == ita.FILE
    }
    files = {item_id: folder.shown(path) for item_id, path in paths.items()}
    return YearData(agency, checklist, files, records, cycles), findings


def _form(path: Path, paths: Mapping[str, Path], checklist: Checklist) -> type[ItemForm]:
    """Return the form of a file: that of the items that it holds."""
    items = [item for item in checklist.items if paths[item.id] == path]
    return FORMS[items[0].form] if items else ita.Ita


def _elements(path: Path, lists: Mapping[int, Checklist | None]) -> list[str] | None:
    """Return the elements that a file's documents may show: those of every item that reads it.

    Items of its own year's list do, and of the next year's; ``None`` where its own is not known.
    """
    year = int(path.parent.name)
    own, following = lists[year], lists.get(year + 1)
    if own is None:
        return None
    items = [item for item in own.items if item.file_year != "previous"]
    items += _reading_back(following)
    found = (e.id for item in items if item.file_name == path.name for e in item.elements)
    return list(dict.fromkeys(found))


def _reading_back(checklist: Checklist | None) -> list[Item]:
    """Return the items that look for their file in the folder of the year before."""
    items = checklist.items if checklist else []
    return [item for item in items if item.file_year == "previous"]


def _cycle(
    record: Record, year: int, folder: DataFolder, agency: Agency, checklist: Checklist
) -> Cycle:
    """Put the file of the ITA cycle beside the lists of its own and of its results' year."""
    cycle = Cycle(record, year)
    # What an item reads of another year's turn says nothing of that turn's results.
    own = year == checklist.year
    past = read_checklist(folder, agency, cycle.results_year)[0] if own else None
    # Frameworks know the items of the general lists; a sector's own are numbered otherwise.
    is_general = agency.checklist in {None, DEFAULT_CHECKLIST}
    unknown: dict[str, str] | None = None if is_general else {}
    asked = [
        name
        for item in checklist.items
        if item.file == ita.FILE and not item.file_year
        for element in item.elements
        if element.field == "measures"
        for names in element.each
        for name in names.split("|")
    ]
    return replace(
        cycle,
        titles={_number(item): item.title for item in past.items} if past else unknown,
        quoted={_number(item): [e.text for e in item.elements] for item in checklist.items},
        asked=frozenset(asked),
    )


def _number(item: Item) -> str:
    """Return an item's number as that of a question is read: ``O7``, though the list has o07."""
    return item.slug.upper()


def read_record(
    path: Path, folder: DataFolder, form: type[ItemForm], element_ids: list[str] | None
) -> Record:
    """Read a file by a form, and look at the documents it points to."""
    document = read(path, folder.path, folder.shown(path))
    if any(f.severity is Severity.ERROR for f in document.findings) and not document.root:
        return _unreadable(document, form, document.findings)
    reading = read_form(form, document)
    record = Record(
        # Where an entry had to be left out, the record counts those that are left.
        replace(document, root=reading.root),
        reading.record or form(),
        tuple(document.findings + reading.findings),
        frozenset(reading.unreadable),
    )
    of_documents = list(check_documents(record, folder.docs, element_ids))
    if any(finding.code is unknown_element.CODE for finding in of_documents):
        # A misspelt element may be any of them.
        record = replace(record, unreadable=record.unreadable | {"documents"})
    return with_table(record.with_findings(of_documents), folder, int(path.parent.name))


def _unreadable(document: SourceFile, form: type[ItemForm], findings: list[Finding]) -> Record:
    """Make the record of a file that says nothing that can be read."""
    return Record(document, form(), tuple(findings), frozenset(form.model_fields))


def _names(folder: Path) -> set[str]:
    """List a folder; asked of it, since some file systems open O07.yml for o07.yml."""
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _misnamed(
    path: Path, folder: DataFolder, checklist: Checklist, following: Checklist | None
) -> Iterator[tuple[Finding, Item | None]]:
    """Tell of a file that looks like an item's but is not named so, and of which item.

    It would be passed over silently. What Windows, Office and macOS leave in a folder
    (``Thumbs.db``, ``~$o07.xlsx``, ``._o07.yml``) is no such file.
    """
    if path.name.startswith("."):
        return
    slug = _slug(path.name)
    item = next((item for item in checklist.items if slug in _slugs(item)), None)
    items = [*checklist.items, *_reading_back(following)]
    known = {ita.FILE, submitted.FILE, *(known.file_name for known in items)}
    looks_like_data = item or path.suffix.lower() in {".yml", ".yaml"}
    if looks_like_data and path.name not in known:
        suggestion = Bilingual("", "")
        if item:
            year = f"{int(path.parent.name) - 1}/" if item.file_year == "previous" else ""
            right = year + item.file_name
            suggestion = Bilingual(f" หมายถึง {right} ใช่หรือไม่", f" (did you mean {right}?)")
        place = Place(folder.shown(path))
        yield unknown_file.CODE.at(place, name=path.name, suggestion=suggestion), item


def _slug(file_name: str) -> str:
    return "".join(item_parts(re.split(r"[. ]", file_name)[0]))


def _slugs(item: Item) -> set[str]:
    """Return what a file of this year that is meant to be the item's may be called, in short."""
    shared = set() if item.file_year == "previous" else {_slug(item.file_name)}
    return {item.slug, *shared}
