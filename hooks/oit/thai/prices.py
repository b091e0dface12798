"""Find the amounts of money in a text, each with everything that belongs to it.

Offices write ``99,000.-บาท``, ``เป็นเงิน 5,000 บาท (ห้าพันบาทถ้วน)``, ``11,860.00 (รวม VAT)``,
``12.000.-`` or ``3.5 ล้านบาท``, beside names that have numbers of their own. A number that could
be read in two ways is found without an amount, and with the reason.
"""

import re
from collections import deque
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from oit.bilingual import Bilingual
from oit.thai.amounts import BAHT, THREE_PLACES, UnclearAmountError, times
from oit.thai.amounts_in_words import parse_words

Certainty = Literal["sure", "likely", "bare"]
"""An amount with its currency; one with separators or decimals; a whole number alone."""

_POWERS = {word: 10**power for power, word in enumerate("สิบ ร้อย พัน หมื่น แสน ล้าน".split(), 1)}
_POWER = "|".join(_POWERS)
_LONGEST_AMOUNT = 40

# Words between a name and its price: ราคาที่ตกลงซื้อหรือจ้าง, ตกลงจ้างในราคา, เป็นเงิน.
_BUYING = r"(?:จัด)?(?:ซื้อ|จ้าง)(?:\s*(?:หรือ|/)\s*(?:จัด)?จ้าง)?"
_AGREED = rf"(?:เสนอ|ตกลง)(?:\s*{_BUYING})?"
_WORD = (
    rf"(?:(?:ใน)?ราคา(?:ที่)?(?:{_AGREED}|รวม|สุทธิ|ตามสัญญา|ต่อรอง)?|(?:{_AGREED})(?:ใน)?ราคา|เสนอ"
    # A shop may be called ร้านตกลง.
    rf"|(?<!\S)ตกลง(?:\s*{_BUYING})?|(?:รวม)?เป็น(?:จำนวน)?เงิน|(?:จำนวน|วง|ยอด|รวม)เงิน|จำนวน"
    r"|ทั้งสิ้น)"
)
KEYWORDS = rf"(?:(?:โดย)?{_WORD}(?:\s*{_WORD}){{0,2}})"
"""The words before a price."""

_BEFORE = re.compile(
    rf"(?:{KEYWORDS}\s*[:=]?|[:=])\s*(?:฿|THB\s*|-\s*)?$|(?:฿|THB)\s*$", re.IGNORECASE
)
_REACH = 80
"""How far before a number its words may begin."""

# Numbers that are never amounts: of branches, addresses, telephones and taxpayers.
_LABELLED = re.compile(
    r"(?:สาขา(?:ที่|เลขที่)?|เลขที่|ผู้เสียภาษี(?:อากร)?|ประจำตัว|โทร(?:ศัพท์)?|แฟกซ์|หมู่(?:ที่)?|(?<![ก-๙])ม\."
    r"|ชั้น|ซอย|tax\s?id|tel|fax)[\s.:]*(?!\d[ -]\d{4}[ -])\d++(?:[-/]\d++)*+(?!,\d|\.\d|\s*บาท)"
    r"|(?<!\d)\d{13}(?!\d)|(?<!\d)\d([ -])\d{4}\1\d{5}\1\d{2}\1\d(?!\d)"
    r"|(?<!\d)0\d{1,2}-?\d{3,4}-?\d{3,4}(?!\d|,\d|\.\d)"
    r"|(?<![\d.])\d++(?:\.\d++)?\s*(?:%|เปอร์เซ็นต์)",
    re.IGNORECASE,
)
_MONEY_WORD = re.compile("บาท|สตางค์")
_DIGITS = re.compile(r"\d++(?:[.,]\d++)*+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d\d)?")

_GAPS = frozenset({" ", ", ", " ,"})
_BEGINS = re.compile(r"\d{1,3}(?:,\d{3})*")
_CONTINUES = re.compile(r"\d{3}(?:\.\d+)?")
_CONTINUES_WITH_COMMAS = re.compile(r"\d{3}(?:[.,]\d+)*")

_SCALE = re.compile(rf"\s*(?P<scale>(?:{_POWER})++)(?=\s*(?:บาท|$|[)\n]))")
_MARK = re.compile(
    r"\s*(?:(?P<currency>บาท|฿|thb\b|baht\b)|ถ้วน|(?P<flourish>[.,]\s?[-–—=]+)|[-–—]+(?=\s*(?:บาท|$|[()])))",
    re.IGNORECASE,
)
_SATANG = re.compile(r"\s*(\d{1,2})\s*(?:สตางค์|สต\.)")
_VAT = r"(?:ภาษีมูลค่าเพิ่ม|ภาษี|vat\.?|แวต)"
_SHARE = r"(?:\s*(?:ร้อยละ\s*)?[\d#]{1,2}(?:\.[\d#]{1,2})?\s*%?)?"
_REMARK = re.compile(
    rf"\s*(?:\(\s*(?:ราคา)?(?:นี้)?(?:ได้)?รวม[^()\d]{{0,60}}{_SHARE}[^()\d]{{0,20}}\)"
    rf"|\(\s*(?:incl?(?:ud(?:e|ing))?\.?\s*)?vat{_SHARE}\s*\)"
    rf"|(?:ราคา)?(?:นี้)?(?:ได้)?รวม\s*{_VAT}{_SHARE}\s*(?:ไว้)?(?:แล้ว)?(?=\s|$|[)/,;])"
    rf"|incl?(?:ud(?:e|ing))?\.?\s*vat{_SHARE}(?=\s|$))",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"(?<!\s)\s*(?:(?P<open>\()\s*)?=?(?P<words>[ก-๙][ก-๙ ]{0,150}(?:บาท|สตางค์)(?:\s?ถ้วน)?)"
    r"(?(open)\s*-?=?\))"
)
_BETWEEN_DIGITS = re.compile(r"[\d#][-/]")

_IS_UNCLEAR = Bilingual("อ่านตัวเลขได้หลายอย่าง", "the digits can be read in several ways")
_DOT = Bilingual(
    "จุดอาจคั่นหลักพันหรือทศนิยม ให้ใช้ , คั่นหลักพัน",
    "the dot may separate thousands or decimals; separate thousands with a comma",
)
_SPACE = Bilingual(
    "มีช่องว่างระหว่างตัวเลข อาจเป็นจำนวนเดียวหรือสองจำนวน ให้พิมพ์จำนวนเงินติดกัน",
    "a space between digits: it may be one number or two; write the amount without spaces",
)
_COMMA = Bilingual("วางเครื่องหมาย , ผิดหลัก", "its commas are misplaced")


class Found(NamedTuple):
    """An amount in a text, with the words, marks and remarks around it."""

    start: int
    end: int
    digits: str
    amount: Decimal | None
    """``None`` if the digits are no number, or may be several."""
    certainty: Certainty
    unit: Decimal | None = None
    """The unit that is written after it, in baht."""
    unclear: Bilingual = _IS_UNCLEAR
    """Why there is no amount."""

    def baht(self, unit: Decimal = BAHT) -> Decimal:
        """Return the amount in baht; ``unit`` is that of numbers without a unit of their own.

        Raises:
            UnclearAmountError: it has no amount, or its unit contradicts that of its table.
        """
        if self.amount is None:
            raise UnclearAmountError(self.unclear)
        if self.unit is not None and unit not in {self.unit, BAHT}:
            raise UnclearAmountError(
                Bilingual(
                    f"หน่วยในช่องไม่ตรงกับหน่วยของตาราง ({unit:,f} บาท)",
                    f"its unit differs from that of the table ({unit:,f} baht)",
                )
            )
        own = unit if self.unit is None else self.unit
        return self.amount if own == BAHT else times(self.amount, own)


def is_remark(text: str) -> bool:
    """Tell whether a text only says what a price includes, or repeats it in words."""
    remark = _REMARK.fullmatch(text) or _IN_WORDS.fullmatch(text)
    return remark is not None and (
        "words" not in remark.re.groupindex or _words(remark) is not None
    )


def hide_numbers(text: str) -> str:
    """Replace the digits of ids, branches, addresses, telephones and shares, keeping places."""
    return _LABELLED.sub(lambda match: re.sub(r"\d", "#", match[0]), text)


@lru_cache(maxsize=1_000)
def find_amounts(text: str, unit: Decimal = BAHT) -> tuple[Found, ...]:
    """Find the amounts in a text of one line with single spaces, made by ``plain_text``.

    Raises:
        UnclearAmountError: an amount in words contradicts its digits.
    """
    hidden = hide_numbers(text)
    found = tuple(_find(hidden, unit))
    if found or not _MONEY_WORD.search(hidden):
        return found
    return tuple(
        _only_words(match) for match in _IN_WORDS.finditer(hidden) if _words(match) is not None
    )


class _Run(NamedTuple):
    """A run of digits, perhaps joined with the next one."""

    start: int
    end: int
    digits: str
    is_torn: bool = False
    """Whether it may also be two: ``11 860.00``."""


class _Marks(NamedTuple):
    """The unit, the currency and the flourish after digits."""

    end: int
    unit: Decimal | None
    has_flourish: bool
    satang: int = 0

    @property
    def are_sure(self) -> bool:
        """Whether only an amount of money has such marks."""
        return self.unit is not None or self.has_flourish


def _find(text: str, unit: Decimal) -> Iterator[Found]:
    position = 0
    for run in _runs(text):
        if run.start < position:
            continue
        found = _amount_at(text, position, run, unit)
        # After ราคา no number of a name can come.
        if run.is_torn and found.start == run.start:
            found = found._replace(amount=None, certainty="sure", unclear=_SPACE)
        elif _is_within_a_number(text, run):
            if found.certainty != "sure":
                continue
            found = found._replace(amount=None)
        yield found
        position = found.end


def _runs(text: str) -> Iterator[_Run]:
    """Yield the runs of digits; joined with the next one if a space tears a number apart."""
    runs = deque(_Run(match.start(), match.end(), match[0]) for match in _DIGITS.finditer(text))
    while runs:
        run = runs.popleft()
        while runs and not run.is_torn and (joined := _joined(text, run, runs[0])):
            run = joined
            runs.popleft()
        yield run


def _joined(text: str, run: _Run, following: _Run) -> _Run | None:
    """Return two runs as one, if they are or may be one number."""
    gap = text[run.end : following.start]
    if gap not in _GAPS:
        return None
    digits = run.digits + gap.replace(" ", "") + following.digits
    if _is_one_number(run.digits, following.digits, digits):
        return _Run(run.start, following.end, digits)
    continues = _CONTINUES if gap == " " else _CONTINUES_WITH_COMMAS
    if _BEGINS.fullmatch(run.digits) and continues.fullmatch(following.digits):
        return _Run(run.start, following.end, digits, is_torn=True)
    return None


def _is_one_number(first: str, second: str, joined: str) -> bool:
    is_broken = not (_PLAIN.fullmatch(first) or _GROUPED.fullmatch(first))
    return _GROUPED.fullmatch(joined) is not None and (is_broken or second.startswith("000"))


def _is_within_a_number(text: str, run: _Run) -> bool:
    """Tell whether digits are a part of a date, a contract's number or a telephone's."""
    before, after = text[max(run.start - 2, 0) : run.start], text[run.end : run.end + 2]
    return (
        _BETWEEN_DIGITS.match(before) is not None or _BETWEEN_DIGITS.match(after[::-1]) is not None
    )


def _amount_at(text: str, position: int, run: _Run, unit: Decimal) -> Found:
    """Read the amount of a run of digits; its words begin at ``position`` or later."""
    marks = _marks(text, run)
    unit = marks.unit or unit
    amount, why = _value(run.digits, has_flourish=marks.has_flourish, unit=unit)
    if amount is not None and marks.satang:
        amount += Decimal(marks.satang) / 100
    stated, end = _remarks(text, marks.end)
    if stated is not None:
        if amount is None and re.sub(r"\D", "", run.digits) == str(stated):
            amount = stated
        _compare(amount, stated, unit)
    reach = max(position, run.start - _REACH)
    words = _BEFORE.search(text[reach : run.start])
    certainty: Certainty = "bare" if run.digits.isdecimal() else "likely"
    if marks.are_sure or stated is not None or words:
        certainty = "sure"
    begin = reach + words.start() if words else run.start
    return Found(begin, end, run.digits, amount, certainty, marks.unit, why)


def _marks(text: str, run: _Run) -> _Marks:
    end, unit, has_flourish = run.end, None, False
    if scale := _SCALE.match(text, end):
        end, unit = scale.end(), _value_of(scale["scale"])
    while mark := _MARK.match(text, end):
        end = mark.end()
        has_flourish = has_flourish or bool(mark["flourish"])
        if mark["currency"] and unit is None:
            unit = BAHT
    if text[end : end + 1] == ")" and text[run.start - 1 : run.start] == "(":
        end += 1
    if unit is not None and text[end : end + 1] == "." and not text[end + 1 : end + 2].strip():
        end += 1
    satang = _SATANG.match(text, end) if unit == BAHT and "." not in run.digits else None
    if satang:
        return _Marks(satang.end(), unit, has_flourish, int(satang[1]))
    return _Marks(end, unit, has_flourish)


def _remarks(text: str, end: int) -> tuple[Decimal | None, int]:
    """Return the amount in words after an amount, and where what belongs to it ends."""
    stated: Decimal | None = None
    while remark := _REMARK.match(text, end) or _IN_WORDS.match(text, end):
        if "words" in remark.re.groupindex:
            if (words := _words(remark)) is None:
                break
            stated = words
        end = remark.end()
        while mark := _MARK.match(text, end):
            end = mark.end()
    return stated, end


def _value_of(scale: str) -> Decimal:
    product = Decimal(1)
    for power in re.findall(_POWER, scale):
        product *= _POWERS[power]
    return product


def _value(digits: str, *, has_flourish: bool, unit: Decimal) -> tuple[Decimal | None, Bilingual]:
    if len(digits) > _LONGEST_AMOUNT or (digits.startswith("0") and digits[1:2].isdecimal()):
        return None, _IS_UNCLEAR
    if _DOTTED.fullmatch(digits) and (has_flourish or digits.count(".") > 1 or "," in digits):
        return Decimal(digits.replace(".", "").replace(",", ".")), _IS_UNCLEAR
    if THREE_PLACES.fullmatch(digits) and unit == BAHT:
        return None, _DOT
    if _PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", "")), _IS_UNCLEAR
    return None, _COMMA if "," in digits else _IS_UNCLEAR


def _words(match: re.Match[str]) -> Decimal | None:
    try:
        return parse_words(match["words"])
    except ValueError:
        return None


def _only_words(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), match["words"], _words(match), "sure", BAHT)


def _compare(amount: Decimal | None, stated: Decimal, unit: Decimal) -> None:
    if amount is not None and stated not in {amount, amount * unit}:
        raise UnclearAmountError(
            Bilingual(
                f"ตัวเลข {amount:,f} ไม่ตรงกับตัวหนังสือ ({stated:,f} บาท)",
                f"the digits {amount:,f} contradict the words ({stated:,f} baht)",
            )
        )
