"""OIT903 · ลิงก์พาไปเว็บไซต์อื่น · A link leads to another site

ไทย
    ที่อยู่นี้ส่งต่อไปยังเว็บไซต์อื่น บางครั้งเพราะหน่วยงานเปลี่ยนชื่อเว็บไซต์ บางครั้งเพราะมีผู้อื่นได้ชื่อนั้นไป
    ให้เปิดดูว่าใช่ที่ต้องการหรือไม่ แล้วเขียนที่อยู่ที่ถูกต้อง

English
    This address redirects to another site: the owner may have changed its name, or somebody
    else may own the name now. Open it to see whether it is the right site, and write the
    correct address.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT903",
    Severity.FAULT,
    Bilingual("พาไปเว็บไซต์อื่น: {to}", "leads to another site: {to}"),
    Bilingual(
        "เปิดดูว่าใช่ที่ต้องการหรือไม่ แล้วเขียนที่อยู่ที่ถูกต้อง",
        "open it to see whether it is the right site, and write the correct address",
    ),
    __doc__,
    "elsewhere",
)
