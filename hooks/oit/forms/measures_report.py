"""The report on measures to promote integrity and transparency."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Name, Names, Rows, Text, Year, label, required, rows


class ReportedMeasure(Form):
    """A measure, what was done and what it brought about."""

    name: Name = required("มาตรการ/แนวทาง")
    methods: Names = rows("วิธีการดำเนินการ")
    owner: Text = label("ผู้รับผิดชอบ")
    period: Text = label("ระยะเวลา")
    result: Text = label("ผลการดำเนินการ")
    outcome: Text = label("ผลลัพธ์หรือความสำเร็จ")


class MeasuresReport(ItemForm):
    """Measures with their results and outcomes."""

    year: Year = label("ปีงบประมาณที่รายงาน")
    measures: Annotated[list[ReportedMeasure], Rows] = rows("ผลการดำเนินการตามมาตรการ")
