"""Manuals by which officers do their work."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Name, Names, Rows, Text, label, required, rows
from oit.forms.parts import Step


class Manual(Form):
    """The manual of one job."""

    name: Name = required("ชื่องาน")
    position: Text = label("สำหรับเจ้าหน้าที่ตำแหน่ง")
    steps: Annotated[list[Step], Rows] = rows("ขั้นตอนการปฏิบัติงาน")
    laws: Names = rows("กฎหมายที่เกี่ยวข้อง")


class StaffManual(ItemForm):
    """Jobs with their steps, times and laws."""

    manuals: Annotated[list[Manual], Rows] = rows("คู่มือ")
