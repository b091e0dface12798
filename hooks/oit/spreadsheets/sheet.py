"""A sheet of text cells, as the file has it, that can say where each cell stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.characters import FORBIDDEN
from oit.spreadsheets.cells import column_letters
from oit.thai.concealed import concealed

_LONGEST_SHOWN = 60
_UNSHOWN = re.compile(rf"\s+|{FORBIDDEN.pattern}")


def shown(text: str) -> str:
    """Show a text of a file in a message: on one line, short, and harmless to a terminal."""
    plain = FORBIDDEN.sub("", _UNSHOWN.sub(" ", text[:1000])).strip()
    plain = concealed(plain)
    return plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN] + "…"


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Return a cell's text on one line, without what no data file may hold."""
    return " ".join(FORBIDDEN.sub(" ", text).split()).strip("\u200b\ufeff ")


class Merge(NamedTuple):
    """Cells made one; rows and columns count from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Worksheet:
    """A sheet of a workbook, or the whole of a plain file."""

    file: str
    name: str
    """Empty where the file has no sheets."""
    rows: list[list[str]]
    merged: Sequence[Merge] = ()
    paths: Sequence[str] = ()
    """Where each row stands in a file that has no rows: ``result[0].contract[1]``."""
    remarks: list[tuple[Bilingual, Bilingual]] = field(default_factory=list)
    """Cells that the file has and that hold no value, and why: place and words."""

    @property
    def title(self) -> str:
        """The sheet's name for people."""
        return f"{self.file} [{shown(self.name)}]" if self.name else self.file

    def place(self, row: int, column: int | None = None) -> Bilingual:
        """Say where a row or a cell stands, both counted from 0."""
        if self.paths and self.paths[row]:
            return Bilingual(*[f"{self.title} {self.paths[row]}"] * 2)
        th, en = f"{self.title} แถว {row + 1}", f"{self.title} row {row + 1}"
        if column is None:
            return Bilingual(th, en)
        letters = column_letters(column + 1)
        return Bilingual(f"{th} คอลัมน์ {letters}", f"{en} column {letters}")

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell; beyond the rows and their ends there is none."""
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""
