"""The report on human resource management and development."""

from oit.forms.parts import YearReport


class HrReport(YearReport):
    """Results and spending of each project, problems and recommendations."""
