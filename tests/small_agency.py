"""A small data folder with six items, one for each status."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.data.folder import DataFolder

TODAY = date(2026, 4, 1)

AGENCY = """\
name: เทศบาลตำบลเล็ก
kind: municipality
checklist: small
calendar:
  - {year: 2569, opens: 2569-03-01, closes: 2569-04-30}
"""

CHECKLIST = """\
checklist: small
year: 2569
title: แบบวัดย่อ
indicators:
  - {id: "9", title: การเปิดเผยข้อมูล}
  - {id: "10", title: การป้องกันการทุจริต}
items:
  - id: O1
    title: การติดต่อ
    indicator: "9"
    form: contact
    elements:
      - {id: address, text: ที่อยู่, rule: present, field: address, basis: confirmed}
      - {id: phone, text: โทรศัพท์, rule: present, field: phone, basis: adapted}
  - id: O2
    title: ข่าวประชาสัมพันธ์
    indicator: "9"
    form: news
    elements:
      - {id: news, text: ข่าว, rule: present, field: news, basis: confirmed}
  - id: O7
    title: รายงานผลการดำเนินงาน
    indicator: "9"
    form: annual_report
    elements:
      - {id: results, text: ผลรายโครงการ, rule: present, field: projects, basis: confirmed}
      - {id: problems, text: ปัญหา/อุปสรรค, rule: present, field: problems, basis: inferred}
      - {id: recommendations, text: ข้อเสนอแนะ, rule: present, field: recommendations}
  - id: O8
    title: ข้อมูลทั่วไป
    indicator: "9"
    form: document
    elements:
      - {id: entries, text: รายการ, rule: present, field: entries, basis: confirmed}
  - id: O20
    title: สถิติเรื่องร้องเรียน
    indicator: "10"
    form: complaint_statistics
    elements:
      - {id: total, text: จำนวน, rule: present, field: total, none_allowed: "yes"}
  - id: O21
    title: การรับทรัพย์สิน
    indicator: "10"
    form: gifts_received
    elements:
      - {id: gifts, text: รายการ, rule: present, field: gifts, only: [school]}
"""

ITEMS_IN_PART = """\
  - id: O22
    title: สรุปผลการจัดซื้อจัดจ้าง
    indicator: "10"
    form: procurement_monthly
    elements:
      - id: months
        text: สรุปผลรายเดือน
        rule: months
        field: months
        each: [purchases, nothing]
        year: this
        until: half
        basis: confirmed
  - id: O23
    title: รายงานของปีก่อน
    indicator: "10"
    form: annual_report
    elements:
      - {id: year, text: เป็นของปี 2568, rule: covers, field: year, year: previous, governs: [spent]}
      - {id: spent, text: ผลการใช้จ่าย, rule: rows, field: projects, each: [spent]}
  - id: O24
    title: โครงการของปี
    indicator: "10"
    form: annual_report
    elements:
      - {id: spent, text: ผลการใช้จ่าย, rule: rows, field: projects, each: [spent]}
"""

FIVE_OF_SIX_MONTHS = """\
owner: กองคลัง
months:
  - {month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้าง}
  - {month: 2568-11, nothing: ไม่มีการจัดซื้อจัดจ้าง}
  - {month: 2568-12, nothing: ไม่มีการจัดซื้อจัดจ้าง}
  - {month: 2569-02, nothing: ไม่มีการจัดซื้อจัดจ้าง}
  - {month: 2569-03, nothing: ไม่มีการจัดซื้อจัดจ้าง}
"""

OF_ANOTHER_YEAR = """\
owner: กองคลัง
year: 2567
projects: [{name: ปรับปรุงถนน, spent: "1,000"}]
"""

THREE_OF_FOUR_ENTRIES = """\
owner: กองช่าง
projects:
  - {name: ปรับปรุงถนน, spent: "1,000"}
  - {name: จัดอบรมเยาวชน}
  - {name: ขุดลอกคลอง, spent: "2,000"}
  - {name: ซ่อมสะพาน, spent: ไม่ใช้งบประมาณ}
"""

COMPLETE = """\
owner: สำนักปลัด
updated: 2569-01-15
address: 99 หมู่ 2
phone: 0 4500 0000
"""

OF_THE_COMMON_ERA = """\
owner: กองวิชาการ
news:
  - {title: ทำบุญวันขึ้นปีใหม่, date: 2026-01-01}
"""

PARTIAL = """\
owner: กองคลัง
updated: 2569-02-28
year: 2568
projects:
  - {name: ปรับปรุงถนน, result: แล้วเสร็จ, budget: "1,500,000", spent: "1,482,310.50"}
"""

NOTHING_TO_REPORT = """\
owner: สำนักปลัด
nothing_to_report: ไม่มีเรื่องร้องเรียนในปีงบประมาณ พ.ศ. 2568
"""

NOT_APPLICABLE = """\
owner: สำนักปลัด
not_applicable: ใช้กับสถานศึกษาเท่านั้น
"""


@dataclass(frozen=True)
class SmallAgency:
    """The folder of an agency: its ``data/`` and, once a test writes there, its ``docs/``."""

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> "SmallAgency":
        """Write the data.

        Item O1 is complete, O2 too but with a warning, O7 lacks two of three elements, O8
        has no file, O20 has nothing to report and O21 is for schools only.
        """
        agency = cls(folder)
        agency.write("data/agency.yml", AGENCY)
        agency.write("data/checklists/small-2569.yml", CHECKLIST)
        agency.write("data/2569/o01.yml", COMPLETE)
        agency.write("data/2569/o02.yml", OF_THE_COMMON_ERA)
        agency.write("data/2569/o07.yml", PARTIAL)
        agency.write("data/2569/o20.yml", NOTHING_TO_REPORT)
        agency.write("data/2569/o21.yml", NOT_APPLICABLE)
        return agency

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    def write(self, path: str, text: str) -> None:
        """Write a file of the agency's folder."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def add(self, path: str, text: str) -> None:
        """Add to a file of the agency's folder."""
        self.write(path, (self.folder / path).read_text(encoding="utf-8") + text)

    def complete(self) -> None:
        """Write what is missing."""
        self.add("data/2569/o07.yml", "problems: ไม่มี\nrecommendations: ไม่มี\n")
        self.write("data/2569/o08.yml", "owner: กองช่าง\nentries:\n  - {title: ข้อมูลทั่วไปของเทศบาล}\n")

    def add_items_in_part(self) -> None:
        """Add items of which something is there.

        O22 has five of six months, O23 is of another year, O24 has three of four entries.
        """
        self.add("data/checklists/small-2569.yml", ITEMS_IN_PART)
        self.write("data/2569/o22.yml", FIVE_OF_SIX_MONTHS)
        self.write("data/2569/o23.yml", OF_ANOTHER_YEAR)
        self.write("data/2569/o24.yml", THREE_OF_FOUR_ENTRIES)

    def assess(self, day: date = TODAY) -> Assessment:
        """Assess the year."""
        return examine(DataFolder(self.data, self.folder), day)
