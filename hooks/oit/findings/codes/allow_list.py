"""OIT705 · รายการตัวเลขที่เผยแพร่ได้ไม่ถูกต้อง · An error in the allow list

ไทย
    data/allowed.yml เก็บตัวเลขที่ดูเหมือนข้อมูลส่วนบุคคลแต่ตั้งใจเผยแพร่ พร้อมเหตุผล ในช่อง allowed
    แต่ละรายการเขียนว่า {text: 081-234-5678, reason: เบอร์สายด่วนของเทศบาล} เปรียบเทียบเฉพาะตัวเลข
    ไม่สนใจขีดและเว้นวรรค รายการที่ไม่ตรงกับสิ่งใดแล้วควรลบ เลขประจำตัวประชาชนไม่ควรเขียนเต็ม
    เพราะไฟล์นี้อาจอยู่ใน git ที่ผู้อื่นเปิดดูได้ ให้เขียนแบบปกปิดตามที่โปรแกรมแจ้ง (1xxxxxxxxxx19)
    และระบุ file เพราะเลขที่ปกปิดแล้วอาจตรงกับเลขอื่นได้

English
    data/allowed.yml lists numbers that look personal but are published on purpose, each with
    the reason. Write each entry of the field allowed as
    {text: 081-234-5678, reason: the town's hotline}. Only digits are compared; dashes and
    spaces are ignored. Delete an entry that no longer matches anything. Do not write a full
    national id, because others may see this file in git: write it masked, as the program
    shows it (1xxxxxxxxxx19), and name the file, because a masked number may match others.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

UNUSED = Code(
    "OIT705",
    Severity.WARNING,
    Bilingual(
        "ไม่พบตัวเลข {text} ในข้อมูลหรือเอกสารที่เผยแพร่", "{text} was not found in any data or document"
    ),
    Bilingual(
        "ลบรายการนี้ หรือแก้ตัวเลขหรือชื่อไฟล์ให้ตรง", "delete the entry, or correct its number or file name"
    ),
    __doc__,
)

NO_FILE = Code(
    "OIT705",
    Severity.WARNING,
    Bilingual(
        "ตัวเลขที่ปกปิด {text} ต้องระบุไฟล์ที่เผยแพร่ได้ จึงยังไม่มีผล",
        "{text} is masked but names no file, so the entry has no effect",
    ),
    Bilingual(
        "เพิ่มช่อง file เช่น file: files/2569/o02-list.pdf",
        "add the field file, for example file: files/2569/o02-list.pdf",
    ),
    __doc__,
)

FULL_ID = Code(
    "OIT705",
    Severity.WARNING,
    Bilingual(
        "เลขประจำตัวประชาชนเขียนเต็มอยู่ในรายการนี้ ผู้ที่เปิดดูไฟล์ได้จะเห็นเลขนั้น",
        "this entry contains a full national id; anyone who can open the file sees it",
    ),
    Bilingual("เขียนแบบปกปิด {text} และระบุ file", "write it masked, {text}, and name the file"),
    __doc__,
)
