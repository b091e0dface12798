"""Find the header of a table in a sheet, and what each of its columns contains."""

import re
from dataclasses import dataclass, field

from oit.findings.codes.unknown_field import nearest
from oit.intake.imports.layout import Layout, LayoutColumn, heading_key
from oit.intake.imports.named_months import named_months
from oit.spreadsheets.sheet import Worksheet, folded
from oit.thai import dates, writing
from oit.thai.calendar import Month

_NUMBER = re.compile(r"[\d\s/._-]+")
_ROWS_SEARCHED = 40
_MOST_ROWS = 3
_MOST_COLUMNS = 500


@dataclass
class Header:
    """The rows of a sheet that name its columns."""

    row: int
    height: int
    columns: dict[int, LayoutColumn] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    """The heading of each column, known or not."""
    repeated: dict[int, str] = field(default_factory=dict)
    """Columns that repeat another one, with the heading of that one."""

    @property
    def first_row(self) -> int:
        """The first row below it."""
        return self.row + self.height

    def at(self, name: str) -> int | None:
        """Return the column of a field, or of a role."""
        return next(
            (n for n, column in self.columns.items() if name in (*column.fields, column.role)), None
        )

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


def _score(header: Header, layout: Layout) -> float:
    fields = header.fields
    if layout.needs not in fields or len(header.columns) < 2:
        return 0
    others = sum(column.role != "field" for column in header.columns.values())
    months = sum(bool(column.month) for column in header.columns.values())
    return len(fields) + others / 2 + months - header.height / 10


def _header(sheet: Worksheet, layout: Layout, year: int, row: int, height: int) -> Header:
    header = Header(row, height)
    last = min(row + height, len(sheet.rows)) - 1
    lines = [_spread(sheet, number, is_above=number < last) for number in range(row, last + 1)]
    if len(lines) < height:
        return header
    ranks: dict[int, int] = {}
    for number in range(min(max(map(len, lines)), _MOST_COLUMNS)):
        parts = [line[number] for line in lines if number < len(line) and heading_key(line[number])]
        parts = list(dict.fromkeys(map(folded, parts)))
        if not parts:
            continue
        header.texts[number] = " ".join(parts)
        column, rank = _column(parts, layout, year)
        if column is None:
            continue
        same = next((n for n, other in header.columns.items() if _same(other, column)), None)
        if same is not None and ranks[same] <= rank:
            header.repeated[number] = header.texts[same]
        else:
            if same is not None:
                header.repeated[same] = header.texts[number]
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


def _same(column: LayoutColumn, other: LayoutColumn) -> bool:
    return (
        column.role == other.role
        and column.role not in {"ignored", "total"}
        and (column.fields, column.without, column.month)
        == (other.fields, other.without, other.month)
    )


def _spread(sheet: Worksheet, row: int, *, is_above: bool) -> list[str]:
    """Return the texts of a row; the text of merged cells is repeated in each column."""
    texts = list(sheet.rows[row])
    for top, left, _, right in sheet.merged:
        if top == row and left < len(texts):
            for column in range(left + 1, min(right + 1, len(texts))):
                texts[column] = texts[left]
    if is_above and not sheet.merged:
        below = sheet.rows[row + 1]
        # Files without merged cells leave them empty, so the text before extends over them.
        for column in range(1, len(texts)):
            if not texts[column] and column < len(below) and below[column]:
                texts[column] = texts[column - 1]
    return texts


def _column(parts: list[str], layout: Layout, year: int) -> tuple[LayoutColumn | None, int]:
    candidates = dict.fromkeys(
        [" ".join(parts), parts[-1], *([parts[0]] if len(parts) == 1 else [])]
    )
    for text in candidates:
        if found := layout.known.get(heading_key(text)):
            return found
    if (layout.months or layout.marks) and _is_month(parts[-1], year):
        month = dates.write_month(_months_of_heading(parts[-1], year)[0])
        if layout.marks:
            return LayoutColumn((), role="mark", month=month), 0
        return LayoutColumn((layout.months,), "count", month=month), 0
    return None, 0


def _is_month(text: str, year: int) -> bool:
    return len(folded(text)) < 20 and len(_months_of_heading(text, year)) == 1


def _months_of_heading(text: str, year: int) -> tuple[Month, ...]:
    """Return the months of a heading, which may be a number alone: ``10/2568``."""
    name = writing.arabic(folded(text))
    is_number = _NUMBER.fullmatch(name) is not None
    return dates.find_months(name, year) if is_number else named_months(name, year).months


def column_below(sheet: Worksheet, header: Header, number: int) -> list[int]:
    """Return the rows below a header that are not blank in a column."""
    return [
        row
        for row in range(header.first_row, len(sheet.rows))
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
            if _score(again, layout):
                headers.append(again)
    return headers
