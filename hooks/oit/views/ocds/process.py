"""Contracting processes: which purchases belong together, and what each process is called.

Purchases of one e-GP project are one process with several contracts. One without a project
number is a process of its own, called by what is least likely to change in it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from oit.forms.agency import Agency
from oit.forms.purchase import Purchase
from oit.thai import writing
from oit.views.datasets.exact import written
from oit.views.ocds.values import digest, one_line

UNREGISTERED = "ocds-000000"
"""The prefix where the agency has none.

Who publishes OCDS registers a prefix with the Open Contracting Partnership, which gives six
letters or digits by chance; noughts say that nobody has.
"""


@dataclass(frozen=True)
class Process:
    """A contracting process."""

    ocid: str
    purchases: list[Purchase] = field(default_factory=list)


def processes(
    purchases: Iterable[Purchase], agency: Agency, year: int, prefix: str = UNREGISTERED
) -> list[Process]:
    """Group purchases into processes, in the order in which they are listed."""
    found: dict[str, Process] = {}
    times: Counter[str] = Counter()
    for purchase in purchases:
        number = one_line(writing.arabic(purchase.project_number or ""))
        if number:
            ocid = f"{prefix}-{number}"
        else:
            ocid = f"{prefix}-{year}-{_unnumbered(purchase, agency)}"
            times[ocid] += 1
            # The same thing bought again in the same month.
            ocid += f"-{times[ocid]}" if times[ocid] > 1 else ""
        found.setdefault(ocid, Process(ocid)).purchases.append(purchase)
    return list(found.values())


def _unnumbered(purchase: Purchase, agency: Agency) -> str:
    month = written(purchase.month) if purchase.month else ""
    return digest(agency.name, purchase.contract_number or month, purchase.name)
