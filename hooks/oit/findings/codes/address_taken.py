"""OIT403 · หน้าที่เขียนเองใช้ที่อยู่ซ้ำกับหน้าของโปรแกรม · An address that is taken

ไทย
    โปรแกรมสร้างหน้าไว้ที่ /oit/<ปี>/ และ /oit/<ปี>/o<เลขข้อ>/ ซึ่งเป็นที่อยู่ถาวรที่ใช้ตอบแบบประเมิน
    หน้าที่เขียนเองใน docs/ จึงใช้ที่อยู่เดียวกันไม่ได้ ให้เปลี่ยนชื่อหรือย้ายหน้าที่เขียนเอง

English
    The program makes pages at /oit/<year>/ and /oit/<year>/o<number>/, permanent addresses
    that are given to the assessors. A page written by hand in docs/ cannot have the same one.
    Rename or move the page written by hand.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT403",
    Severity.ERROR,
    Bilingual(
        'หน้าที่เขียนเองนี้มีที่อยู่ "{address}" ซ้ำกับหน้าที่โปรแกรมสร้าง',
        'this hand-written page has the address "{address}" of a page that the program makes',
    ),
    Bilingual("เปลี่ยนชื่อหรือย้ายหน้าที่เขียนเองใน docs/", "rename or move the hand-written page in docs/"),
    __doc__,
)
