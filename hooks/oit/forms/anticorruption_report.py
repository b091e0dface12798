"""The report on preventing corruption."""

from oit.forms.parts import YearReport


class AnticorruptionReport(YearReport):
    """Results and spending of each project, problems and recommendations."""
