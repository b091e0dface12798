"""OIT312 · ไฟล์ใหญ่เกินไป · A file that is too large

ไทย
    รูปที่เกิน 2 MB และไฟล์ที่เกิน 30 MB เปิดช้ามากบนมือถือ เปลืองเน็ตของประชาชน
    และเครื่องบริการบางแห่งไม่รับ ให้ย่อรูปให้กว้างไม่เกิน 2,000 จุด หรือบันทึก PDF แบบลดขนาด
    หรือแบ่งเป็นหลายไฟล์

English
    Pictures over 2 MB and files over 30 MB open very slowly on phones, cost citizens their data
    plan, and are refused by some servers. Scale the picture to at most 2,000 pixels, save the
    PDF with a reduced size, or split it into several files.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT312",
    Severity.WARNING,
    Bilingual(
        'ไฟล์ "{name}" ใหญ่ {size} MB (ไม่ควรเกิน 30 MB)',
        'the file "{name}" has {size} MB (at most 30 MB is advisable)',
    ),
    Bilingual(
        "บันทึก PDF แบบลดขนาด (Reduced size) หรือแบ่งเป็นหลายไฟล์",
        "save the PDF with a reduced size, or split it into several files",
    ),
    __doc__,
)
PICTURE = Code(
    "OIT312",
    Severity.WARNING,
    Bilingual(
        'รูป "{name}" ใหญ่ {size} MB (ไม่ควรเกิน 2 MB)',
        'the picture "{name}" has {size} MB (at most 2 MB is advisable)',
    ),
    Bilingual(
        "ย่อรูปให้กว้างไม่เกิน 2,000 จุด แล้วบันทึกเป็น .jpg แทนไฟล์เดิม",
        "scale it to at most 2,000 pixels and save it as .jpg in its place",
    ),
    __doc__,
)
