"""OIT402 · แบบวัดเขียนไม่ถูกต้อง · An error in the checklist

ไทย
    ไฟล์แบบวัดเองมีที่ผิด เช่น ข้อซ้ำกัน หรือใช้แบบข้อมูลที่โปรแกรมไม่รู้จัก จึงตรวจข้อมูลไม่ได้
    ถ้าเป็นแบบวัดที่หน่วยงานเพิ่มเองใน data/checklists/ ให้แก้ตามที่แจ้ง ถ้าเป็นแบบวัดที่มากับโปรแกรม
    ให้แจ้งผู้ดูแลโปรแกรม

English
    The checklist file itself contains an error, for example a duplicate item or an unknown
    form, so no data can be checked against it. If it is the agency's own checklist in
    data/checklists/, fix it; if it came with the program, report it.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT402",
    Severity.ERROR,
    Bilingual("แบบวัดนี้มีที่ผิด: {problem}", "error in this checklist: {problem}"),
    Bilingual(
        "แก้ไฟล์แบบวัด ถ้าเป็นแบบวัดที่มากับโปรแกรม ให้แจ้งผู้ดูแลโปรแกรม",
        "fix the checklist file; if it came with the program, report it",
    ),
    __doc__,
)
