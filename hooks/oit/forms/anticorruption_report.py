"""The report on preventing corruption."""

from oit.forms.parts import YearReport


class AnticorruptionReport(YearReport):
    """Results of each project, money used, problems, recommendations."""
