"""OIT105 · ใช้เครื่องหมายพิเศษที่ไม่รับ · An unsupported YAML feature

ไทย
    ไฟล์ข้อมูลเป็นชุดข้อมูลเดียว มีเพียงช่อง รายการ และข้อความ ไม่ใช้เครื่องหมายพิเศษของภาษา YAML
    ได้แก่ --- คั่นข้อมูลหลายชุด, & และ * อ้างอิงข้อมูลที่อื่น, ! กำหนดชนิดข้อมูล และการใช้รายการเป็นชื่อช่อง
    ถ้าเครื่องหมายนั้นเป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ ถ้าไม่ใช่ ให้ลบออก

English
    A data file is a single set of fields, lists and texts. The special features of YAML are not
    supported: several documents separated by ---, references with & and *, types with !, and
    lists as field names. If the character is part of a text, put the whole text in quotes
    "…"; otherwise delete it.

fails data/2569/o03.yml
    phone: 0 4599 9999
    ---
    email: saraban@example.go.th

passes data/2569/o03.yml
    phone: 0 4599 9999
    email: saraban@example.go.th
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT105",
    Severity.ERROR,
    Bilingual("ตรงนี้มี{feature} ซึ่งโปรแกรมไม่รับ", "found {feature}, which is not supported"),
    Bilingual(
        'ถ้าตั้งใจให้เป็นข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ ถ้าไม่ใช่ ให้ลบออก',
        'if it is part of a text, put the whole text in quotes "…"; otherwise delete it',
    ),
    __doc__,
)

DOCUMENTS = Bilingual("ข้อมูลชุดที่สองในไฟล์เดียว (---)", "a second document in one file (---)")
ALIAS = Bilingual("เครื่องหมายอ้างอิงข้อมูลที่อื่น (& หรือ *)", "a reference (& or *)")
TAG = Bilingual("เครื่องหมายกำหนดชนิดข้อมูล (!)", "a type tag (!)")
COMPLEX_KEY = Bilingual(
    "รายการหรือกลุ่มช่องที่ใช้เป็นชื่อช่อง", "a list or a group of fields used as a field name"
)
