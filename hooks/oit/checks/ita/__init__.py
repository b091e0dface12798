"""What ``oit check`` checks in an ITA cycle: one module per check.

Each module has the user documentation as its docstring, a ``CODE`` and a function ``check``.
"""

from datetime import date

from oit.checks.ita import (
    impossible_score,
    incomplete_measure,
    national_question,
    overdue_measure,
    report_due,
    review_differs,
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
    national_question,
    impossible_score,
    score_differs,
    wrong_level,
    wrong_classes,
    review_differs,
)
OF_MEASURES = (
    incomplete_measure,
    unrelated_measure,
    unanswered_question,
    overdue_measure,
    report_due,
)


def check_cycle(cycle: Cycle, today: date) -> list[Finding]:
    """Return the findings of every check on a day, in the order of the lines.

    If a measure cannot be read, that is already reported, and the unreadable part may be what a
    check looks for; the checks of measures are skipped then.
    """
    readable = "measures" not in cycle.record.unreadable
    modules = (*OF_RESULTS, *(OF_MEASURES if readable else ()))
    found = [finding for module in modules for finding in module.check(cycle, today)]
    return sorted(found, key=lambda finding: finding.place)
