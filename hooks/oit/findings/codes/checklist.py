"""OIT402 · แบบวัดเขียนไม่ถูกต้อง · The checklist is wrong

ไทย
    ไฟล์แบบวัดเองมีที่ผิด เช่น ข้อซ้ำกัน หรือใช้แบบข้อมูลที่โปรแกรมไม่รู้จัก จึงตรวจข้อมูลไม่ได้
    ถ้าเป็นแบบวัดที่หน่วยงานเพิ่มเองใน data/checklists/ ให้แก้ตามที่แจ้ง ถ้าเป็นแบบวัดที่มากับโปรแกรม
    ให้แจ้งผู้ดูแลโปรแกรม

English
    The checklist's own file is wrong, for example an item stands twice or a form is not known,
    so that no data can be checked by it. Mend it if it is the agency's own in
    data/checklists/; report it if it came with the program.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT402",
    Severity.ERROR,
    Bilingual("แบบวัดนี้มีที่ผิด: {problem}", "this checklist is wrong: {problem}"),
    Bilingual(
        "แก้ไฟล์แบบวัด ถ้าเป็นแบบวัดที่มากับโปรแกรม ให้แจ้งผู้ดูแลโปรแกรม",
        "mend the checklist's file; if it came with the program, report it",
    ),
    __doc__,
)
