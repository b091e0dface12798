"""Numbers in a text that belong to a person: national ids, mobile phones, bank accounts.

Digits alone prove little: of random numbers with 13 digits 8 % pass for a national id. So a
match says what speaks for it: the shape that only such numbers have, or the words near it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from oit.thai import writing


class Kind(StrEnum):
    """What a number is."""

    NATIONAL_ID = "national_id"
    MOBILE = "mobile"
    ACCOUNT = "account"


class Why(StrEnum):
    """What speaks for a match."""

    SHAPE = "shape"
    """It is grouped as only such numbers are."""
    WORDS = "words"
    """The words near it say so."""
    DIGITS = "digits"
    """Nothing but its digits, or nothing but its groups."""
    SLIP = "slip"
    """Shape or words, though the check digit is wrong: one digit may be mistyped."""

    @property
    def is_sure(self) -> bool:
        """Tell whether more than the digits speak for a match."""
        return self in {Why.SHAPE, Why.WORDS}


class Match(NamedTuple):
    """A number found in a text."""

    kind: Kind
    digits: str
    """Its digits alone, in Arabic; a phone's begin with 0."""
    start: int
    end: int
    why: Why

    @property
    def sure(self) -> bool:
        """Tell whether more than its digits speak for it."""
        return self.why.is_sure


_DASH = "[-\u2010-\u2015]"
# What may hold such a number, found fast: nothing more than a start.
_RUN = re.compile(r"[0-9๐-๙][0-9๐-๙ .()\u00a0\u2010-\u2015-]{9,}")

_DASHED = rf"\x20?{_DASH}\x20?"
_SPACED = rf"(?:{_DASHED}|[\x20\xa0])"
_BETWEEN = rf"(?:{_SPACED}|\.)"
_SHAPES = re.compile(
    rf"""
    (?<![0-9A-Za-z_]) (?<![0-9](?:{_DASH}|\.))
    (?:
        (?P<card>[1-8]{_DASHED}\d{{4}}{_DASHED}\d{{5}}{_DASHED}\d{{2}}{_DASHED}\d)
      | (?P<thirteen>
            [1-8]{_SPACED}\d{{4}}{_SPACED}\d{{5}}{_SPACED}\d{{2}}{_SPACED}\d
          | [1-8](?:{_DASH}?\d){{12}}
        )
      | (?P<mobile>
            0[689]\d{_BETWEEN}\d{{3}}{_BETWEEN}\d{{4}}
          | 0[689]\d{_BETWEEN}\d{{4}}{_BETWEEN}\d{{3}}
          | 0[689]\d{_BETWEEN}\d{{7}}
          | 0[689]{_BETWEEN}\d{{4}}{_BETWEEN}\d{{4}}
          | 0[689]{_BETWEEN}\d{{8}}
          | 0{_BETWEEN}[689]\d{{3}}{_BETWEEN}\d{{5}}
          | (?:\(?\+66\)?|\(66\)){_BETWEEN}?(?:\(0\){_BETWEEN}?)?[689](?:{_BETWEEN}?\d){{8}}
        )
      | (?P<account>\d{{3}}{_DASHED}\d{_DASHED}\d{{5}}{_DASHED}\d)
      | (?P<digits>\d(?:{_DASH}?\d){{9,14}})
    )
    (?!(?:{_DASH}|\.)?[0-9A-Za-z_])
    """,
    re.VERBOSE | re.ASCII,
)

# Many PDFs store ำ as two letters.
_SARA_AM = "(?:ำ|ํา)"
_SAID = re.compile(
    rf"""
    (?P<other>
        โครงการ | สัญญา | บาร์โค้ด | ครุภัณฑ์ | พัสดุ | ใบสั่ง | ใบเสร็จ | ฎีกา
      | ทะเบียนบ้าน | รหัสประจ{_SARA_AM}บ้าน
      | รหัสบัญชี | ผังบัญชี | บัญชีแยกประเภท | รหัสงบประมาณ
      | ประจ{_SARA_AM}ตัว(?:สอบ|ผู้สอบ|นักเรียน|นักศึกษา)
      | barcode | isbn | egp | e-gp | contract | project | serial
    )
  | (?P<pay> พร้อมเพย์ | prompt\s?pay )
  | (?P<national_id>
        (?:เลข(?!า)|บัตร)[^\n0-9]{{0,20}}?ประชาชน | เลข(?:ที่)?บัตร
      | เลขประจ{_SARA_AM}ตัว(?!สอบ|ผู้สอบ|นักเรียน|นักศึกษา)
      | ปชช | (?:13|๑๓)\s?หลัก | ผู้เสียภาษี | national[\s_]?id | citizen[\s_]?id
      | id[\s_]?card | tax[\s_]?id | \btin\b
    )
  | (?P<mobile> โทร | มือถือ | เบอร์ | phone | mobile | \btel | (?<!ออน)ไลน์ | \bline\b )
  | (?P<account>
        (?<!และ)บัญชี(?!\s?(?:ราย|ราคา|แนบ|ผู้|แสดง|สรุป|กลาง)) | ธนาคาร | (?<![ก-๙])ธ\.(?!\s?ค)
      | \ba/c\b | account | \bbank
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IDS_NAMED = re.compile(
    r"เลข(?!า)[^\n0-9]{0,20}?ประชาชน|เลข(?:ที่)?บัตร|national[\s_]?id|citizen[\s_]?id", re.IGNORECASE
)
_NEAR = 60
_FEWEST_DIGITS = 10
_ACCOUNT_LENGTHS = {10, 12, 15}
_WEIGHTS = range(13, 1, -1)


def may_hold(text: str) -> bool:
    """Tell fast whether a text is worth a closer look."""
    return any(True for _ in runs(text))


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where enough digits stand together, fast."""
    return (run.span() for run in _RUN.finditer(text) if _is_worth_a_look(run))


def _is_worth_a_look(run: re.Match[str]) -> bool:
    """Leave out amounts, and what tables have by the thousand: project numbers, companies' ids."""
    digits = run[0]
    if digits.isdecimal():
        is_project = len(digits) == 11 and run.string[run.start() - 1 : run.start()] != "+"
        return not is_project and not (len(digits) == 13 and digits.startswith("0"))
    return sum(map(str.isdecimal, digits)) >= _FEWEST_DIGITS


def ids_named(text: str) -> str:
    """Return the words by which a text says that it lists national ids, or nothing."""
    named = _IDS_NAMED.search(text)
    return named[0] if named else ""


def says(text: str) -> bool:
    """Tell whether a text has words that say what numbers are, as the head of a column has."""
    return _SAID.search(text) is not None


def find(text: str, heading: str = "") -> Iterator[Match]:
    """Yield the numbers in a text that belong to a person.

    Args:
        text: the text.
        heading: what stands over the text as a whole, such as the head of a column.
    """
    over = _last_word(heading)
    for start, end in runs(text):
        first = max(0, start - 4)
        chunk = writing.arabic(text[first : end + 2])
        for shape in _SHAPES.finditer(chunk):
            digits = _digits(shape[0])
            if shape.lastgroup == "digits" and len(digits) not in _ACCOUNT_LENGTHS:
                continue
            at = first + shape.start()
            before = text[max(0, at - _NEAR) : at]
            read = _read(shape.lastgroup or "", digits, _last_word(before), over)
            if read and not _in_link(before):
                yield Match(read[0], digits, at, first + shape.end(), read[1])


def _read(shape: str, digits: str, near: str, over: str) -> tuple[Kind, Why] | None:
    """Tell what a number is by its shape and the words near and over it."""
    nearest = near or over
    said = {near, over}
    if shape in {"card", "thirteen"}:
        why = _national_id(shape, digits, said, nearest)
        return (Kind.NATIONAL_ID, why) if why else None
    if shape == "mobile":
        return Kind.MOBILE, Why.SHAPE
    if nearest == "other":
        return None
    is_mobile = len(digits) == 10 and digits[:2] in {"06", "08", "09"}
    if shape == "digits" and is_mobile and nearest != "account":
        return Kind.MOBILE, Why.WORDS if said & {"mobile", "pay"} else Why.DIGITS
    if said & {"account", "pay"}:
        return Kind.ACCOUNT, Why.WORDS
    return (Kind.ACCOUNT, Why.DIGITS) if shape == "account" else None


def _national_id(shape: str, digits: str, said: set[str], nearest: str) -> Why | None:
    is_named = bool(said & {"national_id", "pay"}) and nearest != "other"
    if fits(digits):
        if shape == "card":
            return Why.SHAPE
        if is_named:
            return Why.WORDS
        return Why.DIGITS if nearest != "other" else None
    if is_named or (shape == "card" and nearest != "other"):
        return Why.SLIP
    return None


def fits(digits: str) -> bool:
    """Tell whether the last of 13 digits is the check digit of the others."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return (11 - total % 11) % 10 == int(digits[-1])


def _digits(written: str) -> str:
    """Return the digits of a number; a phone's with 0 in place of the country's code."""
    digits = re.sub(r"\D", "", written)
    return "0" + digits[2:].removeprefix("0") if written.startswith(("+", "(")) else digits


@lru_cache(maxsize=256)  # the head of a column is asked for each of its cells
def _last_word(text: str) -> str:
    """Return what the last of a text's words says that a number is, or nothing."""
    last = ""
    for word in _SAID.finditer(text):
        last = word.lastgroup or ""
    return last


def _in_link(before: str) -> bool:
    """Tell whether what stands before is the beginning of a web address."""
    rest = re.split(r"\s", before)[-1]
    return "://" in rest or rest.startswith("www.")
