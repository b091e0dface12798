"""OIT803 · ไฟล์ที่โปรแกรมสร้างไม่ตรงกับข้อมูล · A generated file differs from the data

ไทย
    oit verify พบว่าไฟล์ที่โปรแกรมสร้าง เช่น ตาราง CSV หรือ JSON ขาดไปหรือมีเนื้อหาต่างจากข้อมูล
    อย่าแก้ไฟล์โดยตรง ให้แก้ข้อมูลใน data/ สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ทั้งโฟลเดอร์
    เครื่องบริการต้องส่งไฟล์ตามเดิมทุกไบต์

English
    oit verify found that a generated file, such as a CSV table or a JSON file, is missing or
    differs from the data. Do not edit it: change the files in data/, build the site again with
    oit build, and publish the whole folder. The server must send every byte unchanged.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

MISSING = Code(
    "OIT803",
    Severity.FAULT,
    Bilingual("ไม่มีไฟล์นี้ ทั้งที่ข้อมูลมี", "the file is missing, although the data has it"),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build แล้วเผยแพร่ทั้งโฟลเดอร์",
        "build the site again with `oit build` and publish the whole folder",
    ),
    __doc__,
    "file-missing",
)
DIFFERS = Code(
    "OIT803",
    Severity.FAULT,
    Bilingual("ไฟล์ไม่ตรงกับข้อมูล", "the file differs from the data"),
    Bilingual(
        "อย่าแก้ไฟล์โดยตรง ให้แก้ข้อมูลใน data/ แล้วสร้างเว็บไซต์ใหม่ และอย่าให้เครื่องบริการแปลงไฟล์",
        "do not edit files: change data/ and build the site again, and do not let the server "
        "convert files",
    ),
    __doc__,
    "file-differs",
)
