"""OIT200 · ยังไม่มีข้อมูลของข้อนี้ · The item has no file yet

ไทย
    แบบวัดของปีนี้มีข้อนี้ แต่ในโฟลเดอร์ของปียังไม่มีไฟล์ของข้อ ให้สร้างไฟล์ตามชื่อที่บอก
    แล้วกรอกองค์ประกอบที่แบบวัดขอ บนเว็บไซต์ข้อนี้ยังมีหน้าของตนและแสดงว่ายังไม่มีข้อมูล

English
    The year's checklist contains this item, but the folder of the year has no file for it.
    Create the file with the name shown and fill in the elements that the checklist requires.
    The item still has its page on the site, which says that there is no data yet.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT200",
    Severity.GAP,
    Bilingual(
        "ยังไม่มีข้อมูลของ {id} {title} ต้องแสดง: {elements}",
        "{id} {title} has no data yet; it must show: {elements}",
    ),
    Bilingual("สร้างไฟล์ {file} แล้วกรอกช่อง {fields}", "create the file {file} and fill in {fields}"),
    __doc__,
)
