"""Counts, percentages and coordinates as officers write them."""

import re
from decimal import Decimal

from oit.thai.amounts import BAHT, times
from oit.thai.money import NUMBER
from oit.thai.unreadable import UnreadableError
from oit.thai.writing import fold

_LONGEST = 40
_NONE = "ไม่มี"
_COUNTED = (
    "คน ราย ครั้ง เรื่อง ฉบับ โครงการ กิจกรรม รายการ ข้อ แห่ง หน่วย ชุด คดี คำขอ คำร้อง ครัวเรือน หลังคาเรือน "
    "หมู่บ้าน ตำแหน่ง อัตรา วัน หน้า แผ่น ชิ้น คัน เครื่อง ท่าน"
).split()
_COUNT = re.compile(rf"(?:จำนวน ?)?(?P<number>{NUMBER}) ?(?:{'|'.join(_COUNTED)})?")
_PERCENT = re.compile(rf"(?:ร้อยละ ?)?(?P<number>{NUMBER}) ?(?:%|เปอร์เซ็นต์|เปอร์เซนต์)?")
_PART = r"\d{1,2}(?:\.\d{1,9})?"
_DEGREES = re.compile(
    r"(?P<before>[nsew] ?)?(?P<sign>-)?(?P<degrees>\d{1,3}(?:\.\d{1,20})?) ?°?"
    rf"(?: ?(?P<minutes>{_PART}) ?['′’](?: ?(?P<seconds>{_PART}) ?(?:\"|″|”|''))?)?"
    r" ?(?P<after>[nsew])?"
)


def read_count(text: str, unit: Decimal = BAHT) -> int:
    """Read ``12``, ``๑,๒๐๐``, ``12 คน``, ``จำนวน 3 ครั้ง`` or ``ไม่มี``.

    ``unit`` is the unit of the table.

    Raises:
        UnreadableError: the text is not a whole number of 0 or more.
    """
    plain = _folded(text)
    if plain == _NONE:
        return 0
    match = _COUNT.fullmatch(plain)
    if match is None:
        raise UnreadableError(text)
    number = Decimal(match["number"].replace(",", ""))
    if unit != BAHT:
        number = times(number, unit)
    if number != number.to_integral():
        raise UnreadableError(text)
    return int(number)


def read_percent(text: str) -> Decimal:
    """Read ``87.5``, ``87.5%``, ``ร้อยละ ๘๗.๕`` or ``ไม่มี``.

    Raises:
        UnreadableError: the text is not a percentage of 0 to 100.
    """
    return Decimal(0) if _folded(text) == _NONE else read_score(text)


def read_score(text: str) -> Decimal:
    """Read ``99.87`` or ``90%``; that there is none is not a score of zero.

    Raises:
        UnreadableError: the text is not a score of 0 to 100.
    """
    match = _PERCENT.fullmatch(_folded(text))
    if match is None:
        raise UnreadableError(text)
    number = Decimal(match["number"].replace(",", ""))
    if not 0 <= number <= 100:
        raise UnreadableError(text)
    return number


def read_coordinate(text: str) -> Decimal:
    """Read degrees: ``15.2287``, ``15.2287° N`` or ``15°13'43.3"N``.

    Raises:
        UnreadableError: the text is not degrees between -180 and 180.
    """
    match = _DEGREES.fullmatch(_folded(text))
    if match is None:
        raise UnreadableError(text)
    degrees, side = Decimal(match["degrees"]), (match["before"] or match["after"] or "").strip()
    is_twice_signed = bool(match["before"] and match["after"]) or bool(match["sign"] and side)
    parts = [Decimal(match[name] or 0) for name in ("minutes", "seconds")]
    if is_twice_signed or max(parts) >= 60 or (match["minutes"] and degrees % 1):
        raise UnreadableError(text)
    if match["minutes"]:
        degrees = round(degrees + parts[0] / 60 + parts[1] / 3600, 6)
    if degrees > 180:
        raise UnreadableError(text)
    return -degrees if match["sign"] or side in {"s", "w"} else degrees


def _folded(text: str) -> str:
    return fold(text) if len(text) <= _LONGEST else ""
