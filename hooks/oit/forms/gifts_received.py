"""The report on property or benefits received on ethical occasions."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Date, Money, Name, Outcome, Rows, Text, Year, label, required, rows


class Gift(Form):
    """A gift or benefit that was received."""

    name: Name = required("ทรัพย์สิน/ประโยชน์")
    date: Date = label("วันที่รับ")
    giver: Text = label("ผู้ให้ (ประเภท)", "เช่น หน่วยงานรัฐ เอกชน ประชาชน")
    value: Money = label("มูลค่าโดยประมาณ (บาท)")
    action: Outcome = label("การดำเนินการ")


class GiftsReceived(ItemForm):
    """The gifts that were received."""

    year: Year = label("ปีงบประมาณที่รายงาน")
    gifts: Annotated[list[Gift], Rows] = rows("รายการที่ได้รับ")
