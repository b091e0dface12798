"""Contracting processes: which purchases belong together, and the identifier of each process.

Purchases of one e-GP project are one process with several contracts. A purchase without a
project number is its own process, identified by the fields that are least likely to change.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from oit.forms.agency import Agency
from oit.forms.purchase import Purchase
from oit.thai import writing
from oit.views.datasets.exact import exact_text
from oit.views.ocds.values import digest, one_line

UNREGISTERED = "ocds-000000"
"""The prefix for an agency without one.

Publishers of OCDS register with the Open Contracting Partnership, which assigns a random prefix
of six letters or digits; zeros mean that the prefix is not registered.
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
    counts: Counter[str] = Counter()
    for purchase in purchases:
        number = one_line(writing.arabic(purchase.project_number or ""))
        if number:
            ocid = f"{prefix}-{number}"
        else:
            ocid = f"{prefix}-{year}-{_identity(purchase, agency)}"
            counts[ocid] += 1
            # The same thing may be bought again in the same month.
            ocid += f"-{counts[ocid]}" if counts[ocid] > 1 else ""
        found.setdefault(ocid, Process(ocid)).purchases.append(purchase)
    return list(found.values())


def _identity(purchase: Purchase, agency: Agency) -> str:
    month = exact_text(purchase.month) if purchase.month else ""
    return digest(agency.name, purchase.contract_number or month, purchase.name)
