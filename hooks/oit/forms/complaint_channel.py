"""The channels to report corruption."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    LINE_EXPLANATION,
    Email,
    LineId,
    Link,
    Name,
    Reference,
    Rows,
    Text,
    label,
    required,
    rows,
)


class Channel(Form):
    """A channel to report."""

    name: Name = required("ช่องทาง")
    url: Link = label("ลิงก์")
    phone: Reference = label("โทรศัพท์")
    email: Email = label("E-mail")
    line: LineId = label("LINE", LINE_EXPLANATION)
    detail: Text = label("รายละเอียด")


class ComplaintChannel(ItemForm):
    """Channels to report corruption, separate from those for general complaints."""

    channels: Annotated[list[Channel], Rows] = rows("ช่องทางแจ้งเรื่องทุจริตและประพฤติมิชอบ")
    separation: Text = label("การแยกจากเรื่องร้องเรียนทั่วไป")
    protection: Text = label("การคุ้มครองข้อมูลผู้แจ้ง")
    general: Annotated[list[Channel], Rows] = rows("ช่องทางเรื่องร้องเรียนทั่วไป")
    outside: Annotated[list[Channel], Rows] = rows("หน่วยงานภายนอกที่รับแจ้งได้")
