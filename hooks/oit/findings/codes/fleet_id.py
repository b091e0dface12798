"""OIT823 · รหัสของหน่วยงานในรายชื่อใช้ไม่ได้ · An id in a list of agencies that cannot be used

ไทย
    คอลัมน์ id เป็นรหัสที่สำนักงานตั้งให้แต่ละหน่วยงาน เช่น a001 หรือรหัส อปท. ใช้เป็นชื่อไฟล์ของผล (state/a001.json)
    จึงต้องเป็นตัวอักษร ตัวเลข ขีด หรือจุด ไม่เกิน 60 ตัว และไม่ซ้ำกัน แม้ต่างกันที่ตัวพิมพ์ใหญ่เล็กก็ถือว่าซ้ำ
    เพราะบางเครื่องถือว่าเป็นไฟล์เดียวกัน รหัสไม่ควรเปลี่ยน เพราะผลของครั้งก่อนเก็บไว้ใต้รหัสนี้

English
    The column id is what the office calls each agency, such as a001 or the agency's official
    number. It names the file of its result (state/a001.json), so it must consist of at most 60
    letters, digits, hyphens, underscores or dots, and must occur only once, also regardless of
    case, because some systems take such files for the same. Do not change ids: earlier results are
    kept under them.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT823",
    Severity.ERROR,
    Bilingual('"{id}" ใช้เป็นรหัสของหน่วยงานไม่ได้', '"{id}" cannot be the id of an agency'),
    Bilingual(
        "ใช้ตัวอักษร ตัวเลข ขีด หรือจุด ไม่เกิน 60 ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข และไม่ใช่คำสงวน เช่น a001",
        "use at most 60 letters, digits, hyphens, underscores or dots, beginning with a letter or"
        " digit, and no reserved word, such as a001",
    ),
    __doc__,
)

MISSING = Code(
    "OIT823",
    Severity.ERROR,
    Bilingual("หน่วยงานนี้ไม่มีรหัส (id)", "the agency has no id"),
    Bilingual("กรอกรหัสที่ไม่ซ้ำกับหน่วยงานอื่น เช่น a001", "enter an id that no other has, such as a001"),
    __doc__,
)

DUPLICATE = Code(
    "OIT823",
    Severity.ERROR,
    Bilingual(
        'รหัส "{id}" ซ้ำกับ "{other}" ในบรรทัด {first}',
        'duplicate id "{id}"; line {first} has "{other}"',
    ),
    Bilingual(
        "ให้แต่ละหน่วยงานมีรหัสของตน ตัวพิมพ์ใหญ่เล็กไม่ทำให้ต่างกัน",
        "give each agency an id of its own; upper and lower case do not make a difference",
    ),
    __doc__,
)
