"""The report on a year's purchases."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Count, Money, Name, Rows, Text, Year, label, required, rows


class Method(Form):
    """The purchases made by one method."""

    name: Name = required("วิธีการจัดซื้อจัดจ้าง")
    count: Count = label("จำนวนโครงการ")
    budget: Money = label("วงเงินงบประมาณ (บาท)")
    spent: Money = label("ราคาที่ตกลงซื้อหรือจ้าง (บาท)")


class ProcurementReport(ItemForm):
    """Totals by method, problems, recommendations."""

    year: Year = label("ปีงบประมาณที่รายงาน")
    methods: Annotated[list[Method], Rows] = rows("ผลการจัดซื้อจัดจ้างจำแนกตามวิธี")
    problems: Text = label("ปัญหา/อุปสรรค", "ไม่มีให้เขียนว่า ไม่มี")
    recommendations: Text = label("ข้อเสนอแนะ", "ไม่มีให้เขียนว่า ไม่มี")
