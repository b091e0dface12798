"""The draft of an answer to the assessors: what the item shows, where, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from oit.assess.assessment import THERE, Assessment, ElementResult, ElementStatus, ItemStatus
from oit.assess.review import Verdict, last_day, submitted_addresses, to_answer
from oit.thai import dates
from oit.views.answers.answer import Answer
from oit.views.changes.history import BEGUN, History, changes_to

_ON_PAGE = "หน้าเว็บของข้อนี้"


class Spot(NamedTuple):
    """A place that shows some elements."""

    where: str
    """In words: the page of the item, or a document and its pages."""
    address: str
    elements: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """The draft of an answer to the assessors about one item."""

    verdict: Verdict
    statement: str
    """What the agency says; empty if the data has nothing to show."""
    spots: tuple[Spot, ...]
    """Where the elements that are there stand."""
    addresses: tuple[str, ...]
    """Those that were submitted before, or else those of the answer."""
    since: tuple[str, ...]
    """When the data was published, a line for each source."""
    lacking: tuple[ElementResult, ...]
    """The elements that the answer must not claim."""


def drafts_of(assessment: Assessment, history: History) -> list[Draft]:
    """Draft an answer for each item below full marks, in the order of the checklist."""
    root = f"{(assessment.agency.site_url or '').rstrip('/')}/"
    return [_draft(verdict, assessment, history, root) for verdict in to_answer(assessment)]


def _draft(verdict: Verdict, assessment: Assessment, history: History, root: str) -> Draft:
    result, answer = verdict.result, Answer(verdict.result, root)
    there = [element for element in result.elements if element.status in THERE]
    return Draft(
        verdict,
        _statement(answer, there),
        tuple(_spots(there, answer)),
        tuple(submitted_addresses(result, assessment) or answer.addresses),
        tuple(_since(verdict, assessment, history)) if there else (),
        result.lacking,
    )


def _statement(answer: Answer, there: list[ElementResult]) -> str:
    result = answer.result
    if result.status is ItemStatus.NOT_APPLICABLE:
        return answer.where
    if not there:
        return ""
    known = len(there) + len(result.lacking)
    if result.lacking:
        return f"หน่วยงานเผยแพร่ข้อมูลของข้อนี้แล้ว {len(there)} จาก {known} องค์ประกอบ ตามตำแหน่งต่อไปนี้"
    return f"หน่วยงานเผยแพร่ข้อมูลของข้อนี้ครบ {known} องค์ประกอบ ตามตำแหน่งต่อไปนี้"


def _spots(there: list[ElementResult], answer: Answer) -> Iterator[Spot]:
    """Yield the places that show elements, each with all that it shows."""
    found: dict[tuple[str, str], list[str]] = {}
    for element in there:
        for place in _places(element, answer):
            found.setdefault(place, []).append(element.element.text)
    return (Spot(where, address, tuple(texts)) for (where, address), texts in found.items())


def _places(found: ElementResult, answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield where an element stands, in words, each with its address."""
    page, record = answer.addresses[0], answer.result.record
    if found.status is ElementStatus.NONE_DECLARED and record:
        yield f"{_ON_PAGE} แจ้งว่าไม่มี: {record.form.nothing_to_report}", page
    elif found.status is not ElementStatus.ATTESTED:
        yield _ON_PAGE, page
    for document, pages in found.attested_by:
        at_page = f"#page={pages.first}" if document.file.lower().endswith(".pdf") else ""
        address = f"{answer.root}{quote(document.file, safe='/.-_~')}{at_page}"
        yield f"เอกสาร “{document.title}” หน้า {pages}", address


def _since(verdict: Verdict, assessment: Assessment, history: History) -> Iterator[str]:
    updated, day = verdict.result.updated, last_day(assessment)
    if updated:
        before = f" ก่อนวันปิดรับหรือส่งคำตอบ {dates.format_date(day)}" if day else ""
        is_before = day is not None and updated <= day
        yield f"ปรับปรุงล่าสุด {dates.format_date(updated)}{before if is_before else ''}"
    if changes := changes_to(verdict.result.record, history):
        latest, first = changes[0], changes[-1]
        yield f"บันทึกล่าสุดในคลังข้อมูล (git) {dates.format_date(latest.day)}"
        if BEGUN in first.what and first is not latest:
            yield f"เริ่มบันทึก {dates.format_date(first.day)}"
