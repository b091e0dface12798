"""The result of comparing data with a checklist: every item and element, and its status."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from oit.bilingual import Bilingual, Language
from oit.characters import escaped
from oit.checks.rules.amount import NOT_THERE, Amount
from oit.data.checklist import Checklist, Element, Item
from oit.data.form_file import FormFile
from oit.data.record import Record
from oit.findings.codes import provisional_list
from oit.findings.finding import Finding, Severity
from oit.forms.agency import Agency
from oit.forms.base import Document
from oit.forms.review import AssessorReview
from oit.forms.submitted import Submitted
from oit.forms.values import is_list
from oit.ita.cycle import Cycle
from oit.thai import writing
from oit.thai.identity_search import mask_for_message
from oit.thai.pages import Pages


class ElementStatus(StrEnum):
    """Whether an element is published, and how."""

    SHOWN = "shown"
    """In the data itself."""
    ATTESTED = "attested"
    """According to the item's file, a page of a document shows it; the page exists."""
    NONE_DECLARED = "none_declared"
    """The item's file states that there is none, and the checklist allows that."""
    NOT_APPLICABLE = "not_applicable"
    PARTIAL = "partial"
    """A list of which a part is there: 11 of 12 months."""
    OUTDATED = "outdated"
    """Published, but not for the year that it must cover."""
    MISSING = "missing"


class ItemStatus(StrEnum):
    """Whether an item is complete: derived from its elements, never typed by hand."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


THERE = {ElementStatus.SHOWN, ElementStatus.ATTESTED, ElementStatus.NONE_DECLARED}
LACKING = {ElementStatus.PARTIAL, ElementStatus.OUTDATED, ElementStatus.MISSING}
"""The statuses of an element that keep its item from being complete."""

STATUS_LABELS = {
    ItemStatus.COMPLETE: Bilingual("ครบ", "complete"),
    ItemStatus.PARTIAL: Bilingual("บางส่วน", "partial"),
    ItemStatus.MISSING: Bilingual("ยังไม่มี", "missing"),
    ItemStatus.NOT_APPLICABLE: Bilingual("ไม่เกี่ยวข้อง", "not applicable"),
}
"""The statuses in the short words of reports to staff."""

# These differ from the labels for staff on purpose: citizens read fuller words.
PUBLIC_LABELS = {
    ItemStatus.COMPLETE: "ครบถ้วน",
    ItemStatus.PARTIAL: "ยังไม่ครบ",
    ItemStatus.MISSING: "ยังไม่มีข้อมูล",
    ItemStatus.NOT_APPLICABLE: "ไม่เกี่ยวข้อง",
}
"""The statuses of items on the site."""

PUBLIC_ELEMENT_LABELS = {
    ElementStatus.SHOWN: "แสดงในหน้านี้",
    ElementStatus.ATTESTED: "อยู่ในเอกสาร",
    ElementStatus.NONE_DECLARED: "แจ้งว่าไม่มี",
    ElementStatus.NOT_APPLICABLE: "ไม่เกี่ยวข้อง",
    ElementStatus.PARTIAL: "มีบางส่วน",
    ElementStatus.OUTDATED: "ยังไม่ใช่ของปีที่กำหนด",
    ElementStatus.MISSING: "ยังไม่มี",
}
"""The statuses of elements on the site."""

NO_OWNER = Bilingual("ยังไม่ระบุผู้รับผิดชอบ", "no owner named")
"""What reports show as the owner if the file names nobody."""


@dataclass(frozen=True)
class ElementResult:
    """An element of the checklist and its status."""

    element: Element
    status: ElementStatus
    findings: tuple[Finding, ...] = ()
    """What is missing."""
    attested_by: tuple[tuple[Document, Pages], ...] = ()
    """The documents that show it, each with the pages."""
    amount: Amount | None = None
    """How much of it the data has; ``None`` if that was not counted."""

    @property
    def is_begun(self) -> bool:
        """Whether it is lacking, but something of it is there."""
        return self.status in {ElementStatus.PARTIAL, ElementStatus.OUTDATED}

    @property
    def lacking(self) -> Bilingual:
        """How much of it is there and what is lacking, as every view says; empty if nothing."""
        if self.status not in LACKING:
            return Bilingual("", "")
        counted = self.amount and self.amount.have < self.amount.needed
        words = self.amount.words if self.amount and counted else NOT_THERE
        return Bilingual(*(escaped(mask_for_message(text)) for text in words))

    def described(self, language: Language = "th") -> str:
        """Return what it is, and how much of it is lacking."""
        return f"{self.element.text}: {self.lacking.text(language)}"


_ABOUT_THE_FILE = {"owner", "updated", "review_every", "summary"}
"""Fields that say nothing that a checklist asks for."""


@dataclass(frozen=True)
class ItemResult:
    """An item of the checklist and its status."""

    item: Item
    record: Record | None
    """The contents of its file; ``None`` if there is no file."""
    elements: tuple[ElementResult, ...]
    findings: tuple[Finding, ...]
    url: str
    """The permanent address of its page, from the site's root."""
    cycle: Cycle | None = None
    """The turn of the ITA cycle, if its file holds one."""
    usual_owner: str = ""
    """The owner as most items spell it."""
    suggested_owner: str = ""
    """The unit that usually keeps such an item, for reports on items that name nobody."""

    @property
    def status(self) -> ItemStatus:
        """The item's status."""
        statuses = {result.status for result in self.elements} - {ElementStatus.NOT_APPLICABLE}
        if not statuses:
            return ItemStatus.NOT_APPLICABLE
        if statuses <= THERE:
            return ItemStatus.COMPLETE
        begun = statuses & {*THERE, ElementStatus.PARTIAL}
        return ItemStatus.PARTIAL if begun else ItemStatus.MISSING

    @property
    def is_empty(self) -> bool:
        """Whether its file holds nothing yet that a checklist asks for, or there is no file."""
        if self.status is not ItemStatus.MISSING:
            return False
        return self.record is None or (
            not self.record.unreadable
            and all(
                value in (None, {}) or (is_list(value) and not value)
                for name, value in self.record.form
                if name not in _ABOUT_THE_FILE
            )
        )

    @property
    def shows_any(self) -> bool:
        """Whether one of the elements is there, not only a part of one."""
        return any(result.status in THERE for result in self.elements)

    @property
    def lacking(self) -> tuple[ElementResult, ...]:
        """The elements that keep the item from being complete."""
        return tuple(result for result in self.elements if result.status in LACKING)

    @property
    def of_another_year(self) -> Bilingual | None:
        """Of which year it is instead, if it counts as missing because of that."""
        if self.status is not ItemStatus.MISSING:
            return None
        outdated = (e.lacking for e in self.elements if e.status is ElementStatus.OUTDATED)
        return next(outdated, None)

    def label(self, language: Language = "th") -> str:
        """Return the status in the words of reports to staff."""
        return (self.of_another_year or STATUS_LABELS[self.status]).text(language)

    @property
    def begun(self) -> tuple[ElementResult, ...]:
        """Those of them of which something is there."""
        return tuple(result for result in self.elements if result.is_begun)

    @property
    def owner(self) -> str:
        """Who is responsible, as reports may say; empty if the file names nobody."""
        return self.usual_owner or mask_for_message(
            (self.record.form.owner if self.record else None) or ""
        )

    @property
    def updated(self) -> date | None:
        """The day of the last change, according to the file."""
        return self.record.form.updated if self.record else None


@dataclass(frozen=True)
class Assessment:
    """One year of an agency, compared with that year's checklist."""

    agency: Agency
    checklist: Checklist
    today: date
    items: tuple[ItemResult, ...]
    general_findings: tuple[Finding, ...] = ()
    """Faults that belong to no item."""
    cycle: Cycle | None = None
    """The year's turn of the ITA cycle; ``None`` if it has no file."""
    submitted: FormFile[Submitted] | None = None
    """The year's addresses that were submitted to the assessors."""
    review: FormFile[AssessorReview] | None = None
    """What the assessors said of the items: only the staff may read it."""

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
        """How many items have each status."""
        counted = Counter(item.status for item in self.items)
        return {status: counted[status] for status in ItemStatus}

    @property
    def element_counts(self) -> dict[ElementStatus, int]:
        """How many elements have each status."""
        counted = Counter(result.status for item in self.items for result in item.elements)
        return {status: counted[status] for status in ElementStatus}

    def public(self) -> "Assessment":
        """Return the assessment without what only the staff may read."""
        private = self.review.document.file if self.review else ""
        general = tuple(f for f in self.general_findings if f.place.file != private)
        return replace(self, general_findings=general, review=None)

    def only(self, *, owner: str | None = None, item: str | None = None) -> "Assessment":
        """Return the assessment of one owner's items, or of one item (its slug).

        What is wrong elsewhere stays only if it is an error, which stops every build, or concerns
        the checklist of every item.
        """
        if owner is None and item is None:
            return self
        kept = tuple(
            result
            for result in self.items
            if (owner is None or writing.fold(result.owner) == writing.fold(owner))
            and (item is None or result.item.slug == item)
        )
        files = {result.record.document.file for result in kept if result.record}
        general = tuple(
            finding
            for finding in self.general_findings
            if finding.severity is Severity.ERROR
            or finding.code is provisional_list.CODE
            or finding.place.file in files
        )
        return replace(self, items=kept, general_findings=general)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by place; those of one place keep the order of the checklist."""
    return sorted(findings, key=lambda finding: finding.place)


def errors_in(assessments: Iterable[Assessment]) -> list[Finding]:
    """Return the findings that make the data unusable."""
    findings = (finding for assessment in assessments for finding in assessment.findings)
    return _each_once(finding for finding in findings if finding.severity is Severity.ERROR)


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """Drop repeated findings: several items and years may use the same file."""
    return list({(f.place, f.code.id, f.element, f.message()): f for f in findings}.values())
