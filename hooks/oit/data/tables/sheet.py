"""Split a CSV file into rows, each with the line on which it begins."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from oit.characters import FORBIDDEN, code_point
from oit.findings.codes import odd_character, table_row
from oit.findings.finding import Finding, Place
from oit.source import SourceFile
from oit.source.read import decode, load

MAX_BYTES = 100_000_000
LONGEST_CELL = 131_072
"""The longest cell in characters; a longer one has a quote that is not closed."""

NOT_IN_CELLS = re.compile(rf"\t|{FORBIDDEN.pattern}")
"""The characters that no table may contain."""


@dataclass
class Sheet:
    """The rows of a file, the header first; no rows if there are findings."""

    rows: list[list[str]] = field(default_factory=list)
    lines: Sequence[int] = ()
    """The line of the file where each row begins."""
    findings: list[Finding] = field(default_factory=list)


def read_sheet(path: Path, folder: Path, shown: str) -> Sheet:
    """Read a CSV file inside ``folder``; ``shown`` is its name in findings."""
    document = SourceFile(shown)
    data = load(path, folder, document, MAX_BYTES)
    text = None if data is None else decode(data, document)
    if text is None:
        return Sheet(findings=document.findings)
    findings = list(_character_faults(text, shown))
    try:
        sheet = _apart(text)
    except csv.Error as error:
        return Sheet(findings=[*findings, _broken(text, error, shown)])
    return Sheet(findings=findings) if findings else sheet


def _apart(text: str) -> Sheet:
    """Split a text into rows; empty lines are skipped.

    Raises:
        csv.Error: a quote is not closed, or a cell is longer than 128 kB.
    """
    reader = _reader(text)
    rows = list(reader)
    begins: Sequence[int] = range(1, len(rows) + 1)
    if reader.line_num != len(rows):
        # Some cells have several lines; read again to see which.
        reader = _reader(text)
        ends = [0, *(reader.line_num for _ in reader)]
        begins = [end + 1 for end in ends[:-1]]
    if not all(rows):
        begins = [line for line, row in zip(begins, rows, strict=True) if row]
        rows = [row for row in rows if row]
    return Sheet(rows, begins)


def _reader(text: str) -> Any:
    # The limit is global, and another library may have changed it.
    csv.field_size_limit(LONGEST_CELL)
    # Python does not name the type of what this returns.
    return csv.reader(io.StringIO(text, newline=""), strict=True)


def _broken(text: str, error: csv.Error, shown: str) -> Finding:
    """Report the row from which a table cannot be read."""
    reader, good = _reader(text), 0
    with suppress(csv.Error):
        while True:
            next(reader)
            good = reader.line_num
    return table_row.BROKEN.at(Place(shown, good + 1), reason=table_row.explain(str(error)))


def _character_faults(text: str, shown: str) -> Iterator[Finding]:
    """Report the characters that no table may contain."""
    if not NOT_IN_CELLS.search(text):
        return
    # Lines end here where ``csv`` ends them; ``splitlines`` would end some at such a character.
    for number, line in enumerate(io.StringIO(text, newline=None), start=1):
        if match := NOT_IN_CELLS.search(line):
            place = Place(shown, number, match.start() + 1)
            yield odd_character.CODE.at(place, code=code_point(match[0]))
