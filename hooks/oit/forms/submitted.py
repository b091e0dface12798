"""The addresses that were given to the assessors: the file submitted.yml of a year."""

from typing import Annotated

from oit.forms.base import Form
from oit.forms.fields import Date, Name, Names, Rows, label, required, rows

FILE = "submitted.yml"


class SubmittedItem(Form):
    """An item's addresses, as the national answer form has them."""

    item: Name = required("ข้อ", "เช่น O7")
    addresses: Names = rows("ที่อยู่ที่ส่งแล้ว", "เต็มทั้งที่อยู่ เช่น https://www.example.go.th/oit/2569/o7/")


class Submitted(Form):
    """What was submitted: it must not break until the assessment is over."""

    submitted: Date = label("วันที่ส่งคำตอบ")
    items: Annotated[list[SubmittedItem], Rows] = rows("ข้อที่ส่งคำตอบแล้ว")
