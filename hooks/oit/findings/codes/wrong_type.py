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
    Bilingual("{cure}", "{cure}"),
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
CURES = {
    LIST: Bilingual(
        'ขึ้นบรรทัดใหม่ใต้ชื่อช่อง แล้วเขียนแต่ละรายการให้ขึ้นต้นด้วย "- " และย่อหน้าเท่ากัน',
        'begin a new line under the name of the field and each entry with "- ", all with the same '
        "indentation",
    ),
    FIELDS: Bilingual(
        "เขียนทีละช่องว่า ชื่อช่อง: ค่า ช่องละบรรทัด ย่อหน้าเท่ากัน",
        "write each subfield as name: value, on a line of its own with the same indentation",
    ),
    TEXT: Bilingual(
        'เขียนเป็นข้อความเดียว ไม่มี "- " หรือวงเล็บ [ ] นำหน้า และไม่มีช่องย่อย',
        'write one text, without "- " or brackets [ ] before it and without subfields',
    ),
}
