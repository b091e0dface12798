"""OIT401 · ไม่มีแบบวัดของปีนี้ · No checklist for the year

ไทย
    แบบวัด OIT เปลี่ยนทุกปีและต่างกันตามประเภทหน่วยงาน โปรแกรมจึงต้องมีแบบวัดที่ตรงทั้งชื่อและปี
    ให้ดูว่าสะกดชื่อแบบวัดถูกต้องและโฟลเดอร์ของปีถูกปี ถ้ายังไม่มีแบบวัดของปีนั้น
    ให้ปรับปรุงโปรแกรมเป็นรุ่นใหม่ หรือวางแบบวัดไว้ที่ data/checklists/ ในชื่อ ชื่อแบบวัด-ปี.yml

English
    The OIT checklist changes every year and differs by kind of agency, so one is needed of
    the right name and year. See whether the name and the year's folder are right. If that
    year's checklist is not there yet, update the program, or put one of your own into
    data/checklists/ as name-year.yml.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT401",
    Severity.ERROR,
    Bilingual(
        'ไม่มีแบบวัด "{checklist}" ของปี {year}',
        'there is no checklist "{checklist}" for the year {year}',
    ),
    Bilingual(
        "ใช้แบบวัดที่มี ({known}) หรือเพิ่มไฟล์ data/checklists/{checklist}-{year}.yml",
        "use one that there is ({known}), or add data/checklists/{checklist}-{year}.yml",
    ),
    __doc__,
)
