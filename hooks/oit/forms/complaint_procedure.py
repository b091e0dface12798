"""How complaints of corruption are handled."""

from typing import Annotated

from oit.forms.base import ItemForm
from oit.forms.complaint_channel import Channel
from oit.forms.fields import Names, Rows, Text, label, rows
from oit.forms.parts import Step


class ComplaintProcedure(ItemForm):
    """How to complain, the steps that follow, the responsible unit and the duration."""

    how: Names = rows("วิธีการร้องเรียนของบุคคลภายนอก")
    steps: Annotated[list[Step], Rows] = rows("ขั้นตอนการจัดการเรื่องร้องเรียน")
    unit: Text = label("ส่วนงานที่รับผิดชอบ")
    time: Text = label("ระยะเวลาดำเนินการ")
    channels: Annotated[list[Channel], Rows] = rows("ช่องทางแจ้งเรื่องร้องเรียน")
    protection: Text = label("การคุ้มครองผู้ร้องเรียน")
