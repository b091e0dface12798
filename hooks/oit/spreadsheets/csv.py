"""CSV that Excel and other programs open alike."""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes UTF-8 for the Windows code page and shows Thai as garbage."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Render rows of texts as CSV (RFC 4180) with a byte order mark.

    The caller makes texts inert (``oit.spreadsheets.cells``): a negative number must stay one.
    """
    out = io.BytesIO()
    with io.TextIOWrapper(out, encoding="utf-8", newline="") as text:
        text.write(BYTE_ORDER_MARK)
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        text.flush()
        return out.getvalue()
