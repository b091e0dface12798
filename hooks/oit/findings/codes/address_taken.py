"""OIT403 · หน้าที่เขียนเองใช้ที่อยู่ซ้ำกับหน้าของโปรแกรม · An address that is already in use

ไทย
    โปรแกรมสร้างหน้าไว้ที่ /oit/<ปี>/ และ /oit/<ปี>/o<เลขข้อ>/ ซึ่งเป็นที่อยู่ถาวรที่ใช้ตอบแบบประเมิน
    หน้าที่เขียนเองใน docs/ จึงใช้ที่อยู่เดียวกันไม่ได้ และมีไฟล์ในโฟลเดอร์ของโปรแกรมและธีม (data, api, assets,
    search, staff) ไม่ได้ ให้เปลี่ยนชื่อหรือย้ายหน้าหรือไฟล์นั้น

English
    The program generates pages at /oit/<year>/ and /oit/<year>/o<number>/. These permanent
    addresses are submitted to the assessors, so a hand-written page in docs/ cannot use the
    same address, and docs/ cannot have files in the folders of the program and its theme (data,
    api, assets, search, staff). Rename or move the page or file.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT403",
    Severity.ERROR,
    Bilingual(
        'หน้าที่เขียนเองนี้มีที่อยู่ "{address}" ซ้ำกับหน้าที่โปรแกรมสร้าง',
        'this hand-written page has the same address "{address}" as a generated page',
    ),
    Bilingual("เปลี่ยนชื่อหรือย้ายหน้าที่เขียนเองใน docs/", "rename or move the hand-written page in docs/"),
    __doc__,
)

RESERVED = Code(
    "OIT403",
    Severity.ERROR,
    Bilingual(
        'ที่อยู่ใต้ "{address}/" เป็นของโปรแกรมหรือธีม ไฟล์ใน docs/ ใช้ไม่ได้',
        'addresses below "{address}/" belong to the program or its theme, not to files of docs/',
    ),
    Bilingual(
        "ย้ายไปโฟลเดอร์ชื่ออื่น เอกสารและรูปอยู่ใต้ docs/files/",
        "move it to a folder of another name; documents and pictures belong in docs/files/",
    ),
    __doc__,
)
