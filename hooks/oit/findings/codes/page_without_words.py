"""OIT317 · หน้าที่ระบุไม่มีคำขององค์ประกอบ · A page without the words of its element

ไทย
    ช่อง shows บอกว่าองค์ประกอบอยู่หน้าใดของ PDF แต่หน้านั้นไม่มีคำใดเลยที่ใช้เรียกองค์ประกอบนั้น
    ส่วนมากเป็นเลขหน้าที่พิมพ์บนกระดาษแทนลำดับหน้าในไฟล์ หรือไฟล์เปลี่ยนฉบับแล้วหน้าเลื่อน
    ถ้าพบคำเหล่านั้นในหน้าอื่น จะบอกหน้าไว้ให้เปิดดู โปรแกรมเทียบเฉพาะพยัญชนะ
    เพราะสระและวรรณยุกต์ใน PDF ภาษาไทยมักสลับที่หรือหาย หน้าที่เป็นภาพไม่ถูกเตือน
    คำเตือนนี้ไม่เปลี่ยนสถานะ ถ้าเปิดดูแล้วหน้านั้นแสดงเรื่องนั้นจริงด้วยคำอื่น ปล่อยไว้ได้

    ตัวอย่าง: problems: 4 ถูกเตือนเมื่อหน้า 4 เป็นตารางโครงการ และหัวข้อ "ปัญหา/อุปสรรค" อยู่หน้า 6
    แก้เป็น problems: 6

English
    The field shows says on which page of the PDF an element is, but that page has none of the words
    by which the element is called. Often the number printed on the paper was taken for the number
    of the page in the file, or a new version of the file has moved the pages. If the words are on
    other pages, the message says where. Only consonants are compared, because vowels and tone marks
    in Thai PDFs change places or get lost. Pages that are pictures give no warning. The warning
    changes no status: if the page does show the element, in other words, leave it.

    An example: problems: 4 is warned about if page 4 is a table of projects, and the heading
    "ปัญหา/อุปสรรค" is on page 6. It should be problems: 6.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT317",
    Severity.WARNING,
    Bilingual(
        'หน้า {page} ของ "{name}" ไม่มีคำของ "{text}" ({words}) {found}',
        'page {page} of "{name}" has no words of "{text}" ({words}); {found}',
    ),
    Bilingual(
        "เปิดหน้านั้นดู แล้วแก้เลขหน้า โดยนับหน้าแรกของไฟล์เป็นหน้า 1 ถ้าแสดงเรื่องนี้ด้วยคำอื่นอยู่แล้ว ปล่อยไว้ได้",
        "look at the page and correct its number, counting the first page of the file as 1; if it "
        "shows the element in other words, leave it",
    ),
    __doc__,
)
NOWHERE = Bilingual("และไม่พบในหน้าอื่น", "nor has any other page")


def found_on(pages: str) -> Bilingual:
    """Say on which pages the words are."""
    return Bilingual(f"พบคำเหล่านี้ในหน้า {pages}", f"these words are on page {pages}")


def absent(words: str) -> Bilingual:
    """Say that a document has none of some words."""
    return Bilingual(f"ไม่พบคำว่า {words} ในเอกสารนี้", f"this document has no {words}")
