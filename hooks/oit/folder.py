"""The data folder: which files it holds, and what they say.

``data/agency.yml`` says who the agency is; ``data/2569/o07.yml`` holds item O7 of fiscal
year 2569; ``data/checklists/`` may hold lists of the agency's own. The published files
that items point to are in the ``docs/`` beside the data folder.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from oit import checklist as checklists
from oit.checklist import Checklist, Item, item_parts
from oit.documents import check_documents, check_file, file_paths
from oit.faults import no_checklist, no_data, unknown_element, unknown_file
from oit.finding import Finding, Place, Severity, Words
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.reading import place_of, read_form
from oit.lint import lint
from oit.record import Record
from oit.source import Document, read

DEFAULT_CHECKLIST = "general"
_YEAR = re.compile(r"2[4-6][0-9]{2}")


@dataclass(frozen=True)
class DataFolder:
    """A folder of an agency's data."""

    path: Path
    base: Path = field(default_factory=Path.cwd)
    """The folder that findings name files from."""

    @property
    def docs(self) -> Path:
        """The folder of hand-written pages and published files."""
        # Of ``.`` and ``..`` too, whose ``parent`` is not the folder above them.
        path = os.path.abspath(self.path)  # noqa: PTH100 - resolve() would follow links
        return Path(path).parent / "docs"

    def shown(self, path: Path) -> str:
        """Return a file's name for findings: from the base, or from the data folder's parent."""
        path, base = path.absolute(), self.base.absolute()
        start = base if path.is_relative_to(base) else self.path.absolute().parent
        return path.relative_to(start).as_posix()

    def years(self) -> list[int]:
        """Return the fiscal years that have a folder, the newest first."""
        if not self.path.is_dir():
            return []
        names = [entry.name for entry in self.path.iterdir() if entry.is_dir()]
        return sorted((int(name) for name in names if _YEAR.fullmatch(name)), reverse=True)


@dataclass(frozen=True)
class YearData:
    """All that the folder says of one year."""

    agency: Agency
    checklist: Checklist
    folder: str
    """The year's folder, as findings name it."""
    records: dict[str, Record] = field(default_factory=dict)
    """The items that have a file, by the item's id."""


def read_agency(folder: DataFolder) -> tuple[Agency | None, list[Finding]]:
    """Read ``agency.yml``."""
    path = folder.path / "agency.yml"
    if not path.is_file():
        return None, [no_data.CODE.at(Place(folder.shown(path)), folder=folder.shown(folder.path))]
    document = read(path, folder.path, folder.shown(path))
    if document.findings and not document.root:
        return None, document.findings
    reading = read_form(Agency, document)
    findings = document.findings + reading.findings
    if reading.record:
        for field_path, name in file_paths(reading.record):
            findings += check_file(name, folder.docs, place_of(field_path, document))
    return reading.record, findings


def read_checklist(
    folder: DataFolder, agency: Agency, year: int
) -> tuple[Checklist | None, list[Finding]]:
    """Read the checklist of a year: the agency's own where it has one."""
    name = agency.checklist or DEFAULT_CHECKLIST
    known = checklists.available(folder.path)
    path = known.get((name, year))
    if path is None:
        place = Place(folder.shown(folder.path / str(year)))
        listed = ", ".join(f"{other}-{of_year}" for other, of_year in sorted(known))
        return None, [no_checklist.CODE.at(place, checklist=name, year=year, known=listed)]
    # The project's own lists are linted by its tests; an agency's own are at each reading.
    return load_checklist(folder, path, lint_it=path.is_relative_to(folder.path))


def load_checklist(
    folder: DataFolder, path: Path, *, lint_it: bool
) -> tuple[Checklist | None, list[Finding]]:
    """Load one of the checklists that are available to a folder."""
    shown = folder.shown(path) if path.is_relative_to(folder.path) else path.name
    checklist, document, findings = checklists.load(path, shown)
    if checklist and lint_it:
        findings = findings + list(lint(checklist, document))
    return checklist, findings


def read_year(
    folder: DataFolder, agency: Agency, year: int
) -> tuple[YearData | None, list[Finding]]:
    """Read the checklist of a year and every item's file."""
    checklist, findings = read_checklist(folder, agency, year)
    if checklist is None or any(finding.severity is Severity.ERROR for finding in findings):
        return None, findings
    year_folder = folder.path / str(year)
    paths = {path.name: path for path in sorted(year_folder.iterdir())}
    records = {
        item.id: read_record(paths[item.file_name], folder, item)
        for item in checklist.items
        if item.file_name in paths
    }
    for path in paths.values():
        for finding, item in _misnamed(path, folder, checklist):
            if item and item.id not in records:
                records[item.id] = _unreadable(Document(finding.place.file), item, [finding])
            else:
                findings = [*findings, finding]
    return YearData(agency, checklist, folder.shown(year_folder), records), findings


def read_record(path: Path, folder: DataFolder, item: Item) -> Record:
    """Read an item's file by its form, and look at the documents it points to."""
    form = FORMS[item.form]
    document = read(path, folder.path, folder.shown(path))
    if any(f.severity is Severity.ERROR for f in document.findings) and not document.root:
        return _unreadable(document, item, document.findings)
    reading = read_form(form, document)
    record = Record(
        # Where an entry had to be left out, the record counts those that are left.
        replace(document, root=reading.root),
        reading.record or form(),
        tuple(document.findings + reading.findings),
        frozenset(reading.unreadable),
    )
    ids = [element.id for element in item.elements]
    of_documents = list(check_documents(record, folder.docs, ids))
    if any(finding.code is unknown_element.CODE for finding in of_documents):
        # A misspelt element may be any of them.
        record = replace(record, unreadable=record.unreadable | {"documents"})
    return record.with_findings(of_documents)


def _unreadable(document: Document, item: Item, findings: list[Finding]) -> Record:
    """Make the record of an item whose file says nothing that can be read."""
    form = FORMS[item.form]
    return Record(document, form(), tuple(findings), frozenset(form.model_fields))


def _misnamed(
    path: Path, folder: DataFolder, checklist: Checklist
) -> Iterator[tuple[Finding, Item | None]]:
    """Tell of a file that looks like an item's but is not named so, and of which item.

    It would be passed over silently. What Windows, Office and macOS leave in a folder
    (``Thumbs.db``, ``~$o07.xlsx``, ``._o07.yml``) is no such file.
    """
    if path.name.startswith("."):
        return
    slug = "".join(item_parts(re.split(r"[. ]", path.name)[0]))
    item = next((item for item in checklist.items if item.slug == slug), None)
    looks_like_data = item or path.suffix.lower() in {".yml", ".yaml"}
    if looks_like_data and not (item and item.file_name == path.name):
        suggestion = Words("", "")
        if item:
            right = item.file_name
            suggestion = Words(f" หมายถึง {right} ใช่หรือไม่", f" (did you mean {right}?)")
        place = Place(folder.shown(path))
        yield unknown_file.CODE.at(place, name=path.name, suggestion=suggestion), item
