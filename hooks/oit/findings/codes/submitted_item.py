"""OIT237 · ข้อที่ส่งคำตอบไม่มีในแบบวัด · A submitted item that the checklist does not have

ไทย
    submitted.yml จดข้อที่ส่งคำตอบแล้วตามเลขข้อของแบบวัดที่หน่วยงานใช้ เลขข้อที่ไม่มีในแบบวัดของปีมักเป็นของปีอื่น
    ของแบบวัดอื่น หรือพิมพ์ผิด ที่อยู่ยังถูกตรวจตามปกติ ให้แก้ช่อง item

English
    submitted.yml lists the items whose answers were submitted, by the ids of the agency's
    checklist. An id that the year's checklist does not have is usually of another year or
    another checklist, or misspelt. Its addresses are checked all the same. Correct item.

fails data/2569/submitted.yml
    submitted: 2569-04-01
    items:
      - {item: MOIT12}

passes data/2569/submitted.yml
    submitted: 2569-04-01
    items:
      - {item: O7}
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT237",
    Severity.WARNING,
    Bilingual(
        'ไม่มีข้อ "{id}" ในแบบวัดปี {year}{suggestion}',
        'the checklist of {year} has no item "{id}"{suggestion}',
    ),
    Bilingual("แก้ช่อง item ให้เป็นเลขข้อของแบบวัดปีนี้", "correct item to an id of this year's checklist"),
    __doc__,
)
