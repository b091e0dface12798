"""OIT210 · ตัวเลขอ่านไม่ได้ · An unreadable number

ไทย
    ช่องจำนวนเงิน จำนวนนับ เลขหน้า ร้อยละ คะแนน และพิกัด รับตัวเลข ใช้เลขไทยและจุลภาคคั่นหลักพันได้
    จำนวนเงินเป็นบาท เช่น 1,500,000.50, ๕๐๐,๐๐๐.-, 500 บาทถ้วน หรือ 1.5 ล้านบาท
    จำนวนนับเป็นจำนวนเต็มตั้งแต่ 0 มีหน่วยได้ เช่น 12 คน
    เลขหน้าเขียนเป็น 5, 3-5 หรือ 3, 5, 7-9 ร้อยละและคะแนนอยู่ระหว่าง 0 ถึง 100 พิกัดเป็นองศา
    คำอธิบายให้เขียนในช่องอื่น

English
    Amounts, counts, pages, percentages, scores and coordinates must be numbers, in Thai or Arabic
    digits, with commas between thousands. Amounts are in baht: 1,500,000.50, ๕๐๐,๐๐๐.-, 500 บาทถ้วน
    or 1.5 ล้านบาท. Counts are whole numbers of 0 or more and may have a unit: 12 คน. Write pages as
    5, 3-5 or 3, 5, 7-9. Percentages and scores are between 0 and 100, coordinates are degrees.
    Write explanations in another field.

fails data/2569/o07.yml
    projects:
      - name: ปรับปรุงถนนสายบ้านดอน หมู่ที่ 4
        budget: ราวล้านห้าแสน

passes data/2569/o07.yml
    projects:
      - name: ปรับปรุงถนนสายบ้านดอน หมู่ที่ 4
        budget: 1,500,000
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

MONEY = Code(
    "OIT210",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นจำนวนเงิน (บาท) แต่พบ "{text}"{suggestion}',
        'the field "{field}" must be an amount in baht, found "{text}"{suggestion}',
    ),
    Bilingual(
        "เขียนเฉพาะตัวเลข เช่น 1,500,000.50 จุลภาคต้องคั่นทุกสามหลัก ไม่ใช้เงินให้เขียน ไม่ใช้งบประมาณ",
        "write only the number, such as 1,500,000.50, with commas between groups of three digits; "
        "if no money is used, write ไม่ใช้งบประมาณ",
    ),
    __doc__,
)

COUNT = Code(
    "OIT210",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นจำนวนเต็มตั้งแต่ 0 ขึ้นไป แต่พบ "{text}"',
        'the field "{field}" must be a whole number, 0 or more, found "{text}"',
    ),
    Bilingual(
        "เขียนเฉพาะตัวเลข เช่น 12 ใช้เลขไทยได้",
        "write only the number, such as 12; Thai digits are accepted",
    ),
    __doc__,
)

PAGES = Code(
    "OIT210",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นเลขหน้า แต่พบ "{text}"',
        'the field "{field}" must be page numbers, found "{text}"',
    ),
    Bilingual("เขียนเลขหน้า เช่น 5, 3-5 หรือ 3, 5, 7-9", "write pages as 5, 3-5 or 3, 5, 7-9"),
    __doc__,
)

PERCENT = Code(
    "OIT210",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นร้อยละ (0–100) แต่พบ "{text}"',
        'the field "{field}" must be a percentage (0–100), found "{text}"',
    ),
    Bilingual(
        "เขียนเฉพาะตัวเลข เช่น 87.5 ใช้เลขไทยได้",
        "write only the number, such as 87.5; Thai digits are accepted",
    ),
    __doc__,
)

SCORE = Code(
    "OIT210",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นคะแนน (0–100) แต่พบ "{text}"',
        'the field "{field}" must be a score (0–100), found "{text}"',
    ),
    Bilingual(
        "เขียนเฉพาะตัวเลข เช่น 92.35 ใช้เลขไทยได้",
        "write only the number, such as 92.35; Thai digits are accepted",
    ),
    __doc__,
)

COORDINATE = Code(
    "OIT210",
    Severity.ERROR,
    Bilingual(
        'ช่อง "{field}" ต้องเป็นพิกัดแบบองศาทศนิยม แต่พบ "{text}"',
        'the field "{field}" must be a coordinate in decimal degrees, found "{text}"',
    ),
    Bilingual(
        "คัดลอกตัวเลขจากแผนที่ เช่น latitude: 15.2287 (ละติจูด) และ longitude: 104.8564 (ลองจิจูด)",
        "copy the numbers from a map, such as latitude: 15.2287 and longitude: 104.8564",
    ),
    __doc__,
)
