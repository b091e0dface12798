"""OIT601 · ไม่พบไฟล์ตาราง · The file of a table is not there

ไทย
    ช่อง rows บอกชื่อไฟล์ CSV ที่เก็บรายการของข้อนี้ ไฟล์อยู่โฟลเดอร์เดียวกับไฟล์ของข้อ
    เช่น rows: procurement.csv หรืออยู่โฟลเดอร์ของปีอื่น เช่น rows: 2568/procurement.csv
    ชื่อไฟล์เป็นอักษรอังกฤษตัวเล็ก ตัวเลข ขีด และลงท้ายด้วย .csv คำสั่ง oit import สร้างไฟล์นี้จากตารางที่สำนักงานใช้อยู่

English
    rows names the CSV file with the item's entries. It stands beside the item's file
    (rows: procurement.csv) or in the folder of another year (rows: 2568/procurement.csv). Its
    name is of small Latin letters, digits and hyphens, and ends in .csv. oit import makes it from
    the spreadsheets that an office has.

fails data/2569/o11.yml
    rows: procurement.csv
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT601",
    Severity.ERROR,
    Bilingual("ไม่พบไฟล์ตาราง {name}{suggestion}", "there is no table {name}{suggestion}"),
    Bilingual(
        "แก้ชื่อไฟล์ในช่อง rows หรือสร้างไฟล์จากตารางของสำนักงานด้วยคำสั่ง oit import",
        "mend the name in rows, or make the file from the office's spreadsheet with oit import",
    ),
    __doc__,
)

NAME = Code(
    "OIT601",
    Severity.ERROR,
    Bilingual('"{name}" ใช้เป็นชื่อไฟล์ตารางไม่ได้', '"{name}" cannot be the name of a table'),
    Bilingual(
        "เขียนชื่อไฟล์ CSV ในโฟลเดอร์เดียวกัน เช่น procurement.csv หรือของปีอื่น เช่น 2568/procurement.csv",
        "name a CSV file of the same folder (procurement.csv) or of another year's "
        "(2568/procurement.csv)",
    ),
    __doc__,
)
FILES = Bilingual("ไฟล์ตารางที่มี", "tables there are")
