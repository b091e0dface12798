"""The whole public site: every page and every file that is generated."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from oit.assess.assessment import Assessment, ItemResult
from oit.forms.licence import LICENCES
from oit.ita.cycle import Cycle, turns_newest_first
from oit.views.changes.history import History, changes_to
from oit.views.datasets import api, dcat, package
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.exact import exact_json
from oit.views.datasets.files import files_of
from oit.views.datasets.of_items import published
from oit.views.pages import manifest
from oit.views.pages.badge import badge_files
from oit.views.pages.data import ShownTable, data_pages
from oit.views.pages.home import home_page
from oit.views.pages.hosting import hosting_files
from oit.views.pages.ita import Filed, file_papers, overview_page, paper_page
from oit.views.pages.item import Around, item_page
from oit.views.pages.item_list import list_page, newest_page
from oit.views.pages.page import Page
from oit.views.pages.staff import staff_files, staff_pages
from oit.views.papers.sheet import sheet
from oit.views.report.json import as_data

STATUS_FILE = "status.json"


@dataclass(frozen=True)
class Site:
    """What a generator is to publish."""

    assessments: list[Assessment]
    """One a year, the one that is to be made ready first."""
    pages: dict[str, Page] = field(default_factory=dict)
    """The pages by the path of their Markdown file."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Other files by their path from the site's root."""


def make_site(
    assessments: list[Assessment],
    history: History | None = None,
    *,
    staff: bool = False,
    editor: Mapping[str, bytes] | None = None,
) -> Site:
    """Make every page of every year; the same data gives the same bytes.

    Args:
        assessments: one a year, the one that is to be made ready first.
        history: the changes of the data's files, where they are kept.
        staff: whether to make what only staff may see, under ``/staff/``.
        editor: the files of the editor of the data, where it is published.
    """
    cycles = turns_newest_first(assessment.cycle for assessment in assessments)
    # Items of two years read the same turn: its papers are made once.
    filed = {cycle.year: file_papers(cycle, assessments[0].agency, cycles) for cycle in cycles}
    agency = assessments[0].agency
    tables = [ShownTable(one, agency.numerals) for one in published(assessments)]
    pages = [home_page(assessments), newest_page(assessments)]
    pages += data_pages(tables, agency)
    files = dict(_data_files([table.dataset for table in tables], assessments))
    for assessment in assessments:
        newest = assessment is assessments[0]
        if assessment.items or newest:
            pages.append(list_page(assessment, assessments))
            files[f"oit/{assessment.year}/{STATUS_FILE}"] = _json(as_data(assessment))
        pages += _item_pages(assessment, assessments, filed, tables, history or {})
        if assessment.cycle:
            own = filed[assessment.year]
            pages += _cycle_pages(assessment, assessment.cycle, own, cycles)
            files |= dict(_paper_files(assessment, own))
    files |= badge_files(assessments) | hosting_files(agency.site_url) | dict(editor or {})
    if staff:
        pages += staff_pages(assessments[0])
        files |= staff_files(assessments[0])
    files[manifest.PATH] = _json(manifest.manifest(pages))
    return Site(assessments, {page.path: page for page in pages}, files)


def _item_pages(
    assessment: Assessment,
    assessments: list[Assessment],
    filed: dict[int, list[Filed]],
    tables: list[ShownTable],
    history: History,
) -> Iterator[Page]:
    items = assessment.items
    for result, before, after in zip(items, (None, *items), (*items[1:], None), strict=False):
        same = sorted(_same_items(result, assessment.year, assessments), reverse=True, key=_year)
        yield item_page(
            result,
            assessment,
            Around(
                before,
                after,
                same,
                filed[result.cycle.year] if result.cycle else [],
                tables,
                changes_to(result.record, history),
            ),
            newest=assessment is assessments[0],
        )


def _same_items(
    result: ItemResult, year: int, assessments: list[Assessment]
) -> Iterator[tuple[int, ItemResult]]:
    """Yield what an item continues in the list of the year before, and what continues it."""
    for assessment in assessments:
        for other in assessment.items:
            continued = other.item.id in result.item.continues and assessment.year == year - 1
            continues = result.item.id in other.item.continues and assessment.year == year + 1
            if continued or continues:
                yield assessment.year, other


def _year(entry: tuple[int, ItemResult]) -> int:
    return entry[0]


def _cycle_pages(
    assessment: Assessment, cycle: Cycle, filed: list[Filed], cycles: list[Cycle]
) -> Iterator[Page]:
    yield overview_page(assessment, cycle, filed, cycles)
    for one in filed:
        yield paper_page(one, cycle, assessment.agency, newest=cycle is cycles[0])


def _paper_files(assessment: Assessment, filed: list[Filed]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the papers: for Word, and for the running heads of what is printed."""
    # Only few sites have papers, and the library for Word takes its time to load.
    from oit.views.papers.word import write_word  # noqa: PLC0415

    numerals = assessment.agency.numerals
    for one in filed:
        yield one.word, write_word(one.paper, assessment.today, numerals)
        yield one.sheet, sheet(one.paper, thai_numerals=numerals == "thai")


def _data_files(
    datasets: list[Dataset], assessments: list[Assessment]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the open data: of each table, and those that list them all."""
    agency, day = assessments[0].agency, assessments[0].today
    licence = LICENCES.get(agency.licence or "")
    files = {path: content for dataset in datasets for path, content in files_of(dataset).items()}
    years = [assessment.year for assessment in assessments if assessment.items]
    yield from files.items()
    yield package.PATH, exact_json(package.datapackage(datasets, files, agency, day, licence))
    yield dcat.PATH, exact_json(dcat.catalogue(datasets, files, agency, day, licence))
    yield api.PATH, exact_json(api.api_index(datasets, years, agency, licence))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
