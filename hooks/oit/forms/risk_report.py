"""The report on managing corruption risks."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import SAY_NONE, Name, Outcome, Rows, Text, Year, label, required, rows


class RiskMeasure(Form):
    """A measure and its result."""

    name: Name = required("มาตรการ")
    risk: Text = label("ความเสี่ยง")
    result: Outcome = label("ผลการดำเนินการ")
    status: Outcome = label("สถานะ")


class RiskReport(ItemForm):
    """Results of the measures."""

    year: Year = label("ปีงบประมาณที่รายงาน")
    measures: Annotated[list[RiskMeasure], Rows] = rows("ผลตามมาตรการจัดการความเสี่ยง")
    problems: Text = label("ปัญหา/อุปสรรค", SAY_NONE)
    recommendations: Text = label("ข้อเสนอแนะ", SAY_NONE)
