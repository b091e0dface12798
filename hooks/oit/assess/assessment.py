"""What comes out of holding data against a checklist: every item and element, and its status."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from oit.data.checklist import Checklist, Element, Item
from oit.data.record import Record
from oit.findings.finding import Finding, Severity
from oit.forms.agency import Agency
from oit.forms.base import Document
from oit.ita.cycle import Cycle


class ElementStatus(StrEnum):
    """How an element stands."""

    SHOWN = "shown"
    """In the data itself."""
    ATTESTED = "attested"
    """A document is said to show it, and the page exists."""
    NONE_DECLARED = "none_declared"
    """Said explicitly that there is none, where the checklist allows that."""
    NOT_APPLICABLE = "not_applicable"
    OUTDATED = "outdated"
    """There, but not of the year that it must cover."""
    MISSING = "missing"


class ItemStatus(StrEnum):
    """How an item stands: derived from its elements, never typed by hand."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


THERE = {ElementStatus.SHOWN, ElementStatus.ATTESTED, ElementStatus.NONE_DECLARED}


@dataclass(frozen=True)
class ElementResult:
    """An element of the checklist and how it stands."""

    element: Element
    status: ElementStatus
    findings: tuple[Finding, ...] = ()
    """What is missing."""
    attested_by: tuple[tuple[Document, int], ...] = ()
    """The documents said to show it, each with the page."""


@dataclass(frozen=True)
class ItemResult:
    """An item of the checklist and how it stands."""

    item: Item
    record: Record | None
    """What its file says; ``None`` where there is no file."""
    elements: tuple[ElementResult, ...]
    findings: tuple[Finding, ...]
    url: str
    """The page's permanent address, from the site's root."""
    cycle: Cycle | None = None
    """The turn of the ITA cycle that its file holds, where it is such a file."""

    @property
    def status(self) -> ItemStatus:
        """How the item stands."""
        statuses = {result.status for result in self.elements} - {ElementStatus.NOT_APPLICABLE}
        if not statuses:
            return ItemStatus.NOT_APPLICABLE
        if statuses <= THERE:
            return ItemStatus.COMPLETE
        return ItemStatus.PARTIAL if statuses & THERE else ItemStatus.MISSING

    @property
    def owner(self) -> str:
        """Who is responsible; empty where nobody is named."""
        return (self.record.form.owner if self.record else None) or ""

    @property
    def updated(self) -> date | None:
        """The day the data says it was last changed."""
        return self.record.form.updated if self.record else None


@dataclass(frozen=True)
class Assessment:
    """One year of an agency, held against that year's checklist."""

    agency: Agency
    checklist: Checklist
    today: date
    items: tuple[ItemResult, ...]
    general_findings: tuple[Finding, ...] = ()
    """Faults that belong to no item."""
    cycle: Cycle | None = None
    """The year's turn of the ITA cycle; ``None`` where it has no file."""

    @property
    def year(self) -> int:
        """The fiscal year."""
        return self.checklist.year

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in the order of the files; what items share is reported once."""
        of_items = (finding for item in self.items for finding in item.findings)
        return tuple(in_order(_each_once([*self.general_findings, *of_items])))

    @property
    def item_counts(self) -> dict[ItemStatus, int]:
        """How many items stand how."""
        counted = Counter(item.status for item in self.items)
        return {status: counted[status] for status in ItemStatus}

    @property
    def element_counts(self) -> dict[ElementStatus, int]:
        """How many elements stand how."""
        counted = Counter(result.status for item in self.items for result in item.elements)
        return {status: counted[status] for status in ElementStatus}

    def only(self, *, owner: str | None = None, item: str | None = None) -> "Assessment":
        """Return the assessment of one owner's items, or of one item (its slug)."""
        kept = (
            result
            for result in self.items
            if (owner is None or result.owner == owner)
            and (item is None or result.item.slug == item)
        )
        return replace(self, items=tuple(kept))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by file, line, column and code."""
    return sorted(findings, key=lambda finding: (finding.place, finding.code.id))


def errors_in(assessments: Iterable[Assessment]) -> list[Finding]:
    """Return what makes the data unusable."""
    findings = (finding for assessment in assessments for finding in assessment.findings)
    return _each_once(finding for finding in findings if finding.severity is Severity.ERROR)


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what is said a second time: a file may be read for several items and years."""
    return list({(f.place, f.code.id, f.element, f.message()): f for f in findings}.values())
