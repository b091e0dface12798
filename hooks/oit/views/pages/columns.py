"""The columns of a table on a page, and what in their cells stays on one line."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from oit.forms.base import Form, title_of
from oit.forms.values import has
from oit.thai import money
from oit.thai.calendar import MONTHS, MONTHS_SHORT
from oit.thai.decimals import decimals, places_of

_LONGEST_TOKEN = 24
"""The most characters that fit on one line of the narrowest phone."""
_NAMES = "|".join(re.escape(name) for name in (*MONTHS, *MONTHS_SHORT))
_DIGIT = re.compile(r"\d")
# One of these is in each token: a separator, or a number after another or after a month's name.
_SEPARATOR = re.compile(r"[-–/:.,]")
_LAST = "".join(sorted({name[-1] for name in (*MONTHS, *MONTHS_SHORT)}))
_AFTER = re.compile(rf"\d(?<=[\d{_LAST}] \d)|\d(?<=[{_LAST}]\d)")
_FIRST = "".join(sorted({name[0] for name in (*MONTHS, *MONTHS_SHORT)}))
_TOKEN = re.compile(
    # No other character begins one: to look for each kind at every letter takes twice as long.
    rf"(?=[\dA-Za-z{_FIRST}])(?:"
    r"(?P<address>https?://\S*)"
    # A date or a month: its year, too, stays with it.
    rf"|(?<!\d)(?:\d{{1,2}} )?(?:{_NAMES}) ?(?:พ\.ศ\. ?)?\d{{2,4}}(?!\d)"
    # A telephone number in groups.
    r"|(?<![0-9๐-๙-])[0๐]\d{0,3}(?:[ -]\d{3,4}){1,3}(?!\d)"
    # A number with separators, or an id in which browsers break after the hyphen.
    r"|(?<![A-Za-z0-9๐-๙])[A-Za-z0-9๐-๙]+(?:[-–/:.,]+[A-Za-z0-9๐-๙]+)+%?)"
)


class Column(NamedTuple):
    """One column of a table of entries."""

    field: str
    title: str
    is_number: bool
    is_short: bool
    """Whether it has days or months, which stay on one line."""
    places: int
    """The most decimals of its numbers."""


def columns_of(rows: Sequence[Form], fields: Iterable[str]) -> list[Column]:
    """Describe the columns worth showing: those in which any row has a value."""
    return [_column(rows, field) for field in fields if any(has(row, field) for row in rows)]


def _column(rows: Sequence[Form], field: str) -> Column:
    cells = [getattr(row, field) for row in rows]
    known = [cell for cell in cells if cell not in (None, "")]
    return Column(
        field,
        title_of(type(rows[0]), field),
        any(map(money.is_number, known)),
        not any(isinstance(cell, str | list | int | Decimal) for cell in known),
        decimals(cells),
    )


def padding(content: object, places: int, digits: Callable[[str], str] = str) -> str:
    """Return the decimals that a number lacks to stand under the others of its column.

    The page shows them as empty space: ``29,600`` under ``12,345.50`` lacks ``.00``.
    """
    if not places or not money.is_number(content):
        return ""
    own = places_of(content)
    if own >= places:
        return ""
    return digits(("" if own else ".") + "0" * (places - own))


def places_by_column(groups: Iterable[tuple[str, Sequence[Sequence[Any]]]]) -> list[int]:
    """Return the most decimals of each column of a table whose rows are in groups."""
    rows = [row for _, group in groups for row in group]
    return [decimals(cells) for cells in zip(*rows, strict=True)]


def in_parts(text: str) -> str:
    """Return a text for a template, as markup if it has dates, numbers or ids for one line."""
    found = [*parts(text)]
    if not any(is_whole for _, is_whole in found):
        return text
    marked = (
        f'<span class="oit-whole">{escape(part)}</span>' if is_whole else escape(part)
        for part, is_whole in found
    )
    return Markup("".join(marked))  # noqa: S704 - each part is escaped


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text at its dates, numbers and ids; they are marked as staying on one line."""
    if not (_DIGIT.search(text) and (_SEPARATOR.search(text) or _AFTER.search(text))):
        yield text, False
        return
    end = 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        if match["address"] or len(token) > _LONGEST_TOKEN or not _DIGIT.search(token):
            continue
        if match.start() > end:
            yield text[end : match.start()], False
        yield token, True
        end = match.end()
    if end < len(text) or not text:
        yield text[end:], False
