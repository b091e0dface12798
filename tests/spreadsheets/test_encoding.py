"""The encodings of text files."""

import pytest

from oit.spreadsheets.encoding import decode
from oit.spreadsheets.limits import RefusedError

TEXT = "ลำดับที่,รายการ\r\n1,ซื้อวัสดุ – “สำนักงาน”…\r\n2,จ้างเหมา ก ข ค ง จ (12,000)\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).lstrip("\ufeff") == TEXT


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_marks(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_tis_620() -> None:
    text = "ลำดับที่,รายการ\r\n"
    assert decode(text.encode("tis-620")) == text


def test_plain_latin_letters() -> None:
    assert decode(b"name,price\r\nA,1\r\n") == "name,price\r\nA,1\r\n"
    assert decode("name,price\r\nA,1\r\n".encode("utf-16-le")) == "name,price\r\nA,1\r\n"
    assert decode(b"") == ""


@pytest.mark.parametrize("bad", [b"\xff", b"\xc3", b"\xe0\xb8", b"\x80"])
def test_a_bad_byte_in_utf_8_does_not_change_the_rest(bad: bytes) -> None:
    data = TEXT.encode()
    half = data.index(b"\n") + 1
    assert decode(data[:half] + bad + data[half:]).replace("\ufffd", "") == TEXT


def test_a_bad_byte_in_windows_874_does_not_change_the_rest() -> None:
    data = TEXT.encode("cp874")
    assert decode(data + b"\xff") == TEXT + "\ufffd"


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(RefusedError, match="line 2 has bytes"):
        decode(b"name,x\n\xdb\xdc,\xff\n")
