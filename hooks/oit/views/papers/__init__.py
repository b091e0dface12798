"""The papers of the ITA cycle that an office files, made from the year's data."""

from collections.abc import Iterator, Sequence

from oit.forms.agency import Agency
from oit.forms.ita import ROUNDS
from oit.ita.cycle import Cycle
from oit.views.papers import development, measures, memo, outcome, progress
from oit.views.papers.paper import Paper


def papers_of(cycle: Cycle, agency: Agency, history: Sequence[Cycle] = ()) -> list[Paper]:
    """Make every paper for which the year has data.

    ``history`` has the ITA cycles of other years, for the trend.
    """
    return [paper for paper in _papers(cycle, agency, history) if paper]


def _papers(cycle: Cycle, agency: Agency, history: Sequence[Cycle]) -> Iterator[Paper | None]:
    yield development.paper(cycle, agency, history)
    yield measures.paper(cycle, agency)
    for months in ROUNDS:
        yield progress.paper(cycle, agency, months)
    yield outcome.paper(cycle, agency)
    yield memo.paper(cycle, agency)
