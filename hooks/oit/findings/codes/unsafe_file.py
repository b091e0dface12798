"""OIT107 · ไฟล์ที่ไม่ควรเปิดหรือเปิดไม่ได้ · A file that may not or cannot be opened

ไทย
    โปรแกรมอ่านเฉพาะไฟล์จริงที่อยู่ในโฟลเดอร์ข้อมูล ไม่อ่านทางลัด (ลิงก์ของระบบ) และไฟล์ที่พาออกไป
    นอกโฟลเดอร์ เพื่อไม่ให้ไฟล์ภายในของเครื่องถูกเผยแพร่โดยไม่ตั้งใจ ให้วางสำเนาของไฟล์จริงไว้แทน
    ถ้าเปิดไฟล์ไม่ได้ ให้ดูสิทธิ์ในการอ่านไฟล์ และปิดโปรแกรมอื่นที่กำลังเปิดไฟล์นั้นอยู่

English
    Only real files inside the data folder are read, no links and nothing that leads out of
    the folder, so that no internal file of the computer is published by accident. Put a copy
    of the real file there instead. If a file cannot be opened, look at the permission to read
    it and close other programs that use it.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT107",
    Severity.ERROR,
    Bilingual(
        "ไฟล์นี้เป็นทางลัด หรือพาออกไปนอกโฟลเดอร์ข้อมูล จึงไม่อ่าน",
        "this file is a link or leads out of the data folder and is not read",
    ),
    Bilingual("วางสำเนาของไฟล์จริงไว้แทนทางลัด", "put a copy of the real file in its place"),
    __doc__,
)

UNREADABLE = Code(
    "OIT107",
    Severity.ERROR,
    Bilingual("เปิดไฟล์นี้ไม่ได้ ({reason})", "this file cannot be opened ({reason})"),
    Bilingual(
        "ดูสิทธิ์ในการอ่านไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์นี้อยู่",
        "look at the permission to read it and close other programs that use it",
    ),
    __doc__,
)
