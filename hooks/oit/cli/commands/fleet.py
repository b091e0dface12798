"""The commands ``oit fleet …``: many agencies at once."""

from oit.bilingual import Bilingual
from oit.cli.command import Entry, Group

run = Group(
    "fleet",
    about=Bilingual(
        "ดูความพร้อมของหลายหน่วยงานพร้อมกัน: หน่วยงานใดพร้อม ขาดอะไรบ่อย ควรช่วยใครก่อน",
        "Watch over many agencies: who is ready, what is often missing, whom to help first.",
    ),
    sections={
        Bilingual("เครือข่ายหน่วยงาน", "A fleet of agencies"): {
            "init": Entry(
                "fleet_init",
                Bilingual(
                    "เริ่มโฟลเดอร์ของเครือข่าย พร้อมรายชื่อตัวอย่าง", "start a folder with an example list"
                ),
            ),
            "run": Entry(
                "fleet_run",
                Bilingual("ตรวจทุกหน่วยงานที่ข้อมูลเปลี่ยน", "examine every agency whose data changed"),
            ),
            "tables": Entry(
                "fleet_tables",
                Bilingual("เขียนตารางของทุกหน่วยงาน", "write tables of all agencies"),
            ),
            "site": Entry(
                "fleet_site",
                Bilingual("สร้างเว็บไซต์ภาพรวม", "build the overview site"),
            ),
        }
    },
)
