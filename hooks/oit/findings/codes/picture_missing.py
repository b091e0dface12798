"""OIT412 · ไม่พบไฟล์รูป · A missing picture

ไทย
    ข้อมูลอ้างถึงรูปที่ไม่มีอยู่ใต้โฟลเดอร์ docs/ เว็บไซต์ยังสร้างได้ แต่แสดงภาพแทนหรือไม่มีภาพ
    ชื่อไฟล์ต้องตรงทุกตัวอักษร รวมทั้งตัวพิมพ์เล็กและใหญ่ ให้วางไฟล์ไว้ตามที่อยู่นั้น แก้ชื่อให้ตรงกับไฟล์ที่มี
    หรือลบช่องนี้ถ้าไม่มีรูป

English
    The data refers to a picture that does not exist under docs/. The site is built without it, or
    with a picture in its place. The name must match exactly, including upper and lower case. Put
    the file there, correct the name, or remove the field if there is no picture.

fails data/2569/o04.yml
    news:
      - title: เปิดศูนย์บริการประชาชน
        photo: files/2569/opening.jpg

passes data/2569/o04.yml
    news:
      - title: เปิดศูนย์บริการประชาชน
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT412",
    Severity.WARNING,
    Bilingual(
        'ไม่พบรูป "{name}" ใต้โฟลเดอร์ docs/{suggestion} เว็บไซต์จึงไม่แสดงรูปนี้',
        'the picture "{name}" is missing under docs/{suggestion}; the site does not show it',
    ),
    Bilingual(
        "วางไฟล์ไว้ตามที่อยู่นี้ แก้ชื่อให้ตรงทุกตัวอักษร หรือลบช่องนี้ถ้าไม่มีรูป",
        "put the file there, correct its name, or remove the field if there is no picture",
    ),
    __doc__,
)
