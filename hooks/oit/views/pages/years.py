"""The other years: the page that lists them, and what pages of past years say of themselves."""

from collections.abc import Sequence
from typing import NamedTuple

from oit.assess.assessment import Assessment
from oit.ita.cycle import turns_newest_first
from oit.views.pages.environment import relative, template
from oit.views.pages.page import Page
from oit.views.pages.words import counts_of

YEARS_URL = "oit/years/"


class Past(NamedTuple):
    """Where a page of a past year leads its readers."""

    year: int
    """The year of the page."""
    newest: int
    """The newest year."""
    url: str
    """The same page of the newest year, or else the newest year's list."""
    title: str
    """What that page is called."""


def past_list(assessment: Assessment, newest: Assessment) -> Past:
    """Lead from a page of a past year to the newest year's list."""
    title = f"ข้อมูลสาธารณะ (OIT) ปีงบประมาณ {newest.year}"
    return Past(assessment.year, newest.year, f"oit/{newest.year}/", title)


def other_years(assessments: Sequence[Assessment]) -> list[Assessment]:
    """Return the years besides the newest that have items, or something of an older ITA cycle."""
    older = turns_newest_first(year.cycle for year in assessments)[1:]
    shown = {c.year for c in older if c.results.total is not None or c.form.measures}
    return [year for year in assessments[1:] if year.items or year.year in shown]


def years_page(assessments: Sequence[Assessment]) -> Page:
    """Make ``/oit/years/``: every other year with its state."""
    newest = assessments[0]
    body = template("years.html", newest.agency.numerals).render(
        agency=newest.agency,
        newest=newest.year,
        years=[(year, counts_of(year.items)) for year in other_years(assessments)],
        link=lambda target: relative(target, YEARS_URL),
    )
    return Page(
        url=YEARS_URL,
        title="ข้อมูลของปีอื่น",
        description=f"ข้อมูลสาธารณะ (OIT) และการประเมิน ITA ของ{newest.agency.name} ทุกปีที่เผยแพร่",
        contents=body,
        keywords=" ".join(str(year.year) for year in assessments),
    )
