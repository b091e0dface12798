"""The encodings of text files: UTF-8, UTF-16 with or without its mark, Windows-874."""

import re

from oit.characters import FORBIDDEN
from oit.spreadsheets.limits import RefusedError

_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\xef\xbb\xbf": "utf-8-sig",
}
_SAMPLE = 20_000
_THAI_IN_UTF8 = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
LOST = "\ufffd"
"""In the place of a byte that is no character."""


def decode(data: bytes) -> str:
    """Decode a text file; bytes that are no characters of an otherwise good file become ``LOST``.

    Raises:
        RefusedError: it is not a text, or its encoding is unknown.
    """
    text = data.decode(encoding_of(data), "replace")
    odd = len(FORBIDDEN.findall(text[:_SAMPLE]))
    if odd > 20 and odd > len(text[:_SAMPLE]) / 50:
        raise RefusedError(
            "ไม่ใช่ไฟล์ตาราง รับไฟล์ .xlsx .xls .ods .csv และ .json",
            "it is not a table; use .xlsx, .xls, .ods, .csv or .json",
        )
    lost = text.count(LOST)
    if lost > 1 and lost > len(text) / 500:
        line = text[: text.index(LOST)].count("\n") + 1
        raise RefusedError(
            f"ไม่รู้จักรหัสภาษาของไฟล์ (บรรทัด {line} มีไบต์ที่ไม่ใช่ตัวอักษร) ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
            f"the encoding of the file is unknown (line {line} has bytes that are no characters);"
            " open it in Excel and save it as .xlsx",
        )
    return text


def encoding_of(data: bytes) -> str:
    """Return the encoding of a text, judged by its bytes."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    if wide := _utf16_without_mark(data):
        return wide
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    # A letter of Thai has three bytes in UTF-8; their first two are letters of Windows-874 too.
    thai = _THAI_IN_UTF8.findall(data)
    others = sum(byte > 0x7F for byte in data) - 3 * len(thai)
    return "utf-8" if len(thai) > others else "cp874"


def _utf16_without_mark(data: bytes) -> str:
    """Return which UTF-16 a file is, if the high halves of its letters are those of Thai text."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = sample[first::2]
        letters = high.count(0x00) + high.count(0x0E)
        if letters > len(high) / 2 and letters + high.count(0x20) > 0.95 * len(high):
            return encoding
    return ""
