"""OIT404 · ไม่มีข้อหรือผู้รับผิดชอบที่ขอ · No such item or owner

ไทย
    --item ใช้เลือกดูข้อเดียว เช่น --item O7 และ --owner ใช้เลือกดูข้อของหน่วยงานภายในเดียว
    ส่วน --what-if ของ oit score ลองกำหนดคะแนนของข้อ เช่น --what-if O2=100,O7=50
    ชื่อที่ขอต้องมีในแบบวัดหรือในข้อมูลของปีนั้น ให้แก้ชื่อตามที่โปรแกรมแนะนำ
    ชื่อที่มีเว้นวรรคให้ใส่เครื่องหมายคำพูดคร่อม

English
    --item picks one item, such as --item O7; --owner picks the items of one division;
    --what-if of oit score tries out points of items, such as --what-if O2=100,O7=50. The name
    must be there in that year's checklist or data. Mend it as suggested. A name with spaces
    needs quotes around it.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

# What ``unknown_field.did_you_mean`` lists here where no name is near.
KNOWN = Bilingual("ที่มีในปีที่ตรวจ", "known in this year")

# The suggestion is empty or begins with a space, as ``unknown_field.did_you_mean`` gives it.
CODE = Code(
    "OIT404",
    Severity.ERROR,
    Bilingual(
        'ไม่พบข้อหรือผู้รับผิดชอบชื่อ "{name}"{suggestion}',
        'there is no item or owner "{name}"{suggestion}',
    ),
    Bilingual(
        "แก้ชื่อให้ตรงกับที่มีในปีที่ตรวจ (ปีล่าสุด) ถ้าหมายถึงปีอื่นให้ระบุ --year",
        "mend the name to one of the year that is looked at (the latest); another year is "
        "named with --year",
    ),
    __doc__,
)
