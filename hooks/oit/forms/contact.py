"""The address of the agency and its contact channels."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    LINE_EXPLANATION,
    Coordinate,
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
    """A channel to contact the agency."""

    name: Name = required("ช่องทาง")
    url: Link = label("ลิงก์")
    detail: Text = label("รายละเอียด")


class Contact(ItemForm):
    """Address, telephone, e-mail, map and contact channels."""

    address: Text = label("ที่อยู่")
    phone: Reference = label("โทรศัพท์")
    fax: Reference = label("โทรสาร")
    email: Email = label("E-mail")
    line: LineId = label("LINE", LINE_EXPLANATION)
    hours: Reference = label("เวลาทำการ")
    latitude: Coordinate = label("ละติจูด")
    longitude: Coordinate = label("ลองจิจูด")
    map: Link = label("ลิงก์แผนที่")
    directions: Text = label("การเดินทาง")
    channels: Annotated[list[Channel], Rows] = rows("ช่องทางการสอบถาม")
