"""A workbook of XlsxWriter whose sheets also take whole columns, which is much faster.

XlsxWriter makes an object and the markup of each cell anew, which is most of the time of a large
table. Here the markup of equal cells is made once, and rows are joined as text. All else remains
XlsxWriter's (styles, texts, filters), and programs read the same cells as if it had written them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any, TypeAlias, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings, SharedStringTable
from xlsxwriter.worksheet import Worksheet

from oit.spreadsheets.cells import column_letters

_ROW = "#"
"""Stands for the number of the row in the markup of a cell, which has no such sign."""
_TEXT = ' t="s"'
"""The type of a cell that contains a text."""

LARGE = 1_000_000
"""The characters from which a part is compressed at a lower level than that of XlsxWriter."""
_LEVEL = 5
"""Takes 60 % of the time of level 6, and the file is 2 % larger."""
_TOGETHER = 64

T = TypeVar("T")
Value: TypeAlias = int | Decimal | str
"""A number, a text, or the markup of a rich text (``rich_text``)."""
Content: TypeAlias = tuple[Value, Format | None]
"""What a cell contains, and its format."""


class ColumnSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet with a first row that is written cell by cell, and with columns below it."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[list[str]] = []
        """The markup of the cells of each column."""

    def add_column(
        self, cells: Sequence[T | None], contents_of: Callable[[Sequence[T]], Iterable[Content]]
    ) -> None:
        """Add the next column, below its cell in the first row.

        Args:
            cells: the values of the cells; ``None`` is an empty cell.
            contents_of: returns what cells with these values contain.
        """
        # By identity: equal decimals may differ in digits, and most equal texts are one object.
        distinct = {id(cell): cell for cell in cells if cell is not None}
        start = f'<c r="{column_letters(len(self._columns) + 1)}{_ROW}"'
        contents = contents_of([*distinct.values()])
        markup = dict(zip(distinct, self._markup(start, contents), strict=True))
        markup[id(None)] = ""
        column = [*map(markup.__getitem__, map(id, cells))]
        last = next((row for row in range(len(cells), 0, -1) if column[row - 1]), 0)
        self._check_dimensions(last, len(self._columns))
        self._columns.append(column)

    def _markup(self, start: str, contents: Iterable[Content]) -> Iterator[str]:
        """Yield the markup of cells."""
        starts: dict[Format | None, str] = {None: start}
        texts = self.str_table.string_table
        for value, cell_format in contents:
            if cell_format and cell_format not in starts:
                starts[cell_format] = f'{start} s="{cell_format._get_xf_index()}"'
            if isinstance(value, str):
                number = texts.setdefault(value, len(texts))
                yield f"{starts[cell_format]}{_TEXT}><v>{number}</v></c>"
            else:
                yield f"{starts[cell_format]}><v>{value:.16G}</v></c>"
        self.str_table.unique_count = len(texts)

    def _write_rows(self) -> None:
        """Write the first row and the columns; XlsxWriter calls this."""
        self.dim_rowmax = self.dim_rowmin  # it knows no other row
        super()._write_rows()
        for row, cells in enumerate(zip(*self._columns, strict=True), start=2):
            if markup := "".join(cells):
                self.str_table.count += markup.count(_TEXT)
                self.fh.write(f'<row r="{_ROW}">{markup}</row>'.replace(_ROW, str(row)))


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
        self.large: list[tuple[StringIO, str]] = []
        super()._store_workbook()
        with ZipFile(self.filename, "a") as archive:
            for text, name in self.large:
                part = ZipInfo(name)  # without a time, as all parts
                part.compress_type = ZIP_DEFLATED
                archive.writestr(part, text.getvalue(), compresslevel=_LEVEL)
        for sheet in self.worksheets():
            vars(sheet).clear()


class _Packager(Packager):  # type: ignore[misc]  # as above
    def _create_package(self) -> list[tuple[Any, str, bool]]:
        """Return the parts that XlsxWriter compresses, and leave the large ones to the book."""
        small = []
        for text, name, is_binary in super()._create_package():
            if not is_binary and text.tell() > LARGE:
                self.workbook.large.append((text, name))
            else:
                small.append((text, name, is_binary))
        return small

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
