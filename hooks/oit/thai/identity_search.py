"""Find and mask the numbers in a text that belong to a person: ids, mobile phones, accounts.

Digits alone prove little: 8 % of random 13-digit numbers pass as national ids. So every match
names its evidence: a shape that only such numbers have, or the words near it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from oit.thai.identity import MASK, check_digit_fits, mask_middle
from oit.thai.writing import arabic


class Kind(StrEnum):
    """What a number is."""

    NATIONAL_ID = "national_id"
    MOBILE = "mobile"
    ACCOUNT = "account"


class Why(StrEnum):
    """The evidence for a match."""

    SHAPE = "shape"
    """It is grouped as only such numbers are."""
    WORDS = "words"
    """The words near it say so."""
    DIGITS = "digits"
    """Only its digits, or only its groups."""
    SLIP = "slip"
    """Shape or words, although the check digit is wrong: a digit may be mistyped."""

    @property
    def is_sure(self) -> bool:
        """Tell whether there is more evidence than the digits."""
        return self in {Why.SHAPE, Why.WORDS}


class Match(NamedTuple):
    """A number found in a text."""

    kind: Kind
    digits: str
    """Its Arabic digits without separators; a phone's begin with 0."""
    start: int
    end: int
    why: Why

    @property
    def sure(self) -> bool:
        """Tell whether there is more evidence than its digits."""
        return self.why.is_sure


_DASH = "[-\u2010-\u2015]"
# A fast first look: a stretch of text with enough digits.
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
_WORDS = re.compile(
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
_ID_HEADING = re.compile(
    r"เลข(?!า)[^\n0-9]{0,20}?ประชาชน|เลข(?:ที่)?บัตร|national[\s_]?id|citizen[\s_]?id", re.IGNORECASE
)
_NEAR = 60  # characters
_FEWEST_DIGITS = 10
_ACCOUNT_LENGTHS = {10, 12, 15}
_ANY_ID = re.compile(r"(?<![\d/.-])[1-8](?:[ -]?\d){12}(?![\d/-])")


def may_hold(text: str) -> bool:
    """Tell fast whether a text may contain such a number."""
    return any(True for _ in runs(text))


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield fast where a text has enough digits in a row."""
    return (run.span() for run in _RUN.finditer(text) if _may_be_personal(run))


def _may_be_personal(run: re.Match[str]) -> bool:
    """Exclude amounts, and what tables contain by the thousand: project numbers, company ids."""
    digits = run[0]
    if digits.isdecimal():
        is_project = len(digits) == 11 and run.string[run.start() - 1 : run.start()] != "+"
        return not is_project and not (len(digits) == 13 and digits.startswith("0"))
    return sum(map(str.isdecimal, digits)) >= _FEWEST_DIGITS


def id_heading(text: str) -> str:
    """Return the words by which a text announces a list of national ids, or nothing."""
    heading = _ID_HEADING.search(text)
    return heading[0] if heading else ""


def names_a_number(text: str) -> bool:
    """Tell whether a text names a kind of number, as the heading of a column does."""
    return _WORDS.search(text) is not None


def find(text: str, heading: str = "") -> Iterator[Match]:
    """Yield the numbers in a text that belong to a person.

    Args:
        text: the text.
        heading: a heading for all of the text, such as the one of its column.
    """
    above = _last_word(heading)
    for start, end in runs(text):
        first = max(0, start - 4)
        chunk = arabic(text[first : end + 2])
        for shape in _SHAPES.finditer(chunk):
            digits = _digits(shape[0])
            if shape.lastgroup == "digits" and len(digits) not in _ACCOUNT_LENGTHS:
                continue
            at = first + shape.start()
            before = text[max(0, at - _NEAR) : at]
            kind = _classify(shape.lastgroup or "", digits, _last_word(before), above)
            if kind and not _in_link(before):
                yield Match(kind[0], digits, at, first + shape.end(), kind[1])


def mask_found(text: str, mask: Callable[[str], str]) -> str:
    """Mask every national id that is found in a text, sure or not.

    Args:
        text: the text.
        mask: makes the replacement of an id from its digits.
    """
    ids = [match for match in find(text) if match.kind is Kind.NATIONAL_ID]
    return _replace(text, [(match.start, match.end, mask(match.digits)) for match in ids])


def mask_for_message(text: str) -> str:
    """Mask the national ids in a message so that its reader can still find them."""
    return mask_found(text, mask_middle)


def mask_for_keeping(text: str) -> tuple[str, int]:
    """Mask what may be a national id in a text before it is stored; also return how many.

    Stricter than what is published: the digits alone are enough, whatever words are near.
    """
    if not may_hold(text):
        return text, 0
    plain = arabic(text)
    ids = {(match.start, match.end) for match in find(plain) if match.kind is Kind.NATIONAL_ID} | {
        match.span()
        for match in _ANY_ID.finditer(plain)
        if check_digit_fits(re.sub(r"\D", "", match[0]))
    }
    apart: list[tuple[int, int, str]] = []
    for start, end in sorted(ids):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end, MASK))
    return (_replace(plain, apart), len(apart)) if apart else (text, 0)


def _replace(text: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    parts, rest = [], 0
    for start, end, replacement in replacements:
        parts += [text[rest:start], replacement]
        rest = end
    return "".join([*parts, text[rest:]])


def _classify(shape: str, digits: str, near: str, above: str) -> tuple[Kind, Why] | None:
    """Return what a number is, judged by its shape and the words near and above it."""
    nearest = near or above
    words = {near, above}
    if shape in {"card", "thirteen"}:
        why = _national_id(shape, digits, words, nearest)
        return (Kind.NATIONAL_ID, why) if why else None
    if shape == "mobile":
        return Kind.MOBILE, Why.SHAPE
    if nearest == "other":
        return None
    is_mobile = len(digits) == 10 and digits[:2] in {"06", "08", "09"}
    if shape == "digits" and is_mobile and nearest != "account":
        return Kind.MOBILE, Why.WORDS if words & {"mobile", "pay"} else Why.DIGITS
    if words & {"account", "pay"}:
        return Kind.ACCOUNT, Why.WORDS
    return (Kind.ACCOUNT, Why.DIGITS) if shape == "account" else None


def _national_id(shape: str, digits: str, words: set[str], nearest: str) -> Why | None:
    is_named = bool(words & {"national_id", "pay"}) and nearest != "other"
    if check_digit_fits(digits):
        if shape == "card":
            return Why.SHAPE
        if is_named:
            return Why.WORDS
        return Why.DIGITS if nearest != "other" else None
    if is_named or (shape == "card" and nearest != "other"):
        return Why.SLIP
    return None


def _digits(number: str) -> str:
    """Return the digits of a number; a phone's begin with 0 instead of the country code."""
    digits = re.sub(r"\D", "", number)
    return "0" + digits[2:].removeprefix("0") if number.startswith(("+", "(")) else digits


@lru_cache(maxsize=256)  # a column's heading is asked for with each of its cells
def _last_word(text: str) -> str:
    """Return the kind of number that the last matching words of a text name, or nothing."""
    last = ""
    for word in _WORDS.finditer(text):
        last = word.lastgroup or ""
    return last


def _in_link(before: str) -> bool:
    """Tell whether the text before a number is the beginning of a web address."""
    rest = re.split(r"\s", before)[-1]
    return "://" in rest or rest.startswith("www.")
