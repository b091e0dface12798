"""What ``oit check`` asks of a turn of the ITA cycle: one module a question.

Each has the question's documentation as its docstring, its ``CODE``, and one ``check``.
"""

from datetime import date

from oit.checks.ita import (
    impossible_score,
    incomplete_measure,
    overdue_measure,
    report_due,
    score_differs,
    unanswered_question,
    unknown_question,
    unrelated_measure,
    wrong_classes,
    wrong_level,
    wrong_year,
)
from oit.findings.finding import Finding
from oit.ita.cycle import Cycle

OF_RESULTS = (
    wrong_year,
    unknown_question,
    impossible_score,
    score_differs,
    wrong_level,
    wrong_classes,
)
OF_MEASURES = (
    incomplete_measure,
    unrelated_measure,
    unanswered_question,
    overdue_measure,
    report_due,
)


def check_cycle(cycle: Cycle, today: date) -> list[Finding]:
    """Return what every check finds on a day, in the order of the lines.

    Where measures hold something that cannot be read, that is told already, and may be what
    is looked for: they are not said to lack it too.
    """
    readable = "measures" not in cycle.record.unreadable
    modules = (*OF_RESULTS, *(OF_MEASURES if readable else ()))
    found = [finding for module in modules for finding in module.check(cycle, today)]
    return sorted(found, key=lambda finding: finding.place)
