"""OIT905 · ลิงก์ควรเปลี่ยนเป็นที่อยู่ใหม่ · A link should be replaced by its new address

ไทย
    ลิงก์นี้เปิดได้ แต่หน้านั้นย้ายไปที่อยู่ใหม่อย่างถาวร หรือใช้ http ทั้งที่ https เปิดได้
    ควรเขียนที่อยู่ใหม่แทน เพราะที่อยู่เดิมอาจเลิกใช้เมื่อใดก็ได้ และ https ป้องกันไม่ให้ข้อมูลถูกแก้ระหว่างทาง

English
    This link works, but the page has moved permanently, or the link is http although https
    works. Write the new address: the old one may stop working at any time, and https protects
    pages from being changed on their way.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

_REPLACE = Bilingual("เขียน {to} แทน", "replace it by {to}")

MOVED = Code(
    "OIT905",
    Severity.WARNING,
    Bilingual("ย้ายไปที่ {to}", "has moved to {to}"),
    _REPLACE,
    __doc__,
    "moved",
)
INSECURE = Code(
    "OIT905",
    Severity.WARNING,
    Bilingual("ใช้ http ทั้งที่ https เปิดได้", "is http, although https works"),
    _REPLACE,
    __doc__,
    "insecure",
)
