"""CSV that Excel opens."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from oit.spreadsheets.csv import BYTE_ORDER_MARK, csv_bytes


def test_it_has_a_byte_order_mark_and_windows_line_ends() -> None:
    assert (
        csv_bytes([["ก", "a,b"], ["-5", 'x"y\nz']]) == '\ufeffก,"a,b"\r\n-5,"x""y\nz"\r\n'.encode()
    )


def test_no_rows_make_an_empty_file() -> None:
    assert csv_bytes([]) == b"\xef\xbb\xbf"


@given(st.lists(st.lists(st.text('ก ,"\r\n\x1e\u2028', max_size=2), max_size=3)))
def test_rows_are_written_as_python_writes_them(rows: list[list[str]]) -> None:
    expected = io.StringIO(newline="")
    csv.writer(expected).writerows(rows)
    assert csv_bytes(rows) == f"{BYTE_ORDER_MARK}{expected.getvalue()}".encode()
