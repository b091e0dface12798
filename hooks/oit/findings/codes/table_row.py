"""OIT603 · แถวของตารางผิดรูป · A row of a table has the wrong shape

ไทย
    ทุกแถวต้องมีจำนวนช่องเท่ากับหัวตาราง ข้อความที่มีจุลภาคต้องอยู่ในเครื่องหมาย "…" และช่องว่างก็ต้องมีจุลภาคคั่น
    แถวของเดือนที่ไม่มีการจัดซื้อจัดจ้างมีเพียงเดือน (month) และข้อความยืนยัน (nothing)
    ซึ่งหัวตารางต้องมีคอลัมน์ nothing ด้วย

English
    Every row has as many cells as the header; a text with commas stands in quotes, and an empty
    cell keeps its comma. The row of a month without purchases has just the month and the
    statement (nothing), for which the header must have the column nothing.
"""

from collections.abc import Sequence

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "แถวนี้มี {found} ช่อง แต่หัวตารางมี {wanted} ช่อง{others}",
        "the row has {found} cells, the header {wanted}{others}",
    ),
    Bilingual(
        'ตรวจจุลภาคที่ขาดหรือเกิน ข้อความที่มีจุลภาคให้ใส่เครื่องหมายคำพูด "…" คร่อม',
        'look for a comma too few or too many; put a text with commas in quotes "…"',
    ),
    __doc__,
)
_MOST_LISTED = 10


def others(lines: Sequence[int]) -> Bilingual:
    """Name the further lines that have as many cells, or the first of them."""
    if not lines:
        return Bilingual("", "")
    listed = ", ".join(map(str, lines[:_MOST_LISTED]))
    rest = len(lines) - _MOST_LISTED
    th = f" และอีก {rest} บรรทัด" if rest > 0 else ""
    en = f" and {rest} more" if rest > 0 else ""
    return Bilingual(f" (และบรรทัด {listed}{th})", f" (so it is in line {listed}{en})")


BROKEN = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual("อ่านไฟล์ตารางตั้งแต่แถวนี้ไม่ได้: {reason}", "the table cannot be read from here: {reason}"),
    Bilingual(
        'ตรวจเครื่องหมายคำพูด " ที่เปิดแล้วไม่ปิด หรือช่องที่ยาวผิดปกติ',
        'look for a quote " that is opened and not closed, or for a cell that is far too long',
    ),
    __doc__,
)
_REASONS = {
    # What Python's reader says, in part.
    "unexpected end": Bilingual("เครื่องหมายคำพูดเปิดแล้วไม่ปิด", "a quote is opened and not closed"),
    "expected after": Bilingual(
        "หลังเครื่องหมายคำพูดปิดต้องเป็นจุลภาคหรือจบแถว", "a closing quote ends its cell, but text follows"
    ),
    "field limit": Bilingual("ช่องหนึ่งยาวเกิน 128 กิโลไบต์", "a cell is longer than 128 kB"),
}


def in_words(reason: str) -> Bilingual:
    """Say in both languages why Python's reader cannot read on."""
    known = (words for part, words in _REASONS.items() if part in reason)
    return next(known, Bilingual(reason, reason))


STATEMENT = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "แถวนี้ยืนยันว่าไม่มีรายการ (nothing) แต่มีข้อมูลในช่อง {fields} ด้วย",
        "the row states that there was nothing, and has {fields} too",
    ),
    Bilingual(
        "ถ้ามีรายการให้ลบข้อความใน nothing ถ้าไม่มีให้เหลือเพียง month และ nothing",
        "delete the statement if there was something; else leave only month and nothing",
    ),
    __doc__,
)

NOT_NOTHING = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "แถวนี้ยืนยันว่าเดือน {month} ไม่มีรายการ แต่ตารางมีรายการของเดือนนั้น",
        "the row states that there was nothing in {month}, but the table has entries of it",
    ),
    Bilingual("ลบแถวนี้ หรือแก้เดือนของรายการ", "delete the row, or mend the month of the entries"),
    __doc__,
)

STATED_TWICE = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "เดือน {month} ยืนยันว่าไม่มีรายการไว้แล้วในแถวก่อน",
        "an earlier row states already that there was nothing in {month}",
    ),
    Bilingual("ให้เหลือแถวเดียว หรือแก้เดือน", "keep one of them, or mend the month"),
    __doc__,
)
