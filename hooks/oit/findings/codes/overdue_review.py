"""OIT408 · เลยกำหนดทบทวนข้อมูล · An item that is due for review

ไทย
    ช่อง review_every บอกว่าข้อนี้ต้องทบทวนทุกกี่เดือนหรือกี่วัน นับจากวันที่ในช่อง updated
    เมื่อเลยกำหนดให้ตรวจว่าข้อมูลยังเป็นปัจจุบัน แก้สิ่งที่เปลี่ยนไป แล้วลงวันที่ตรวจในช่อง updated
    แม้ไม่มีสิ่งใดเปลี่ยน เฉพาะปีปัจจุบันเท่านั้นที่เตือน

English
    The field review_every says how often the item is to be looked at again, counted from the
    day in updated. When it is due, see whether the data still holds, mend what has changed and
    put the day into updated, even where nothing has. Only the current year is told of.

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
        "see whether the data still holds, mend it if need be, and put the day into updated",
    ),
    __doc__,
)

NO_DAY = Code(
    "OIT408",
    Severity.WARNING,
    Bilingual(
        "มีช่อง review_every แต่ไม่มีช่อง updated จึงไม่รู้ว่าต้องทบทวนเมื่อใด",
        "there is review_every but no updated, so it is not known when the review is due",
    ),
    Bilingual(
        "ลงวันที่ปรับปรุงล่าสุดในช่อง updated เช่น 2569-01-15", "put the day of the last change into updated"
    ),
    __doc__,
)
