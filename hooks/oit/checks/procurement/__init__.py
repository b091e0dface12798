"""What ``oit check`` checks in purchases: one module per check.

Each module has the user documentation as its docstring, a ``CODE`` and a function ``check``.
"""

from collections.abc import Iterator

from oit.checks.procurement import (
    duplicate_project,
    early_contract,
    far_contract,
    named_month,
    no_month,
    no_name,
    no_winner,
    other_months,
    price_over,
    report_differs,
    wrong_year,
)
from oit.findings.finding import Finding
from oit.procurement.purchases import Purchases

CHECKS = (
    price_over,
    early_contract,
    duplicate_project,
    no_winner,
    no_name,
    wrong_year,
    no_month,
    far_contract,
    other_months,
    named_month,
    report_differs,
)


def check_purchases(purchases: Purchases) -> Iterator[Finding]:
    """Yield the findings of every check."""
    for module in CHECKS:
        yield from module.check(purchases)
