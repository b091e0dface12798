"""Look for personal data in the values of a file, in columns of cells, and in published files."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from oit.checks.personal.text import PAGE, Passage, passages
from oit.findings.finding import Place
from oit.source import Mapping, Scalar, SourceFile, Value
from oit.thai.identity_search import Kind, Match, Why, find, id_heading, names_a_number, runs


class InFile(NamedTuple):
    """A match in a published file: what its places are counted in, and where it is."""

    unit: str
    at: str
    match: Match


def scan_cells(cells: Sequence[str], heading: str = "") -> Iterator[tuple[int, Match]]:
    """Yield what is found in the cells of a column, with the index of the cell.

    Args:
        cells: the cells; they are looked at together, which is fast where there is nothing.
        heading: what stands over them.
    """
    for index in _worth_a_look(cells):
        for match in find(cells[index], heading):
            yield index, match


def _worth_a_look(cells: Sequence[str]) -> list[int]:
    """Return the indexes of the cells that have enough digits."""
    found = [start for start, _ in runs("\n".join(cells))]
    if not found:
        return []
    starts = list(accumulate((len(cell) + 1 for cell in cells), initial=0))
    return list(dict.fromkeys(bisect_right(starts, start) - 1 for start in found))


def scan_document(document: SourceFile) -> Iterator[tuple[str, Place, Match]]:
    """Yield what is found in the values of a data file: the field, the place and the match."""
    texts = list(values(document.root))
    lines = document.text.splitlines()
    for index in _worth_a_look([text for _, text in texts]):
        field, text = texts[index]
        # What the field is called says what its numbers are.
        for match in find(text, field):
            yield field, _place(text, text[match.start : match.end], document, lines), match


def values(value: Value, field: str = "") -> Iterator[tuple[str, Scalar]]:
    """Yield every text of a document with the name of the field that it stands in."""
    if isinstance(value, Scalar):
        yield field, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from values(inner, name)
    else:
        for entry in value:
            yield from values(entry, field)


def _place(text: Scalar, written: str, document: SourceFile, lines: list[str]) -> Place:
    """Return where a number stands in a text, which may be of many lines."""
    for number, line in enumerate(lines[text.line - 1 :], start=text.line):
        column = line.find(written, text.column - 1 if number == text.line else 0)
        if column >= 0:
            return Place(document.file, number, column + 1)
    return document.place(text)


def scan_file(file: Path) -> Iterator[InFile]:
    """Yield what is found in the text of a published file.

    Raises:
        UnreadError: the file, or what follows, cannot be looked through.
    """
    heading = ""
    for passage in passages(file):
        text = "\n".join(passage.texts)
        # A list goes on over the page; its head does not always.
        heading = id_heading(text) or heading
        found = list(
            _in_sheet(passage, heading) if passage.columns > 1 else _in_text(passage, text, heading)
        )
        yield from dict.fromkeys(found)
        if not any(one.match.kind is Kind.NATIONAL_ID for one in found):
            heading = ""


def _in_text(passage: Passage, text: str, heading: str) -> Iterator[InFile]:
    starts = list(accumulate((len(cell) + 1 for cell in passage.texts), initial=0))
    found = list(find(text, heading))
    if passage.unit is PAGE:
        found += _torn(text, found)
    for match in found:
        index = bisect_right(starts, match.start) - 1
        yield InFile(passage.unit.name, passage.at(index), match)


def _torn(text: str, found: Iterable[Match]) -> Iterator[Match]:
    """Yield the ids that a narrow column of a page tears into lines."""
    known = {match.digits for match in found}
    for match in find(text.replace("\n", "")):
        if (match.kind, match.why) == (Kind.NATIONAL_ID, Why.SHAPE) and match.digits not in known:
            yield match._replace(start=0, end=0)


def _in_sheet(passage: Passage, heading: str) -> Iterator[InFile]:
    texts = passage.texts
    heads: dict[int, str] = {}
    for index in _worth_a_look(texts):
        column = index % passage.columns
        if column not in heads:
            above = texts[column : index + 1 : passage.columns]
            heads[column] = next(filter(names_a_number, above), "")
        left = texts[index - 1] if column else ""
        for match in find(texts[index], f"{heading} {heads[column]} {left}"):
            yield InFile(passage.unit.name, passage.at(index), match)
