"""OIT604 · รายการซ้ำกับไฟล์ตาราง · Entries stand in the table and beside it

ไทย
    ข้อที่อ้างไฟล์ตารางด้วยช่อง rows ใช้รายการจากตารางนั้น จะพิมพ์รายการเดียวกันไว้ในไฟล์ของข้ออีกไม่ได้
    เพราะไม่มีใครรู้ว่าชุดใดถูก ให้เหลือไว้ที่เดียว

English
    An item that names a table in rows takes its entries from there. They cannot stand in the
    item's file as well, as nobody could tell which are right. Keep them in one place.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT604",
    Severity.ERROR,
    Bilingual(
        'มีรายการใน "{field}" ทั้งที่อ้างตาราง {name} แล้ว',
        'there are entries in "{field}" though the table {name} has them',
    ),
    Bilingual(
        "ย้ายรายการที่ยังขาดไปไว้ในตารางแล้วลบ {field} หรือลบช่อง rows",
        "move what is missing to the table and delete {field}, or delete rows",
    ),
    __doc__,
)

MONTH = Code(
    "OIT604",
    Severity.ERROR,
    Bilingual(
        "เดือน {month} อยู่ทั้งในไฟล์ของข้อและในตาราง {name}",
        "{month} stands both here and in the table {name}",
    ),
    Bilingual("ให้เหลือไว้ที่เดียว", "keep it in one place"),
    __doc__,
)
