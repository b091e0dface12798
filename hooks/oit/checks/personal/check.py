"""Search the data and the published files for personal data; report it once a document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from oit.bilingual import Bilingual
from oit.checks.personal.allowed import Allowance
from oit.checks.personal.cache import Hit
from oit.checks.personal.cells import scan_cells
from oit.checks.personal.data_file import scan_document, values
from oit.checks.personal.files import NAMES, PublishedFiles
from oit.checks.personal.passage import LINE, UNITS
from oit.data.documents import file_paths
from oit.data.folder import DataFolder
from oit.data.form_file import FormFile
from oit.data.listing import below
from oit.data.load import ALLOW_LIST, Loaded
from oit.data.record import Record
from oit.data.tables.read import STATEMENT
from oit.data.tables.sheet import MAX_BYTES
from oit.data.tables.table import Table
from oit.data.year import YearData
from oit.findings.codes import (
    bank_account,
    document_not_searched,
    national_id,
    phone_number,
    picture_trace,
    possible_national_id,
    tax_id,
)
from oit.findings.finding import Code, Finding, Place, Severity
from oit.forms.agency import Agency
from oit.forms.base import Form, title_of
from oit.forms.reading import place_of
from oit.forms.tabular import positions_by
from oit.source import SourceFile
from oit.thai.identity import is_natural_person, mask_middle
from oit.thai.identity_search import Kind, Why, find, may_hold

PHONES = {"phone", "fax", "line"}
"""The fields whose purpose is to publish a phone number; a LINE ID may be one."""
TAX_IDS = {"winner_tax_id"}
"""The fields that the site masks if they hold the id of a person."""

_CODES = {
    Kind.MOBILE: phone_number.CODE,
    Kind.ACCOUNT: bank_account.CODE,
    Kind.POSITION: picture_trace.POSITION,
    Kind.AUTHOR: picture_trace.AUTHOR,
}
_WHY = {
    Why.SHAPE: Bilingual("แน่ใจ: เขียนเป็นรูปแบบของเลขชนิดนี้", "sure: it is written as such numbers are"),
    Why.WORDS: Bilingual("แน่ใจ: มีคำกำกับอยู่", "sure: the words beside it say so"),
    Why.DIGITS: Bilingual("ไม่แน่ใจ: มีเพียงตัวเลขที่เข้าเกณฑ์", "not sure: only its digits fit"),
    Why.SLIP: Bilingual(
        "ไม่แน่ใจ: เลขตรวจสอบไม่ถูกต้อง อาจพิมพ์ผิด", "not sure: the check digit is wrong, perhaps mistyped"
    ),
}
_MOST_LISTED = 5


def check_personal_data(loaded: Loaded, allowance: Allowance, published: PublishedFiles) -> Loaded:
    """Return the data with findings for personal data in its files and documents."""
    if loaded.agency is None:
        return loaded
    personal = PersonalData(loaded.folder, allowance, published)
    findings = [
        *loaded.findings,
        *personal.in_agency(loaded.agency_file, loaded.agency, loaded.known_years),
    ]
    years = {year: personal.in_year(data, year) for year, data in loaded.years.items()}
    findings += personal.in_allow_list()
    return replace(loaded, years=years, findings=tuple(findings))


class PersonalData:
    """The search for personal data in a folder.

    A year's findings report a document once, even if several items name it. ``seen`` holds the
    files that were scanned already.
    """

    def __init__(self, folder: DataFolder, allowance: Allowance, published: PublishedFiles) -> None:
        self._folder = folder
        self._docs = folder.docs
        self._allowance = allowance
        self._published = published

    def in_agency(
        self, file: FormFile[Agency], agency: Agency, years: Iterable[int]
    ) -> list[Finding]:
        """Scan agency.yml, and everything in docs/ but the files of the years."""
        seen: set[str] = set()
        of_years = [self._docs / "files" / str(year) for year in years]
        found = self._in_file(file.document, agency, (), seen)
        return found + self._in_folder(self._docs, seen, of_years)

    def in_agency_file(self, file: FormFile[Agency]) -> list[Finding]:
        """Scan agency.yml alone."""
        return self._in_file(file.document, file.form, (), set()) if file.form else []

    def in_year(self, data: YearData, year: int) -> YearData:
        """Scan a year's data, its documents, and its published files that no item names."""
        seen: set[str] = set()
        scanned = {
            name: record.with_findings(self._in_record(record, seen))
            for name, record in data.by_file.items()
        }
        unnamed = self._in_folder(self._docs / "files" / str(year), seen)
        return replace(data.with_records(scanned), findings=(*data.findings, *unnamed))

    def in_one_file(self, data: YearData, file: str) -> YearData:
        """Scan one file of a year; what a file before it names is reported there."""
        seen: set[str] = set()
        for name, record in data.by_file.items():
            if name == file:
                found = self._in_record(record, seen)
                return data.with_records({name: record.with_findings(found)})
            seen.update(str(named) for _, named in file_paths(record.form))
            seen.update({record.table.file} if record.table else ())
        return data

    def in_allow_list(self) -> list[Finding]:
        """Report faults of the allow list, and its entries that no year uses.

        The entries that were used so far need not be looked for.
        """
        files = self._all_numbers()
        while not self._allowance.is_used_up and (file := next(files, None)):
            names, numbers = file
            for number in numbers:
                self._allowance.allows(number, names)
        return [*self._allowance.findings, *self._allowance.unused()]

    def in_published(
        self, file: Path, name: str, named_at: Place | None = None
    ) -> Iterator[Finding]:
        """Yield what is found in a published file, where an item names it or else there."""
        if not file.is_file():
            # A missing file is already reported.
            return
        scanned = self._published.search(file)
        if not scanned.hits and not scanned.unread:
            return
        place = named_at or Place(self._folder.shown(file))
        names = {name, f"docs/{name}"}
        hits = [hit for hit in scanned.hits if not self._allowance.allows(hit.name, names)]
        for code, group in _by_code(hits):
            yield code.at(place, found=_listed(group, name), why=_WHY[group[0].why])
        if scanned.unread:
            yield document_not_searched.CODE.at(place, name=name, reason=scanned.unread)

    def _in_record(self, record: Record, seen: set[str]) -> list[Finding]:
        """Scan an item's file, its table and its documents."""
        found = self._in_file(record.document, record.form, record.findings, seen)
        if record.table and _is_new(record.table.file, seen):
            found += self._in_table(record.table)
        return found

    def _in_file(
        self, document: SourceFile, form: Form, findings: Iterable[Finding], seen: set[str]
    ) -> list[Finding]:
        """Scan a data file and its documents.

        Args:
            document: the file.
            form: its contents.
            findings: what was found before; a document with an error is not opened.
            seen: the files that were scanned already.
        """
        found = list(self._in_values(document))
        faulty = {finding.place for finding in findings if finding.severity is Severity.ERROR}
        for path, name in file_paths(form):
            place = place_of(path, document)
            if _is_new(name, seen) and place not in faulty:
                found += self.in_published(self._docs / name, name, place)
        return found

    def _in_folder(
        self, folder: Path, seen: set[str], without: Iterable[Path] = ()
    ) -> list[Finding]:
        found: list[Finding] = []
        left_out = tuple(f"{other.relative_to(self._docs).as_posix()}/" for other in without)
        start = "" if folder == self._docs else f"{folder.relative_to(self._docs).as_posix()}/"
        for below_it, entry in below(folder):
            name = f"{start}{below_it}"
            is_file = entry.is_file(follow_symlinks=False)
            if is_file and not name.startswith(left_out) and _is_new(name, seen):
                found += self.in_published(Path(entry.path), name)
        return found

    def _in_values(self, document: SourceFile) -> Iterator[Finding]:
        texts = values(document.root)
        persons = [text for field, text in texts if field in TAX_IDS and is_natural_person(text)]
        if persons:
            yield tax_id.CODE.at(document.place(persons[0]), count=len(persons))
        reported = set()
        for field, place, match in scan_document(document, texts):
            is_public = match.kind is Kind.MOBILE and field in PHONES
            if field in TAX_IDS or is_public or (place, match.digits) in reported:
                continue
            reported.add((place, match.digits))
            if not self._allowance.allows(match.digits, self._names(document.file)):
                yield _code(match.kind, match.why).at(
                    place, found=mask_middle(match.digits), why=_WHY[match.why]
                )

    def _in_table(self, table: Table) -> Iterator[Finding]:
        for name, cells in table.columns.items():
            if not isinstance(next(filter(None, cells), None), str):
                continue
            texts = [text for text in dict.fromkeys(cells) if text]
            if name in TAX_IDS:
                known = {text for text in texts if is_natural_person(text)}
                persons = [index for index, cell in enumerate(cells) if known and cell in known]
                if persons:
                    yield tax_id.CODE.at(table.place(persons[0], name), count=len(persons))
                continue
            if not may_hold("\0".join(texts)):
                continue
            places = positions_by(cells)
            hits = [
                (index, self._published.hit(match, LINE.name, str(table.lines[index])))
                for found, match in scan_cells(texts, title_of(table.form, name))
                if not self._allowance.allows(match.digits, self._names(table.file))
                for index in places[texts[found]]
            ]
            found_at = [hit for _, hit in sorted(hits)]
            for code, group in _by_code(found_at):
                place = Place(table.file, int(group[0].at), table.numbers[name])
                yield code.at(place, found=_listed(group), why=_WHY[group[0].why])
        yield from self._in_statements(table)

    def _in_statements(self, table: Table) -> Iterator[Finding]:
        """Scan the statements of months without entries: the site shows them too."""
        for statement in table.statements:
            place = Place(table.file, statement.line, table.numbers[STATEMENT])
            for match in find(statement.text):
                if not self._allowance.allows(match.digits, self._names(table.file)):
                    hit = self._published.hit(match, LINE.name, str(statement.line))
                    yield _code(match.kind, match.why).at(
                        place, found=_listed([hit]), why=_WHY[match.why]
                    )

    def _names(self, file: str) -> set[str]:
        """Return the names of a data file in the allow list: as in findings, or from data/."""
        data = f"{self._folder.shown(self._folder.path)}/"
        return {file, file.removeprefix(data)}

    def _all_numbers(self) -> Iterator[tuple[set[str], Iterable[str]]]:
        """Yield the names of every file of every year, the newest first, with its numbers."""
        data, docs = self._folder.path, self._docs
        for file in sorted(chain(data.rglob("*.yml"), data.rglob("*.csv")), reverse=True):
            # Larger files are not read, and are reported for that.
            is_read = file.is_file() and file.stat().st_size <= MAX_BYTES
            if is_read and file.name != ALLOW_LIST:
                text = file.read_text(encoding="utf-8", errors="replace")
                yield self._names(self._folder.shown(file)), (hit.digits for hit in find(text))
        for file in sorted((docs / "files").rglob("*"), reverse=True):
            if file.is_file() and not file.is_symlink():
                name = file.relative_to(docs).as_posix()
                scanned = self._published.search(file)
                yield {name, f"docs/{name}"}, (hit.name for hit in scanned.hits)


def _is_new(name: str, seen: set[str]) -> bool:
    is_new = name not in seen
    seen.add(name)
    return is_new


def _code(kind: Kind, why: Why) -> Code:
    if kind is Kind.NATIONAL_ID:
        return national_id.CODE if why.is_sure else possible_national_id.CODE
    return _CODES[kind]


def _by_code(hits: list[Hit]) -> Iterator[tuple[Code, list[Hit]]]:
    """Yield the hits that one finding reports together."""
    groups: dict[tuple[Kind, Why], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((hit.kind, hit.why), []).append(hit)
    return ((_code(kind, why), group) for (kind, why), group in groups.items())


def _listed(hits: list[Hit], name: str = "") -> Bilingual:
    """Say how many hits there are, where the first are, and in which file if ``name`` is given."""
    first = hits[:_MOST_LISTED]
    more = " …" if len(hits) > len(first) else ""
    shown = [(UNITS[hit.unit].place(hit.at), _shown(hit)) for hit in first]
    th = ", ".join(f"{place.th}{number}" for place, number in shown)
    en = ", ".join(f"{place.en}{number}" for place, number in shown)
    inside = Bilingual(f' ใน "{name}"', f' in "{name}"') if name else Bilingual("", "")
    return Bilingual(
        f"{len(hits)} แห่ง{inside.th}: {th}{more}", f"{len(hits)} found{inside.en}: {en}{more}"
    )


def _shown(hit: Hit) -> str:
    return "" if hit.kind in NAMES else f" ({mask_middle(hit.name)})"
