"""OIT401 · ไม่มีแบบวัดของปีนี้ · No checklist for the year

ไทย
    แบบวัด OIT เปลี่ยนทุกปีและต่างกันตามประเภทหน่วยงาน โปรแกรมจึงต้องมีแบบวัดที่ตรงทั้งชื่อและปี
    ให้ดูว่าสะกดชื่อแบบวัดถูกต้องและโฟลเดอร์ของปีถูกปี ถ้ายังไม่มีแบบวัดของปีนั้น
    ให้ปรับปรุงโปรแกรมเป็นรุ่นใหม่ หรือวางแบบวัดไว้ที่ data/checklists/ ในชื่อ ชื่อแบบวัด-ปี.yml

English
    The OIT checklist changes every year and depends on the kind of agency, so the program
    requires a checklist with the right name and year. Check the spelling of the name and the
    year of the folder. If there is no checklist for that year yet, update the program, or add
    your own to data/checklists/ as name-year.yml.
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
        "use an existing checklist ({known}), or add data/checklists/{checklist}-{year}.yml",
    ),
    __doc__,
)
