"""OIT110 · ไฟล์ที่ไม่ตรงกับข้อใด · A file that is none of the items

ไทย
    ในโฟลเดอร์ของปี ชื่อไฟล์คือเลขข้อ เช่น o07.yml คือข้อ O7 ไฟล์ที่ชื่อไม่ตรงกับข้อใดในแบบวัดของปีนั้น
    จะไม่ถูกเผยแพร่ จึงต้องแก้ชื่อให้ตรง หรือย้ายออกจากโฟลเดอร์ของปี เลขข้อเปลี่ยนได้ทุกปี
    เมื่อคัดลอกไฟล์จากปีก่อนจึงควรดูแบบวัดของปีใหม่ด้วย

English
    In a year's folder the file's name is the item's number: o07.yml is item O7. A file that
    is none of the items of that year's checklist would not be published; rename it or move it
    out of the folder. Numbers change from year to year, so look at the new checklist when
    copying files from the year before.

fails data/2569/o033.yml
    phone: 0 4599 9999

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

# The suggestion is empty or begins with a space, as ``unknown_field.did_you_mean`` gives it.
CODE = Code(
    "OIT110",
    Severity.ERROR,
    Bilingual(
        'ไฟล์ "{name}" ไม่ตรงกับข้อใดในแบบวัดของปีนี้{suggestion}',
        'the file "{name}" is none of this year\'s items{suggestion}',
    ),
    Bilingual(
        "ตั้งชื่อไฟล์ตามเลขข้อ เช่น o07.yml คือข้อ O7 หรือย้ายไฟล์ออกจากโฟลเดอร์ของปี",
        "name the file by its item, such as o07.yml for O7, or move it out of the year's folder",
    ),
    __doc__,
)
