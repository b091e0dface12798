"""OIT822 · คอลัมน์ของรายชื่อหน่วยงานไม่ถูกต้อง · A wrong column in a list of agencies

ไทย
    agencies.csv ต้องมีคอลัมน์ id, name, kind, province, district, source และ contact อย่างละหนึ่งคอลัมน์
    เรียงอย่างไรก็ได้ คอลัมน์อื่นที่สำนักงานเพิ่มไว้ใช้เอง เช่น หมายเหตุ โปรแกรมไม่อ่าน

English
    agencies.csv must have the columns id, name, kind, province, district, source and contact, each
    once, in any order. Other columns that the office adds for itself, such as notes, are not read.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT822",
    Severity.ERROR,
    Bilingual('ไม่มีคอลัมน์ "{field}"', 'the column "{field}" is missing'),
    Bilingual(
        "เพิ่มคอลัมน์นี้ในบรรทัดแรก หน่วยงานที่ไม่มีค่าให้เว้นว่าง",
        "add the column to the first line; leave its cells empty where there is no value",
    ),
    __doc__,
)

MISSPELT = Code(
    "OIT822",
    Severity.ERROR,
    Bilingual('ไม่รู้จักคอลัมน์ "{field}"{suggestion}', 'unknown column "{field}"{suggestion}'),
    Bilingual("แก้ชื่อในบรรทัดแรก", "correct the name in the first line"),
    __doc__,
)

DUPLICATE = Code(
    "OIT822",
    Severity.ERROR,
    Bilingual(
        'คอลัมน์ "{field}" มีอยู่แล้วเป็นคอลัมน์ที่ {first}',
        'duplicate column "{field}"; it is already column {first}',
    ),
    Bilingual("ให้เหลือคอลัมน์เดียว", "keep one of them"),
    __doc__,
)
