"""A plan for several years."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Name, Names, Rows, Text, Year, label, required, rows


class Strategy(Form):
    """A strategy with its goals and indicators."""

    name: Name = required("ยุทธศาสตร์/แนวทาง")
    goals: Names = rows("เป้าหมาย")
    indicators: Names = rows("ตัวชี้วัด")


class StrategicPlan(ItemForm):
    """Strategies, goals and indicators of a plan for several years."""

    name: Text = label("ชื่อแผน")
    from_year: Year = label("ปีแรกของแผน")
    to_year: Year = label("ปีสุดท้ายของแผน")
    vision: Text = label("วิสัยทัศน์")
    strategies: Annotated[list[Strategy], Rows] = rows("ยุทธศาสตร์")
