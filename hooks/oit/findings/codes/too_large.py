"""OIT106 · ไฟล์ใหญ่หรือซ้อนลึกเกินไป · The file is too large or nested too deeply

ไทย
    ไฟล์ข้อมูลของข้อหนึ่งปกติมีขนาดเพียงไม่กี่สิบกิโลไบต์ โปรแกรมจึงไม่อ่านไฟล์ที่ใหญ่เกินกำหนด
    หรือที่ข้อมูลซ้อนกันหลายชั้นเกินกำหนด ไฟล์ใหญ่มักเกิดจากวางเนื้อหาของเอกสารทั้งฉบับลงในไฟล์
    ให้เก็บเอกสารไว้ใต้ docs/files/ แล้วอ้างถึงในช่อง documents แทน

English
    The data file of an item normally has a few tens of kilobytes. A file that exceeds the size
    limit or is nested too deeply is not read. Large files are usually the result of pasting a
    whole document. Keep the document under docs/files/ and list it in documents.

fails data/2569/o03.yml
    address: [[[[[[[[[[[[[[[[[[[[[[[[เลขที่ 1 หมู่ 1]]]]]]]]]]]]]]]]]]]]]]]]

passes data/2569/o03.yml
    address: เลขที่ 1 หมู่ 1
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT106",
    Severity.ERROR,
    Bilingual(
        "ไฟล์มีขนาด {size:,} ไบต์ ใหญ่กว่าที่กำหนด ({limit:,} ไบต์)",
        "the file has {size:,} bytes, which exceeds the limit of {limit:,}",
    ),
    Bilingual(
        "เก็บเอกสารยาวไว้ใต้ docs/files/ แล้วอ้างถึงในช่อง documents ให้ไฟล์นี้เหลือเฉพาะข้อมูลที่แสดง",
        "keep long documents under docs/files/ and list them in documents; keep only data here",
    ),
    __doc__,
)

DEPTH = Code(
    "OIT106",
    Severity.ERROR,
    Bilingual(
        "ข้อมูลตรงนี้ซ้อนกันเกิน {limit} ชั้น", "the data here is nested more than {limit} levels deep"
    ),
    Bilingual(
        'ลดจำนวนชั้นของข้อมูล ถ้าวงเล็บ [ เป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูด "…" คร่อมทั้งข้อความ',
        'use fewer levels; if the bracket [ is part of a text, put the whole text in quotes "…"',
    ),
    __doc__,
)
