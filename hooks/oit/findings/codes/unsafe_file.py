"""OIT107 · ไฟล์ที่ไม่ควรเปิดหรือเปิดไม่ได้ · A file that must not or cannot be opened

ไทย
    โปรแกรมอ่านเฉพาะไฟล์จริงที่อยู่ในโฟลเดอร์ข้อมูล ไม่อ่านทางลัด (ลิงก์ของระบบ) และไฟล์ที่พาออกไป
    นอกโฟลเดอร์ เพื่อไม่ให้ไฟล์ภายในของเครื่องถูกเผยแพร่โดยไม่ตั้งใจ ให้วางสำเนาของไฟล์จริงไว้แทน
    ถ้าเปิดไฟล์ไม่ได้ ให้ดูสิทธิ์ในการอ่านไฟล์ และปิดโปรแกรมอื่นที่กำลังเปิดไฟล์นั้นอยู่

English
    The program reads only real files inside the data folder. It does not follow symbolic links
    or paths that lead out of the folder, so that internal files are not published by accident.
    Put a copy of the real file there instead. If a file cannot be opened, check its read
    permission and close other programs that use it.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT107",
    Severity.ERROR,
    Bilingual(
        "ไฟล์นี้เป็นทางลัด หรือพาออกไปนอกโฟลเดอร์ข้อมูล จึงไม่อ่าน",
        "this file is a symbolic link or leads out of the data folder, so it is not read",
    ),
    Bilingual("วางสำเนาของไฟล์จริงไว้แทนทางลัด", "replace the link with a copy of the real file"),
    __doc__,
)

SPECIAL = Code(
    "OIT107",
    Severity.ERROR,
    Bilingual(
        "ไม่ใช่ไฟล์ธรรมดา (เป็นท่อหรืออุปกรณ์ของระบบ) จึงไม่อ่าน",
        "this is a pipe or a device of the system and not a plain file, so it is not read",
    ),
    Bilingual("ลบออก แล้ววางไฟล์จริงไว้แทน", "remove it, and put a real file in its place"),
    __doc__,
)

UNREADABLE = Code(
    "OIT107",
    Severity.ERROR,
    Bilingual("เปิดไฟล์นี้ไม่ได้ ({reason})", "this file cannot be opened ({reason})"),
    Bilingual(
        "ดูสิทธิ์ในการอ่านไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์นี้อยู่",
        "check its read permission and close other programs that use it",
    ),
    __doc__,
)
