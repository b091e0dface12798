"""The executives of the agency."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    Email,
    Name,
    OneOf,
    Picture,
    Reference,
    Rows,
    Text,
    label,
    required,
    rows,
)
from oit.forms.parts import Side

RANKS = {"head": "ผู้บริหารสูงสุด", "deputy": "รองผู้บริหาร", "other": "ผู้บริหารอื่น"}

Rank = Annotated[str | None, OneOf(RANKS)]


class Executive(Form):
    """An executive."""

    name: Name = required("ชื่อ-สกุล")
    position: Text = label("ตำแหน่ง")
    rank: Rank = label("ระดับ")
    side: Side = label("ฝ่าย")
    photo: Picture = label("รูปถ่าย", "ไฟล์ภาพใต้ docs/ เช่น files/2569/mayor.png")
    phone: Reference = label("โทรศัพท์")
    email: Email = label("E-mail")


class Executives(ItemForm):
    """Executives with name, position, photograph and contact details."""

    people: Annotated[list[Executive], Rows] = rows("ผู้บริหาร")
