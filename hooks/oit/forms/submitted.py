"""The form of the file submitted.yml: the addresses submitted to the assessors."""

from typing import Annotated

from oit.forms.base import Form
from oit.forms.fields import Date, Name, Names, Rows, label, required, rows

FILE = "submitted.yml"


class SubmittedItem(Form):
    """The addresses of an item, as submitted in the national answer form."""

    item: Name = required("ข้อ", "เช่น O7")
    addresses: Names = rows("ที่อยู่ที่ส่งแล้ว", "เต็มทั้งที่อยู่ เช่น https://www.example.go.th/oit/2569/o7/")


class Submitted(Form):
    """The submitted addresses; they must not break until the assessment is over."""

    submitted: Date = label("วันที่ส่งคำตอบ")
    items: Annotated[list[SubmittedItem], Rows] = rows("ข้อที่ส่งคำตอบแล้ว")
