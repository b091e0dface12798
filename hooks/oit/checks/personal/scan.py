"""Search for personal data in published files."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from pathlib import Path

from oit.checks.personal.cells import candidates
from oit.checks.personal.passage import (
    CELL,
    COUNTED,
    LINE,
    NAME,
    PAGE,
    PARAGRAPH,
    InFile,
    Passage,
)
from oit.checks.personal.text import passages
from oit.thai.identity_search import Kind, Match, Why, find, id_heading, names_a_number

_BOX = re.compile(r"\s*[0-9\u0e50-\u0e59]{1,5}\s*")
_FEWEST_BOXES = 5


def scan_file(file: Path) -> Iterator[InFile]:
    """Yield the matches in the text of a published file.

    Raises:
        UnreadError: the file, or the rest of it, cannot be searched.
    """
    return search(file, passages(file))


def search(file: Path, contents: Iterable[Passage]) -> Iterator[InFile]:
    """Yield the matches in the name and the contents of a file."""
    heading, unit = "", None
    known: set[tuple[Kind, str]] = set()
    # The ending would make a number part of a name.
    for passage in chain([Passage(NAME, [file.stem])], contents):
        if passage.trace:
            match = Match(passage.trace, "", 0, 0, Why.SHAPE)
            yield InFile(passage.unit.name, passage.at(0), match)
            continue
        text = "\n".join(passage.texts)
        # A list may continue on the next page, where its heading is not always repeated.
        heading = id_heading(text) or (heading if passage.unit is unit else "")
        unit = passage.unit
        found = list(
            _in_sheet(passage, heading) if unit is CELL else _in_text(passage, text, heading)
        )
        if unit in COUNTED:
            yield from dict.fromkeys(found)
        else:
            # What is hidden often repeats what is seen.
            first: dict[tuple[Kind, str], InFile] = {}
            for hit in found:
                first.setdefault((hit.match.kind, hit.match.digits), hit)
            yield from (hit for number, hit in first.items() if number not in known)
        known.update((hit.match.kind, hit.match.digits) for hit in found)
        if not any(hit.match.kind is Kind.NATIONAL_ID for hit in found):
            heading = ""


def _in_text(passage: Passage, text: str, heading: str) -> Iterator[InFile]:
    starts = list(accumulate((len(cell) + 1 for cell in passage.texts), initial=0))
    found = list(find(text, heading))
    if passage.unit in {PAGE, PARAGRAPH, LINE}:
        found += _broken_ids(text, found)
    for match in found:
        index = bisect_right(starts, match.start) - 1
        yield InFile(passage.unit.name, passage.at(index), match)


def _broken_ids(text: str, found: Iterable[Match]) -> Iterator[Match]:
    """Yield the ids that a narrow column of a page breaks into lines."""
    known = {match.digits for match in found}
    for match in find(text.replace("\n", "")):
        if (match.kind, match.why) == (Kind.NATIONAL_ID, Why.SHAPE) and match.digits not in known:
            yield match._replace(start=0, end=0)


def _in_sheet(passage: Passage, heading: str) -> Iterator[InFile]:
    texts = passage.texts
    heads: dict[int, str] = {}
    for index in candidates(texts):
        column = index % passage.columns
        if column not in heads:
            above = texts[column : index + 1 : passage.columns]
            heads[column] = next(filter(names_a_number, above), "")
        left = texts[index - 1] if column else ""
        for match in find(texts[index], f"{heading} {heads[column]} {left}"):
            yield InFile(passage.unit.name, passage.at(index), match)
    yield from _in_rows(passage, heading)


def _in_rows(passage: Passage, heading: str) -> Iterator[InFile]:
    """Yield the numbers whose digits are in the cells of a row, as in the boxes of a form."""
    texts, columns = passage.texts, passage.columns
    for first in range(0, len(texts), columns):
        index = first
        while index < first + columns and index < len(texts):
            length = 0
            while index + length < first + columns and _BOX.fullmatch(texts[index + length]):
                length += 1
            if length >= _FEWEST_BOXES:
                above = texts[index % columns : index : columns]
                head = next(filter(names_a_number, reversed(above)), "")
                left = texts[index - 1] if index > first else ""
                row = "|".join(texts[index : index + length])
                for match in find(row, f"{heading} {head} {left}"):
                    if match.why is not Why.DIGITS:
                        at = index + row.count("|", 0, match.start)
                        yield InFile(passage.unit.name, passage.at(at), match)
            index += length + 1
