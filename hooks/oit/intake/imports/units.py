"""The units of amounts: ``หน่วย : ล้านบาท`` above a table, in a heading, or in a row below it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from oit.thai.amounts import BAHT
from oit.thai.writing import fold

_POWERS = {word: 10**power for power, word in enumerate("สิบ ร้อย พัน หมื่น แสน ล้าน".split(), 1)}
_ENGLISH = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_POWER = "|".join(_POWERS)
_MONEY = r"บาท|฿|baht|thb"
_COUNTED = (
    r"คน|ราย(?:การ)?|ครั้ง|เรื่อง|ฉบับ|โครงการ|แห่ง|ชิ้น|เครื่อง|คัน|ครัวเรือน|หลัง|ชุด|ไร่|ตัน|เมตร|กิโลเมตร|กิโลกรัม|ลิตร"
    r"|วัน|เดือน|ปี|ร้อยละ|เปอร์เซ็นต์|%"
)
_UNIT = (
    rf"(?:(?P<power>(?:{_POWER})*+)\s?(?P<noun>{_MONEY}|{_COUNTED})(?![ก-๙])"
    rf"|(?P<english>{'|'.join(_ENGLISH)})s?(?:\s(?:of\s)?|\s?)(?:{_MONEY})"
    rf"|(?:x\s?)?(?P<number>10{{1,9}}|1(?:,000){{1,3}}|'000)\s?(?:{_MONEY})"
    rf"|(?P<alone>(?:{_POWER})++)(?=\s*[)\]]|$))"
)
_LABEL = r"(?:หน่วย(?:\s?นับ|\s?เงิน)?|units?)"
_SIGN = r"\s?[:=\-–]\s?"
_LABELLED = re.compile(rf"(?<![ก-๙a-z]){_LABEL}(?:{_SIGN}|\s?)\(?\s?{_UNIT}\s?\)?")
_BRACKETED = re.compile(rf"[(\[]\s?(?:{_LABEL}(?:{_SIGN}|\s?))?{_UNIT}\s?[)\]]")
_ALONE = re.compile(_UNIT)
_UNKNOWN = re.compile(rf"(?<![ก-๙a-z]){_LABEL}\s?[:=]\s?(?P<unknown>[^()\[\]]{{1,40}})")
_AT_END = re.compile(rf"(?<=[^\s(\[])\s?(?P<unit>(?:{_POWER})+\s?บาท|บาท)$")
_ABBREVIATION = re.compile(r"[(\[]\s?([a-z]{1,4}|(?:[ก-ฮ]{1,2}\.){1,3}|ลบ|พบ)\s?[)\]]")
"""What is in brackets in the heading of an amount may be a unit: ``(MB)``, ``(พ.บ.)``."""
_MORE = re.compile(r"\s?(?:/|,|และ|หรือ)\s?(?:(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)*บาท)")
_HINT = re.compile("หน่วย|unit|พัน|ล้าน|บาท|baht|thb", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST = 300
_LONGEST_ALONE = 60


@dataclass(frozen=True)
class Unit:
    """A unit as a table states it."""

    text: str
    factor: Decimal | None
    """In baht, or in single cases; ``None`` if we do not know the unit."""
    is_money: bool = True


@lru_cache(maxsize=5_000)
def find_unit(text: str) -> Unit | None:
    """Find the unit that a title, a note or a heading states; of several, the last."""
    plain = fold(text[:_LONGEST])
    matches = [*_LABELLED.finditer(plain), *_BRACKETED.finditer(plain)]
    if matches:
        last = max(matches, key=re.Match.end)
        if _MORE.match(plain, last.end()):
            return Unit(plain[last.start() :], None)
        return _unit(last)
    if unknown := _UNKNOWN.search(plain):
        return Unit(unknown["unknown"].strip(), None)
    if match := _ALONE.fullmatch(plain.strip("()[] .")):
        return _unit(match)
    return None


@lru_cache(maxsize=5_000)
def unit_of_heading(heading: str) -> Unit | None:
    """Find the unit in a heading, also without brackets: ``งบประมาณ ล้านบาท``."""
    if unit := find_unit(heading):
        return unit
    plain = fold(heading[:_LONGEST])
    if at_end := _AT_END.search(plain):
        return find_unit(at_end["unit"])
    short = _ABBREVIATION.search(plain)
    return Unit(short[1], None) if short else None


def states_only_a_unit(text: str) -> bool:
    """Tell whether a cell contains nothing but a unit of amounts."""
    plain = fold(text[:_LONGEST])
    unit = find_unit(text)
    if unit is None or (unit.factor == 1 and not unit.is_money):
        return False
    rest = _UNKNOWN.sub("", _LABELLED.sub("", _BRACKETED.sub("", plain))).strip("()[] .*")
    return not rest or _ALONE.fullmatch(rest) is not None


def states_only_units(texts: Iterable[str]) -> bool:
    """Tell whether the cells of a row contain nothing but units of amounts."""
    found = False
    for text in texts:
        # The rows of a table are many, and nearly all of them begin with something else.
        if len(text) > _LONGEST_ALONE or not _HINT.search(text) or not states_only_a_unit(text):
            return False
        found = True
    return found


def are_subheadings(texts: Iterable[str]) -> bool:
    """Tell whether each cell of a row is a heading with its unit: ``ตั้งไว้ (ล้านบาท)``."""
    headings = [fold(text[:_LONGEST]) for text in texts]
    return bool(headings) and all(
        _BRACKETED.search(text) and not _DIGIT.search(_BRACKETED.sub("", text)) for text in headings
    )


def without_unit(heading: str) -> str:
    """Return a folded heading without its unit of money, and without the power of a count."""
    plain = _BRACKETED.sub(_kept, heading)
    plain = _LABELLED.sub(_kept, plain)
    return _AT_END.sub("", plain) if _AT_END.search(plain) else plain


def _kept(match: re.Match[str]) -> str:
    noun = match["noun"] or ""
    return f"({noun})" if re.fullmatch(_COUNTED, noun) else ""


def _unit(match: re.Match[str]) -> Unit:
    noun = match["noun"] or ""
    factor = BAHT
    for power in re.findall(_POWER, match["power"] or match["alone"] or ""):
        factor *= _POWERS[power]
    if match["english"]:
        factor *= _ENGLISH[match["english"]]
    if match["number"]:
        factor *= 1000 if match["number"] == "'000" else int(match["number"].replace(",", ""))
    return Unit(match[0].strip(" ()[]"), factor, re.fullmatch(_COUNTED, noun) is None)
