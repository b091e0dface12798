"""OIT413 · รูปใช้ไม่ได้ · A picture that cannot be shown

ไทย
    ไฟล์ที่ช่องรูปอ้างถึงเปิดเป็นรูปไม่ได้ เช่น เป็นเอกสาร เพียงเปลี่ยนนามสกุล ดาวน์โหลดมาไม่ครบ
    หรือใหญ่เกิน 40 ล้านจุด เว็บไซต์ยังสร้างได้ แต่แสดงภาพแทนหรือไม่มีภาพ ให้เปิดรูปด้วยโปรแกรมดูรูป
    แล้วบันทึกใหม่เป็น .jpg หรือ .png กว้างไม่เกิน 2,000 จุด วางแทนไฟล์เดิม

English
    The file that a picture's field names cannot be shown as a picture: it is a document, was only
    renamed, is an incomplete download, or has more than 40 million pixels. The site is built
    without it, or with a picture in its place. Open it in a viewer, save it again as .jpg or
    .png, at most 2,000 pixels wide, and replace the file.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT413",
    Severity.WARNING,
    Bilingual(
        'ใช้รูป "{name}" ไม่ได้ ({reason}) เว็บไซต์จึงไม่แสดงรูปนี้',
        'the picture "{name}" cannot be used ({reason}); the site does not show it',
    ),
    Bilingual(
        "เปิดด้วยโปรแกรมดูรูป บันทึกใหม่เป็น .jpg หรือ .png กว้างไม่เกิน 2,000 จุด แล้วแก้ชื่อในช่องนี้ให้ตรง",
        "open it in a viewer, save it as .jpg or .png, at most 2,000 pixels wide, and name it here",
    ),
    __doc__,
)

BROKEN = Bilingual("ไฟล์เสียหายหรือไม่ครบ", "it is damaged or incomplete")
LARGE = Bilingual("เกิน 40 ล้านจุด", "it has more than 40 million pixels")
LOCKED = Bilingual("โปรแกรมไม่มีสิทธิ์อ่านไฟล์", "the program may not read it")


def other_type(found: Bilingual | str) -> Bilingual:
    """Say which type the content of a file has."""
    both = found if isinstance(found, Bilingual) else Bilingual(found, found)
    return Bilingual(f"ที่พบคือ {both.th}", f"found: {both.en}")
