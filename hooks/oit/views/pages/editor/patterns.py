"""Patterns of values, which the editor checks beside a field; never stricter than ``oit``.

They do not check whether a day exists. The expressions mean the same in JavaScript and in Python,
so that tests can compare them with ``oit.forms.fields``.
"""

from typing import NamedTuple


class Pattern(NamedTuple):
    """The format of a value, and the message if a value does not match."""

    expression: str
    message: str


_DIGIT = "[0-9๐-๙]"
_MONTH = "(?:[0๐]?[1-9๑-๙]|[1๑][0-2๐-๒])"
_DAY = "(?:[0๐]?[1-9๑-๙]|[12๑๒][0-9๐-๙]|[3๓][01๐๑])"
_ERA = r"(?:พ\.?ศ\.?\s*)?"
_YEAR = f"[12๑๒]{_DIGIT}{{3}}"
_NAME = "[ก-๙.]+"
_INTEGER = f"(?:{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+|{_DIGIT}+)"
_NUMBER = rf"{_INTEGER}(?:\.{_DIGIT}+)?"
_BAHT = r"\s*(?:บาท|฿)?"
# "Nothing to pay" is an amount, too.
_NONE = "ไม่[ก-๙]+"
_IN_LINK = r"""[^\s\\<>"'`{}|^]"""

_SPACE = r"[\s\u200b-\u200d\ufeff]*"
_NOTHING = r"[\s\u200b-\u200d\ufeff\-–—._…]*"


def _pattern(expression: str, message: str) -> Pattern:
    return Pattern(f"^(?:{_NOTHING}|{_SPACE}(?:{expression}){_SPACE})$", message)


_MONEY = _pattern(f"-?{_NUMBER}{_BAHT}|{_NONE}", "เขียนเป็นตัวเลข เช่น 1,500,000.50")
# By the example of the field's type.
PATTERNS = {
    "2569-01-15": _pattern(
        rf"{_YEAR}-{_MONTH}-{_DAY}|{_DAY}/{_MONTH}/{_YEAR}|{_DAY}\s*{_NAME}\s*{_ERA}{_YEAR}",
        "เขียนวันที่ เช่น 2569-01-15 หรือ 15 ม.ค. 2569",
    ),
    "2568-10": _pattern(
        rf"{_YEAR}-{_MONTH}|{_NAME}\s*{_ERA}{_YEAR}", "เขียนเดือน เช่น 2568-10 หรือ ต.ค. 2568"
    ),
    "2569": _pattern(f"{_ERA}[2๒][4-7๔-๗]{_DIGIT}{{2}}", "เขียนปี พ.ศ. เช่น 2569"),
    "1,500,000.50": _MONEY,
    "15.2287": _MONEY._replace(message="เขียนเป็นตัวเลข เช่น 15.2287"),
    "125": _pattern(rf"{_INTEGER}(?:\.[0๐]+)?{_BAHT}|{_NONE}", "เขียนจำนวนเต็ม เช่น 125"),
    "75": _pattern(rf"(?:ร้อยละ\s*)?{_NUMBER}{_BAHT}[\s%]*|{_NONE}", "เขียนร้อยละ เช่น 75"),
    "99.87": _pattern(rf"{_DIGIT}{{1,3}}(?:\.{_DIGIT}+)?\s*%?", "เขียนคะแนน เช่น 99.87"),
    "https://www.example.go.th/": _pattern(
        f"[hH][tT][tT][pP][sS]?://{_IN_LINK}+", "เขียนที่อยู่เว็บ เช่น https://www.example.go.th/"
    ),
    "saraban@example.go.th": _pattern(
        r"[^@\s]+@[^@\s]+\.[^@\s]+", "เขียนอีเมล เช่น saraban@example.go.th"
    ),
}
