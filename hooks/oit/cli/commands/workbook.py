"""The commands ``oit workbook …``."""

from oit.bilingual import Bilingual
from oit.cli.command import Entry, Group

run = Group(
    "workbook",
    about=Bilingual(
        "กรอกข้อมูลด้วย Excel แล้วนำกลับเข้าไฟล์ข้อมูล", "Fill in data with Excel, and import it again."
    ),
    sections={
        Bilingual("ทิศทาง", "Directions"): {
            "export": Entry(
                "workbook_export",
                Bilingual("เขียนไฟล์ Excel หนึ่งไฟล์ต่อผู้รับผิดชอบ", "write an Excel file for each owner"),
            ),
            "import": Entry(
                "workbook_import",
                Bilingual("นำไฟล์ Excel ที่กรอกแล้วกลับเข้าข้อมูล", "import the filled Excel files"),
            ),
        }
    },
)
