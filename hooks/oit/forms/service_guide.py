"""Guides for people who request a service."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Link, Name, Names, Rows, Text, label, required, rows
from oit.forms.parts import Step


class Service(Form):
    """A service with its steps, required documents and fee."""

    name: Name = required("ชื่องานบริการ")
    steps: Annotated[list[Step], Rows] = rows("ขั้นตอนการขอรับบริการ")
    time: Text = label("ระยะเวลารวม")
    channel: Text = label("ช่องทางการให้บริการ", "สถานที่ ส่วนงานที่รับผิดชอบ E-Service หรือศูนย์บริการ")
    fee: Text = label("ค่าธรรมเนียม", "ไม่มีให้เขียนว่า ไม่มี ห้ามเว้นว่าง")
    requirements: Names = rows("เอกสารประกอบคำขอ", "ไม่มีให้เขียน - ไม่มี ห้ามเว้นว่าง")
    online: Link = label("ยื่นออนไลน์")


class ServiceGuide(ItemForm):
    """Services with their steps, times, channels, fees and required documents."""

    services: Annotated[list[Service], Rows] = rows("งานบริการ")
