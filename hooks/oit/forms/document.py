"""The generic form, for items without a specific form."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Date, Link, Name, Rows, Text, Year, label, required, rows


class Entry(Form):
    """An entry of the item."""

    title: Name = required("เรื่อง")
    detail: Text = label("รายละเอียด")
    date: Date = label("วันที่")
    link: Link = label("ลิงก์")


class DocumentForm(ItemForm):
    """Entries with a title, and documents."""

    year: Year = label("ปีงบประมาณ")
    from_year: Year = label("ปีแรก")
    to_year: Year = label("ปีสุดท้าย")
    entries: Annotated[list[Entry], Rows] = rows("รายการ")
