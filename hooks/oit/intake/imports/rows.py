"""Recognize rows that are not entries: totals, numbering, signatures, titles."""

import re
from functools import lru_cache

from oit.spreadsheets.sheet import folded
from oit.thai import calendar, writing
from oit.thai.writing import fold

_MONTH_WORDS = "|".join(
    (*calendar.MONTHS, *(name.replace(".", r"\.?") for name in calendar.MONTHS_SHORT))
)
_NUMBER_WORDS = "ศูนย์|หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน"
_ADDED_UP = r"(?:สรุป)?(?:ยอด|จำนวน|ผล)?(?:เงิน)?รวม|(?:sub|grand)?[\s-]*totals?|sum"
_GROUPS = "แผนงาน|กอง|สำนัก|หมวด|ด้าน|ยุทธศาสตร์|กลยุทธ์|แนวทาง|วิธี|ทุก|ฝ่าย|ประเภท|ส่วน"
# Alternatives that begin alike are possessive, the longest first: no text is tried in two ways.
_TOTAL = re.compile(
    rf"(?:{_ADDED_UP}|ทั้งสิ้น|(?:ยอด)?สะสม|(?:ยอด)?คงเหลือ|(?:ยอด)?(?:เงิน)?ยก(?:มา|ไป)(?:จากหน้าก่อน|หน้าถัดไป)?)"
    r"(?:ทั้งสิ้น|ทั้งหมด|ทั้งปี|เงิน|เป็นเงิน|เป็นจำนวน|เป็น|จำนวน|ยอดยกมา|ยอด|สุทธิ|ทุกรายการ|ประจำ|งบประมาณ"
    r"|วงเงิน|มูลค่า|ราคากลาง|ราคา|สะสม|หน้านี้|ตั้งแต่ต้นปี|ถึงปัจจุบัน|ถึงสิ้นเดือน|ถึงเดือน|เดือนนี้|เดือนก่อน|ไตรมาส(?:ที่)?|จัดซื้อจัดจ้าง|จัดซื้อ|จัดจ้าง|รายการ|โครงการ|บาท"
    rf"|เดือน|{_MONTH_WORDS}|ปีงบประมาณ|พ\.?ศ\.?|totals?"
    rf"|(?:{_NUMBER_WORDS})++(?:บาท|สตางค์)(?:ถ้วน)?"
    r"|\d++(?:,\d{3})*+(?:\.(?:\d+|-))?(?:รายการ|โครงการ|สัญญา|เรื่อง|ฉบับ|ครั้ง)?|[-().:=*/])*+",
    re.IGNORECASE,
)
_BEGINS_LIKE_TOTAL = re.compile(
    rf"(?:{_ADDED_UP}|ยอดยก|ยกมา|ยกไป|ยอดสะสม|ยอดคงเหลือ)", re.IGNORECASE
)
_TOTAL_OF_GROUP = re.compile(rf"(?:{_ADDED_UP})(?:เงิน|ทั้งสิ้น|ทั้งหมด)?(?:{_GROUPS})", re.IGNORECASE)
_AROUND_TOTAL = "-*=:•.,/ "
_NOTHING = re.compile(r"ไม่มี(?:(?:การ)?(?:ดำเนินการ)?(?:จัด)?(?:ซื้อ|จ้าง|หา)|รายการ)")
_SIGNATURE = re.compile(
    r"ลงชื่อ|ลงนาม|^ผู้(?:จัดทำ|รายงาน|ตรวจสอบ|รับรอง|อนุมัติ|สรุป)|^\(?[ .…_]{6,}|^ตำแหน่ง"
    r"|^(?:รอง)?(?:ปลัด|นายก)|^ผู้อำนวยการ|^หัวหน้า|^เจ้าหน้าที่|^นักวิชาการ|^\((?:นาย|นาง|น\.ส\.|ว่าที่).*\)$"
)
_NOTE = re.compile(r"^\s*(?:หมายเหตุ|\*|ที่มา|ข้อมูล\s*ณ)")
_AMOUNT_IN_WORDS = re.compile(r"[(=\s-]*+[ก-๙][ก-๙\s]*(?:บาท|สตางค์)(?:\s*ถ้วน)?[)=\s-]*")
_FISCAL_YEAR = re.compile(
    r"(?:ปีงบประมาณ|งบประมาณ(?:รายจ่าย)?(?:ประจำ)?ปี|(?:แผน|สถิติ)[ก-๙ ]{0,40}ประจำปี)"
    r"\s*(?:[พค]\.?\s?ศ\.?)?\s*(25\d\d|20\d\d|[5-9]\d)(?!\d|\s*[-/,.]\s*\d)"
)
_DIGITS = frozenset("0123456789")
_NUMBERING = re.compile(r"\(?\s*(\d{1,2})\s*\)?\.?")


def is_total(text: str) -> bool:
    """Tell whether a cell marks its row as one of totals."""
    if text[:1] in _DIGITS:  # as most cells of a table
        return False
    return _TOTAL.fullmatch(_label(text)) is not None


def begins_like_total(text: str) -> bool:
    """Tell whether a text may name a total of some group: ``รวมกองช่าง``."""
    return _BEGINS_LIKE_TOTAL.match(_label(text)) is not None


def is_total_of_group(text: str) -> bool:
    """Tell whether a text names a total of some of an office's groups: ``รวมแผนงานการศึกษา``."""
    return _TOTAL_OF_GROUP.match(_label(text)) is not None


def _label(text: str) -> str:
    return _plain(text).replace(" ", "").strip(_AROUND_TOTAL)


def states_nothing_bought(text: str) -> bool:
    """Tell whether a cell states that a month had no purchases."""
    # Its words have a letter that few texts have.
    if "ไ" not in text or len(text) >= 200:
        return False
    plain = _plain(text)
    return _NOTHING.search(plain) is not None or plain.strip("- ") == "ไม่มี"


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
    numbers = []
    for text in texts:
        match = _NUMBERING.fullmatch(writing.arabic(text).strip())
        if match is None:
            return False
        numbers.append(int(match[1]))
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def fiscal_years(text: str) -> set[int]:
    """Return the fiscal years that a title names."""
    return {_fiscal_year(year) for year in _FISCAL_YEAR.findall(_plain(text))}


def _fiscal_year(digits: str) -> int:
    if len(digits) == 2:
        return 2500 + int(digits)
    return calendar.read_era(int(digits))[0] + calendar.ERA


@lru_cache(maxsize=10_000)  # a text is asked about in several ways
def _plain(text: str) -> str:
    return fold(folded(text))
