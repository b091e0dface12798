"""The rows of a table as the desk shows them, and the only way in which it changes them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.characters import code_point
from oit.data.tables.column import reader
from oit.data.tables.edit import NotPossibleError, TableText
from oit.data.tables.read import STATEMENT, read_row
from oit.data.tables.sheet import NOT_IN_CELLS, read_sheet
from oit.desk.desk import Desk
from oit.desk.spreadsheets.target import Target
from oit.findings.codes import odd_character
from oit.findings.finding import Finding, Place, Severity
from oit.forms.bidders import write_bidders
from oit.intake.imports.layout import Layout
from oit.intake.imports.table import as_csv
from oit.intake.workbook.files import ItemFile
from oit.spreadsheets.cells import inert
from oit.thai import dates, writing
from oit.thai.calendar import Month, fiscal_months
from oit.thai.money import read_money

Texts = Mapping[str, str]
"""The texts of a row by field."""

_BROKEN = Bilingual(
    "อ่านตารางไม่ได้ ต้องแก้ไฟล์ก่อน จึงดูหรือแก้ทีละรายการได้",
    "the table cannot be read; fix the file first",
)


class BrokenTableError(Exception):
    """A table whose rows cannot be told apart, or cannot be changed one by one."""

    def __init__(self, findings: Sequence[Finding] = ()) -> None:
        super().__init__(_BROKEN.en)
        self.why = _BROKEN
        self.findings = tuple(findings)


class ChangedError(Exception):
    """A row that somebody else has changed in this very moment."""


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    line: int
    """The line of the file where it begins."""
    texts: Texts
    said: tuple[Finding, ...] = ()
    """What the checker says of it; several items may say the same."""

    @cached_property
    def findings(self) -> list[Finding]:
        """What the checker says of it, each once."""
        return list({finding.message(): finding for finding in self.said}.values())

    @property
    def statement(self) -> str:
        """What it says if it states that a month had no entries."""
        return self.texts.get(STATEMENT, "")


@dataclass(frozen=True)
class Rows:
    """The rows of a table."""

    target: Target
    all: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What the checker says of the table itself."""

    def found(self, words: str) -> list[Row]:
        """Return the rows with every one of some words, however they are spelt."""
        wanted = writing.fold(words).split()
        return [row for row in self.all if _has(row, wanted)] if wanted else list(self.all)

    def at(self, line: int) -> Row | None:
        """Return the row that begins on a line."""
        return next((row for row in self.all if row.line == line), None)

    def same_as(self, texts: Texts, line: int) -> Row | None:
        """Return the row with the same texts, of several that on a line if it is one of them."""
        same = [row for row in self.all if are_same(row.texts, texts)]
        return next((row for row in same if row.line == line), same[0] if same else None)

    def likest(self, texts: Texts) -> Row | None:
        """Return the row that is most likely a changed one: half of its texts are the same."""
        filled = {name: text for name, text in texts.items() if text}
        best = max(self.all, key=lambda row: _alike(row.texts, filled), default=None)
        return best if best and _alike(best.texts, filled) * 2 >= len(filled) else None

    @cached_property
    def months(self) -> list[Month]:
        """The months with rows, or with the statement that there were none."""
        texts = {row.texts.get("month", "") for row in self.all} - {""}
        return sorted(month for text in texts if (month := _month(text, self.target.year)))

    def silent_months(self, today: Month) -> list[Month]:
        """Return the months of the year, up to this one, without rows or a statement."""
        return [
            month
            for month in fiscal_months(self.target.year)
            if month not in self.months and month <= today
        ]


def read_rows(desk: Desk, file: ItemFile, target: Target) -> Rows:
    """Read the rows of an item's table, with what the checker says of each.

    Raises:
        BrokenTableError: the file is no table.
    """
    if not target.exists:
        return Rows(target)
    table = _table(desk, target)
    said = _said(file, target)
    rows = [Row(line, texts, tuple(said.pop(line, ()))) for line, texts in table.rows]
    return Rows(target, tuple(rows), tuple(f for found in said.values() for f in found))


def _said(file: ItemFile, target: Target) -> dict[int, list[Finding]]:
    """Return what the checker says of the table by line."""
    by_line: dict[int, list[Finding]] = {}
    for result in file.items:
        of_elements = (finding for element in result.elements for finding in element.findings)
        for finding in (*result.findings, *of_elements):
            if finding.place.file == target.shown:
                by_line.setdefault(finding.place.line, []).append(finding)
    return by_line


def sums(rows: Iterable[Row], layout: Layout) -> dict[str, Decimal]:
    """Add up the amounts and counts of rows, by the titles of their columns."""
    kept = [row for row in rows if not row.statement]
    added = {}
    for name in layout.sums:
        amounts = [
            amount for row in kept if (amount := _amount(row.texts.get(name, ""))) is not None
        ]
        if amounts:
            added[layout.title(name)] = sum(amounts, Decimal(0))
    return added


def are_same(texts: Texts, others: Texts) -> bool:
    """Tell whether two rows say the same; a missing column is an empty one."""
    return _filled(texts) == _filled(others)


@dataclass(frozen=True)
class Merged:
    """A row that somebody changed, merged with what others made of it meanwhile."""

    texts: Texts
    conflicts: tuple[str, ...] = ()
    """The fields that both changed."""


def merge_row(was: Texts, mine: Texts, theirs: Texts) -> Merged:
    """Merge the changes of two people to a row; where both changed a field, theirs is kept."""
    texts, conflicts = dict(theirs), []
    for name in dict.fromkeys((*was, *mine, *theirs)):
        old, own, other = (row.get(name, "") for row in (was, mine, theirs))
        if own in {old, other}:
            continue
        if other == old:
            texts[name] = own
        else:
            conflicts.append(name)
    return Merged(texts, tuple(conflicts))


def faults_of(target: Target, texts: Texts) -> dict[str, list[Finding]]:
    """Return the errors of a row's texts by field; none can be saved with an error."""
    cells = {name: inert(texts.get(name, "")) for name in target.row.model_fields}
    if texts.get(STATEMENT):
        cells = {"month": cells["month"], STATEMENT: inert(texts[STATEMENT])}
    table = read_row(target.row, cells, target.year, target.shown)
    names = {number: name for name, number in table.numbers.items()}
    found: dict[str, list[Finding]] = {}
    for finding in table.findings:
        if finding.severity is Severity.ERROR:
            found.setdefault(names[finding.place.column], []).append(finding)
    for name, text in texts.items():
        if odd := NOT_IN_CELLS.search(text):
            finding = odd_character.CODE.at(Place(target.shown), code=code_point(odd[0]))
            found.setdefault(name, []).append(finding)
    return found


def as_written(target: Target, texts: Texts, was: Texts) -> dict[str, str]:
    """Return texts as an import writes them; those that are the same as before stay as they are."""
    return {
        name: text if text == was.get(name, "") else _normal(target, name, text)
        for name, text in texts.items()
    }


def _normal(target: Target, name: str, text: str) -> str:
    if not text or name not in target.row.model_fields:
        return text
    context = {"year": target.year}
    value = reader(target.row, name).validate_python([text], context=context)[0]
    match value:
        case Month():
            return dates.write_month(value)
        case date():
            return dates.write_day(value)
        case list():
            return write_bidders((bidder.name, bidder.price) for bidder in value)
        case int() | Decimal() if text[-1].isdigit():
            # Some amounts are words, such as those of projects without a budget.
            return format(value, "f") if isinstance(value, Decimal) else str(value)
        case _:
            return text


def change_row(desk: Desk, target: Target, row: Row, texts: Texts) -> None:
    """Write other texts into the cells of a row.

    Raises:
        BrokenTableError: the table cannot be read.
        ChangedError: the row is no longer what it was.
        OSError: the file cannot be written; it is as it was.
    """
    _write(target, _table_with(desk, target, row).change(row.line, texts))


def remove_row(desk: Desk, target: Target, row: Row) -> None:
    """Remove a row.

    Raises:
        BrokenTableError: the table cannot be read.
        ChangedError: the row is no longer what it was.
        OSError: the file cannot be written; it is as it was.
    """
    _write(target, _table_with(desk, target, row).remove(row.line))


def add_row(desk: Desk, target: Target, texts: Texts) -> int:
    """Add a row behind those of its month and the months before, or at the end; return its line.

    Raises:
        BrokenTableError: the table cannot be read.
        OSError: the file cannot be written; it is as it was.
    """
    if not target.path.is_file():
        write_atomically(target.path, as_csv([dict(_filled(texts))], target.layout), durable=True)
        return 2
    table = _table(desk, target)
    months = [_month(old.get("month", ""), target.year) for _, old in table.rows]
    place = _place(months, _month(texts.get("month", ""), target.year))
    added = table.add(_filled(texts), table.rows[place - 1][0] if place else 0)
    _write(target, added)
    return added.rows[place][0]


def _place(months: Sequence[Month | None], month: Month | None) -> int:
    """Return how many rows come before a new one of a month."""
    if month is None:
        return len(months)
    before = [number for number, other in enumerate(months, 1) if other and other <= month]
    return max(before, default=0)


def add_statements(desk: Desk, target: Target, months: Sequence[Month], text: str) -> None:
    """State that months had no entries.

    Raises:
        BrokenTableError: the table cannot be read.
        OSError: the file cannot be written.
    """
    for month in months:
        add_row(desk, target, {"month": dates.write_month(month), STATEMENT: text})


def _table_with(desk: Desk, target: Target, row: Row) -> TableText:
    table = _table(desk, target)
    if not any(line == row.line and are_same(texts, row.texts) for line, texts in table.rows):
        raise ChangedError
    return table


def _table(desk: Desk, target: Target) -> TableText:
    stat = target.path.lstat()
    stamp = stat.st_mtime_ns, stat.st_size, stat.st_ino
    return _read(target.path, desk.folder.path, target.shown, stamp)


@lru_cache(maxsize=4)
def _read(path: Path, folder: Path, shown: str, _stamp: tuple[int, int, int]) -> TableText:
    """Read a table, once for as long as its file stays the same: people turn pages."""
    sheet = read_sheet(path, folder, shown)
    if sheet.findings:
        raise BrokenTableError(sheet.findings)
    try:
        return TableText(path.read_bytes().decode())
    except (NotPossibleError, UnicodeDecodeError):
        raise BrokenTableError from None


def _write(target: Target, table: TableText) -> None:
    write_atomically(target.path, table.text, durable=True)


def _filled(texts: Texts) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}


def _has(row: Row, words: Sequence[str]) -> bool:
    text = writing.fold(" ".join(row.texts.values()))
    return all(word in text for word in words)


def _alike(texts: Texts, others: Texts) -> int:
    return sum(texts.get(name) == text for name, text in others.items())


def _month(text: str, year: int) -> Month | None:
    try:
        return dates.read_month(text, year) if text else None
    except ValueError:
        return None


def _amount(text: str) -> Decimal | None:
    try:
        return read_money(text) if text else None
    except ValueError:
        return None
