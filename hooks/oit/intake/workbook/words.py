"""What a workbook says to those who fill it; what forms say of their fields is Thai alone."""

from oit.bilingual import Bilingual

START = Bilingual("เริ่มที่นี่", "Start here")
CHOICES = Bilingual("ตัวเลือก", "Choices")
"""The hidden sheet that drop-downs take their words from."""
OF_NO_ITEM = {START.th, START.en, CHOICES.th, CHOICES.en}
"""The sheets that hold no data."""

HOW = (
    Bilingual(
        "กรอกข้อมูลในช่องสีขาวของแผ่นงานแต่ละข้อ ช่องสีเหลืองคือสิ่งที่ยังขาด",
        "Fill the white cells of each item's sheet; what is missing is yellow.",
    ),
    Bilingual(
        "รายการใหม่ให้กรอกในแถวว่างท้ายตาราง ถ้าแถวว่างไม่พอ ให้ส่งไฟล์นี้กลับก่อน แล้วขอไฟล์ใหม่",
        "New entries go into the empty rows of a table. Are there too few, hand this file in "
        "first and ask for a new one.",
    ),
    Bilingual(
        "ลบรายการโดยลบข้อความทุกช่องของแถวนั้น ไม่ต้องลบแถว",
        "To delete an entry, empty all cells of its row; leave the row itself.",
    ),
    Bilingual(
        "ห้ามเพิ่ม ลบ หรือย้ายคอลัมน์ และห้ามเปลี่ยนคอลัมน์ที่ซ่อนไว้",
        "Columns must not be added, deleted or moved, and hidden ones not be changed.",
    ),
    Bilingual(
        "วันที่เขียนเป็นปีพุทธศักราช เช่น 2569-01-15 จำนวนเงินเขียนเป็นตัวเลข เช่น 1,500,000.50",
        "Days have a year of the Buddhist era: 2569-01-15. Money is a number: 1,500,000.50.",
    ),
    Bilingual(
        "เมื่อกรอกแล้วบันทึกเป็น .xlsx แล้วส่งกลับให้ผู้ดูแลนำเข้าด้วยคำสั่ง oit workbook import",
        "Save it as .xlsx and hand it back to be brought in with oit workbook import.",
    ),
)
LIST = (Bilingual("ข้อ", "Item"), Bilingual("เรื่อง", "Title"), Bilingual("สถานะ", "Status"))
"""The headings of the first sheet's list."""

STATUS = Bilingual("สถานะ: {status}", "Status: {status}")
LACKS = Bilingual("ยังขาด: {what}", "Missing: {what}")
FILE = Bilingual("ไฟล์ data/{name}", "File data/{name}")
UNREADABLE = Bilingual(
    "ไฟล์นี้อ่านไม่ได้ ให้แก้ในไฟล์ YAML ก่อน แล้วส่งออกใหม่",
    "This file cannot be read; mend it as YAML and export it again.",
)
IN_TABLE = Bilingual(
    "รายการอยู่ในตาราง {table} ตารางนำเข้าด้วยคำสั่ง oit import ไม่ได้อยู่ในสมุดงานนี้",
    "The entries are in the table {table}; tables come in with oit import, not with this workbook.",
)
MAY_BE_TABLE = Bilingual(
    "ถ้ามีรายการมาก เก็บเป็นตาราง CSV ได้ ตารางนำเข้าด้วยคำสั่ง oit import ไม่ได้อยู่ในสมุดงานนี้",
    "Many entries may be a CSV table; tables come in with oit import, not with this workbook.",
)
LOCKED = Bilingual("(แก้ไขได้ในไฟล์ YAML เท่านั้น)", "(can be changed in the YAML file alone)")

NUMBER = Bilingual("ที่", "No.")
FIELDS = (
    NUMBER,
    Bilingual("ช่อง", "Field"),
    Bilingual("ข้อมูล", "Value"),
    Bilingual("คำอธิบาย", "Explanation"),
)
WITHIN = Bilingual(" (ของ {above})", " (of {above})")
PARENT = Bilingual("ของ {above} ที่", "Of {above} no.")
PARENT_ROW = Bilingual("เลขที่ของแถวในตารางข้างบน 1–{most}", "Number of a row of that table: 1–{most}")

REQUIRED = Bilingual("ต้องมี", "must be there")
SUCH_AS = Bilingual("เช่น {example}", "such as {example}")
CHOOSE = Bilingual("เลือก: {choices}", "choose: {choices}")
KINDS = {
    "text": Bilingual("", ""),
    "lines": Bilingual("เขียนบรรทัดละรายการ", "one on each line"),
    "pairs": Bilingual("เขียนบรรทัดละคู่ เช่น results: 5", "a pair on each line, such as results: 5"),
}
