"""OIT306 · เอกสารอ้างถึงองค์ประกอบที่ข้อนี้ไม่มี · An unknown element

ไทย
    ช่อง shows ของเอกสารบอกว่าองค์ประกอบใดของข้อนี้อยู่หน้าใด ชื่อองค์ประกอบต้องตรงกับแบบวัดของปีนั้น
    มิฉะนั้นจะไม่นับว่าเอกสารแสดงองค์ประกอบใด ให้แก้ชื่อตามที่โปรแกรมแนะนำ

English
    The field shows of a document says on which page each element of the item is. The names must
    be those of that year's checklist; otherwise the document does not count for any element.
    Correct the name as suggested.

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

# The label of the names that ``unknown_field.did_you_mean`` lists if none is similar.
ELEMENTS = Bilingual("องค์ประกอบของข้อนี้", "elements of the item")

# ``unknown_field.did_you_mean`` returns the suggestion with a leading space, or empty.
CODE = Code(
    "OIT306",
    Severity.ERROR,
    Bilingual(
        'ข้อนี้ไม่มีองค์ประกอบ "{name}"{suggestion}',
        'the item has no element "{name}"{suggestion}',
    ),
    Bilingual(
        "แก้ชื่อในช่อง shows ให้ตรงกับองค์ประกอบของข้อนี้",
        "correct the name in shows to an element of this item",
    ),
    __doc__,
)
