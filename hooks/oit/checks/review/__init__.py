"""What ``oit check`` checks in a year's review.yml: one module per check.

Each module has the user documentation as its docstring, a ``CODE`` and a function ``check``.
"""

from oit.checks.review import odd_score, odd_window, unknown_item
from oit.data.year import Reviewed
from oit.findings.finding import Finding

CHECKS = (odd_window, unknown_item, odd_score)


def check_review(reviewed: Reviewed, year: int) -> list[Finding]:
    """Return the findings of every check, in the order of the lines."""
    if reviewed.file.form is None:
        return []
    found = [f for module in CHECKS for f in module.check(reviewed, reviewed.file.form, year)]
    return sorted(found, key=lambda finding: finding.place)
