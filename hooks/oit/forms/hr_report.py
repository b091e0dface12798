"""The report on managing and developing people."""

from oit.forms.parts import YearReport


class HrReport(YearReport):
    """Results of each project, money used, problems, recommendations."""
