"""Find and mask the numbers in a text that belong to a person: ids, mobile phones, accounts.

Digits alone prove little: 8 % of random 13-digit numbers pass as national ids. So every match
names its evidence: a shape that only such numbers have, or the words near it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from oit.thai.identity import MASK, check_digit_fits, is_company_id, mask_middle
from oit.thai.number_text import DIGITS, SEPARATORS, number_text
from oit.thai.writing import arabic


class Kind(StrEnum):
    """What a number is, or what a picture says of a person."""

    NATIONAL_ID = "national_id"
    MOBILE = "mobile"
    ACCOUNT = "account"
    POSITION = "position"
    """Where a picture was taken."""
    AUTHOR = "author"
    """Who has taken it."""


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


# A fast first look: a stretch of text with enough digits. If there are too few from the first digit
# of a number on, there are too few from its other digits on. Numbers of projects and companies,
# which tables contain by the thousand, are passed over here already.
_RUN = re.compile(
    rf"[{DIGITS}](?<![{DIGITS}].)(?=[{DIGITS}{SEPARATORS}]{{9}})"
    rf"(?!(?<=[0-9])(?<![+\uff0b].)(?:[0-9]{{10}}|(?<=0)(?!0)[0-9]{{4}}(?!89)[0-9]{{8}})"
    rf"(?![{DIGITS}{SEPARATORS}]))"
    rf"(?:[{SEPARATORS}]*+[{DIGITS}]){{9}}[{DIGITS}{SEPARATORS}]*"
)
# What tables contain by the thousand: project numbers, company ids, amounts.
_COMMON = re.compile(
    r"\d{11}|0(?!0)\d{4}(?!89)\d{8}|\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,2})?\D*", re.ASCII
)

_DASHED = r"\x20?-\x20?"
_SPACED = rf"(?:{_DASHED}|\x20)"
_BETWEEN = rf"(?:{_SPACED}|\.)"
# Between the groups of an id; a narrow column breaks the line after a dash.
_GROUPED = r"(?:\x20{0,2}[-./_\\]{1,2}[\x20\n]{0,2})"
_OPEN = rf"(?:{_GROUPED}|\x20{{1,2}})"
_NEXT = r"(?:\x20?\d)"
_SHAPES = re.compile(
    rf"""
    (?<!\d) (?<!\d[-.])
    (?:
        (?P<card>
            [0-8] {_GROUPED} \d{_NEXT}{{3}} {_GROUPED} \d{_NEXT}{{4}} {_GROUPED} \d{_NEXT}
            {_GROUPED} \d
        )
      | (?P<thirteen>
            [0-8]{_OPEN}\d{{4}}{_OPEN}\d{{5}}{_OPEN}\d{{2}}{_OPEN}\d
          | [0-8](?:-?\d){{12}} (?:\.0{{1,2}})?
          | [1-8]\.\d{{12}}[eE]\+?12
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
      | (?P<digits>\d(?:-?\d){{9,14}} (?:\.0{{1,2}})?)
    )
    (?![-.]?\d)
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
      | barcode | isbn | egp | e-gp | serial
      | (?: contract | project ) (?: [\s_-]?id\b )?
      | (?: product | order | item | user | device | file | post | page | asset ) [\s_-]?id\b
    )
  | (?P<pay> พร้อมเพย์ | prompt\s?pay )
  | (?P<national_id>
        (?: เลข(?!า) | บัตร | รหัส ) [^\n0-9]{{0,20}}? ประชาชน | เลข(?:ที่)?บัตร
      | เลขประจ{_SARA_AM}ตัว(?!สอบ|ผู้สอบ|นักเรียน|นักศึกษา)
      | ป\.?ช\.?ช | 13\s?หลัก | ผู้เสียภาษี
      | (?: national | citizen | personal | thai ) [\s_-]?id | identi(?:ty|fication)[\s_-](?:card|n)
      | id[\s_-]?(?: card | no | num ) | (?<![a-z])[pc]id(?![a-z]) | tax[\s_-]?id | \btin\b
    )
  | (?P<id> (?<![a-z])i\.?d(?![a-z]) )
  | (?P<mobile>
        โทร | มือถือ | เบอร์ | phone | mobile | \btel | (?<!ออน)ไลน์ | \bline\b (?:[\s_-]?id\b)?
    )
  | (?P<account>
        (?<!และ)บัญชี(?!\s?(?:ราย|ราคา|แนบ|ผู้|แสดง|สรุป|กลาง)) | ธนาคาร | (?<![ก-๙])ธ\.(?!\s?ค)
      | \ba/c\b | account | \bbank
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ID_HEADING = re.compile(
    r"(?:เลข(?!า)|รหัส)[^\n0-9]{0,20}?ประชาชน|เลข(?:ที่)?บัตร|(?:national|citizen)[\s_-]?id",
    re.IGNORECASE,
)
_NEAR = 60  # characters
_WIDEST_GAP = 5  # characters between two digits of a number
_ACCOUNT_LENGTHS = {10, 12, 15}
_LENGTHS = {
    "national_id": {13},
    "id": {13},
    "mobile": {10},
    "account": _ACCOUNT_LENGTHS,
    "pay": {13, *_ACCOUNT_LENGTHS},
}
"""How many digits the numbers have that words name."""
_ACCOUNT_GROUPS = {(3, 1, 5, 1), (3, 6, 1)}
_THOUSANDS = re.compile(r"\d(?:,\d{3}){4}|\d(?:\x20\d{3}){4}")  # Excel's, of 13 digits
_MOBILE = re.compile(r"0[689]\d{8}")
_GROUP = re.compile(r"\d+")
_AMOUNT = re.compile(r",\d{3}(?!\d)|\.\d\d(?!\d)")
_GLUED_BEFORE = re.compile(r"[A-Za-z]_*\Z|\A_+\Z|[0-9]_+\Z")
_NAME_AFTER = re.compile(r"_?[A-Za-z]|_[0-9]")
_GLUED_AFTER = re.compile(r"[_.]?[A-Za-z]|_[0-9]")
_SUFFIX = re.compile(
    r"(?<=\d{10})\.0{1,2}$|[eE]\+?12$"
)  # of a number that Excel took for an amount
_ANY_ID = re.compile(r"(?<![\d/.-])[1-8](?:[ -]?\d){12}(?![\d/-])")


def may_hold(text: str) -> bool:
    """Tell fast whether a text may contain such a number."""
    return any(map(_may_be_personal, _RUN.finditer(text)))


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield fast where a text has enough digits in a row, whatever separates them."""
    return (run.span() for run in _RUN.finditer(text) if _may_be_personal(run))


def _may_be_personal(run: re.Match[str]) -> bool:
    """Exclude amounts, and what tables contain by the thousand."""
    digits = run[0]
    if not _COMMON.fullmatch(digits):
        return True
    return run.string[run.start() - 1 : run.start()] in {"+", "\uff0b"}


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
    if not may_hold(text):
        return
    plain = number_text(text)
    above = _last_word(number_text(heading).text)
    for start, end in runs(plain.text):
        found = list(_shaped(plain.text, start, end, above))
        near = _last_word(plain.text[max(0, start - _NEAR) : start])
        if (near or above) in _LENGTHS:
            found += _apart(plain.text, start, end, (near, above), found)
        for match in sorted(found, key=lambda match: match.start):
            first, last = plain.original(match.start, match.end)
            yield match._replace(start=first, end=last)


def _shaped(text: str, start: int, end: int, above: str) -> Iterator[Match]:
    """Yield the numbers of a run that are written as such numbers are."""
    for shape in _SHAPES.finditer(text, max(0, start - 4), end):
        name, digits = shape.lastgroup or "", _digits(shape[0])
        before = text[max(0, shape.start() - _NEAR) : shape.start()]
        words = (_last_word(before), above)
        if name == "card" and "-" not in shape[0]:
            name = "thirteen"
        known = _classify(name, digits, *words)
        if known and (name == "card" or not _is_inside(text, shape, before, known[1])):
            yield Match(known[0], digits, *shape.span(), known[1])


def _is_inside(text: str, shape: re.Match[str], before: str, why: Why) -> bool:
    """Tell whether a number is a part of a web address, or of a name without words beside it."""
    if _in_link(before):
        return True
    # The groups of a phone number tell it from the rest of a file's name.
    after = _NAME_AFTER if shape.lastgroup == "mobile" else _GLUED_AFTER
    is_glued = _GLUED_BEFORE.search(before) or after.match(text, shape.end())
    return is_glued is not None and why not in {Why.WORDS, Why.SLIP}


def _apart(
    text: str, start: int, end: int, words: tuple[str, str], found: Iterable[Match]
) -> Iterator[Match]:
    """Yield the numbers of a run whose digits stand apart, as in the boxes of a form.

    Only words near or above tell them from a row of small numbers.
    """
    taken = sorted((match.start, match.end, "x" * (match.end - match.start)) for match in found)
    rest = _replace(text[:end], taken)
    groups = [group.span() for group in _GROUP.finditer(rest, start)]
    wanted = _LENGTHS[words[0] or words[1]]
    index = 0
    while index < len(groups):
        for last, lengths in _combined(groups, index, wanted):
            if _is_alone(text, groups, index, last, lengths):
                number = _Number(text[groups[index][0] : groups[last][1]], lengths, index == 0)
                if known := _named(number, *words):
                    yield Match(
                        known[0], number.digits, groups[index][0], groups[last][1], known[1]
                    )
                    index = last
                    break
        index += 1


def _combined(
    groups: Sequence[tuple[int, int]], index: int, wanted: Collection[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield how groups of digits may make up a number: the last group, and all their lengths."""
    lengths: list[int] = []
    total, longest = 0, max(wanted)
    for at in range(index, len(groups)):
        first, last = groups[at]
        total += last - first
        if total > longest or (lengths and first - groups[at - 1][1] > _WIDEST_GAP):
            return
        lengths.append(last - first)
        if total in wanted and len(lengths) > 1:
            yield at, tuple(lengths)


def _is_alone(
    text: str,
    groups: Sequence[tuple[int, int]],
    first: int,
    last: int,
    lengths: tuple[int, ...],
) -> bool:
    """Tell whether groups of digits are all of a number, and no part of a row of numbers."""
    gaps = {text[groups[at][1] : groups[at + 1][0]] for at in range(first, last)}

    def continues(at: int, neighbour: int) -> bool:
        """Tell whether the group after ``at`` continues the row; ``neighbour`` is the outer."""
        start, end = groups[neighbour]
        is_other = set(lengths) == {1} and end - start > 1
        return not is_other and text[groups[at][1] : groups[at + 1][0]] in gaps

    if last + 1 < len(groups) and continues(last, last + 1):
        return False
    if first == 0 or not continues(first - 1, first - 1):
        return True
    # One more digit may be the number of the row.
    return first == 1 or not continues(first - 2, first - 2)


class _Number(NamedTuple):
    """Digits that may be a number."""

    written: str
    lengths: tuple[int, ...]
    """Of its groups of digits."""
    is_first: bool
    """Whether it is the first after the words near it."""

    @property
    def digits(self) -> str:
        """Its digits without what separates them."""
        return re.sub(r"\D", "", self.written)


def _named(number: _Number, near: str, above: str) -> tuple[Kind, Why] | None:
    """Return what a number is whose digits stand apart, if words near or above it say so."""
    word, digits = near or above, number.digits
    is_boxed = set(number.lengths) == {1}
    # Any other groups are a number's only if they follow its name, where amounts may be, too.
    is_own = bool(near) and number.is_first and not _AMOUNT.search(number.written)
    if len(digits) == 13 and word in {"national_id", "pay", "id"} and _may_be_persons(digits):
        is_card = number.lengths == (1, 4, 5, 2, 1)
        is_grouped = is_boxed or is_card or _THOUSANDS.fullmatch(number.written) is not None
        if check_digit_fits(digits) and (is_grouped or is_own):
            return Kind.NATIONAL_ID, Why.DIGITS if word == "id" else Why.WORDS
        if is_grouped and near == "national_id" and number.is_first:
            return Kind.NATIONAL_ID, Why.SLIP
    if word in {"mobile", "pay"} and _MOBILE.fullmatch(digits) and (is_boxed or is_own):
        return Kind.MOBILE, Why.WORDS
    is_account = len(digits) in _ACCOUNT_LENGTHS and (is_boxed or number.lengths in _ACCOUNT_GROUPS)
    return (Kind.ACCOUNT, Why.WORDS) if word in {"account", "pay"} and is_account else None


def mask_found(text: str, heading: str = "") -> str:
    """Mask every national id that is found in a text, sure or not, as it may be published.

    Args:
        text: the text.
        heading: a heading for all of the text, such as the one of its column.
    """
    ids = [match for match in find(text, heading) if match.kind is Kind.NATIONAL_ID]
    return _replace(text, [(match.start, match.end, MASK) for match in ids])


def mask_for_message(text: str) -> str:
    """Mask the numbers of persons in a message so that its reader can still find them.

    Anybody may read logs and reports. A row of digits that may be an account stays.
    """
    found = [match for match in find(text) if match.kind is not Kind.ACCOUNT or match.sure]
    return _replace(text, [(match.start, match.end, mask_middle(match.digits)) for match in found])


def mask_values(value: Any) -> Any:
    """Mask every text in a structure of mappings and lists, as for a message."""
    if isinstance(value, str):
        return mask_for_message(value)
    if isinstance(value, dict):
        return {name: mask_values(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [mask_values(inner) for inner in value]
    return value


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
        why = _national_id(shape, digits, words, nearest) if _may_be_persons(digits) else None
        return (Kind.NATIONAL_ID, why) if why else None
    if shape == "mobile":
        return Kind.MOBILE, Why.SHAPE
    if nearest == "other" or (shape == "digits" and len(digits) not in _ACCOUNT_LENGTHS):
        return None
    is_mobile = _MOBILE.fullmatch(digits) is not None
    if shape == "digits" and is_mobile and nearest != "account":
        return Kind.MOBILE, Why.WORDS if words & {"mobile", "pay"} else Why.DIGITS
    if words & {"account", "pay"}:
        return Kind.ACCOUNT, Why.WORDS
    return (Kind.ACCOUNT, Why.DIGITS) if shape == "account" else None


def _may_be_persons(digits: str) -> bool:
    return digits[0] != "9" and digits.strip("0") != "" and not is_company_id(digits)


def _national_id(shape: str, digits: str, words: set[str], nearest: str) -> Why | None:
    is_named = bool(words & {"national_id", "pay"}) and nearest != "other"
    if check_digit_fits(digits):
        if shape == "card":
            return Why.SHAPE
        if is_named:
            return Why.WORDS
        # Many other numbers begin with 00.
        return Why.DIGITS if nearest != "other" and digits[0] != "0" else None
    if is_named or (shape == "card" and nearest != "other"):
        return Why.SLIP
    return None


def _digits(number: str) -> str:
    """Return the digits of a number; a phone's begin with 0 instead of the country code."""
    digits = re.sub(r"\D", "", _SUFFIX.sub("", number))
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
