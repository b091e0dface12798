"""The page on method: how items are checked, and how sure the year's checklist is.

It stands once for a year, so that the pages of items say only what they disclose.
"""

from collections import Counter
from typing import NamedTuple

from oit.assess.assessment import Assessment
from oit.data.checklist import BASES, Item
from oit.views.pages.environment import relative, template
from oit.views.pages.page import Page
from oit.views.pages.words import ELEMENT_MARKS, ITEM_MARKS


class Sureness(NamedTuple):
    """How many elements of an item have each basis, in the order of ``BASES``."""

    item: Item
    counts: list[int]


def method_url(year: int) -> str:
    """Return the permanent address of a year's page, from the site's root."""
    return f"oit/{year}/method/"


def method_page(assessment: Assessment) -> Page:
    """Make the page of one year, ``/oit/<year>/method/``."""
    year, agency, url = assessment.year, assessment.agency, method_url(assessment.year)
    title = f"วิธีตรวจและที่มาของแบบวัด {assessment.checklist.word} ปีงบประมาณ {year}"
    items = [_sureness(item) for item in assessment.checklist.items]
    body = template("method.html", agency.numerals).render(
        title=title,
        assessment=assessment,
        checklist=assessment.checklist,
        item_marks=ITEM_MARKS.values(),
        element_marks=ELEMENT_MARKS.values(),
        bases=[words.th for words in BASES.values()],
        items=items,
        totals=[sum(counts) for counts in zip(*(item.counts for item in items), strict=True)],
        framework=assessment.cycle.framework if assessment.cycle else None,
        link=lambda target: relative(target, url),
    )
    return Page(
        url=url,
        title=title,
        description=f"สถานะแต่ละข้อของ{agency.name} ปีงบประมาณ {year} ตรวจอย่างไร และแบบวัดมาจากไหน",
        contents=body,
        keywords=f"วิธีตรวจ ที่มา OIT {year}",
        searched=False,
    )


def _sureness(item: Item) -> Sureness:
    counts = Counter(element.basis for element in item.elements)
    return Sureness(item, [counts[basis] for basis in BASES])
