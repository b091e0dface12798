"""The No Gift Policy: its declaration, activities, report and guidance."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    Count,
    Date,
    Group,
    Link,
    Name,
    Outcome,
    Rows,
    Text,
    Year,
    label,
    required,
    rows,
)
from oit.forms.parts import Activity


class Declaration(Form):
    """The declaration signed by the head of the agency."""

    text: Text = label("ข้อความประกาศ")
    date: Date = label("ลงวันที่")
    signed_by: Text = label("ผู้ลงนาม (ตำแหน่ง)")
    english: Text = label("ข้อความภาษาอังกฤษ")


class GiftReport(Form):
    """The report on gifts under the policy."""

    year: Year = label("ปีงบประมาณที่รายงาน")
    received: Count = label("จำนวนครั้งที่มีผู้เสนอหรือให้ของขวัญ")
    result: Outcome = label("ผลการดำเนินการ")


class Knowledge(Form):
    """Guidance on what officials may receive."""

    name: Name = required("เรื่อง")
    detail: Text = label("สาระสำคัญ")
    link: Link = label("ลิงก์")


class NoGiftPolicy(ItemForm):
    """Declaration, activities, report and guidance."""

    declaration: Annotated[Declaration | None, Group] = label("ประกาศเจตนารมณ์")
    activities: Annotated[list[Activity], Rows] = rows("กิจกรรมสร้างวัฒนธรรม No Gift Policy")
    report: Annotated[GiftReport | None, Group] = label("รายงานผลตามนโยบาย")
    knowledge: Annotated[list[Knowledge], Rows] = rows(
        "ความรู้เรื่องการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยา"
    )
