"""The pages of a year's ITA cycle: the overview and the papers."""

from collections.abc import Sequence
from dataclasses import dataclass

from oit.assess.assessment import Assessment
from oit.forms.agency import Agency
from oit.ita.cycle import Cycle
from oit.remember import remembered
from oit.views.pages.environment import relative, template
from oit.views.pages.page import Page
from oit.views.pages.words import mark_of
from oit.views.pages.years import Past
from oit.views.papers import papers_of
from oit.views.papers.paper import Paper
from oit.views.papers.parts import timeline
from oit.views.papers.results import trend


@dataclass(frozen=True)
class Filed:
    """A paper and its addresses in the site."""

    paper: Paper
    year: int

    @property
    def url(self) -> str:
        """The page's permanent address, from the site's root."""
        return f"ita/{self.year}/{self.paper.slug}/"

    @property
    def word(self) -> str:
        """The Word file."""
        return f"ita/{self.year}/{self.paper.slug}.docx"

    @property
    def sheet(self) -> str:
        """The style sheet that prints the running head on every sheet."""
        return f"ita/{self.year}/{self.paper.slug}.css"


@remembered
def file_papers(cycle: Cycle, agency: Agency, cycles: Sequence[Cycle]) -> list[Filed]:
    """Make a year's papers; ``cycles`` has the ITA cycles of all years, for the trend."""
    papers = papers_of(cycle, agency, [other for other in cycles if other.year < cycle.year])
    return [Filed(paper, cycle.year) for paper in papers]


def overview_page(
    assessment: Assessment, cycle: Cycle, filed: Sequence[Filed], cycles: Sequence[Cycle]
) -> Page:
    """Make the overview of one year, ``/ita/<year>/``."""
    agency, url = assessment.agency, f"ita/{cycle.year}/"
    title = _title(cycle.year)
    newest = cycles[0]
    past = (
        None
        if cycle is newest
        else Past(cycle.year, newest.year, f"ita/{newest.year}/", _title(newest.year))
    )
    body = template("ita.html", agency.numerals).render(
        title=title,
        past=past,
        cycle=cycle,
        year=cycle.year,
        years=cycles,
        papers=[(entry.paper, entry.url, entry.word) for entry in filed],
        items=[(result, mark_of(result)) for result in assessment.items if result.cycle is cycle],
        trend=list(trend(cycles)),
        timeline=list(timeline(cycle)),
        link=lambda target: relative(target, url),
    )
    return Page(
        url=url,
        title=title,
        description=f"ผลการประเมิน ITA มาตรการ และความก้าวหน้าของ{agency.name} ปีงบประมาณ {cycle.year}",
        contents=body,
        source=cycle.record.document,
        updated=cycle.form.updated,
        keywords=f"ITA คะแนน มาตรการ ผลการประเมิน {cycle.year}",
        newest=past is None,
        is_index=True,
    )


def _title(year: int) -> str:
    return f"การประเมิน ITA และมาตรการ ปีงบประมาณ {year}"


@remembered
def paper_page(filed: Filed, cycle: Cycle, agency: Agency, newest: bool) -> Page:
    """Make the page of a paper, which prints on A4."""
    paper, url = filed.paper, filed.url
    body = template("paper.html", agency.numerals).render(
        paper=paper,
        year=cycle.year,
        word=filed.word,
        sheet=filed.sheet,
        link=lambda target: relative(target, url),
    )
    return Page(
        url=url,
        title=f"{paper.name} ปีงบประมาณ {cycle.year}",
        description=f"{paper.name} ของ{agency.name} ปีงบประมาณ {cycle.year}",
        contents=body,
        source=cycle.record.document,
        updated=cycle.form.updated,
        newest=newest,
        # The search finds the overview and the items, which have the same contents.
        searched=False,
    )
