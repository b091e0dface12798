"""JSON with exact numbers, safe to stand inside a page's ``<script>``.

Python's own encoder knows no ``Decimal``; a float would make 46730.07 something near it.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from oit.thai.calendar import Month
from oit.views.datasets.dataset import Cell

Json: TypeAlias = "Cell | bool | Mapping[str, Json] | Sequence[Json]"
"""What may be written; a day and a month are written as text."""

# ``</script>`` and ``<!--`` end a script, U+2028 and U+2029 a line of one; inside a text, the
# only place where JSON has any of these, an escape means the same.
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}

_quoted = json.JSONEncoder(ensure_ascii=False).encode


def written(cell: Decimal | int | date | Month) -> str:
    """Write a number, a day or a month as files for machines do: in the common era, exactly."""
    if isinstance(cell, Month):
        return f"{cell.year:04}-{cell.month:02}"
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def literal(cell: Cell | bool) -> str:
    """Write one value as JSON does."""
    if isinstance(cell, str):
        return _quoted(cell)
    if cell is None or isinstance(cell, bool):
        return {None: "null", True: "true", False: "false"}[cell]
    return written(cell) if isinstance(cell, Decimal | int) else f'"{written(cell)}"'


def exact_json(value: Json) -> bytes:
    """Write a value for people to read too, as a file."""
    return embeddable(_indented(value, "\n") + "\n").encode()


def embeddable(text: str) -> str:
    """Escape what would end a script inside the texts of JSON."""
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def _indented(value: Json, newline: str) -> str:
    inner = newline + "  "
    if isinstance(value, Mapping):
        entries = [f"{_quoted(name)}: {_indented(one, inner)}" for name, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{newline}}}" if entries else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str | Month):
        entries = [_indented(one, inner) for one in value]
        return f"[{inner}{f',{inner}'.join(entries)}{newline}]" if entries else "[]"
    return literal(value)
