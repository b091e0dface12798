"""The year's list of purchases with how far each has come (the list of 16 columns)."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Date, Money, Name, Rows, Text, Year, label, required, rows


class Purchase(Form):
    """One purchase; who the agency is stands in agency.yml and is not repeated."""

    name: Name = required("ชื่อรายการของงานที่ซื้อหรือจ้าง")
    budget: Money = label("วงเงินงบประมาณที่ได้รับจัดสรร (บาท)")
    source: Text = label("แหล่งที่มาของงบประมาณ")
    status: Text = label("สถานะการจัดซื้อจัดจ้าง")
    method: Text = label("วิธีการจัดซื้อจัดจ้าง")
    reference_price: Money = label("ราคากลาง (บาท)")
    agreed_price: Money = label("ราคาที่ตกลงซื้อหรือจ้าง (บาท)")
    winner: Text = label("ผู้ประกอบการที่ได้รับการคัดเลือก")
    project_number: Text = label("เลขที่โครงการในระบบ e-GP")


class ProcurementList(ItemForm):
    """Purchases of the year and their progress."""

    year: Year = label("ปีงบประมาณ")
    as_of: Date = label("ความก้าวหน้า ณ วันที่")
    purchases: Annotated[list[Purchase], Rows] = rows("รายการจัดซื้อจัดจ้าง")
