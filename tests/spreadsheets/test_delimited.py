"""Text files of rows: their encodings, and what parts their cells."""

import pytest

from oit.spreadsheets.delimited import read_delimited
from oit.spreadsheets.limits import RefusedError

TEXT = "ลำดับ,รายการ\r\n1,ซื้อ\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_encodings(encoding: str) -> None:
    sheet = read_delimited(TEXT.encode(encoding), "a.csv")
    assert sheet.rows == [["ลำดับ", "รายการ"], ["1", "ซื้อ"]]
    assert sheet.title == "a.csv"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimiters(delimiter: str) -> None:
    text = f'a{delimiter}b\n1{delimiter}"2{delimiter}3"\n'
    assert read_delimited(text.encode(), "a").rows == [["a", "b"], ["1", f"2{delimiter}3"]]


def test_a_sample_that_cannot_be_split_is_no_reason_to_fail() -> None:
    assert read_delimited(b"a,b\n1,\x002\n", "a").rows == [["a", "b"], ["1", "\x002"]]


def test_bytes_that_no_encoding_has() -> None:
    with pytest.raises(RefusedError, match="not a table"):
        read_delimited(b"name,x\n\xdb\xdc,\xff\n", "a.csv")


def test_a_cell_that_is_too_long_is_refused() -> None:
    with pytest.raises(RefusedError, match="more than 32,767"):
        read_delimited(b"name\n" + b"x" * 40_000 + b"\n", "a.csv")
    with pytest.raises(RefusedError, match="more than 32,767"):
        read_delimited(b"x" * 200_000, "a.csv")
