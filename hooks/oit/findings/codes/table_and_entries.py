"""OIT604 · รายการซ้ำกับไฟล์ตาราง · Entries both in the table and in the item

ไทย
    ข้อที่อ้างไฟล์ตารางด้วยช่อง rows ใช้รายการจากตารางนั้น จะพิมพ์รายการเดียวกันไว้ในไฟล์ของข้ออีกไม่ได้
    เพราะไม่มีใครรู้ว่าชุดใดถูก ให้เหลือไว้ที่เดียว

English
    An item that names a table in rows takes its entries from that table. The item's file must
    not list them as well, because it would be unclear which list is right. Keep them in one
    place.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT604",
    Severity.ERROR,
    Bilingual(
        'มีรายการใน "{field}" ทั้งที่อ้างตาราง {name} แล้ว',
        'found entries in "{field}", but the item already uses the table {name}',
    ),
    Bilingual(
        "ย้ายรายการที่ยังขาดไปไว้ในตารางแล้วลบ {field} หรือลบช่อง rows",
        "move the entries that the table lacks to the table and delete {field}, or delete rows",
    ),
    __doc__,
)

MONTH = Code(
    "OIT604",
    Severity.ERROR,
    Bilingual(
        "เดือน {month} อยู่ทั้งในไฟล์ของข้อและในตาราง {name}",
        "{month} is both in this file and in the table {name}",
    ),
    Bilingual("ให้เหลือไว้ที่เดียว", "keep it in one place"),
    __doc__,
)
