"""A workbook of XlsxWriter whose sheets also take whole columns, which is much faster.

XlsxWriter makes an object and the markup of each cell anew, which is most of the time of a large
table. Here the markup of equal cells is made once, and rows are joined as text. All else remains
XlsxWriter's (styles, texts, filters), and the file has the bytes that it would write cell by cell.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias, TypeVar

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings, SharedStringTable
from xlsxwriter.worksheet import Worksheet

from oit.spreadsheets.cells import column_letters

_BLOCK = 16
"""A row names the first and the last cell that any row of its block has."""
_ROW = "#"
"""Stands for the number of the row in the markup of a cell, which has no such sign."""

_TOGETHER = 64

T = TypeVar("T")
Value: TypeAlias = int | Decimal | str
"""A number, a text, or the markup of a rich text (``rich_text``)."""


class _Column(NamedTuple):
    markup: list[str]
    """That of each distinct content, from its type on."""
    formats: list[Format | None]
    """Those of the contents."""
    cells: list[int]
    """The number of each cell's content, from 1; 0 for an empty cell."""


class ColumnSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet with a first row that is written cell by cell, and with columns below it."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[_Column] = []

    def add_column(
        self, cells: Sequence[T | None], content_of: Callable[[T], tuple[Value, Format | None]]
    ) -> None:
        """Add the next column, below its cell in the first row.

        Args:
            cells: the values of the cells; ``None`` is an empty cell.
            content_of: returns what a cell with this value contains, and its format.
        """
        # By identity: equal decimals may differ in digits, and most equal texts are one object.
        distinct: dict[int, Any] = dict(zip(map(id, cells), cells, strict=True))
        distinct.pop(id(None), None)
        numbers = {identity: number for number, identity in enumerate(distinct, start=1)}
        numbers[id(None)] = 0
        column = _Column([], [], [*map(numbers.__getitem__, map(id, cells))])
        texts, is_text = self.str_table.string_table, [False]
        for cell in distinct.values():
            value, cell_format = content_of(cell)
            is_text.append(isinstance(value, str))
            if is_text[-1]:
                column.markup.append(f' t="s"><v>{texts.setdefault(value, len(texts))}</v></c>')
            else:
                column.markup.append(f"><v>{value:.16G}</v></c>")
            column.formats.append(cell_format)
        self.str_table.count += sum(map(is_text.__getitem__, column.cells))
        self.str_table.unique_count = len(texts)
        last = next((row for row in range(len(cells), 0, -1) if column.cells[row - 1]), 0)
        self._check_dimensions(last, len(self._columns))
        self._columns.append(column)

    def _write_rows(self) -> None:
        """Write the first row and the columns; XlsxWriter calls this."""
        super()._write_rows()
        self._number_formats()
        spans = [*self._spans()]
        columns = [self._complete(index) for index in range(len(self._columns))]
        for row, cells in enumerate(zip(*columns, strict=True), start=1):
            if markup := "".join(cells):
                start = f'<row r="{_ROW}" spans="{spans[row // _BLOCK]}">'
                self.fh.write(f"{start}{markup}</row>".replace(_ROW, str(row + 1)))

    def _number_formats(self) -> None:
        """Number the formats by their first cells, row by row, as XlsxWriter does."""
        first = [
            (column.cells.index(column.formats.index(cell_format) + 1), index, cell_format)
            for index, column in enumerate(self._columns)
            for cell_format in {*column.formats} - {None}
        ]
        for *_, cell_format in sorted(first, key=lambda place: place[:2]):
            _style(cell_format)

    def _spans(self) -> Iterator[str]:
        """Yield the numbers of the first and the last column of each block of rows."""
        columns = [column.cells for column in self._columns]
        rows = len(columns[0]) if columns else 0
        for start in range(-1, rows, _BLOCK):  # the first row is above the columns, and full
            block = slice(max(start, 0), start + _BLOCK)
            filled = [
                n for n, cells in enumerate(columns, start=1) if start < 0 or any(cells[block])
            ]
            yield f"{filled[0]}:{filled[-1]}" if filled else ""

    def _complete(self, index: int) -> Iterator[str]:
        """Return the markup of each cell of a column."""
        markup, formats, cells = self._columns[index]
        name = f'<c r="{column_letters(index + 1)}{_ROW}"'
        starts = {cell_format: f"{name}{_style(cell_format)}" for cell_format in {*formats}}
        complete = ["", *(starts[f] + end for end, f in zip(markup, formats, strict=True))]
        return map(complete.__getitem__, cells)


def _style(cell_format: Format | None) -> str:
    """Return the style of a cell as an attribute."""
    return f' s="{cell_format._get_xf_index()}"' if cell_format else ""


def rich_text(parts: Sequence[str]) -> str:
    """Return the markup of the parts of a text, as XlsxWriter keeps it among the texts."""
    sheet = Worksheet()
    sheet.str_table = SharedStringTable()
    sheet.write_rich_string(0, 0, *parts)
    (markup,) = sheet.str_table.string_table
    return str(markup)


class ColumnBook(Workbook):  # type: ignore[misc]  # as above
    """A workbook that may have such sheets."""

    def _get_packager(self) -> Packager:
        return _Packager()

    def _store_workbook(self) -> None:
        """Write the workbook, and let go of it: books and sheets refer to each other."""
        super()._store_workbook()
        for sheet in self.worksheets():
            vars(sheet).clear()


class _Packager(Packager):  # type: ignore[misc]  # as above
    def _write_shared_strings_file(self) -> None:
        texts = _Texts()
        texts.string_table = self.workbook.str_table
        if texts.string_table.count:
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            texts._assemble_xml_file()


class _Texts(SharedStrings):  # type: ignore[misc]  # as above
    def _write_sst_strings(self) -> None:
        """Write the texts; most of them need no escapes, so they are tested together."""
        texts = self.string_table.string_array
        for start in range(0, len(texts), _TOGETHER):
            some = texts[start : start + _TOGETHER]
            if _are_plain(some):
                self.fh.write(f"<si><t>{'</t></si><si><t>'.join(some)}</t></si>")
            else:
                for text in some:
                    self._write_si(text)


def _are_plain(texts: Sequence[str]) -> bool:
    """Tell whether texts are written as they are, and without blanks at their ends."""
    joined = "".join(texts)
    return (
        joined.isprintable()
        and not any(map(joined.__contains__, ("&", "<", ">", "_x")))
        and [*map(str.strip, texts)] == texts
    )
