"""OIT904 · ประชาชนเปิดลิงก์นี้ไม่ได้ · Citizens cannot open a link

ไทย
    ที่อยู่นี้อยู่ในเครือข่ายภายใน ดูเหมือนเว็บไซต์ทดสอบ หรือเป็นที่อยู่ตัวอย่าง โปรแกรมจึงไม่ลองเปิด
    ให้เขียนที่อยู่จริงที่เปิดได้จากอินเทอร์เน็ต หรือลบลิงก์

English
    This address is in a private network, looks like a site for tests, or is reserved for
    examples, so it is not tried. Write the real address that can be opened from the internet,
    or delete the link.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_PUBLIC_ADDRESS = Bilingual(
    "ประชาชนเปิดไม่ได้ ให้เขียนที่อยู่ที่เปิดได้จากอินเทอร์เน็ต หรือลบลิงก์",
    "citizens cannot open it: write an address that opens from the internet, or delete the link",
)

PRIVATE = Code(
    "OIT904",
    Severity.FAULT,
    Bilingual("พาเข้าเครือข่ายภายใน", "leads into a private network"),
    _PUBLIC_ADDRESS,
    __doc__,
    "private",
)
STAGING = Code(
    "OIT904",
    Severity.FAULT,
    Bilingual("ดูเหมือนเว็บไซต์ทดสอบหรือภายใน", "looks like a site for tests or for the staff"),
    _PUBLIC_ADDRESS,
    __doc__,
    "staging",
)
SAMPLE = Code(
    "OIT904",
    Severity.FAULT,
    Bilingual("เป็นที่อยู่ตัวอย่าง", "is reserved for examples"),
    Bilingual("เขียนที่อยู่จริง หรือลบลิงก์", "write the real address, or delete the link"),
    __doc__,
    "sample",
)
