"""OIT208 · วันที่ เดือน ปี หรือรอบเวลาอ่านไม่ได้ · An unreadable date, month, year or interval

ไทย
    วันที่เขียนเป็น 2569-01-15 หรือ 15 ม.ค. 2569 เดือนเขียนเป็น 2568-10 หรือ ต.ค. 2568
    ปีงบประมาณเขียนเป็นตัวเลข พ.ศ. สี่หลัก เช่น 2569 ใช้เลขไทยได้ วันที่ต้องมีจริงในปฏิทิน
    เช่น 31 ก.พ. 2569 ไม่มีจริง และปีต้องเขียนครบสี่หลัก รอบเวลาเขียนเป็น 3 เดือน, 90 วัน, ทุกปี หรือ ทุกไตรมาส

English
    Write a date as 2569-01-15 or 15 ม.ค. 2569, a month as 2568-10 or ต.ค. 2568, and a fiscal
    year as a Buddhist year of four digits, such as 2569. Thai digits are accepted. The day
    must exist in the calendar (there is no 31 February), and the year must have four digits.
    Write an interval as 3 เดือน, 90 วัน, ทุกปี or ทุกไตรมาส.

fails data/2569/o03.yml
    updated: 31 ก.พ. 2569

passes data/2569/o03.yml
    updated: 28 ก.พ. 2569
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT208",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นวันที่ที่มีจริง แต่พบ "{text}"',
        'the field "{field}" must be a date that exists, found "{text}"',
    ),
    Bilingual(
        "เขียนวันที่เป็น 2569-01-15 หรือ 15 ม.ค. 2569 ปีครบสี่หลัก และวันนั้นต้องมีในปฏิทิน",
        "write the date as 2569-01-15 or 15 ม.ค. 2569, with a four-digit year "
        "and a day that exists in the calendar",
    ),
    __doc__,
)

MONTH = Code(
    "OIT208",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นเดือนและปี แต่พบ "{text}"',
        'the field "{field}" must be a month and a year, found "{text}"',
    ),
    Bilingual("เขียนเดือนเป็น 2568-10 หรือ ต.ค. 2568", "write the month as 2568-10 or ต.ค. 2568"),
    __doc__,
)

YEAR = Code(
    "OIT208",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นปีงบประมาณ พ.ศ. (2400–2700) แต่พบ "{text}"',
        'the field "{field}" must be a Buddhist fiscal year (2400–2700), found "{text}"',
    ),
    Bilingual(
        "เขียนปีงบประมาณเป็น พ.ศ. สี่หลัก เช่น 2569",
        "write the fiscal year as a Buddhist year of four digits, such as 2569",
    ),
    __doc__,
)

INTERVAL = Code(
    "OIT208",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นรอบเวลา แต่พบ "{text}"',
        'the field "{field}" must be an interval, found "{text}"',
    ),
    Bilingual(
        "เขียนรอบเวลาเป็น 3 เดือน, 90 วัน, ทุกปี หรือ ทุกไตรมาส",
        "write the interval as 3 เดือน (months), 90 วัน (days), ทุกปี (yearly) or ทุกไตรมาส (quarterly)",
    ),
    __doc__,
)
