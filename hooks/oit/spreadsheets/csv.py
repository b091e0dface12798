"""CSV that Excel and other programs open alike."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes UTF-8 for the Windows code page and shows Thai as garbage."""

_END = "\r\n"
_QUOTED = ('"', "\r", "\n")
"""A field that has one of these, or a comma, is put into quotes."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Render rows of texts as CSV (RFC 4180) with a byte order mark.

    The caller makes texts inert (``oit.spreadsheets.cells``): a negative number must stay one.
    """
    out = io.BytesIO()
    write_csv(out, rows)
    return out.getvalue()


def write_csv(out: BinaryIO, rows: Iterable[Sequence[str]]) -> None:
    """Write rows as ``csv_bytes`` renders them, for tables that are too large for the memory."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    text.write(BYTE_ORDER_MARK)
    write_quoted = csv.writer(text, lineterminator=_END).writerow
    for row in rows:
        line = ",".join(row)
        # Few rows need quotes, and a look at the line is faster than one at each field.
        if line and line.count(",") == len(row) - 1 and not any(map(line.__contains__, _QUOTED)):
            text.write(line + _END)
        else:
            write_quoted(row)
    text.flush()
    text.detach()
