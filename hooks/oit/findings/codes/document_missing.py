"""OIT301 · ไม่พบไฟล์เอกสาร · The document file is missing

ไทย
    ข้อนี้อ้างถึงเอกสารที่ไม่มีอยู่ใต้โฟลเดอร์ docs/ ลิงก์บนหน้าเว็บจึงจะเปิดไม่ได้ ชื่อไฟล์ต้องตรงทุกตัวอักษร
    รวมทั้งตัวพิมพ์เล็กและใหญ่ ให้วางไฟล์ไว้ตามที่อยู่นั้น หรือแก้ชื่อให้ตรงกับไฟล์ที่มี

English
    The item refers to a document that does not exist under docs/, so its link would be broken.
    The name must match exactly, including upper and lower case. Put the file there, or correct
    the name.

fails data/2569/o03.yml
    documents:
      - title: แผนที่ตั้งหน่วยงาน
        file: files/2569/o03-map.pdf

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

# The label of the names that ``unknown_field.did_you_mean`` lists if none is similar.
FILES = Bilingual("ไฟล์ที่มีในโฟลเดอร์นั้น", "files in that folder")

# ``unknown_field.did_you_mean`` returns the suggestion with a leading space, or empty.
CODE = Code(
    "OIT301",
    Severity.ERROR,
    Bilingual(
        'ไม่พบไฟล์ "{name}" ใต้โฟลเดอร์ docs/{suggestion}',
        'the file "{name}" is missing under docs/{suggestion}',
    ),
    Bilingual(
        "วางไฟล์ไว้ตามที่อยู่นี้ หรือแก้ชื่อให้ตรงทุกตัวอักษร รวมทั้งตัวพิมพ์เล็กและใหญ่",
        "put the file there, or correct its name; upper and lower case must match",
    ),
    __doc__,
)
