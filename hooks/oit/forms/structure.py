"""Structure, duties and powers of the agency."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Name, Names, Rows, Text, label, required, rows
from oit.forms.parts import Side


class Unit(Form):
    """A unit of the organisation and its subordinate units."""

    name: Name = required("ส่วนงาน/ตำแหน่ง")
    head: Text = label("ตำแหน่งหัวหน้า")
    side: Side = label("ฝ่าย")
    duties: Text = label("หน้าที่")
    units: Annotated[list["Unit"], Rows] = rows("ส่วนงานภายใน")


class Structure(ItemForm):
    """Organisation chart, duties and powers."""

    units: Annotated[list[Unit], Rows] = rows("แผนผังโครงสร้าง")
    duties: Names = rows("หน้าที่และอำนาจ", "เฉพาะส่วนที่อธิบายหน้าที่และอำนาจ ไม่ใช่กฎหมายทั้งฉบับ")
    law: Text = label("กฎหมายที่ให้อำนาจ")
