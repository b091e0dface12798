"""OIT906 · ข้อยกเว้นของลิงก์ที่ไม่ได้ใช้แล้ว · An exception that no link needs

ไทย
    data/links.yml ยกเว้นที่อยู่นี้จากการตรวจ แต่ไม่มีลิงก์ใดในข้อมูลใช้ที่อยู่นี้แล้ว ให้ลบรายการนี้ออก
    เพื่อไม่ให้ลิงก์เสียในวันหน้าถูกยกเว้นโดยไม่ตั้งใจ

English
    data/links.yml excludes this address from oit links, but no link in the data has it any
    more. Delete the entry, so that it cannot hide a broken link later.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT906",
    Severity.WARNING,
    Bilingual("ไม่มีลิงก์ใดใช้ข้อยกเว้นนี้แล้ว", "is an exception that no link needs any more"),
    Bilingual("ลบรายการนี้ออกจาก data/links.yml", "delete it from data/links.yml"),
    __doc__,
    "unused",
)
