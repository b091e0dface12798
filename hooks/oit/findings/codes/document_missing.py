"""OIT301 · ไม่พบไฟล์เอกสาร · The document is not there

ไทย
    ข้อนี้อ้างถึงเอกสารที่ไม่มีอยู่ใต้โฟลเดอร์ docs/ ลิงก์บนหน้าเว็บจึงจะเปิดไม่ได้ ชื่อไฟล์ต้องตรงทุกตัวอักษร
    รวมทั้งตัวพิมพ์เล็กและใหญ่ ให้วางไฟล์ไว้ตามที่อยู่นั้น หรือแก้ชื่อให้ตรงกับไฟล์ที่มี

English
    The item names a document that is not there under docs/, so its link would lead nowhere.
    The name must match in every letter, small and capital. Put the file there, or mend the
    name.

fails data/2569/o03.yml
    documents:
      - title: แผนที่ตั้งหน่วยงาน
        file: files/2569/o03-map.pdf

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

# What ``unknown_field.did_you_mean`` lists here where no name is near.
FILES = Bilingual("ไฟล์ที่มีในโฟลเดอร์นั้น", "files in that folder")

# The suggestion is empty or begins with a space, as ``unknown_field.did_you_mean`` gives it.
CODE = Code(
    "OIT301",
    Severity.ERROR,
    Bilingual(
        'ไม่พบไฟล์ "{name}" ใต้โฟลเดอร์ docs/{suggestion}',
        'there is no file "{name}" under docs/{suggestion}',
    ),
    Bilingual(
        "วางไฟล์ไว้ตามที่อยู่นี้ หรือแก้ชื่อให้ตรงทุกตัวอักษร รวมทั้งตัวพิมพ์เล็กและใหญ่",
        "put the file there, or mend its name; small and capital letters count",
    ),
    __doc__,
)
