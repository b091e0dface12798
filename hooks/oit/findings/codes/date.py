"""OIT208 · วันที่ เดือน ปี หรือรอบเวลาอ่านไม่ได้ · An unreadable date, month, year or interval

ไทย
    วันที่เขียนได้ทุกแบบที่มีความหมายเดียว เช่น 2569-01-15, 15/1/2569, 15-1-69, 15 ม.ค. 69,
    วันที่ ๑๕ มกราคม พ.ศ. ๒๕๖๙ โดยเขียนวันก่อนเดือน เดือนเขียนเป็น 2568-10, ต.ค. 68 หรือ ตุลาคม 2568
    ปีงบประมาณเขียนเป็น 2569 หรือ ปีงบประมาณ พ.ศ. 2569 ปีสองหลักหมายถึงปีที่ใกล้ปีงบประมาณของโฟลเดอร์
    ทั้ง พ.ศ. และ ค.ศ. เช่นในปี 2569 เลข 68 คือ 2568 และ 25 คือ ค.ศ. 2025 ถ้าไม่ใกล้ทั้งสองแบบ โปรแกรมจะไม่เดา
    เวลาที่มีเขตเวลา (2026-01-14T17:00:00Z) นับเป็นวันของกรุงเทพฯ วันที่ต้องมีจริงในปฏิทิน เช่น 31 ก.พ. 2569
    ไม่มีจริง รอบเวลาเขียนเป็น 3 เดือน, 90 วัน, ทุกปี หรือ ทุกไตรมาส

English
    A date may be written in any way with one meaning: 2569-01-15, 15/1/2569, 15-1-69, 15 ม.ค. 69
    or วันที่ ๑๕ มกราคม พ.ศ. ๒๕๖๙, the day before the month. Write a month as 2568-10, ต.ค. 68 or
    ตุลาคม 2568, and a fiscal year as 2569 or ปีงบประมาณ พ.ศ. 2569. Two digits mean the year near
    the fiscal year of the folder, of either era: in 2569, 68 is 2568 and 25 is 2025. If neither
    is near, nothing is guessed. An instant with a time zone (2026-01-14T17:00:00Z) is the day in
    Bangkok. The day must exist in the calendar (there is no 31 February). Write an interval as
    3 เดือน, 90 วัน, ทุกปี or ทุกไตรมาส.

fails data/2569/o03.yml
    updated: 31 ก.พ. 2569

passes data/2569/o03.yml
    updated: 28 ก.พ. 69
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT208",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" อ่านเป็นวันที่ไม่ได้: "{text}"{suggestion}',
        'the field "{field}" cannot be read as a date: "{text}"{suggestion}',
    ),
    Bilingual(
        "เขียนวันที่ที่มีจริง เช่น 2569-01-15 หรือ 15 ม.ค. 2569",
        "write a day that exists, such as 2569-01-15 or 15 ม.ค. 2569",
    ),
    __doc__,
)

MONTH = Code(
    "OIT208",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" อ่านเป็นเดือนไม่ได้: "{text}"{suggestion}',
        'the field "{field}" cannot be read as a month: "{text}"{suggestion}',
    ),
    Bilingual("เขียนเดือนเป็น 2568-10 หรือ ต.ค. 2568", "write the month as 2568-10 or ต.ค. 2568"),
    __doc__,
)

YEAR = Code(
    "OIT208",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" อ่านเป็นปีงบประมาณไม่ได้: "{text}"{suggestion}',
        'the field "{field}" cannot be read as a fiscal year: "{text}"{suggestion}',
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
