"""OIT802 · หน้าเว็บไม่ตรงกับข้อมูล · A page differs from the data

ไทย
    oit verify พบว่าหน้าที่ข้อมูลต้องมีนั้นขาดไป มีเนื้อหาต่างจากข้อมูล หรือเป็นหน้าเก่าที่ข้อมูลไม่มีแล้ว
    อย่าแก้หน้าเว็บโดยตรง ให้แก้ข้อมูลใน data/ สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ทั้งโฟลเดอร์แทนชุดเดิม
    ที่อยู่ของแต่ละข้อใช้ตอบแบบวัด OIT จึงต้องเปิดได้เสมอโดยไม่ต้องเข้าสู่ระบบ

English
    oit verify found that a page is missing, that its contents differ from the data, or that it
    is an old page that is no longer in the data. Do not edit pages: change the files in data/,
    build the site again with oit build, and replace the published folder. The addresses of
    items are submitted in the OIT assessment, so they must always open without a login.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

MISSING = Code(
    "OIT802",
    Severity.FAULT,
    Bilingual("ไม่มีหน้านี้ ทั้งที่ข้อมูลมี", "the page is missing, although the data has it"),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ทั้งโฟลเดอร์ ที่อยู่นี้ต้องเปิดได้เสมอโดยไม่ต้องเข้าสู่ระบบ",
        "build the site again with `oit build` and publish the whole folder; this address must "
        "always open without a login",
    ),
    __doc__,
    "page-missing",
)
DIFFERS = Code(
    "OIT802",
    Severity.FAULT,
    Bilingual("เนื้อหาของหน้าไม่ตรงกับข้อมูล", "the contents of the page differ from the data"),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ชุดนั้น ข้อมูลอาจเปลี่ยนไปหลังเผยแพร่ครั้งก่อน อย่าแก้หน้าเว็บโดยตรง",
        "build the site again with `oit build` and publish it; the data may have changed since, "
        "and pages must not be edited",
    ),
    __doc__,
    "page-differs",
)
UNKNOWN = Code(
    "OIT802",
    Severity.FAULT,
    Bilingual(
        "ข้อมูลไม่มีหน้านี้ อาจค้างจากครั้งก่อน",
        "the data has no such page; it may be left from an earlier build",
    ),
    Bilingual("ลบออก แล้วเผยแพร่เฉพาะที่สร้างใหม่", "remove it, and publish only the new build"),
    __doc__,
    "page-unknown",
)
ENDLESS = Code(
    "OIT802",
    Severity.FAULT,
    Bilingual(
        "มีหน้าที่ข้อมูลไม่มีเกิน {most} หน้าซึ่งลิงก์ต่อกันไป จึงไม่ได้ตรวจหน้าที่เหลือ",
        "more than {most} pages that the data does not have lead to each other; the rest were not"
        " checked",
    ),
    Bilingual(
        "ระบุที่อยู่ของเว็บไซต์นี้เอง ไม่ใช่เว็บไซต์อื่นในที่เดียวกัน และเผยแพร่เฉพาะที่ oit build สร้าง",
        "give the address of this site, not of another one beside it, and publish only what"
        " `oit build` wrote",
    ),
    __doc__,
    "pages-endless",
)
