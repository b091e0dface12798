"""What the tests of workbooks share."""

from pathlib import Path

import pytest

from intake.workbook.office import Office
from small_agency import AGENCY

CHECKLIST = """\
checklist: small
year: 2569
title: แบบวัดย่อ
indicators:
  - {id: "9", title: การเปิดเผยข้อมูล}
items:
  - id: O2
    title: ผู้บริหาร
    indicator: "9"
    form: executives
    elements:
      - {id: people, text: ผู้บริหาร, rule: at_least, field: people, count: 1}
  - id: O9
    title: งานบริการ
    indicator: "9"
    form: service_guide
    elements:
      - {id: fee, text: ค่าธรรมเนียม, rule: rows, field: services, each: [fee]}
      - {id: steps, text: ขั้นตอน, rule: rows, field: services.steps, each: [text]}
"""

PEOPLE = """\
# O2 ผู้บริหาร
owner: สำนักปลัด    # ผู้ดูแล
people:
  - name: นายสมมติ หนึ่ง   # สมมติ
    rank: head
    phone: '045000001'
  # ฝ่ายประจำ
  - {name: นายสมมติ สอง, rank: other}
documents:
  - title: คำสั่ง
    file: files/2569/o02.pdf
    shows:
      people: 1
"""

SERVICES = """\
# O9 งานบริการ
owner: สำนักปลัด
summary: >-
  งานบริการ
  ของเทศบาล
services:
  - name: ภาษี
    fee:
    steps:
      - text: ยื่น
        time: 5 นาที
      - text: ชำระ
    requirements: [บัตร, 'ทะเบียน, บ้าน']
  - name: ขยะ
    fee: ไม่มี
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with two items, both of one owner."""
    office = Office(tmp_path)
    office.write("agency.yml", AGENCY)
    office.write("checklists/small-2569.yml", CHECKLIST)
    office.write("2569/o02.yml", PEOPLE)
    office.write("2569/o09.yml", SERVICES)
    return office
