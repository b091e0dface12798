"""The list of a year's items, and the address that always shows the newest year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from oit.assess.assessment import Assessment, ItemResult
from oit.views.pages.environment import relative, template
from oit.views.pages.method import method_url
from oit.views.pages.page import Page
from oit.views.pages.words import counts_of, gap_of, kind_of
from oit.views.pages.years import YEARS_URL, other_years, past_list


def list_page(assessment: Assessment, assessments: Sequence[Assessment]) -> Page:
    """Make the list of one year, ``/oit/<year>/``."""
    return _list(f"oit/{assessment.year}/", assessment, assessments)


def newest_page(assessments: Sequence[Assessment]) -> Page:
    """Make ``/oit/``: the newest year's list, with links to the other years."""
    # The search already finds the list under its year.
    return replace(_list("oit/", assessments[0], assessments), searched=False)


def _list(url: str, assessment: Assessment, assessments: Sequence[Assessment]) -> Page:
    checklist, agency = assessment.checklist, assessment.agency
    title = f"การเปิดเผยข้อมูลสาธารณะ ({checklist.word}) ปีงบประมาณ {assessment.year}"
    body = template("list.html", agency.numerals).render(
        title=title,
        assessment=assessment,
        groups=groups(assessment),
        counts=counts_of(assessment.items),
        kind_of=kind_of,
        gap_of=gap_of,
        past=None if assessment is assessments[0] else past_list(assessment, assessments[0]),
        all_years=YEARS_URL if other_years(assessments) else "",
        method=method_url(assessment.year),
        years=[other.year for other in assessments if other.items],
        link=lambda target: relative(target, url),
    )
    return Page(
        url=url,
        title=title,
        description=f"{checklist.title} ของ{agency.name}: สถานะของทั้ง {len(assessment.items)} ข้อ",
        contents=body,
        is_index=True,
        updated=newest_update(assessment),
        keywords=f"OIT ITA {assessment.year}",
        newest=assessment is assessments[0],
    )


def groups(assessment: Assessment) -> list[tuple[str, str, list[ItemResult]]]:
    """Group the items by indicator: number, title, items."""
    return [
        (
            indicator.id,
            indicator.title,
            [result for result in assessment.items if result.item.indicator == indicator.id],
        )
        for indicator in assessment.checklist.indicators
    ]


def newest_update(assessment: Assessment) -> date | None:
    """Return the latest day on which an item of the year was updated."""
    return max((result.updated for result in assessment.items if result.updated), default=None)
