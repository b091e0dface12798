"""OIT806 · ลิงก์ภายในเว็บไซต์เสีย · A link inside the site is broken

ไทย
    หน้าเว็บมีลิงก์ไปยังหน้า ไฟล์ หรือหัวข้อที่ไม่มีบนเว็บไซต์ ให้แก้ลิงก์ในไฟล์ของ data/ หรือในหน้าของ docs/
    หรือวางไฟล์ที่ขาดไว้ตามที่อยู่นั้น แล้วสร้างเว็บไซต์ใหม่ด้วย oit build

English
    A page has a link to a page, a file or a heading that is not on the site. Correct the link
    in data/ or in a page of docs/, or add the missing file at that address, and build the site
    again with oit build.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

BROKEN = Code(
    "OIT806",
    Severity.FAULT,
    Bilingual("มีลิงก์ไปยัง {link} ซึ่งไม่มีบนเว็บไซต์", "a link leads to {link}, which is not on the site"),
    Bilingual(
        "แก้ลิงก์ใน data/ หรือในหน้าของ docs/ หรือวางไฟล์ที่ขาดไว้ตามที่อยู่นั้น",
        "correct the link in data/ or in the page of docs/, or add the missing file",
    ),
    __doc__,
    "broken-link",
)
ANCHOR = Code(
    "OIT806",
    Severity.FAULT,
    Bilingual(
        "มีลิงก์ไปยัง {link} แต่หน้านั้นไม่มีส่วนชื่อ {name}",
        "a link leads to {link}, but that page has no part named {name}",
    ),
    Bilingual(
        "แก้ชื่อส่วนหลังเครื่องหมาย # ให้ตรงกับหัวข้อในหน้านั้น",
        "correct the name after the # so that it matches a heading of that page",
    ),
    __doc__,
    "broken-anchor",
)
