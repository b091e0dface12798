"""The list of a fleet's agencies: ``agencies.csv``, used completely or not at all."""

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.characters import INVISIBLE, UNPRINTABLE, code_point
from oit.checks.published.names import trouble_with
from oit.findings.codes import fleet_cell, fleet_column, fleet_id, fleet_list, fleet_source
from oit.findings.codes.unknown_field import did_you_mean, nearest
from oit.findings.finding import Finding, Place
from oit.fleet.folder import FleetFolder
from oit.fleet.sources.address import Kind, Source, source_of
from oit.forms.agency import ALIASES, KINDS, known_kind
from oit.spreadsheets import delimited, encoding
from oit.spreadsheets.cells import original
from oit.spreadsheets.limits import MAX_FILE, RefusedError

COLUMNS = ("id", "name", "kind", "province", "district", "source", "contact")
FAILED = "FAILED"
"""What ``--only`` calls the agencies that could not be read, so no agency has this id."""
# Python takes the vowels and tone marks above and below Thai letters for no letters.
_ID = re.compile(r"[^\W_][\w.\-\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{0,59}")
_NAMED_DELIMITER = re.compile(r'"?sep=', re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_AROUND = Bilingual("โฟลเดอร์ของเครือข่ายอยู่ในนั้น", "the fleet's own folder is in it")
_WRITTEN = Bilingual("โปรแกรมเขียนโฟลเดอร์นี้เอง", "the program itself writes this folder")


class ListedAgency(NamedTuple):
    """A line of the list."""

    id: str
    name: str
    kind: str
    province: str
    district: str
    source: str
    contact: str


class AgencyList(NamedTuple):
    """The agencies, or what is wrong with the list."""

    agencies: tuple[ListedAgency, ...]
    findings: tuple[Finding, ...]


class _Row(NamedTuple):
    line: int
    cells: dict[str, str]
    columns: dict[str, int]

    def place(self, file: str, name: str) -> Place:
        return Place(file, self.line, self.columns[name])


def read_list(path: Path) -> AgencyList:
    """Read the list; with any fault in it, there are findings and no agencies."""
    shown = path.as_posix()
    try:
        rows = _rows(path)
    except FileNotFoundError:
        return _faulty(fleet_list.CODE.at(Place(shown)))
    except RefusedError as error:
        return _faulty(fleet_list.UNREADABLE.at(Place(shown), reason=error.reason))
    rows = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    if not rows:
        return _faulty(fleet_list.EMPTY.at(Place(shown), fields=",".join(COLUMNS)))
    (first, header), *rest = rows
    header = [name.strip().lower() for name in header]
    findings = [*_header_faults(header, Place(shown, first))]
    if not findings and not rest:
        findings = [fleet_list.EMPTY.at(Place(shown, first), fields=",".join(COLUMNS))]
    findings += _width_faults(rest, len(header), shown)
    if findings:
        # Cells of a row with the wrong width match no column.
        return _faulty(*findings)
    columns = {name: header.index(name) + 1 for name in COLUMNS}
    read = [_row(line, cells, columns) for line, cells in rest]
    findings = [*_cell_faults(read, shown), *_id_faults(read, shown)]
    findings += _source_faults(read, path.parent, shown)
    if findings:
        return _faulty(*sorted(findings, key=lambda finding: finding.place))
    cells = (row.cells | {"kind": known_kind(row.cells["kind"]) or ""} for row in read)
    return AgencyList(tuple(ListedAgency(**each) for each in cells), ())


def _faulty(*findings: Finding) -> AgencyList:
    return AgencyList((), findings)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of the file, each with the line on which it begins.

    Raises:
        FileNotFoundError: there is no such file.
        RefusedError: it is no table, or too large.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    if path.stat().st_size > MAX_FILE:
        raise RefusedError("ไฟล์ใหญ่เกินไป", "the file is too large")
    text = encoding.decode(path.read_bytes())
    sheet = delimited.read_delimited(text, path.name)
    line = 2 if _NAMED_DELIMITER.match(text) else 1
    rows = []
    for cells in sheet.rows:
        rows.append((line, cells))
        line += 1 + sum(len(_LINE_END.findall(cell)) for cell in cells)
    return rows


def _header_faults(header: Sequence[str], place: Place) -> Iterator[Finding]:
    missing = [name for name in COLUMNS if name not in header]
    meant = set()
    for number, name in enumerate(header, start=1):
        here = place._replace(column=number)
        if name in COLUMNS and name in header[: number - 1]:
            yield fleet_column.DUPLICATE.at(here, field=name, first=header.index(name) + 1)
        elif name not in COLUMNS and (near := nearest(name, missing)):
            meant.add(near)
            suggestion = did_you_mean(name, missing)
            yield fleet_column.MISSPELT.at(here, field=name, suggestion=suggestion)
    # A misspelt column is already reported; do not report it as missing too.
    for name in missing:
        if name not in meant:
            yield fleet_column.CODE.at(place, field=name)


def _width_faults(
    rows: Sequence[tuple[int, list[str]]], width: int, shown: str
) -> Iterator[Finding]:
    """Report rows with more cells than the header; some programs leave out empty cells."""
    for line, cells in rows:
        if any(cell.strip() for cell in cells[width:]):
            place = Place(shown, line, width + 1)
            yield fleet_list.WIDTH.at(place, found=len(cells), width=width)


def _row(line: int, cells: Sequence[str], columns: dict[str, int]) -> _Row:
    padded = [*cells, *[""] * len(columns)]
    width = len(cells)
    texts = {
        name: _text(padded[number - 1]) if number <= width else ""
        for name, number in columns.items()
    }
    return _Row(line, texts, columns)


def _text(cell: str) -> str:
    return unicodedata.normalize("NFC", original(cell.strip()).strip())


def _cell_faults(rows: Sequence[_Row], shown: str) -> Iterator[Finding]:
    for row in rows:
        for name in ("name", "kind"):
            if not row.cells[name]:
                yield fleet_cell.MISSING.at(row.place(shown, name), field=name)
        kind = row.cells["kind"]
        if kind and not known_kind(kind):
            near = _meant(kind)
            yield fleet_cell.CODE.at(row.place(shown, "kind"), kind=kind, suggestion=near)
        for name in ("name", "province", "district", "contact"):
            text = row.cells[name]
            place = row.place(shown, name)
            if _LINE_END.search(text):
                yield fleet_cell.LINES.at(place)
            elif match := UNPRINTABLE.search(text) or INVISIBLE.search(text):
                yield fleet_cell.HIDDEN.at(place, code=code_point(match[0]))


def _id_faults(rows: Sequence[_Row], shown: str) -> Iterator[Finding]:
    seen: dict[str, _Row] = {}
    for row in rows:
        own, place = row.cells["id"], row.place(shown, "id")
        if not own:
            yield fleet_id.MISSING.at(place)
            continue
        if not _ID.fullmatch(own) or trouble_with(own) or own.upper() == FAILED:
            yield fleet_id.CODE.at(place, id=own)
        first = seen.setdefault(unicodedata.normalize("NFKC", own).casefold(), row)
        if first is not row:
            yield fleet_id.DUPLICATE.at(place, id=own, other=first.cells["id"], first=first.line)


def _source_faults(rows: Sequence[_Row], folder: Path, shown: str) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for row in rows:
        text, place = row.cells["source"], row.place(shown, "source")
        if not text:
            yield fleet_source.MISSING.at(place)
            continue
        source = source_of(text, folder)
        if isinstance(source, Source):
            source = _own_fault(source, folder) or source
        if not isinstance(source, Source):
            yield fleet_source.CODE.at(place, source=text, reason=source)
            continue
        first = seen.setdefault(source.identity, row.line)
        if first != row.line:
            yield fleet_source.DUPLICATE.at(place, source=text, first=first)


def _own_fault(source: Source, folder: Path) -> Bilingual | None:
    """Say that a source is of the fleet itself, if it is."""
    if source.kind is not Kind.FOLDER:
        return None
    fleet = FleetFolder(Path(os.path.realpath(folder)))
    data = Path(source.identity)
    if data in {fleet.path, *fleet.path.parents}:
        return _AROUND
    return _WRITTEN if {data, *data.parents} & {*fleet.written} else None


def _meant(kind: str) -> Bilingual:
    """Suggest a kind, or list all, each in the words of its language."""
    if near := nearest(kind, [*KINDS, *KINDS.values(), *ALIASES]):
        return Bilingual(f' หมายถึง "{near}" ใช่หรือไม่', f' (did you mean "{known_kind(near)}"?)')
    return Bilingual(
        f" ประเภทที่มี: {', '.join(KINDS.values())}", f" (known kinds: {', '.join(KINDS)})"
    )
