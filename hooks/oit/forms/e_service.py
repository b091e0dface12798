"""Online services."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Count, Link, Name, Names, Rows, Text, Year, label, required, rows


class System(Form):
    """An online service."""

    name: Name = required("ระบบ/บริการ")
    url: Link = label("ลิงก์เข้าใช้งาน")
    detail: Text = label("ใช้ทำอะไร")
    guide: Names = rows("วิธีใช้งาน")


class Usage(Form):
    """The number of uses of a service in the year."""

    name: Name = required("ระบบ/บริการ")
    count: Count = label("จำนวนครั้ง")


class EService(ItemForm):
    """Online services, how to use them, and usage statistics."""

    systems: Annotated[list[System], Rows] = rows("ระบบให้บริการออนไลน์")
    year: Year = label("ปีงบประมาณของสถิติ")
    usage: Annotated[list[Usage], Rows] = rows("สถิติการใช้บริการออนไลน์")
