"""The public site: every generated page and file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from oit import contents
from oit.assess.assessment import Assessment, ItemResult
from oit.contents import Contents
from oit.forms.agency import Agency
from oit.forms.licence import LICENCES
from oit.ita.cycle import Cycle, turns_newest_first
from oit.remember import remembered
from oit.views.changes.history import History, changes_to
from oit.views.datasets import api, dcat, package
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.exact import exact_json
from oit.views.datasets.files import files_of
from oit.views.datasets.of_items import Published, published
from oit.views.pages import feed, manifest, robots, sheet
from oit.views.pages.badge import badge_files
from oit.views.pages.contact import contact_of, with_contacts
from oit.views.pages.data import ShownTable, data_pages, tables_of_kind
from oit.views.pages.home import home_page
from oit.views.pages.hosting import hosting_files
from oit.views.pages.ita import Filed, file_papers, overview_page, paper_page
from oit.views.pages.item import Context, item_page
from oit.views.pages.item_list import list_page, newest_page
from oit.views.pages.method import method_page
from oit.views.pages.page import Page
from oit.views.pages.staff import staff_files, staff_pages
from oit.views.pages.years import Past, other_years, past_list, years_page
from oit.views.papers.word_file import word_file
from oit.views.report.json import as_public_data

STATUS_FILE = "status.json"


@dataclass(frozen=True)
class Site:
    """The input of a site generator."""

    assessments: list[Assessment]
    """One for each year; the year to prepare comes first."""
    pages: dict[str, Page] = field(default_factory=dict)
    """The pages by the path of their Markdown file."""
    files: dict[str, Contents] = field(default_factory=dict)
    """Other files by their path from the site's root."""

    def read(self, path: str) -> bytes:
        """Return the contents of a file."""
        return contents.read(self.files[path])


def make_site(
    assessments: list[Assessment],
    history: History | None = None,
    *,
    staff: bool = False,
    look: Mapping[str, bytes] | None = None,
) -> Site:
    """Make every page of every year; the same data gives the same bytes.

    Args:
        assessments: one for each year; the year to prepare comes first.
        history: the changes of the data's files, if known.
        staff: whether to make the pages for staff, under ``/staff/``.
        look: the icons and the style sheet of the agency.
    """
    of_staff = assessments[0]
    assessments = _public(assessments)
    agency = assessments[0].agency
    cycles = turns_newest_first(assessment.cycle for assessment in assessments)
    filed, tables = _filed(assessments), _tables(assessments)
    pages = [home_page(assessments), newest_page(assessments)]
    news = feed.feed(assessments)
    pages += data_pages(tables, agency, has_feed=news is not None)
    if other_years(assessments):
        pages.append(years_page(assessments))
    files: dict[str, Contents] = dict(_data_files([table.dataset for table in tables], assessments))
    for assessment in assessments:
        newest = assessment is assessments[0]
        if assessment.items or newest:
            pages.append(list_page(assessment, assessments))
            pages.append(method_page(assessment))
            files[f"oit/{assessment.year}/{STATUS_FILE}"] = _json(as_public_data(assessment))
        pages += _item_pages(assessment, assessments, filed, tables, history or {})
        if assessment.cycle:
            own = filed[assessment.year]
            pages += _cycle_pages(assessment, assessment.cycle, own, cycles)
            files |= dict(_paper_files(assessment, own))
    files[sheet.PATH] = sheet.site_sheet(agency.name, thai_numerals=agency.numerals == "thai")
    files |= badge_files(assessments) | hosting_files(agency, staff=staff)
    files |= look or {}
    files[robots.PATH] = robots.robots(agency.site_url, staff=staff)
    if news is not None:
        files[feed.PATH] = news
    if staff:
        pages += staff_pages(of_staff, history or {})
        files |= staff_files(of_staff, history or {})
    files[manifest.PATH] = _json(manifest.manifest(pages))
    return Site(assessments, {page.path: page for page in pages}, files)


def pages_of_items(
    assessments: list[Assessment], year: int, history: History | None = None
) -> list[Page]:
    """Make only the pages of a year's items, as ``make_site`` makes them."""
    assessments = _public(assessments)
    filed, tables = _filed(assessments), _tables(assessments)
    return [
        page
        for assessment in assessments
        if assessment.year == year
        for page in _item_pages(assessment, assessments, filed, tables, history or {})
    ]


def _public(assessments: list[Assessment]) -> list[Assessment]:
    agency = with_contacts(assessments[0].agency, contact_of(assessments[0].items))
    return [_public_year(assessment, agency) for assessment in assessments]


@remembered
def _public_year(assessment: Assessment, agency: Agency) -> Assessment:
    return replace(assessment.public(), agency=agency)


def _filed(assessments: list[Assessment]) -> dict[int, list[Filed]]:
    """Make the papers of each ITA cycle once: items of two years may read the same one."""
    cycles = turns_newest_first(assessment.cycle for assessment in assessments)
    return {cycle.year: file_papers(cycle, assessments[0].agency, cycles) for cycle in cycles}


def _tables(assessments: list[Assessment]) -> list[ShownTable]:
    numerals = assessments[0].agency.numerals
    return [_shown(table, numerals) for table in published(assessments)]


@remembered
def _shown(table: Published, numerals: str | None) -> ShownTable:
    return ShownTable(table, numerals)


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
            Context(
                before,
                after,
                same,
                filed[result.cycle.year] if result.cycle else [],
                tables_of_kind(result, tables),
                changes_to(result.record, history),
                None if assessment is assessments[0] else _past(result, assessment, assessments),
            ),
        )


def _same_items(
    result: ItemResult, year: int, assessments: list[Assessment]
) -> Iterator[tuple[int, ItemResult]]:
    """Yield the items of the previous and the next year that are the same item."""
    for assessment in assessments:
        for other in assessment.items:
            continued = other.item.id in result.item.continues and assessment.year == year - 1
            continues = result.item.id in other.item.continues and assessment.year == year + 1
            if continued or continues:
                yield assessment.year, other


def _past(result: ItemResult, assessment: Assessment, assessments: list[Assessment]) -> Past:
    """Lead from an item of a past year to the same item of the newest year, or else to its list."""
    newest, same = assessments[0], result
    for later in range(assessment.year + 1, newest.year + 1):
        of_year = [year for year in assessments if year.year == later]
        following = [r for year in of_year for r in year.items if same.item.id in r.item.continues]
        if not following:
            return past_list(assessment, newest)
        same = following[0]
    title = f"{same.item.id} {same.item.title} ปีงบประมาณ {newest.year}"
    return Past(assessment.year, newest.year, same.url, title)


def _year(entry: tuple[int, ItemResult]) -> int:
    return entry[0]


def _cycle_pages(
    assessment: Assessment, cycle: Cycle, filed: list[Filed], cycles: list[Cycle]
) -> Iterator[Page]:
    yield overview_page(assessment, cycle, filed, cycles)
    for entry in filed:
        yield paper_page(entry, cycle, assessment.agency, cycle is cycles[0])


def _paper_files(assessment: Assessment, filed: list[Filed]) -> Iterator[tuple[str, Contents]]:
    """Yield the files of the papers: the Word file, and the style sheet for printing."""
    numerals = assessment.agency.numerals
    for entry in filed:
        yield entry.word, word_file(entry.paper, assessment.today, numerals)
        head = entry.paper.running_head
        yield entry.sheet, sheet.paper_sheet(head, thai_numerals=numerals == "thai")


def _data_files(
    datasets: list[Dataset], assessments: list[Assessment]
) -> Iterator[tuple[str, Contents]]:
    """Yield the files of the open data: those of each table, and the index files."""
    agency = assessments[0].agency
    licence = LICENCES.get(agency.licence or "")
    files = {path: content for dataset in datasets for path, content in files_of(dataset).items()}
    years = [assessment.year for assessment in assessments if assessment.items]
    yield from files.items()
    yield package.PATH, exact_json(package.datapackage(datasets, files, agency, licence))
    yield dcat.PATH, exact_json(dcat.catalogue(datasets, files, agency, licence))
    yield api.PATH, exact_json(api.api_index(datasets, years, agency, licence))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
