"""JSON with exact numbers, safe inside a page's ``<script>``.

Python's encoder does not support ``Decimal``, and a float cannot represent 46730.07 exactly.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from oit.thai.calendar import Month
from oit.views.datasets.dataset import Cell

Json: TypeAlias = "Cell | bool | Mapping[str, Json] | Sequence[Json]"
"""Values that can be encoded; days and months become strings."""

# ``</script>`` and ``<!--`` end a script, U+2028 and U+2029 end a line of one. JSON has these
# characters only inside strings, where an escape means the same.
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}

_quoted = json.encoder.encode_basestring


def exact_text(cell: Decimal | int | date | Month) -> str:
    """Format a number, a day or a month for machines: exactly, and in the common era."""
    if isinstance(cell, Decimal):  # most of what tables have
        return f"{cell:f}"
    if isinstance(cell, Month):
        return f"{cell.year:04}-{cell.month:02}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def literal(cell: Cell | bool) -> str:
    """Encode a single value as JSON."""
    if isinstance(cell, str):
        return _quoted(cell)
    if isinstance(cell, Decimal):
        return exact_text(cell)
    if cell is None or isinstance(cell, bool):
        return {None: "null", True: "true", False: "false"}[cell]
    return str(cell) if isinstance(cell, int) else f'"{exact_text(cell)}"'


def exact_json(value: Json) -> bytes:
    """Encode a value as an indented file that people can read too."""
    return embeddable(_indented(value, "\n") + "\n").encode()


def embeddable(text: str) -> str:
    """Escape whatever could end a script inside the strings of JSON."""
    for character, escape in _ESCAPES.items():
        # To find a single character is much faster than to replace it.
        if character in text:
            text = text.replace(character, escape)
    return text


def _indented(value: Json, newline: str) -> str:
    inner = newline + "  "
    if isinstance(value, Mapping):
        entries = [f"{_quoted(name)}: {_indented(item, inner)}" for name, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{newline}}}" if entries else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str | Month):
        entries = [_indented(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(entries)}{newline}]" if entries else "[]"
    return literal(value)
