"""OIT404 · ไม่มีข้อหรือผู้รับผิดชอบที่ขอ · An unknown item or owner

ไทย
    --item ใช้เลือกดูข้อเดียว เช่น --item O7 และ --owner ใช้เลือกดูข้อของหน่วยงานภายในเดียว
    ส่วน --what-if ของ oit score ลองกำหนดคะแนนของข้อ เช่น --what-if O2=100,O7=50
    ชื่อที่ขอต้องมีในแบบวัดหรือในข้อมูลของปีนั้น ให้แก้ชื่อตามที่โปรแกรมแนะนำ
    ชื่อที่มีเว้นวรรคให้ใส่เครื่องหมายคำพูดคร่อม

English
    --item selects one item, such as --item O7; --owner selects the items of one division;
    --what-if of oit score assumes scores for items, such as --what-if O2=100,O7=50. The name
    must exist in that year's checklist or data. Correct it as suggested. Put a name that
    contains spaces in quotes.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

# The label of the names that ``unknown_field.did_you_mean`` lists if none is similar.
KNOWN = Bilingual("ที่มีในปีที่ตรวจ", "known in this year")

# ``unknown_field.did_you_mean`` returns the suggestion with a leading space, or empty.
CODE = Code(
    "OIT404",
    Severity.ERROR,
    Bilingual(
        'ไม่พบข้อหรือผู้รับผิดชอบชื่อ "{name}"{suggestion}',
        'unknown item or owner "{name}"{suggestion}',
    ),
    Bilingual(
        "แก้ชื่อให้ตรงกับที่มีในปีที่ตรวจ (ปีล่าสุด) ถ้าหมายถึงปีอื่นให้ระบุ --year",
        "use a name that exists in the checked year (the latest); to check another year, "
        "give --year",
    ),
    __doc__,
)
