"""OIT110 · ไฟล์ที่ไม่ตรงกับข้อใด · A file that matches no item

ไทย
    ในโฟลเดอร์ของปี ชื่อไฟล์คือเลขข้อ เช่น o07.yml คือข้อ O7 ไฟล์ที่ชื่อไม่ตรงกับข้อใดในแบบวัดของปีนั้น
    จะไม่ถูกเผยแพร่ จึงต้องแก้ชื่อให้ตรง หรือย้ายออกจากโฟลเดอร์ของปี เลขข้อเปลี่ยนได้ทุกปี
    เมื่อคัดลอกไฟล์จากปีก่อนจึงควรดูแบบวัดของปีใหม่ด้วย

English
    In the folder of a year, the name of a file is the number of its item: o07.yml is item O7. A
    file that matches no item of that year's checklist is not published; rename it or move it
    out of the folder. The numbers can change every year, so look at the new checklist when you
    copy files from the previous year.

fails data/2569/o033.yml
    phone: 0 4599 9999

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

# ``unknown_field.did_you_mean`` returns the suggestion with a leading space, or empty.
CODE = Code(
    "OIT110",
    Severity.ERROR,
    Bilingual(
        'ไฟล์ "{name}" ไม่ตรงกับข้อใดในแบบวัดของปีนี้{suggestion}',
        'the file "{name}" matches no item of this year\'s checklist{suggestion}',
    ),
    Bilingual(
        "ตั้งชื่อไฟล์ตามเลขข้อ เช่น o07.yml คือข้อ O7 หรือย้ายไฟล์ออกจากโฟลเดอร์ของปี",
        "name the file after its item, such as o07.yml for O7, or move it out of the year's folder",
    ),
    __doc__,
)
