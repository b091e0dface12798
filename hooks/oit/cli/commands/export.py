"""The commands ``oit export …``."""

from oit.bilingual import Bilingual
from oit.cli.command import Entry, Group

run = Group(
    "export",
    about=Bilingual("ส่งออกข้อมูลตามมาตรฐานอื่น", "Export data in other standards."),
    sections={
        Bilingual("มาตรฐาน", "Standards"): {
            "ocds": Entry(
                "export_ocds",
                Bilingual(
                    "เขียนข้อมูลจัดซื้อจัดจ้างตามมาตรฐาน OCDS 1.1", "write the purchases as OCDS 1.1"
                ),
            )
        }
    },
)
