"""OIT306 · เอกสารอ้างถึงองค์ประกอบที่ข้อนี้ไม่มี · An element that the item does not have

ไทย
    ช่อง shows ของเอกสารบอกว่าองค์ประกอบใดของข้อนี้อยู่หน้าใด ชื่อองค์ประกอบต้องตรงกับแบบวัดของปีนั้น
    มิฉะนั้นจะไม่นับว่าเอกสารแสดงองค์ประกอบใด ให้แก้ชื่อตามที่โปรแกรมแนะนำ

English
    The field shows of a document tells on which page each element of the item stands. The
    names must be those of that year's checklist, or else the document counts for nothing.
    Mend the name as suggested.

fails data/2569/o07.yml
    documents:
      - title: รายงานผลการดำเนินงานประจำปี
        file: files/2569/o07-report.pdf
        shows: {problem: 12}

passes data/2569/o07.yml
    documents:
      - title: รายงานผลการดำเนินงานประจำปี
        file: files/2569/o07-report.pdf
        shows: {problems: 12}
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

# What ``unknown_field.did_you_mean`` lists here where no name is near.
ELEMENTS = Bilingual("องค์ประกอบของข้อนี้", "elements of the item")

# The suggestion is empty or begins with a space, as ``unknown_field.did_you_mean`` gives it.
CODE = Code(
    "OIT306",
    Severity.ERROR,
    Bilingual(
        'ข้อนี้ไม่มีองค์ประกอบ "{name}"{suggestion}',
        'the item has no element "{name}"{suggestion}',
    ),
    Bilingual(
        "แก้ชื่อในช่อง shows ให้ตรงกับองค์ประกอบของข้อนี้",
        "mend the name in shows to that of an element of the item",
    ),
    __doc__,
)
