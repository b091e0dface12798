"""OIT902 · เว็บไซต์ไม่ให้โปรแกรมเปิดลิงก์ · A site does not let programs open a link

ไทย
    เครื่องบริการตอบ แต่ไม่ให้โปรแกรมเปิดที่อยู่นี้ ให้เปิดดูด้วยเบราว์เซอร์ ถ้าเปิดได้ ให้เขียนที่อยู่และเหตุผลใน
    data/links.yml แล้วโปรแกรมจะไม่ตรวจอีก ถ้าเปิดไม่ได้ ให้หาที่อยู่ใหม่หรือลบลิงก์

English
    The server responds, but it does not let programs open this address. Open it in a browser:
    if it works, write the address and the reason into data/links.yml, and it is not tried
    again; if it does not, find the new address or delete the link.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT902",
    Severity.FAULT,
    Bilingual("ไม่ให้โปรแกรมเปิด ({why})", "cannot be opened by a program ({why})"),
    Bilingual(
        "เปิดดูด้วยเบราว์เซอร์ ถ้าเปิดได้ ให้เขียนที่อยู่และเหตุผลใน data/links.yml",
        "open it in a browser; if it opens, write it with the reason into data/links.yml",
    ),
    __doc__,
    "refused",
)
