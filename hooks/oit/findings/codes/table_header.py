"""OIT602 · หัวตารางไม่ถูกต้อง · An error in the header of a table

ไทย
    บรรทัดแรกของไฟล์ตารางเป็นชื่อช่อง ต้องเป็นชื่อที่ตารางนั้นมี แต่ละชื่อใช้ครั้งเดียว คอลัมน์ที่ไม่รู้จักจะไม่ถูกเผยแพร่
    โปรแกรมจึงแจ้งพร้อมชื่อที่ใกล้เคียง ตารางที่หัวเป็นภาษาไทยให้นำเข้าด้วยคำสั่ง oit import

English
    The first line of a table file names its columns. Each name must be a column of that table
    and may occur only once. An unknown column is not published, so the program suggests the
    nearest name. Import a spreadsheet with Thai headings with oit import.
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT602",
    Severity.ERROR,
    Bilingual('ไม่รู้จักคอลัมน์ "{field}"{suggestion}', 'unknown column "{field}"{suggestion}'),
    Bilingual(
        "แก้ชื่อในบรรทัดแรกของไฟล์ หรือลบคอลัมน์นั้นถ้าไม่ใช้",
        "correct the name in the first line of the file, or delete the column if it is not used",
    ),
    __doc__,
)

DUPLICATE = Code(
    "OIT602",
    Severity.ERROR,
    Bilingual(
        'คอลัมน์ "{field}" มีอยู่แล้วเป็นคอลัมน์ที่ {first}',
        'duplicate column "{field}"; it is already column {first}',
    ),
    Bilingual("ให้เหลือคอลัมน์เดียว", "keep one of them"),
    __doc__,
)

NONE = Code(
    "OIT602",
    Severity.ERROR,
    Bilingual(
        "ไฟล์ตารางนี้ว่าง ไม่มีบรรทัดหัวตาราง", "the table file is empty; the header line is missing"
    ),
    Bilingual(
        "บรรทัดแรกต้องเป็นชื่อคอลัมน์ เช่น {fields}",
        "the first line must name the columns, such as {fields}",
    ),
    __doc__,
)

REQUIRED = Code(
    "OIT602",
    Severity.ERROR,
    Bilingual(
        'ตารางไม่มีคอลัมน์ "{field}" ({title})',
        'the column "{field}" ({title}) is missing from the table',
    ),
    Bilingual(
        "เพิ่มคอลัมน์นี้ในบรรทัดแรกและในทุกแถว",
        "add the column to the first line and to every row",
    ),
    __doc__,
)
COLUMNS = Bilingual("คอลัมน์ที่ใช้ได้", "known columns")
