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
_ERA = r"(?:[พค]\.?\s?ศ\.?|[a-zA-Z.]{2,4})?\s*"
_YEAR = f"[12๑๒]{_DIGIT}{{3}}"
_ANY_YEAR = rf"(?:['’‘]\s?)?(?:{_YEAR}|{_DIGIT}{{2}})"
_NAME = "[ก-๙a-zA-Z.]+"
_SEPARATOR = r"\s?[-/.‐‑‒–—−]\s?"
_BEFORE_DAY = r"(?:(?:ณ\s)?[ก-๙.]+\s?)?"
_TIME = rf"(?:(?:[tT]|,?\s(?:เวลา\s?)?){_DIGIT}{{1,2}}[:.]{_DIGIT}{{2}}.*)?"
_DAYS = "|".join(
    [
        f"{_YEAR}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_DAY}",
        f"{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_ANY_YEAR}",
        rf"{_DAY}\s*[-/.,]?\s*(?:เดือน\s?)?{_NAME}\s*[-/,.]?\s*{_ERA}{_ANY_YEAR}",
        rf"[a-zA-Z.]+\s?{_DAY},?\s{_YEAR}",
        f"[45๔๕]{_DIGIT}{{4}}",
    ]
)
_A_DAY = f"{_BEFORE_DAY}(?:{_DAYS}){_TIME}"
_INTEGER = f"(?:{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+|{_DIGIT}+)"
_NUMBER = rf"{_INTEGER}(?:\.{_DIGIT}+)?"
# "Nothing to pay" is an amount, too.
_NONE = "ไม่[ก-๙]+"
_IN_LINK = r"""[^\s\\<>"'`{}|^]"""

_SPACE = r"[\s\u200b-\u200d\ufeff]*"
_NOTHING = r"[\s\u200b-\u200d\ufeff\-–—._…]*"


def _pattern(expression: str, message: str) -> Pattern:
    return Pattern(f"^(?:{_NOTHING}|{_SPACE}(?:{expression}){_SPACE})$", message)


# By the example of the field's type.
PATTERNS = {
    "2569-01-15": _pattern(_A_DAY, "เขียนวันที่ เช่น 2569-01-15 หรือ 15 ม.ค. 2569"),
    "2568-10": _pattern(
        rf"{_YEAR}[-/.]{_MONTH}|{_MONTH}\s?[-/.]\s?{_ANY_YEAR}|{_A_DAY}|.*[ก-๙a-zA-Z].*",
        "เขียนเดือน เช่น 2568-10 หรือ ต.ค. 2568",
    ),
    "2569": _pattern(rf"[ก-๙a-zA-Z.\s]*(?:{_YEAR}|{_DIGIT}{{2}})", "เขียนปี พ.ศ. เช่น 2569"),
    "1,500,000.50": _pattern(
        # What an amount includes may follow, and it may be in words.
        rf"(?:฿|[tT][hH][bB])?\s?-?{_NUMBER}(?:\.{_DIGIT}{{3}})*[^,]*"
        r"|[^,0-9๐-๙]*(?:บาท|สตางค์)[^,0-9๐-๙]*"
        rf"|{_NONE}(?:\.-)?",
        "เขียนเป็นตัวเลข เช่น 1,500,000.50",
    ),
    "15.2287": _pattern(
        rf"""[nsewNSEW]?\s?-?{_DIGIT}{{1,3}}(?:\.{_DIGIT}+)?[\s°'′’"″”.0-9๐-๙]*[nsewNSEW]?""",
        "เขียนเป็นตัวเลข เช่น 15.2287",
    ),
    "125": _pattern(
        rf"(?:จำนวน\s?)?{_INTEGER}(?:\.[0๐]+)?\s?[ก-๙]*|{_NONE}", "เขียนจำนวนเต็ม เช่น 125"
    ),
    "3-5": _pattern(f".*{_DIGIT}.*", "เขียนเลขหน้า เช่น 5 หรือ 3-5"),
    "75": _pattern(rf"(?:ร้อยละ\s*)?{_NUMBER}\s*(?:%|เปอร์[ก-๙]+)?|{_NONE}", "เขียนร้อยละ เช่น 75"),
    "99.87": _pattern(rf"(?:ร้อยละ\s*)?{_NUMBER}\s*(?:%|เปอร์[ก-๙]+)?", "เขียนคะแนน เช่น 99.87"),
    "https://www.example.go.th/": _pattern(
        f"[hH][tT][tT][pP][sS]?://{_IN_LINK}+", "เขียนที่อยู่เว็บ เช่น https://www.example.go.th/"
    ),
    "saraban@example.go.th": _pattern(
        r"[^@\s]+@[^@\s]+\.[^@\s]+", "เขียนอีเมล เช่น saraban@example.go.th"
    ),
}
