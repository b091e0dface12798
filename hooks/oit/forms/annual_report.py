"""The report on a year's work."""

from oit.forms.parts import YearReport


class AnnualReport(YearReport):
    """Results of each project, money used, problems, recommendations."""
