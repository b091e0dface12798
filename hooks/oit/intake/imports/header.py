"""Find the header of a table in a sheet, and what each of its columns contains."""

from dataclasses import dataclass, field, replace

from oit.bilingual import Bilingual
from oit.findings.codes.unknown_field import nearest
from oit.intake.imports.layout import Layout, LayoutColumn, heading_key
from oit.intake.imports.month_heads import MonthHeads, find_month_heads
from oit.intake.imports.pairs import column_of_pair
from oit.intake.imports.rows import is_total, states_nothing_bought
from oit.spreadsheets.sheet import Worksheet, folded
from oit.thai import calendar, dates, writing
from oit.thai.calendar import Month
from oit.thai.writing import fold

_ROWS_SEARCHED = 40
_MOST_ROWS = 3
_MOST_COLUMNS = 500
_MOST_TEXTS_BESIDE = 4
_UNCLEAR_MONTH = Bilingual(
    "ไม่แน่ว่าเป็นเดือนของปีปฏิทินหรือปีงบประมาณ ให้เขียนหัวคอลัมน์เช่น ต.ค. 2568",
    "its year may be the calendar's or the fiscal one; write the heading as ต.ค. 2568",
)


@dataclass
class Header:
    """The rows of a sheet that name its columns."""

    row: int
    height: int
    columns: dict[int, LayoutColumn] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    """The heading of each column, known or not."""
    repeated: dict[int, int] = field(default_factory=dict)
    """Columns with the heading of another one, and that one."""
    refused: dict[int, Bilingual] = field(default_factory=dict)
    """Columns that are known but must not be imported, and why."""
    unclear_months: set[int] = field(default_factory=set)
    """Columns headed by a month whose year may be the calendar's or the fiscal one."""
    is_repeated: bool = False
    """Whether it is that of the table above, on the next page."""
    units: set[int] = field(default_factory=set)
    """Columns whose unit is stated."""

    def refuse(self, number: int, why: Bilingual) -> None:
        """Leave a column out."""
        del self.columns[number]
        self.refused[number] = why

    @property
    def first_row(self) -> int:
        """The first row below it."""
        return self.row + self.height

    def at(self, name: str) -> int | None:
        """Return the column of a field, or of a role."""
        return next(
            (n for n, column in self.columns.items() if name in (*column.fields, column.role)), None
        )

    def numbers(self) -> dict[str, int]:
        """Return the column of each field and role, as ``at`` does for one."""
        numbers: dict[str, int] = {}
        for number, column in self.columns.items():
            for name in (*column.fields, column.role):
                numbers.setdefault(name, number)
        return numbers

    @property
    def fields(self) -> set[str]:
        """The fields that have a column."""
        return {name for column in self.columns.values() for name in column.fields}


def find_header(sheet: Worksheet, layout: Layout, year: int, start: int = 0) -> Header | None:
    """Find the header below a row: the rows by which most columns are known."""
    best: tuple[float, Header] | None = None
    for row in range(start, min(start + _ROWS_SEARCHED, len(sheet.rows))):
        for height in range(1, _MOST_ROWS + 1):
            header = _header(sheet, layout, year, row, height)
            score = _score(header, layout)
            if score and (best is None or score > best[0]):
                best = score, header
    return best[1] if best else None


def refuse_other_years(header: Header, year: int) -> None:
    """Leave out the columns of months that are not, or may not be, in the fiscal year."""
    for number, column in list(header.columns.items()):
        if not column.month:
            continue
        month = dates.read_month(column.month)
        if number in header.unclear_months:
            header.refuse(number, _UNCLEAR_MONTH)
        elif not calendar.in_fiscal_year(month, year):
            name = dates.format_month(month)
            th, en = f"เดือน{name} ไม่อยู่ในปีงบประมาณ {year}", f"{name} is not in fiscal year {year}"
            header.refuse(number, Bilingual(th, en))


def _score(header: Header, layout: Layout) -> float:
    fields = header.fields
    if layout.needs not in fields or len(header.columns) < 2:
        return 0
    others = sum(column.role != "field" for column in header.columns.values())
    months = sum(bool(column.month) for column in header.columns.values())
    # Rows that say which of two columns is which belong to the header.
    return len(fields) + others / 2 + months + len(header.columns) / 5 - header.height / 10


def _header(sheet: Worksheet, layout: Layout, year: int, row: int, height: int) -> Header:
    header = Header(row, height)
    last = min(row + height, len(sheet.rows)) - 1
    lines = [spread(sheet, number, is_above=number < last) for number in range(row, last + 1)]
    if len(lines) < height or any(map(_is_statement, sheet.rows[row + 1 : last + 1])):
        return header
    ranks: dict[int, int] = {}
    parts = _parts(lines)
    heads = find_month_heads(parts, year) if layout.months or layout.marks else MonthHeads()
    header.unclear_months = heads.unclear
    for number, texts in parts.items():
        header.texts[number] = " ".join(texts)
        column, rank = _column(texts, layout, heads.months.get(number))
        if column is None:
            continue
        same = next((n for n, other in header.columns.items() if _same(other, column)), None)
        if same is not None and ranks[same] <= rank:
            header.repeated[number] = same
        else:
            if same is not None:
                header.repeated[same] = number
                del header.columns[same]
            header.columns[number] = column
            ranks[number] = rank
    if layout.months and layout.months not in header.fields:
        # A total without other counts is itself the count.
        for number, column in list(header.columns.items()):
            if column.role == "total":
                header.columns[number] = LayoutColumn((layout.months,), "count")
                break
    return header


def _is_statement(cells: list[str]) -> bool:
    """Tell whether a row states that there were no entries; our own header has a word for that."""
    texts = {text for text in cells if heading_key(text)}
    return len(texts) <= _MOST_TEXTS_BESIDE and any(map(states_nothing_bought, texts))


def _same(column: LayoutColumn, other: LayoutColumn) -> bool:
    return (
        column.role == other.role
        and column.role not in {"ignored", "total"}
        and (column.fields, column.without, column.month)
        == (other.fields, other.without, other.month)
    )


def _parts(lines: list[list[str]]) -> dict[int, list[str]]:
    """Return the headings of each column, downwards; what is repeated counts once."""
    parts = {}
    for number in range(min(max(map(len, lines)), _MOST_COLUMNS)):
        texts = [line[number] for line in lines if number < len(line) and heading_key(line[number])]
        if texts:
            parts[number] = list(dict.fromkeys(map(folded, texts)))
    return parts


def spread(sheet: Worksheet, row: int, *, is_above: bool) -> list[str]:
    """Return the texts of a row; the text of merged cells is repeated in each column."""
    texts = list(sheet.rows[row])
    is_merged = False
    for top, left, bottom, right in sheet.merged:
        is_merged = is_merged or top <= row <= bottom
        if top == row and left < len(texts):
            for column in range(left + 1, min(right + 1, len(texts))):
                texts[column] = texts[left]
    if is_above and not is_merged:
        below = sheet.rows[row + 1]
        # Files without merged cells leave them empty, so the text before extends over them.
        for column in range(1, len(texts)):
            if not texts[column] and column < len(below) and below[column]:
                texts[column] = texts[column - 1]
    return texts


def _column(
    parts: list[str], layout: Layout, month: Month | None
) -> tuple[LayoutColumn | None, int]:
    """Return the column of headings, given downwards, and how well they fit it."""
    if found := _known_column(parts, layout):
        return found
    if month and layout.marks:
        return LayoutColumn((), role="mark", month=dates.write_month(month)), 0
    if month:
        return LayoutColumn((layout.months,), "count", month=dates.write_month(month)), 0
    if layout.months and (is_total(parts[-1]) or fold(parts[-1]).startswith("รวม")):
        return LayoutColumn((), role="total"), 0
    return None, 0


def _known_column(parts: list[str], layout: Layout) -> tuple[LayoutColumn, int] | None:
    joined = [" ".join(parts[first:]) for first in range(len(parts))]
    for text in dict.fromkeys([joined[0], f"{parts[0]} {parts[-1]}", *joined[1:-1]]):
        if found := layout.known.get(heading_key(text)):
            return found
    for above in reversed(parts[:-1]):
        pair = layout.known.get(heading_key(above))
        if pair and (column := column_of_pair(pair[0], parts[-1])):
            return column, pair[1]
    return layout.known.get(heading_key(parts[-1]))


def column_below(
    sheet: Worksheet, header: Header, number: int, end: int | None = None
) -> list[int]:
    """Return the rows below a header, to an end, that are not blank in a column."""
    return [
        row
        for row in range(header.first_row, len(sheet.rows) if end is None else end)
        if not writing.is_blank(sheet.cell(row, number))
    ]


def suggestion(text: str, layout: Layout) -> str:
    """Return the Thai name of the field that an unknown heading may mean."""
    near = nearest(heading_key(text), layout.known)
    names = layout.known[near][0].fields if near else ()
    return layout.title(names[0]) if names else ""


def headers_below(sheet: Worksheet, layout: Layout, year: int, header: Header) -> list[Header]:
    """Return this header and those of further tables below it on the sheet."""
    headers = [header]
    lead = header.at(layout.needs)
    text = next(
        (t for row in range(header.row, header.first_row) if (t := sheet.cell(row, lead or 0))), ""
    )
    for row in range(header.first_row, len(sheet.rows)):
        if text and sheet.cell(row, lead or 0) == text:
            again = _header(sheet, layout, year, row, header.height)
            if again.texts and again.texts.items() <= header.texts.items():
                # What the cells of the first page tell is true of the next ones.
                columns = dict(header.columns)
                headers.append(replace(header, row=row, columns=columns, is_repeated=True))
            elif _score(again, layout):
                headers.append(again)
    return headers
