"""Tables drawn in text: a line is a row, ``|`` separates cells, ``⏎`` breaks a line in a cell."""

from collections.abc import Sequence

from oit.intake.imports.layout import layout
from oit.intake.imports.reading import read_sheets
from oit.intake.imports.sheet_reading import SheetReading
from oit.spreadsheets.sheet import Merge, Worksheet


def read_table(
    kind: str, drawn: str, merged: Sequence[tuple[int, int, int, int]] = (), year: int = 2569
) -> SheetReading:
    """Read a drawn table; ``merged`` are ranges: top, left, bottom, right."""
    rows = [
        [cell.strip(" ").replace("⏎", "\n") for cell in line.split("|")]
        for line in drawn.strip("\n").split("\n")
    ]
    sheet = Worksheet("a.xlsx", "ต.ค. 68", rows, [Merge(*range_) for range_ in merged])
    return read_sheets([sheet], layout(kind), year)[0]


def values(reading: SheetReading, *names: str) -> list[tuple[str, ...]]:
    """Return some fields of the entries; absent ones are empty."""
    return [tuple(entry.values.get(name, "") for name in names) for entry in reading.entries]


def told(reading: SheetReading) -> list[str]:
    """Return what was not imported, with its place."""
    return [f"{place.en}: {words.en}" for place, words in reading.not_imported]
