"""OIT705 · รายการตัวเลขที่เผยแพร่ได้ไม่ถูกต้อง · A fault in the allow list

ไทย
    data/allowed.yml เก็บตัวเลขที่ดูเหมือนข้อมูลส่วนบุคคลแต่ตั้งใจเผยแพร่ พร้อมเหตุผล ในช่อง allowed
    แต่ละรายการเขียนว่า {text: 081-234-5678, reason: เบอร์สายด่วนของเทศบาล} เปรียบเทียบเฉพาะตัวเลข
    ไม่สนใจขีดและเว้นวรรค รายการที่ไม่ตรงกับสิ่งใดแล้วควรลบ เลขประจำตัวประชาชนไม่ควรเขียนเต็ม
    เพราะไฟล์นี้อาจอยู่ใน git ที่ผู้อื่นเปิดดูได้ ให้เขียนแบบปกปิดตามที่โปรแกรมแจ้ง (1xxxxxxxxxx19)
    และระบุ file เพราะเลขที่ปกปิดแล้วอาจตรงกับเลขอื่นได้

English
    data/allowed.yml keeps the numbers that look personal and are published on purpose, with the
    reason: in its field allowed, each entry is written as
    {text: 081-234-5678, reason: a hotline of the town}. Only digits are compared, not dashes
    and spaces. Delete an entry that matches nothing any more. Do not write a national id
    whole, since others may see this file in git: write it hidden, as the program told it
    (1xxxxxxxxxx19), and name the file, because what is hidden may match other numbers.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

UNUSED = Code(
    "OIT705",
    Severity.WARNING,
    Bilingual(
        "ไม่พบตัวเลข {text} ในข้อมูลหรือเอกสารที่เผยแพร่", "{text} is found in no data and no document"
    ),
    Bilingual(
        "ลบรายการนี้ หรือแก้ตัวเลขหรือชื่อไฟล์ให้ตรง", "delete the entry, or mend its number or its file"
    ),
    __doc__,
)

NO_FILE = Code(
    "OIT705",
    Severity.WARNING,
    Bilingual(
        "ตัวเลขที่ปกปิด {text} ต้องระบุไฟล์ที่เผยแพร่ได้ จึงยังไม่มีผล",
        "{text} is hidden and names no file, so it allows nothing",
    ),
    Bilingual(
        "เพิ่มช่อง file เช่น file: files/2569/o02-list.pdf",
        "add the field file, such as file: files/2569/o02-list.pdf",
    ),
    __doc__,
)

WHOLE = Code(
    "OIT705",
    Severity.WARNING,
    Bilingual(
        "เลขประจำตัวประชาชนเขียนเต็มอยู่ในรายการนี้ ผู้ที่เปิดดูไฟล์ได้จะเห็นเลขนั้น",
        "a national id is written whole here: all who can open the file see it",
    ),
    Bilingual("เขียนแบบปกปิด {text} และระบุ file", "write it hidden, {text}, and name the file"),
    __doc__,
)
