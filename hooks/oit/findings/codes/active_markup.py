"""OIT308 · หน้าที่เขียนเองมีคำสั่งที่ทำงานได้ · A hand-written page that runs something

ไทย
    หน้าใน docs/ (.md) มี HTML ที่จัดรูปแบบได้ แต่มีสคริปต์ กรอบของเว็บอื่น (iframe) แบบฟอร์ม คำสั่ง on…
    ที่อยู่แบบ javascript: หรือ data: การพาไปหน้าอื่นเอง หรือสไตล์ที่โหลดไฟล์ไม่ได้
    เพราะทำงานในเบราว์เซอร์ของประชาชนในนามของหน่วยงาน ให้ลบส่วนนั้น ถ้าต้องการพาไปเว็บอื่น
    (เช่น แผนที่หรือวิดีโอ) ให้ใส่ลิงก์ธรรมดา

English
    A page of docs/ (.md) may contain HTML for its layout, but no scripts, frames of other
    sites (iframe), forms, on… handlers, javascript: or data: addresses, automatic redirects, or
    styles that load files: they run in the browsers of citizens in the agency's name. Remove
    that part. To lead to another site (a map, a video), use an ordinary link.

fails docs/about.md
    <iframe src="https://maps.example.com/"></iframe>

passes docs/about.md
    [แผนที่](https://maps.example.com/)
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT308",
    Severity.ERROR,
    Bilingual("หน้านี้มี {what} ซึ่งเผยแพร่ไม่ได้", "the page has {what}, which may not be published"),
    Bilingual(
        "ลบส่วนนั้นออก ถ้าต้องการพาไปเว็บอื่นให้ใส่ลิงก์ธรรมดา ถ้าท่านไม่ได้ใส่เอง ให้แจ้งผู้ดูแลระบบ",
        "remove it; use an ordinary link to lead to another site; if nobody put it there, tell "
        "the IT staff",
    ),
    __doc__,
)
