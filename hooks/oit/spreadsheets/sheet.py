"""A sheet of text cells that knows the place of each cell in the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.characters import FORBIDDEN
from oit.spreadsheets.cells import column_letters
from oit.thai.identity_search import mask_for_message

_LONGEST_SHOWN = 60
_UNSHOWN = re.compile(rf"\s+|{FORBIDDEN.pattern}")


@lru_cache(maxsize=1_000)  # the places of all cells begin with the same title
def shown(text: str) -> str:
    """Prepare a text of a file for a message: one short line, without control characters."""
    plain = FORBIDDEN.sub("", _UNSHOWN.sub(" ", text[:1000])).strip()
    plain = mask_for_message(plain)
    return plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN] + "…"


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Return a cell's text on one line, without characters that data files must not contain."""
    if text.isascii() and text.isprintable():  # as numbers and days, of which tables are full
        return " ".join(text.split())
    return " ".join(FORBIDDEN.sub(" ", text).split()).strip("\u200b\ufeff ")


class Merge(NamedTuple):
    """A range of merged cells; rows and columns count from 0, and the last ones are included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Worksheet:
    """A sheet of a workbook, or a file without sheets."""

    file: str
    name: str
    """Empty if the file has no sheets."""
    rows: list[list[str]]
    merged: Sequence[Merge] = ()
    paths: Sequence[str] = ()
    """The place of each row in a file without rows: ``result[0].contract[1]``."""
    hidden: Sequence[range] = ()
    """The hidden rows, if they were kept."""
    remarks: list[tuple[Bilingual, Bilingual]] = field(default_factory=list)
    """Cells without a usable value: the place and the reason."""

    @property
    def title(self) -> str:
        """The sheet's name for people."""
        return f"{self.file} [{shown(self.name)}]" if self.name else self.file

    def place(self, row: int, column: int | None = None) -> Bilingual:
        """Name the place of a row or a cell; both count from 0."""
        if self.paths and self.paths[row]:
            return Bilingual(*[f"{self.title} {self.paths[row]}"] * 2)
        th, en = f"{self.title} แถว {row + 1}", f"{self.title} row {row + 1}"
        if column is None:
            return Bilingual(th, en)
        letters = column_letters(column + 1)
        return Bilingual(f"{th} คอลัมน์ {letters}", f"{en} column {letters}")

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell, which is empty outside the rows."""
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""
