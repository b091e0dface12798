"""OIT206 · ค่าไม่ใช่แบบที่ช่องนี้รับ · A value of the wrong type

ไทย
    บางช่องรับข้อความเดียว บางช่องรับรายการ (แต่ละรายการขึ้นต้นด้วย - แล้วเว้นวรรค) และบางช่องรับช่องย่อย
    (ชื่อช่อง: ค่า ที่ย่อหน้าลึกกว่า) ให้เขียนค่าใหม่ตามแบบที่โปรแกรมแจ้ง แม้มีเพียง
    รายการเดียวก็ต้องขึ้นต้นด้วย -

English
    Some fields take a single text, some a list (each entry begins with "-" and a space), and
    some take subfields (name: value, indented deeper). Rewrite the value as the message says.
    A list requires "-" even for a single entry.

fails data/2569/o07.yml
    projects: ปรับปรุงถนนสายบ้านเหนือ

passes data/2569/o07.yml
    projects:
      - name: ปรับปรุงถนนสายบ้านเหนือ
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT206",
    Severity.ERROR,
    Bilingual('ช่อง "{field}" ต้องเป็น{expected}', 'the field "{field}" must be {expected}'),
    Bilingual(
        "เขียนค่าของช่องนี้ใหม่ตามแบบดังกล่าว และดูว่าย่อหน้าถูกต้อง",
        "rewrite the value in that form and check its indentation",
    ),
    __doc__,
)

FILE = Code(
    "OIT206",
    Severity.ERROR,
    Bilingual(
        "ทั้งไฟล์ต้องเป็นช่องข้อมูล แต่ละบรรทัดเขียนว่า ชื่อช่อง: ค่า",
        "the file must consist of fields; write each line as name: value",
    ),
    Bilingual(
        "เริ่มบรรทัดแรกด้วยชื่อช่อง ตามด้วยเครื่องหมาย : และเว้นวรรค แล้วจึงใส่ค่า",
        "begin the first line with a field name, followed by a colon, a space and the value",
    ),
    __doc__,
)

LIST = Bilingual('รายการ (แต่ละรายการขึ้นต้นด้วย "- ")', 'a list (each entry begins with "- ")')
FIELDS = Bilingual("ช่องย่อย (ชื่อช่อง: ค่า)", "subfields (name: value)")
TEXT = Bilingual("ข้อความเดียว", "a single text")
