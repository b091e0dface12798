"""OIT603 · แถวของตารางผิดรูป · A malformed row of a table

ไทย
    ทุกแถวต้องมีจำนวนช่องเท่ากับหัวตาราง ข้อความที่มีจุลภาคต้องอยู่ในเครื่องหมาย "…" และช่องว่างก็ต้องมีจุลภาคคั่น
    แถวของเดือนที่ไม่มีการจัดซื้อจัดจ้างมีเพียงเดือน (month) และข้อความยืนยัน (nothing)
    ซึ่งหัวตารางต้องมีคอลัมน์ nothing ด้วย

English
    Every row must have as many cells as the header. Put a text that contains commas in quotes
    "…", and keep the comma of an empty cell. The row of a month without purchases contains only
    the month (month) and the statement (nothing), so the header must have the column nothing.
"""

from collections.abc import Sequence

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "แถวนี้มี {found} ช่อง แต่หัวตารางมี {width} ช่อง{others}",
        "the row has {found} cells, but the header has {width}{others}",
    ),
    Bilingual(
        'ตรวจจุลภาคที่ขาดหรือเกิน ข้อความที่มีจุลภาคให้ใส่เครื่องหมายคำพูด "…" คร่อม',
        'look for a missing or extra comma; put a text that contains commas in quotes "…"',
    ),
    __doc__,
)
_MOST_LISTED = 10


def others(lines: Sequence[int]) -> Bilingual:
    """Name the first few of the other lines with the same number of cells."""
    if not lines:
        return Bilingual("", "")
    listed = ", ".join(map(str, lines[:_MOST_LISTED]))
    rest = len(lines) - _MOST_LISTED
    th = f" และอีก {rest} บรรทัด" if rest > 0 else ""
    en = f" and {rest} more" if rest > 0 else ""
    return Bilingual(f" (และบรรทัด {listed}{th})", f" (also in line {listed}{en})")


BROKEN = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "อ่านไฟล์ตารางตั้งแต่แถวนี้ไม่ได้: {reason}", "the table cannot be read from this row on: {reason}"
    ),
    Bilingual(
        'ตรวจเครื่องหมายคำพูด " ที่เปิดแล้วไม่ปิด หรือช่องที่ยาวผิดปกติ',
        'look for a quote " that is not closed, or for an unusually long cell',
    ),
    __doc__,
)
_REASONS = {
    # Fragments of the messages of Python's csv reader.
    "unexpected end": Bilingual("เครื่องหมายคำพูดเปิดแล้วไม่ปิด", "a quote is opened but not closed"),
    "expected after": Bilingual(
        "หลังเครื่องหมายคำพูดปิดต้องเป็นจุลภาคหรือจบแถว",
        "a closing quote must be followed by a comma or the end of the row",
    ),
    "field limit": Bilingual("ช่องหนึ่งยาวเกิน 128 กิโลไบต์", "a cell is longer than 128 kB"),
}


def explain(reason: str) -> Bilingual:
    """Explain in both languages why Python's csv reader stopped."""
    known = (words for part, words in _REASONS.items() if part in reason)
    return next(known, Bilingual(reason, reason))


STATEMENT = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "แถวนี้ยืนยันว่าไม่มีรายการ (nothing) แต่มีข้อมูลในช่อง {fields} ด้วย",
        "the row states that there were no entries (nothing), but also has values in {fields}",
    ),
    Bilingual(
        "ถ้ามีรายการให้ลบข้อความใน nothing ถ้าไม่มีให้เหลือเพียง month และ nothing",
        "delete the statement if there were entries; otherwise keep only month and nothing",
    ),
    __doc__,
)

NOT_NOTHING = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "แถวนี้ยืนยันว่าเดือน {month} ไม่มีรายการ แต่ตารางมีรายการของเดือนนั้น",
        "the row states that {month} has no entries, but the table has entries for that month",
    ),
    Bilingual("ลบแถวนี้ หรือแก้เดือนของรายการ", "delete the row, or correct the month of the entries"),
    __doc__,
)

DUPLICATE_STATEMENT = Code(
    "OIT603",
    Severity.ERROR,
    Bilingual(
        "เดือน {month} ยืนยันว่าไม่มีรายการไว้แล้วในแถวก่อน",
        "an earlier row already states that {month} has no entries",
    ),
    Bilingual("ให้เหลือแถวเดียว หรือแก้เดือน", "keep only one row, or correct the month"),
    __doc__,
)
