"""Types shared by several forms."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    SAY_NONE,
    Date,
    Money,
    Name,
    Names,
    OneOf,
    Outcome,
    Percent,
    Reference,
    ReferenceName,
    Rows,
    Text,
    Year,
    label,
    required,
    rows,
)

SIDES = {"political": "ฝ่ายการเมือง", "permanent": "ฝ่ายข้าราชการประจำ"}
"""The two sides of a local administrative organisation."""

Side = Annotated[str | None, OneOf(SIDES)]


class Step(Form):
    """A step of a procedure."""

    text: Name = required("ขั้นตอน")
    time: Text = label("ระยะเวลา", "เช่น 15 นาที, 3 วันทำการ")
    owner: Text = label("ผู้รับผิดชอบ")


class PlannedProject(Form):
    """A project or activity of a plan, and later its progress and result."""

    name: Name = required("โครงการ/กิจกรรม")
    budget: Money = label("งบประมาณ (บาท)", "โครงการที่ไม่ใช้งบประมาณ ให้เขียน ไม่ใช้งบประมาณ")
    source: Text = label("แหล่งงบประมาณ")
    period: Reference = label("ระยะเวลาดำเนินการ", "เช่น ต.ค. 2568 – มี.ค. 2569")
    owner: Text = label("ผู้รับผิดชอบ")
    result: Outcome = label("ผลการดำเนินการ")
    spent: Money = label("งบประมาณที่ใช้จริง (บาท)")
    progress: Percent = label("ความก้าวหน้า (ร้อยละ)")


class ReportedProject(Form):
    """A project or activity in an annual report."""

    name: Name = required("โครงการ/กิจกรรม")
    result: Outcome = label("ผลการดำเนินการ")
    budget: Money = label("งบประมาณที่ตั้งไว้ (บาท)")
    spent: Money = label("งบประมาณที่ใช้จริง (บาท)", "ไม่ใช้งบประมาณ ให้เขียน ไม่ใช้งบประมาณ")
    owner: Text = label("ผู้รับผิดชอบ")


class YearReport(ItemForm):
    """The fields of every annual report on projects."""

    year: Year = label("ปีงบประมาณที่รายงาน")
    projects: Annotated[list[ReportedProject], Rows] = rows("ผลการดำเนินการรายโครงการ/กิจกรรม")
    problems: Text = label("ปัญหา/อุปสรรค", SAY_NONE)
    recommendations: Text = label("ข้อเสนอแนะ", SAY_NONE)


class Activity(Form):
    """An activity on a certain date."""

    name: Name = required("กิจกรรม")
    date: Date = label("วันที่")
    participants: Text = label("ผู้เข้าร่วม")
    detail: Outcome = label("รายละเอียด")


class WorkingGroup(Form):
    """A working group or committee, and the order that appoints it."""

    order: ReferenceName = required("คำสั่งแต่งตั้ง")
    date: Date = label("ลงวันที่")
    year: Year = label("ปีงบประมาณของคำสั่ง")
    members: Names = rows("องค์ประกอบของคณะทำงาน")
