"""The annual report."""

from collections.abc import Mapping
from typing import ClassVar

from oit.forms.base import Form
from oit.forms.parts import PlannedProject, YearReport
from oit.forms.tabular import TableForm


class AnnualReport(YearReport, TableForm):
    """Results and spending of each project, problems and recommendations."""

    TABLE: ClassVar[str] = "plan"
    # The report reads the table of the plan after its results are filled in.
    ROW: ClassVar[type[Form]] = PlannedProject
    ENTRIES: ClassVar[str] = "projects"
    DATASETS: ClassVar[Mapping[str, str]] = {"annual-report": "projects"}
    FILLS: ClassVar[tuple[str, ...]] = ("projects",)
