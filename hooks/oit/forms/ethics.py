"""The code of ethics and its implementation."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    Group,
    Link,
    Name,
    Names,
    Rows,
    Text,
    label,
    required,
    rows,
)
from oit.forms.parts import Activity, WorkingGroup


class EthicsCode(Form):
    """A code of ethics, or a set of requirements."""

    name: Name = required("ประมวลจริยธรรม/ข้อกำหนดจริยธรรม")
    detail: Text = label("สาระสำคัญ")
    link: Link = label("ลิงก์")


class Ethics(ItemForm):
    """Codes, working group, dos and don'ts, and training."""

    codes: Annotated[list[EthicsCode], Rows] = rows("ประมวลจริยธรรมและข้อกำหนดจริยธรรม")
    working_group: Annotated[WorkingGroup | None, Group] = label("ทีมให้คำปรึกษา/คณะทำงานด้านจริยธรรม")
    dos: Names = rows("ควรทำ (Dos)")
    donts: Names = rows("ไม่ควรทำ (Don'ts)")
    trainings: Annotated[list[Activity], Rows] = rows("อบรม/กิจกรรมสอดแทรกจริยธรรม")
