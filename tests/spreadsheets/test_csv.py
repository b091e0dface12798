"""CSV that Excel opens."""

from oit.spreadsheets.csv import csv_bytes


def test_it_has_a_byte_order_mark_and_windows_line_ends() -> None:
    assert (
        csv_bytes([["ก", "a,b"], ["-5", 'x"y\nz']]) == '\ufeffก,"a,b"\r\n-5,"x""y\nz"\r\n'.encode()
    )


def test_no_rows_make_an_empty_file() -> None:
    assert csv_bytes([]) == b"\xef\xbb\xbf"
