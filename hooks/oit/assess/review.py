"""Where the assessors and the checker differ about an item, and why that may be.

A reason is a guess that follows from the data and the checklist: nobody but the assessors knows
why they gave a score.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from oit.assess.assessment import (
    STATUS_LABELS,
    Assessment,
    ElementResult,
    ElementStatus,
    ItemResult,
    ItemStatus,
)
from oit.assess.submitted import addresses, path_of
from oit.bilingual import Bilingual
from oit.data.checklist import BASES, slug_of
from oit.forms.labels import listed
from oit.forms.review import ReviewedItem
from oit.ita.framework import framework_of
from oit.thai import dates

_SURE = next(iter(BASES))
_FULL = Decimal(100)
_COMPLETE = {ItemStatus.COMPLETE, ItemStatus.NOT_APPLICABLE}


class Side(StrEnum):
    """Who is more satisfied with an item."""

    CHECKER = "checker"
    """The checker lacks nothing, the score is below full marks."""
    ASSESSORS = "assessors"
    """The checker lacks something, the score is full marks."""


class Why(StrEnum):
    """Why the two may differ."""

    LATE = "late"
    ADDRESS = "address"
    ATTESTED = "attested"
    NONE_DECLARED = "none_declared"
    NOT_APPLICABLE = "not_applicable"
    UNSURE = "unsure"
    PROVISIONAL = "provisional"
    ASKS_MORE = "asks_more"


@dataclass(frozen=True)
class Reason:
    """A reason why the assessors and the checker may differ."""

    why: Why
    text: Bilingual


@dataclass(frozen=True)
class Verdict:
    """What the assessors said of an item, beside what the checker says."""

    result: ItemResult
    entry: ReviewedItem
    score: Decimal
    """The latest score."""
    full: Decimal
    """Full marks."""
    reasons: tuple[Reason, ...] = ()
    """Why the two may differ; empty if they agree, or if the data gives no reason."""

    @property
    def is_below(self) -> bool:
        """Whether the score is below full marks."""
        return self.score < self.full

    @property
    def is_settled(self) -> bool:
        """Whether the clarification is over: nothing can be answered any more."""
        return self.entry.final is not None

    @property
    def side(self) -> Side | None:
        """Who is more satisfied; ``None`` if the two agree."""
        is_complete = self.result.status in _COMPLETE
        if is_complete == self.is_below:
            return Side.CHECKER if is_complete else Side.ASSESSORS
        return None

    @property
    def status(self) -> Bilingual:
        """What the checker says, in a word."""
        return STATUS_LABELS[self.result.status]


def verdicts_of(assessment: Assessment) -> list[Verdict]:
    """Return the items that have a score, in the order of the checklist."""
    form = assessment.review.form if assessment.review else None
    entries = {slug_of(entry.item): entry for entry in (form.items if form else ())}
    framework = framework_of(assessment.year)
    full = (framework.item_scores.complete if framework else None) or _FULL
    verdicts = []
    for result in assessment.items:
        entry = entries.get(result.item.slug)
        if entry and entry.latest is not None:
            verdict = Verdict(result, entry, entry.latest, full)
            verdicts.append(replace(verdict, reasons=tuple(_reasons(verdict, assessment))))
    return verdicts


def to_answer(assessment: Assessment) -> list[Verdict]:
    """Return the items below full marks that can still be answered."""
    return [v for v in verdicts_of(assessment) if v.is_below and not v.is_settled]


def without_score(assessment: Assessment) -> list[str]:
    """Return the items of the checklist that have no score yet."""
    scored = {verdict.result.item.id for verdict in verdicts_of(assessment)}
    return [r.item.id for r in assessment.items if r.item.id not in scored]


def submitted_addresses(result: ItemResult, assessment: Assessment) -> list[str]:
    """Return the addresses of an item that were submitted to the assessors."""
    return [a for item, a, _ in addresses(assessment) if slug_of(item) == result.item.slug]


def last_day(assessment: Assessment) -> date | None:
    """Return the day from which the assessors look: answers are closed, or were submitted."""
    form = assessment.submitted.form if assessment.submitted else None
    return assessment.agency.closing_day(assessment.year) or (form.submitted if form else None)


_Sought = Callable[[Verdict, Assessment], Iterator[Reason]]


def _reasons(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    if verdict.side is Side.CHECKER:
        for seek in _WHY_BELOW:
            yield from seek(verdict, assessment)
    elif verdict.side is Side.ASSESSORS:
        th, en = _named(verdict.result.lacking)
        yield Reason(
            Why.ASKS_MORE,
            Bilingual(
                f"แบบวัดในโปรแกรมขอมากกว่าที่ผู้ประเมินดู: {th}",
                f"the program's checklist asks for more than the assessors do: {en}",
            ),
        )


def _late(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    updated, day = verdict.result.updated, last_day(assessment)
    if updated and day and updated > day:
        yield Reason(
            Why.LATE,
            Bilingual(
                f"ข้อมูลปรับปรุง {dates.format_date(updated)} หลัง {dates.format_date(day)}"
                " ที่ปิดรับหรือส่งคำตอบ ผู้ประเมินอาจยังไม่เห็น",
                f"the data was updated on {updated}, after {day} when answers closed or were"
                " submitted; the assessors may not have seen it",
            ),
        )


def _address(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    if not any(addresses(assessment)):
        return
    given, page = submitted_addresses(verdict.result, assessment), verdict.result.url
    if not given:
        yield Reason(
            Why.ADDRESS,
            Bilingual(
                "submitted.yml ไม่มีที่อยู่ของข้อนี้ จึงอาจไม่ได้ส่ง",
                "submitted.yml has no address of this item; perhaps none was submitted",
            ),
        )
    elif page.rstrip("/") not in {_path(address, assessment) for address in given}:
        shown = ", ".join(given)
        yield Reason(
            Why.ADDRESS,
            Bilingual(
                f"ที่อยู่ที่ส่งคือ {shown} ไม่ใช่หน้าของข้อนี้ (/{page})",
                f"the submitted address is {shown}, not the page of the item (/{page})",
            ),
        )


def _path(address: str, assessment: Assessment) -> str:
    path = path_of(address, assessment.agency)
    return path.rstrip("/") if isinstance(path, str) else ""


def _attested(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    del assessment
    parts = [
        f"{element.element.text} (“{document.title}” หน้า {pages})"
        for element in _with(verdict, ElementStatus.ATTESTED)
        for document, pages in element.attested_by[:1]
    ]
    if parts:
        names = ", ".join(parts)
        yield Reason(
            Why.ATTESTED,
            Bilingual(
                f"อยู่ในเอกสารเท่านั้น ไม่อยู่บนหน้าเว็บ ผู้ประเมินอาจไม่ได้เปิดถึงหน้านั้น: {names}",
                f"a document shows it, not the page; the assessors may have missed it: {names}",
            ),
        )


def _none_declared(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    del assessment
    if declared := _with(verdict, ElementStatus.NONE_DECLARED):
        names = _texts(declared)
        yield Reason(
            Why.NONE_DECLARED,
            Bilingual(
                f"แจ้งว่าไม่มี ผู้ประเมินอาจไม่รับ: {names}",
                f"it is declared that there is none, which may not be accepted: {names}",
            ),
        )


def _not_applicable(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    del assessment
    if verdict.result.status is ItemStatus.NOT_APPLICABLE:
        yield Reason(
            Why.NOT_APPLICABLE,
            Bilingual(
                "โปรแกรมถือว่าข้อนี้ไม่เกี่ยวข้อง ผู้ประเมินอาจเห็นต่าง",
                "the program takes the item as not applicable; the assessors may see it otherwise",
            ),
        )


def _unsure(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    elements = verdict.result.elements
    unsure = [element for element in elements if element.element.basis != _SURE]
    if unsure and not assessment.checklist.provisional:
        names = "" if len(unsure) == len(elements) else f": {_texts(unsure)}"
        yield Reason(
            Why.UNSURE,
            Bilingual(
                f"องค์ประกอบ {len(unsure)} จาก {len(elements)} ไม่พบในแหล่งของปีนั้น"
                f" ผู้ประเมินอาจดูอย่างอื่น{names}",
                f"{len(unsure)} of {len(elements)} elements were not found in that year's own"
                f" source; the assessors may look for something else{names}",
            ),
        )


def _provisional(verdict: Verdict, assessment: Assessment) -> Iterator[Reason]:
    del verdict
    if caution := assessment.checklist.caution:
        yield Reason(Why.PROVISIONAL, caution)


_WHY_BELOW: tuple[_Sought, ...] = (
    _late,
    _address,
    _attested,
    _none_declared,
    _not_applicable,
    _unsure,
    _provisional,
)
"""What may explain a score below full marks of a complete item, the surest first."""


def _with(verdict: Verdict, status: ElementStatus) -> list[ElementResult]:
    return [element for element in verdict.result.elements if element.status is status]


def _texts(elements: Iterable[ElementResult]) -> str:
    return ", ".join(each.element.text for each in elements)


def _named(elements: Iterable[ElementResult]) -> Bilingual:
    """Name elements, each with how sure its source is."""
    return listed(
        Bilingual(
            f"{each.element.text} ({BASES[each.element.basis].th})",
            f"{each.element.text} ({BASES[each.element.basis].en})",
        )
        for each in elements
    )
