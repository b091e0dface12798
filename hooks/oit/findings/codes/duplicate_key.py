"""OIT104 · เขียนช่องเดียวกันสองครั้ง · A duplicate field

ไทย
    ในไฟล์หรือในรายการเดียวกันมีช่องชื่อเดียวกันสองครั้ง โปรแกรมไม่เลือกให้ เพราะค่าหนึ่งจะหายไปเงียบ ๆ
    ให้รวมเป็นช่องเดียว หรือลบช่องที่ไม่ใช้

English
    A file or an entry contains the same field twice. The program does not choose between
    them, because one of the values would be lost silently. Merge the two or delete one.

fails data/2569/o03.yml
    phone: 0 4599 9999
    email: saraban@example.go.th
    phone: 0 4588 8888

passes data/2569/o03.yml
    phone: 0 4599 9999
    email: saraban@example.go.th
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT104",
    Severity.ERROR,
    Bilingual(
        'มีช่อง "{key}" ซ้ำ ครั้งแรกอยู่บรรทัดที่ {first}',
        'duplicate field "{key}"; it is already on line {first}',
    ),
    Bilingual(
        "เหลือไว้ช่องเดียว แล้วย้ายค่าที่ต้องการมารวมกัน", "keep one of them and merge the values into it"
    ),
    __doc__,
)
