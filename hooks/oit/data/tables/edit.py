"""Change single rows of a CSV file as text; every other row stays byte for byte.

Quotes, line ends and a byte order mark stay as the office's program wrote them. The result is read
again; if it does not say exactly what was intended, the edit is refused. A cell that a spreadsheet
would run as a formula is written inert, as an import writes it.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from oit.data.tables.sheet import LONGEST_CELL
from oit.spreadsheets.cells import inert, original

_BOM = "\ufeff"
_CELL = re.compile(r'"(?:[^"]|"")*+"|[^,]*+')
_TO_QUOTE = re.compile(r'[,"\r\n]')

Cells = Mapping[str, str]
"""The texts of a row by the names of their columns, as people read them."""


class NotPossibleError(Exception):
    """An edit that cannot be made without changing something else."""


@dataclass(frozen=True)
class _Row:
    """A row, the text that it was read from, and the line where it begins."""

    line: int
    cells: list[str]
    """As in the file: texts that look like formulas are marked."""
    raw: str
    end: str
    """What ends its last line; empty at the end of some files."""
    gap: str = ""
    """The empty lines before it."""

    @property
    def text(self) -> str:
        return f"{self.gap}{self.raw}{self.end}"

    @property
    def raw_cells(self) -> list[str]:
        found, start = [], 0
        while True:
            match = _CELL.match(self.raw, start)
            found.append(match[0] if match else "")
            start += len(found[-1]) + 1
            if start > len(self.raw):
                return found


class TableText:
    """The text of a CSV file with a header."""

    def __init__(self, text: str) -> None:
        """Split a text into its rows.

        Raises:
            NotPossibleError: it has no header, or cannot be read.
        """
        self._bom = _BOM if text.startswith(_BOM) else ""
        self._rows, self._tail = _split(text.removeprefix(_BOM))
        if not self._rows:
            raise NotPossibleError
        self.header = self._rows[0].cells
        """The names of the columns."""
        self._empty = dict.fromkeys(self.header, "")

    @property
    def text(self) -> str:
        """The text of the file."""
        return self._bom + "".join(row.text for row in self._rows) + self._tail

    @cached_property
    def rows(self) -> list[tuple[int, dict[str, str]]]:
        """The line where each row begins, and its texts by column."""
        return [(row.line, self._texts(row)) for row in self._rows[1:]]

    def change(self, line: int, cells: Cells) -> "TableText":
        """Return the table with other texts in some cells of the row that begins on a line.

        Raises:
            NotPossibleError: the edit would change something else.
        """
        table = self._with_columns(cells)
        cells = {name: text for name, text in cells.items() if name in table.header}
        number = table._number(line)
        row = table._rows[number]
        raw, texts = row.raw_cells, table._texts(row)
        if len(raw) != len(table.header):
            raise NotPossibleError
        for name, text in cells.items():
            if text != texts[name]:
                at = table.header.index(name)
                raw[at] = _written(text, quoted=raw[at].startswith('"'))
        changed = replace(row, raw=",".join(raw))
        rows = [*table._rows[:number], changed, *table._rows[number + 1 :]]
        intended = list(table.rows)
        intended[number - 1] = (line, {**texts, **cells})
        return table._verified(rows, intended)

    def add(self, cells: Cells, after: int | None = None) -> "TableText":
        """Return the table with another row, behind that of a line or at the end.

        Line 0 is that of the header, wherever it is.

        Raises:
            NotPossibleError: the edit would change something else.
        """
        table = self._with_columns(cells)
        number = len(table._rows)
        if after is not None:
            number = table._number(after) + 1 if after else 1
        before = table._rows[number - 1]
        quoted = number > 1 and all(cell.startswith('"') for cell in before.raw_cells)
        texts = {name: cells.get(name, "") for name in table.header}
        end = next((row.end for row in table._rows if row.end), "\n")
        raw = ",".join(_written(text, quoted=quoted) for text in texts.values())
        rows = list(table._rows)
        rows[number - 1] = replace(before, end=before.end or end)
        rows.insert(number, _Row(0, [], raw or '""', before.end))
        intended = list(table.rows)
        intended.insert(number - 1, (0, texts))
        return table._verified(rows, intended)

    def remove(self, line: int) -> "TableText":
        """Return the table without the row that begins on a line.

        Raises:
            NotPossibleError: there is no such row.
        """
        number = self._number(line)
        rows = [*self._rows[:number], *self._rows[number + 1 :]]
        intended = list(self.rows)
        del intended[number - 1]
        return self._verified(rows, intended)

    def _with_columns(self, cells: Cells) -> "TableText":
        """Return the table with a column for each text that has none, behind the others."""
        new = [name for name, text in cells.items() if text and name not in self.header]
        if not new:
            return self
        width = len(self.header)
        if any(len(row.cells) != width for row in self._rows):
            raise NotPossibleError
        head, *rest = self._rows
        commas = "," * len(new)
        rows = [
            replace(head, raw=",".join([head.raw, *new])),
            *(replace(row, raw=row.raw + commas) for row in rest),
        ]
        empty = dict.fromkeys(new, "")
        return self._verified(rows, [(line, {**texts, **empty}) for line, texts in self.rows])

    def _number(self, line: int) -> int:
        for number, row in enumerate(self._rows):
            if row.line == line and number:
                return number
        raise NotPossibleError

    def _texts(self, row: _Row) -> dict[str, str]:
        # A row with another width has a finding; its cells are shown as far as they have a column.
        texts = dict(zip(self.header, map(original, row.cells), strict=False))
        return texts if len(texts) == len(self.header) else {**self._empty, **texts}

    def _verified(
        self, rows: Sequence[_Row], intended: Sequence[tuple[int, dict[str, str]]]
    ) -> "TableText":
        result = TableText(self._bom + "".join(row.text for row in rows) + self._tail)
        if [texts for _, texts in result.rows] != [texts for _, texts in intended]:
            raise NotPossibleError
        return result


def _split(text: str) -> tuple[list[_Row], str]:
    """Split a text into rows; also return the empty lines behind the last."""
    lines = list(io.StringIO(text, newline=""))
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(iter(lines), strict=True)
    rows, start, gap = [], 0, ""
    try:
        for cells in reader:
            own = "".join(lines[start : reader.line_num])
            start, first = reader.line_num, start + 1
            if not cells:
                gap += own
                continue
            raw = own.rstrip("\r\n")
            rows.append(_Row(first, cells, raw, own[len(raw) :], gap))
            gap = ""
    except csv.Error:
        raise NotPossibleError from None
    return rows, gap


def _written(text: str, *, quoted: bool) -> str:
    cell = inert(text)
    return '"' + cell.replace('"', '""') + '"' if quoted or _TO_QUOTE.search(cell) else cell
