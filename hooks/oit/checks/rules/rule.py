"""The interface of a rule."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from oit.checks.rules.amount import Amount
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Finding


@dataclass(frozen=True)
class Context:
    """What a rule may use besides the record."""

    year: int
    """The fiscal year of the checklist."""
    today: date
    """The day of the check."""

    def year_of(self, element: Element) -> int:
        """Return the fiscal year that an element requires."""
        return self.year - (element.year == "previous")


class Checked(NamedTuple):
    """What a rule says about an element."""

    amount: Amount
    """How much of it is there."""
    findings: Iterable[Finding]
    """What is missing; nothing if it is complete. They may be made one by one, and once only."""


class Rule(Protocol):
    """A module of this package."""

    @property
    def PARAMETERS(self) -> Collection[str]:  # noqa: N802 - a module's constant
        """The fields of an element that the rule requires."""

    def check(self, element: Element, record: Record, context: Context) -> Checked:
        """Say how much of an element a record has, and what is missing from it."""
