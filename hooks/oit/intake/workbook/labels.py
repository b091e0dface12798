"""The labels and instructions of a workbook; the descriptions of fields are Thai alone."""

from oit.bilingual import Bilingual

START = Bilingual("เริ่มที่นี่", "Start here")
CHOICES = Bilingual("ตัวเลือก", "Choices")
"""The hidden sheet with the words of the drop-downs."""
OTHER_SHEETS = {START.th, START.en, CHOICES.th, CHOICES.en}
"""The sheets without data."""

INSTRUCTIONS = (
    Bilingual(
        "กรอกข้อมูลในช่องสีขาวของแผ่นงานแต่ละข้อ ช่องสีเหลืองคือสิ่งที่ยังขาด",
        "Fill the white cells on the sheet of each item; cells with missing data are yellow.",
    ),
    Bilingual(
        "รายการใหม่ให้กรอกในแถวว่างท้ายตาราง ถ้าแถวว่างไม่พอ ให้ส่งไฟล์นี้กลับก่อน แล้วขอไฟล์ใหม่",
        "Write new entries into the empty rows at the end of a table. If there are too few rows, "
        "hand in this file first and ask for a new one.",
    ),
    Bilingual(
        "ลบรายการโดยลบข้อความทุกช่องของแถวนั้น ไม่ต้องลบแถว",
        "To delete an entry, empty all cells of its row; do not delete the row.",
    ),
    Bilingual(
        "ห้ามเพิ่ม ลบ หรือย้ายคอลัมน์ และห้ามเปลี่ยนคอลัมน์ที่ซ่อนไว้",
        "Do not add, delete or move columns, and do not change hidden columns.",
    ),
    Bilingual(
        "วันที่เขียนเป็นปีพุทธศักราช เช่น 2569-01-15 จำนวนเงินเขียนเป็นตัวเลข เช่น 1,500,000.50",
        "Write dates in the Buddhist era, such as 2569-01-15, and money as a number, such as "
        "1,500,000.50.",
    ),
    Bilingual(
        "เมื่อกรอกแล้วบันทึกเป็น .xlsx แล้วส่งกลับให้ผู้ดูแลนำเข้าด้วยคำสั่ง oit workbook import",
        "Save it as .xlsx and hand it in; it is imported with oit workbook import.",
    ),
)
LIST = (
    Bilingual("ข้อ", "Item"),
    Bilingual("เรื่อง", "Title"),
    Bilingual("สถานะ", "Status"),
    Bilingual("ที่ยังขาด", "Missing"),
)
"""The headings of the list on the first sheet."""

STATUS = Bilingual("สถานะ: {status}", "Status: {status}")
MISSING = Bilingual("ยังขาด: {what}", "Missing: {what}")
FILE = Bilingual("ไฟล์ data/{name}", "File data/{name}")
UNREADABLE = Bilingual(
    "ไฟล์นี้อ่านไม่ได้ ให้แก้ในไฟล์ YAML ก่อน แล้วส่งออกใหม่",
    "This file cannot be read; fix the YAML file, then export again.",
)
IN_TABLE = Bilingual(
    "รายการอยู่ในตาราง {table} ตารางนำเข้าด้วยคำสั่ง oit import ไม่ได้อยู่ในสมุดงานนี้",
    "The entries are in the table {table}; import tables with oit import, not with this workbook.",
)
MAY_BE_TABLE = Bilingual(
    "ถ้ามีรายการมาก เก็บเป็นตาราง CSV ได้ ตารางนำเข้าด้วยคำสั่ง oit import ไม่ได้อยู่ในสมุดงานนี้",
    "Many entries can be a CSV table; import tables with oit import, not with this workbook.",
)
LOCKED = Bilingual("(แก้ไขได้ในไฟล์ YAML เท่านั้น)", "(can only be changed in the YAML file)")

NUMBER = Bilingual("ที่", "No.")
FIELDS = (
    NUMBER,
    Bilingual("ช่อง", "Field"),
    Bilingual("ข้อมูล", "Value"),
    Bilingual("คำอธิบาย", "Explanation"),
)
WITHIN = Bilingual(" (ของ {above})", " (of {above})")
PARENT = Bilingual("ของ {above} ที่", "Of {above} no.")
PARENT_ROW = Bilingual("เลขที่ของแถวในตารางข้างบน 1–{most}", "number of a row of that table: 1–{most}")

REQUIRED = Bilingual("ต้องมี", "required")
SUCH_AS = Bilingual("เช่น {example}", "such as {example}")
CHOOSE = Bilingual("เลือก: {choices}", "choose: {choices}")
KINDS = {
    "text": Bilingual("", ""),
    "lines": Bilingual("เขียนบรรทัดละรายการ", "one per line"),
    "pairs": Bilingual("เขียนบรรทัดละคู่ เช่น results: 5", "one pair per line, such as results: 5"),
}
