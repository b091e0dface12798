"""OIT314 · ไฟล์ใน docs/ ที่เนื้อในไม่ตรงกับนามสกุล · A file in docs/ that is not what its name says

ไทย
    ไฟล์นี้ถูกเผยแพร่แม้ไม่มีข้อใดใช้ แต่เนื้อในไม่ตรงกับนามสกุลหรือว่างเปล่า ผู้ที่เปิดจะเปิดไม่ได้
    ให้ส่งออกใหม่ให้ตรงชนิด แก้นามสกุล หรือลบออก ไฟล์ที่ข้อใดใช้อยู่ โปรแกรมแจ้งเป็น OIT302

English
    The file is published although no item names it, but it is empty or its content does not
    match its extension, so people cannot open it. Export it again, correct the extension, or
    delete it. A file that an item names is reported as OIT302.

fails docs/files/2569/plan.pdf
    นี่ไม่ใช่ PDF
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT314",
    Severity.WARNING,
    Bilingual(
        'เนื้อในของไฟล์ "{name}" ไม่ตรงกับนามสกุล (ที่พบคือ {found})',
        'the content of "{name}" does not match its extension (found: {found})',
    ),
    Bilingual(
        "ส่งออกใหม่ให้ตรงชนิด แก้นามสกุลให้ตรงกับเนื้อใน หรือลบไฟล์",
        "export it again as the right type, correct its extension, or delete it",
    ),
    __doc__,
)
