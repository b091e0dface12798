"""How a value is written, for the editor to tell beside its field: never stricter than ``oit``.

Whether there is such a day is the program's to say. The expressions mean the same to JavaScript
and to Python, so that they can be held against ``oit.forms.fields``, which they follow.
"""

from typing import NamedTuple


class Pattern(NamedTuple):
    """What a value must look like, and what is said where it does not."""

    expression: str
    told: str


_DIGIT = "[0-9๐-๙]"
_MONTH = "(?:[0๐]?[1-9๑-๙]|[1๑][0-2๐-๒])"
_DAY = "(?:[0๐]?[1-9๑-๙]|[12๑๒][0-9๐-๙]|[3๓][01๐๑])"
_ERA = r"(?:พ\.?ศ\.?\s*)?"
_YEAR = f"[12๑๒]{_DIGIT}{{3}}"
_NAME = "[ก-๙.]+"
_WHOLE = f"(?:{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+|{_DIGIT}+)"
_NUMBER = rf"{_WHOLE}(?:\.{_DIGIT}+)?"
_BAHT = r"\s*(?:บาท|฿)?"
# That there is nothing to pay is an amount, too.
_NONE = "ไม่[ก-๙]+"
_IN_LINK = r"""[^\s\\<>"'`{}|^]"""

_SPACE = r"[\s\u200b-\u200d\ufeff]*"
_NOTHING = r"[\s\u200b-\u200d\ufeff\-–—._…]*"


def _of(way: str, told: str) -> Pattern:
    return Pattern(f"^(?:{_NOTHING}|{_SPACE}(?:{way}){_SPACE})$", told)


_MONEY = _of(f"-?{_NUMBER}{_BAHT}|{_NONE}", "เขียนเป็นตัวเลข เช่น 1,500,000.50")
# By the example that a field's type has.
PATTERNS = {
    "2569-01-15": _of(
        rf"{_YEAR}-{_MONTH}-{_DAY}|{_DAY}/{_MONTH}/{_YEAR}|{_DAY}\s*{_NAME}\s*{_ERA}{_YEAR}",
        "เขียนวันที่ เช่น 2569-01-15 หรือ 15 ม.ค. 2569",
    ),
    "2568-10": _of(
        rf"{_YEAR}-{_MONTH}|{_NAME}\s*{_ERA}{_YEAR}", "เขียนเดือน เช่น 2568-10 หรือ ต.ค. 2568"
    ),
    "2569": _of(f"{_ERA}[2๒][4-7๔-๗]{_DIGIT}{{2}}", "เขียนปี พ.ศ. เช่น 2569"),
    "1,500,000.50": _MONEY,
    "15.2287": _MONEY._replace(told="เขียนเป็นตัวเลข เช่น 15.2287"),
    "125": _of(rf"{_WHOLE}(?:\.[0๐]+)?{_BAHT}|{_NONE}", "เขียนจำนวนเต็ม เช่น 125"),
    "75": _of(rf"(?:ร้อยละ\s*)?{_NUMBER}{_BAHT}[\s%]*|{_NONE}", "เขียนร้อยละ เช่น 75"),
    "99.87": _of(rf"{_DIGIT}{{1,3}}(?:\.{_DIGIT}+)?\s*%?", "เขียนคะแนน เช่น 99.87"),
    "https://www.example.go.th/": _of(
        f"[hH][tT][tT][pP][sS]?://{_IN_LINK}+", "เขียนที่อยู่เว็บ เช่น https://www.example.go.th/"
    ),
    "saraban@example.go.th": _of(r"[^@\s]+@[^@\s]+\.[^@\s]+", "เขียนอีเมล เช่น saraban@example.go.th"),
}
