"""The annual plan of projects and budgets, with its progress."""

from typing import Annotated, ClassVar

from oit.forms.base import Form
from oit.forms.fields import Date, Rows, Year, label, rows
from oit.forms.parts import PlannedProject
from oit.forms.tabular import TableForm


class AnnualPlan(TableForm):
    """Projects with and without a budget, and the progress of each."""

    TABLE: ClassVar[str] = "plan"
    ROW: ClassVar[type[Form]] = PlannedProject
    ENTRIES: ClassVar[str] = "projects"
    FILLS: ClassVar[tuple[str, ...]] = ("projects",)

    year: Year = label("ปีงบประมาณของแผน")
    as_of: Date = label("ความก้าวหน้า ณ วันที่")
    projects: Annotated[list[PlannedProject], Rows] = rows("โครงการ/กิจกรรม")
