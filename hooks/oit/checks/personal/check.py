"""Look for personal data in all that a year publishes, and tell of it once a document."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from oit.bilingual import Bilingual
from oit.checks.personal.allowed import FILE, Allowance
from oit.checks.personal.cache import Cache, Hit, Looked
from oit.checks.personal.scan import scan_cells, scan_document, scan_file, values
from oit.checks.personal.text import LINE, UNITS, UnreadError
from oit.data.documents import file_paths
from oit.data.folder import DataFolder
from oit.data.record import Record
from oit.data.tables.read import STATEMENT
from oit.data.tables.table import Table
from oit.findings.codes import (
    bank_account,
    document_unread,
    national_id,
    phone_number,
    possible_national_id,
    tax_id,
)
from oit.findings.finding import Code, Finding, Place, Severity
from oit.forms.agency import Agency
from oit.forms.base import Form, title_of
from oit.forms.reading import place_of
from oit.forms.tabular import positions_by
from oit.source import SourceFile, read
from oit.thai.identity import is_natural_person, mask_middle
from oit.thai.identity_search import Kind, Match, Why, find, may_hold

CACHE = Path(".cache/oit/personal.json")
"""Below the folder that findings name files from."""

PHONES = {"phone", "fax"}
"""The fields that are made to publish a number to call."""
TAX_IDS = {"winner_tax_id"}
"""The fields whose contents the site masks where they are a person's."""

_CODES = {Kind.MOBILE: phone_number.CODE, Kind.ACCOUNT: bank_account.CODE}
_WHY = {
    Why.SHAPE: Bilingual("แน่ใจ: เขียนเป็นรูปแบบของเลขชนิดนี้", "sure: it is written as such numbers are"),
    Why.WORDS: Bilingual("แน่ใจ: มีคำกำกับอยู่", "sure: the words beside it say so"),
    Why.DIGITS: Bilingual("ไม่แน่ใจ: มีเพียงตัวเลขที่เข้าเกณฑ์", "not sure: only its digits fit"),
    Why.SLIP: Bilingual(
        "ไม่แน่ใจ: เลขตรวจสอบไม่ถูกต้อง อาจพิมพ์ผิด", "not sure: the check digit is wrong, perhaps mistyped"
    ),
}
_MOST_LISTED = 5


class PersonalData:
    """The look at one year: each data file, and each document once, wherever it is named."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._allowance = Allowance(folder)
        whole = ",".join(sorted(self._allowance.whole))
        self._cache = Cache(folder.base / CACHE, whole)
        self._looked_through: set[str] = set()

    def in_record(self, record: Record) -> list[Finding]:
        """Look through an item's file, its table and its documents."""
        found = self.in_file(record.document, record.form, record.findings)
        if record.table and self._is_new(record.table.file):
            found += self._in_table(record.table)
        return found

    def in_file(
        self, document: SourceFile, form: Form, findings: Iterable[Finding] = ()
    ) -> list[Finding]:
        """Look through a data file and its documents.

        Args:
            document: the file.
            form: what was read of it.
            findings: what was found before; a document with an error is not opened.
        """
        found = list(self._in_values(document))
        faulty = {one.place for one in findings if one.severity is Severity.ERROR}
        for path, name in file_paths(form):
            place = place_of(path, document)
            if self._is_new(name) and place not in faulty:
                found += self._in_published(self._folder.docs / name, name, place)
        return found

    def unlinked(self, year: int) -> list[Finding]:
        """Look through the year's published files that no item names: the site has them too."""
        return self._in_files(self._folder.docs / "files" / str(year))

    def elsewhere(self) -> list[Finding]:
        """Look through all that docs/ has beside the files of the years that there are."""
        files = self._folder.docs / "files"
        apart = [files / str(year) for year in self._folder.years()]
        return self._in_files(self._folder.docs, apart)

    def _in_files(self, folder: Path, apart: Iterable[Path] = ()) -> list[Finding]:
        found: list[Finding] = []
        for file in sorted(folder.rglob("*")):
            name = file.relative_to(self._folder.docs).as_posix()
            if any(file.is_relative_to(other) for other in apart):
                continue
            if file.is_file() and not file.is_symlink() and self._is_new(name):
                found += self._in_published(file, name, Place(self._folder.shown(file)))
        return found

    def in_agency(self, agency: Agency) -> list[Finding]:
        """Look through agency.yml."""
        path = self._folder.path / "agency.yml"
        return self.in_file(read(path, self._folder.path, self._folder.shown(path)), agency)

    def of_allow_list(self) -> list[Finding]:
        """Tell what is wrong with the allow list, and what of it no year uses."""
        for names, numbers in self._everything():
            if self._allowance.is_used_up:
                break
            for number in numbers:
                self._allowance.allows(number, names)
        return [*self._allowance.findings, *self._allowance.unused()]

    def save(self) -> None:
        """Remember what was found in documents."""
        self._cache.save()

    def _is_new(self, name: str) -> bool:
        is_new = name not in self._looked_through
        self._looked_through.add(name)
        return is_new

    def _in_values(self, document: SourceFile) -> Iterator[Finding]:
        persons = [
            text
            for field, text in values(document.root)
            if field in TAX_IDS and is_natural_person(text)
        ]
        if persons:
            yield tax_id.CODE.at(document.place(persons[0]), count=len(persons))
        told = set()
        for field, place, match in scan_document(document):
            is_wanted = match.kind is Kind.MOBILE and field in PHONES
            if field in TAX_IDS or is_wanted or (place, match.digits) in told:
                continue
            told.add((place, match.digits))
            if not self._allowance.allows(match.digits, self._names(document.file)):
                yield _code(match.kind, match.why).at(
                    place, found=mask_middle(match.digits), why=_WHY[match.why]
                )

    def _in_table(self, table: Table) -> Iterator[Finding]:
        for name, cells in table.columns.items():
            if not isinstance(next(filter(None, cells), None), str):
                continue
            if name not in TAX_IDS and not may_hold("\n".join(filter(None, cells))):
                continue
            places = positions_by(cells)
            texts = [text for text in places if text]
            if name in TAX_IDS:
                known = {text for text in texts if is_natural_person(text)}
                persons = [index for index, cell in enumerate(cells) if known and cell in known]
                if persons:
                    yield tax_id.CODE.at(table.place(persons[0], name), count=len(persons))
                continue
            hits = [
                (index, self._hit(match, LINE.name, str(table.lines[index])))
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
        """Look through what stands where a month had nothing: the site shows it too."""
        for statement in table.statements:
            place = Place(table.file, statement.line, table.numbers[STATEMENT])
            for match in find(statement.text):
                if not self._allowance.allows(match.digits, self._names(table.file)):
                    hit = self._hit(match, LINE.name, str(statement.line))
                    yield _code(match.kind, match.why).at(
                        place, found=_listed([hit]), why=_WHY[match.why]
                    )

    def _in_published(self, file: Path, name: str, place: Place) -> Iterator[Finding]:
        if not file.is_file():
            # That it is not there is told already.
            return
        looked = self._cache.look(file, self._look_through)
        names = {name, f"docs/{name}"}
        hits = [hit for hit in looked.hits if not self._allowance.allows(hit.name, names)]
        for code, group in _by_code(hits):
            yield code.at(place, found=_listed(group, name), why=_WHY[group[0].why])
        if looked.unread:
            yield document_unread.CODE.at(place, name=name, reason=looked.unread)

    def _look_through(self, file: Path) -> Looked:
        hits: list[Hit] = []
        try:
            for unit, at, match in scan_file(file):
                hits.append(self._hit(match, unit, at))
        except UnreadError as error:
            return Looked(hits, error.reason)
        return Looked(hits)

    def _hit(self, match: Match, unit: str, at: str) -> Hit:
        name = match.digits if match.digits in self._allowance.whole else mask_middle(match.digits)
        return Hit(match.kind, match.why, unit, at, name)

    def _names(self, file: str) -> set[str]:
        """Return what the allow list may call a data file: as findings do, or from data/."""
        data = f"{self._folder.shown(self._folder.path)}/"
        return {file, file.removeprefix(data)}

    def _everything(self) -> Iterator[tuple[set[str], Iterable[str]]]:
        """Yield every file of every year, the newest first, and the numbers in it."""
        data, docs = self._folder.path, self._folder.docs
        for file in sorted(chain(data.rglob("*.yml"), data.rglob("*.csv")), reverse=True):
            if file.is_file() and file.name != FILE:
                text = file.read_text(encoding="utf-8", errors="replace")
                yield self._names(self._folder.shown(file)), (one.digits for one in find(text))
        for file in sorted((docs / "files").rglob("*"), reverse=True):
            if file.is_file() and not file.is_symlink():
                name = file.relative_to(docs).as_posix()
                looked = self._cache.look(file, self._look_through)
                yield {name, f"docs/{name}"}, (hit.name for hit in looked.hits)


def _code(kind: Kind, why: Why) -> Code:
    if kind is Kind.NATIONAL_ID:
        return national_id.CODE if why.is_sure else possible_national_id.CODE
    return _CODES[kind]


def _by_code(hits: list[Hit]) -> Iterator[tuple[Code, list[Hit]]]:
    """Yield what one finding says."""
    groups: dict[tuple[Kind, Why], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((hit.kind, hit.why), []).append(hit)
    return ((_code(kind, why), group) for (kind, why), group in groups.items())


def _listed(hits: list[Hit], name: str = "") -> Bilingual:
    """Say how many there are, in which file where it is not the finding's, and where first."""
    first = hits[:_MOST_LISTED]
    more = " …" if len(hits) > len(first) else ""
    shown = [(UNITS[hit.unit].words, hit) for hit in first]
    th = ", ".join(f"{unit.th.format(at=hit.at)} ({mask_middle(hit.name)})" for unit, hit in shown)
    en = ", ".join(f"{unit.en.format(at=hit.at)} ({mask_middle(hit.name)})" for unit, hit in shown)
    inside = Bilingual(f' ใน "{name}"', f' in "{name}"') if name else Bilingual("", "")
    return Bilingual(
        f"{len(hits)} แห่ง{inside.th}: {th}{more}", f"{len(hits)} found{inside.en}: {en}{more}"
    )
