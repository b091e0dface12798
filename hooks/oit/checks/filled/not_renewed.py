"""OIT224 · ข้อมูลคัดลอกจากปีก่อน ยังไม่ได้ทบทวน · Copied from the year before, not reviewed

ไทย
    ข้อนี้คัดลอกจากปีก่อน และช่อง updated ยังเป็นวันเดียวกับของปีก่อน ซึ่งอยู่ก่อนปีงบประมาณนี้เริ่ม (1 ตุลาคม)
    แปลว่ายังไม่มีผู้ตรวจข้อมูลของปีนี้ ทั้งข้อจึงยังไม่นับ ให้ตรวจข้อมูลทุกช่อง แก้สิ่งที่เปลี่ยนไป
    แล้วลงวันที่ตรวจในช่อง updated แม้ไม่มีสิ่งใดเปลี่ยน

English
    The item was copied from the year before, and updated is still the same day as then, before
    this fiscal year began (1 October). Nobody has reviewed the data for this year, so nothing of
    the item counts. Check every field, correct what has changed, and enter the day of the review
    in updated, even if nothing has changed.

fails data/2569/o03.yml
    ## คัดลอกจากไฟล์ 2568/o03.yml
    updated: 2568-03-20
    phone: 0 4599 9999

passes data/2569/o03.yml
    ## คัดลอกจากไฟล์ 2568/o03.yml
    updated: 2568-11-20
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Severity
from oit.thai import calendar, dates

CODE = Code(
    "OIT224",
    Severity.GAP,
    Bilingual(
        "ข้อนี้คัดลอกจาก {source} และยังไม่ได้ทบทวน: วันที่ปรับปรุงล่าสุด (updated) ยังเป็น {day} "
        "ก่อนปีงบประมาณ {year} เริ่ม จึงยังไม่นับทั้งข้อ",
        "the item was copied from {source} and not reviewed: updated is still {day}, before fiscal "
        "year {year} began; nothing of it counts",
    ),
    Bilingual(
        "ตรวจข้อมูลทุกช่อง แก้สิ่งที่เปลี่ยนไป แล้วลงวันที่ตรวจในช่อง updated",
        "check every field, correct what has changed, and enter the day of the review in updated",
    ),
    __doc__,
)


def check(record: Record, source: str | None, year: int) -> Finding | None:
    """Report an item that was copied from a file of the year before and not reviewed since."""
    day = record.form.updated
    if source is None or day is None or calendar.fiscal_year(day) >= year:
        return None
    shown = dates.day_in_both(day)
    return CODE.at(record.place(("updated",)), source=source, day=shown, year=year)
