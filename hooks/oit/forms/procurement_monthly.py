"""The monthly summary of purchases (the form of nine columns, สขร.1)."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Date, Money, MonthOf, Name, Rows, Text, label, required, rows


class Bidder(Form):
    """A bidder and the price offered."""

    name: Name = required("ผู้เสนอราคา")
    price: Money = label("ราคาที่เสนอ (บาท)")


class Purchase(Form):
    """One line of the summary."""

    name: Name = required("งานที่จัดซื้อหรือจัดจ้าง")
    budget: Money = label("วงเงินที่จะซื้อหรือจ้าง (บาท)")
    reference_price: Money = label("ราคากลาง (บาท)")
    method: Text = label("วิธีซื้อหรือจ้าง")
    bidders: Annotated[list[Bidder], Rows] = rows("รายชื่อผู้เสนอราคาและราคาที่เสนอ")
    winner: Text = label("ผู้ได้รับการคัดเลือก")
    agreed_price: Money = label("ราคาที่ตกลงซื้อหรือจ้าง (บาท)")
    reason: Text = label("เหตุผลที่คัดเลือกโดยสรุป")
    contract_number: Text = label("เลขที่สัญญาหรือข้อตกลง")
    contract_date: Date = label("วันที่ของสัญญาหรือข้อตกลง")


class ProcurementMonth(Form):
    """One month: its purchases, or the statement that there were none."""

    month: MonthOf = label("เดือน")
    nothing: Text = label("ไม่มีการจัดซื้อจัดจ้าง", "ข้อความยืนยัน เมื่อเดือนนั้นไม่มีรายการ")
    purchases: Annotated[list[Purchase], Rows] = rows("รายการจัดซื้อจัดจ้าง")


class ProcurementMonthly(ItemForm):
    """The purchases of each month."""

    months: Annotated[list[ProcurementMonth], Rows] = rows("สรุปรายเดือน")
