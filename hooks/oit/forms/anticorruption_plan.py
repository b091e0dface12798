"""The plan to prevent corruption."""

from typing import Annotated

from oit.forms.base import ItemForm
from oit.forms.fields import Rows, Text, Year, label, rows
from oit.forms.parts import PlannedProject


class AnticorruptionPlan(ItemForm):
    """Projects with their budgets and periods."""

    name: Text = label("ชื่อแผน")
    from_year: Year = label("ปีแรกของแผน")
    to_year: Year = label("ปีสุดท้ายของแผน")
    projects: Annotated[list[PlannedProject], Rows] = rows("โครงการ/กิจกรรม")
