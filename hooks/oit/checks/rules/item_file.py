"""OIT200 · ยังไม่มีข้อมูลของข้อนี้ · The item has no file yet

ไทย
    แบบวัดของปีนี้มีข้อนี้ แต่ในโฟลเดอร์ของปียังไม่มีไฟล์ของข้อ ให้สร้างไฟล์ตามชื่อที่บอก
    แล้วกรอกองค์ประกอบที่แบบวัดขอ บนเว็บไซต์ข้อนี้ยังมีหน้าของตนและแสดงว่ายังไม่มีข้อมูล

English
    The year's checklist has this item, but the year's folder has no file for it. Make the
    file by the name given and fill in what the checklist asks for. On the site the item has
    its page all the same, which says that nothing is there yet.
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
    Bilingual("สร้างไฟล์ {file} แล้วกรอกช่อง {fields}", "make the file {file} and fill in {fields}"),
    __doc__,
)
