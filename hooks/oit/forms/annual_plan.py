"""The year's plan of projects and money, with its progress."""

from typing import Annotated

from oit.forms.base import ItemForm
from oit.forms.fields import Date, Rows, Year, label, rows
from oit.forms.parts import PlannedProject


class AnnualPlan(ItemForm):
    """Projects with and without budget, and how far each has come."""

    year: Year = label("ปีงบประมาณของแผน")
    as_of: Date = label("ความก้าวหน้า ณ วันที่")
    projects: Annotated[list[PlannedProject], Rows] = rows("โครงการ/กิจกรรม")
