"""How many complaints of corruption there were."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Count, Name, Rows, Text, Year, label, required, rows


class ComplaintCount(Form):
    """Complaints of one kind or one month."""

    name: Name = required("เรื่อง/เดือน")
    total: Count = label("ทั้งหมด")
    done: Count = label("แล้วเสร็จ")
    pending: Count = label("อยู่ระหว่างดำเนินการ")


class ComplaintStatistics(ItemForm):
    """Complaints in all, finished and still open."""

    year: Year = label("ปีงบประมาณของสถิติ")
    period: Text = label("ช่วงเวลา", "เช่น ต.ค. 2567 – ก.ย. 2568")
    total: Count = label("จำนวนเรื่องทั้งหมด")
    done: Count = label("ดำเนินการแล้วเสร็จ")
    pending: Count = label("อยู่ระหว่างดำเนินการ")
    counts: Annotated[list[ComplaintCount], Rows] = rows("จำแนกรายเรื่องหรือรายเดือน")
