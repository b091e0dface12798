"""OIT901 · ลิงก์เปิดไม่ได้ · A link cannot be opened

ไทย
    oit links ลองเปิดที่อยู่นี้แล้วไม่ได้ เพราะไม่มีหน้านั้นแล้ว ไม่มีเว็บไซต์ชื่อนี้ หรือเครื่องบริการไม่ตอบ
    ให้หาที่อยู่ใหม่มาแทน หรือลบลิงก์ ถ้าปิดชั่วคราวให้ลองใหม่ภายหลัง ถ้าไม่มีลิงก์ใดตอบเลย
    เครื่องนี้อาจต่ออินเทอร์เน็ตไม่ได้

English
    oit links could not open this address: the page or the site no longer exists, or the server
    does not respond. Find the new address or delete the link; if the site is down for the
    moment, try again later. If no link responds at all, this machine may not be connected to
    the internet.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT901",
    Severity.FAULT,
    Bilingual("เปิดไม่ได้ ({why})", "cannot be opened ({why})"),
    Bilingual(
        "หาที่อยู่ใหม่ หรือลบลิงก์ ถ้าปิดชั่วคราวให้ลองใหม่ภายหลัง",
        "find the new address, or delete the link; if the site is down, try again later",
    ),
    __doc__,
    "dead",
)
