"""OIT408 · เลยกำหนดทบทวนข้อมูล · A review that is overdue

ไทย
    ช่อง review_every บอกว่าข้อนี้ต้องทบทวนทุกกี่เดือนหรือกี่วัน นับจากวันที่ในช่อง updated
    เมื่อเลยกำหนดให้ตรวจว่าข้อมูลยังเป็นปัจจุบัน แก้สิ่งที่เปลี่ยนไป แล้วลงวันที่ตรวจในช่อง updated
    แม้ไม่มีสิ่งใดเปลี่ยน เฉพาะปีปัจจุบันเท่านั้นที่เตือน

English
    The field review_every says how often the item must be reviewed, counted from the date in
    updated. When a review is due, check that the data is still current, correct what has
    changed and enter the date of the review in updated, even if nothing has changed. Only
    the current year is reported.

fails data/2569/o03.yml
    updated: 2568-11-01
    review_every: 3 เดือน

passes data/2569/o03.yml
    updated: 2569-03-20
    review_every: 3 เดือน
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT408",
    Severity.WARNING,
    Bilingual(
        "เลยกำหนดทบทวนข้อมูล {due} มา {days} วันแล้ว (ทบทวนทุก {every})",
        "the review was due on {due}, {days} day(s) ago (every {every})",
    ),
    Bilingual(
        "ตรวจว่าข้อมูลยังเป็นปัจจุบัน แก้ถ้าจำเป็น แล้วลงวันที่ตรวจในช่อง updated",
        "check that the data is current, correct it if necessary, and enter the date in updated",
    ),
    __doc__,
)

NO_DAY = Code(
    "OIT408",
    Severity.WARNING,
    Bilingual(
        "มีช่อง review_every แต่ไม่มีช่อง updated จึงไม่รู้ว่าต้องทบทวนเมื่อใด",
        "review_every is given but updated is missing, so the date of the next review is unknown",
    ),
    Bilingual(
        "ลงวันที่ปรับปรุงล่าสุดในช่อง updated เช่น 2569-01-15",
        "enter the date of the last change in updated, such as 2569-01-15",
    ),
    __doc__,
)
