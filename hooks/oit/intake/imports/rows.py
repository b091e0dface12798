"""Recognize rows that are not entries: totals, numbering, signatures, titles."""

import re

from oit.spreadsheets.sheet import folded
from oit.thai import calendar, writing
from oit.thai.writing import fold

_MONTH_WORDS = "|".join(
    (*calendar.MONTHS, *(name.replace(".", r"\.?") for name in calendar.MONTHS_SHORT))
)
_TOTAL = re.compile(
    r"(?:ยอด|จำนวน|ผล)?(?:เงิน)?รวม"
    r"(?:ทั้งสิ้น|ทั้งหมด|ทั้งปี|เงิน|เป็นเงิน|เป็น|จำนวน|ยอด|สุทธิ|ทุกรายการ|ประจำ|งบประมาณ|บาท"
    rf"|เดือน|{_MONTH_WORDS}|ปีงบประมาณ|พ\.?ศ\.?|\d++(?:รายการ|โครงการ|สัญญา|เรื่อง|ฉบับ)?|[().:])*"
    r"|(?:sub|grand)?\s*totals?|ยอดยกไป|ยอดยกมา",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"ไม่มี(?:การ)?(?:ดำเนินการ)?(?:จัด)?(?:ซื้อ|จ้าง|หา)|ไม่มีรายการ|ไม่มีจัดซื้อ|^[-\s]*ไม่มี[-\s]*$"
)
_SIGNATURE = re.compile(
    r"ลงชื่อ|ลงนาม|^ผู้(?:จัดทำ|รายงาน|ตรวจสอบ|รับรอง|อนุมัติ|สรุป)|^\(?[ .…_]{6,}|^ตำแหน่ง"
    r"|^(?:รอง)?(?:ปลัด|นายก)|^ผู้อำนวยการ|^หัวหน้า|^เจ้าหน้าที่|^นักวิชาการ|^\((?:นาย|นาง|น\.ส\.|ว่าที่).*\)$"
)
_NOTE = re.compile(r"^\s*(?:หมายเหตุ|\*|ที่มา|ข้อมูล\s*ณ)")
_AMOUNT_IN_WORDS = re.compile(r"[(=\s-]*[ก-๙\s]+(?:บาท|สตางค์)\s*(?:ถ้วน)?[)=\s-]*")
_FISCAL_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(25\d\d)(?!\s*[-–])")
_NUMBERING = re.compile(r"\(?\s*(\d{1,2})\s*\)?\.?")


def is_total(text: str) -> bool:
    """Tell whether a cell marks its row as one of totals."""
    return _TOTAL.fullmatch(_plain(text).replace(" ", "")) is not None


def states_nothing_bought(text: str) -> bool:
    """Tell whether a cell states that a month had no purchases."""
    return len(text) < 200 and _NOTHING.search(_plain(text)) is not None


def is_signature(text: str) -> bool:
    """Tell whether a text belongs to the signatures below the table."""
    return _SIGNATURE.search(_plain(text)) is not None


def is_note(text: str) -> bool:
    """Tell whether a text is a note below the table, or its total in words."""
    return (_NOTE.match(_plain(text)) or _AMOUNT_IN_WORDS.fullmatch(text)) is not None


def is_numbering(texts: list[str]) -> bool:
    """Tell whether a row numbers the columns: (1) (2) (3)."""
    if len(texts) < 3:
        return False
    found = [_NUMBERING.fullmatch(writing.arabic(text).strip()) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(texts) and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )


def fiscal_years(text: str) -> set[int]:
    """Return the fiscal years that a title names."""
    return {int(year) for year in _FISCAL_YEAR.findall(_plain(text))}


def _plain(text: str) -> str:
    return fold(folded(text))
