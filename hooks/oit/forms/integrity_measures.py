"""Measures to promote integrity: projects, or the committee that is to carry them out."""

from typing import Annotated

from oit.forms.base import ItemForm
from oit.forms.fields import Group, Rows, Year, label, rows
from oit.forms.parts import PlannedProject, WorkingGroup


class IntegrityMeasures(ItemForm):
    """Projects with budgets and periods, and the order that appoints a committee."""

    year: Year = label("ปีงบประมาณ")
    projects: Annotated[list[PlannedProject], Rows] = rows("โครงการ/กิจกรรม")
    committee: Annotated[WorkingGroup | None, Group] = label("คณะกรรมการ ITA ของหน่วยงาน")
