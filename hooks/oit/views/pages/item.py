"""The page of one item: what the agency discloses, and what is still missing."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from oit.assess.assessment import Assessment, ElementResult, ItemResult
from oit.forms import FORMS
from oit.forms.base import Document
from oit.forms.complaint_channel import Channel, ComplaintChannel
from oit.remember import remembered
from oit.source.own import read_own
from oit.thai.pages import Pages
from oit.views.changes.history import Day
from oit.views.datasets.files import FORMATS
from oit.views.pages.data import ROWS_A_PAGE, ShownTable, trend
from oit.views.pages.environment import digits_of, relative, template
from oit.views.pages.ita import Filed
from oit.views.pages.method import method_url
from oit.views.pages.page import Page
from oit.views.pages.purchases import lines
from oit.views.pages.words import ELEMENT_MARKS, gap_of, kind_of, mark_of
from oit.views.pages.years import Past

_ENTRIES = {
    "activities": "activity",
    "codes": "code",
    "criteria": "criterion",
    "manuals": "manual",
    "months": "month",
    "risks": "risk",
    "services": "service",
    "strategies": "strategy",
    "systems": "system",
}
"""What the headings of a list's entries are called in addresses: ``month-3``."""

_SECTIONS = {"months": "summary", "units": "chart"}
"""What the heading of a list is called, if not like its field."""


@cache
def national_channels() -> list[Channel]:
    """Return the country's own channels to report corruption."""
    entries = read_own(Path(__file__).with_name("national.yml"))["channels"]
    return [Channel.model_validate(entry) for entry in entries]


class Context(NamedTuple):
    """What an item's page shows or links to besides the item's own data."""

    before: ItemResult | None = None
    after: ItemResult | None = None
    same: Sequence[tuple[int, ItemResult]] = ()
    """The same item in the years before and after, by its year."""
    filed: Sequence[Filed] = ()
    """The papers made from its data, if that is an ITA cycle."""
    tables: Sequence[ShownTable] = ()
    """The tables of its kind that the site publishes."""
    changes: Sequence[Day] = ()
    """The days on which its data changed, the latest first."""
    past: Past | None = None
    """Where readers find the newest year, if this is a past one."""


@remembered
def item_page(
    result: ItemResult,
    assessment: Assessment,
    context: Context | None = None,
) -> Page:
    """Make the page of an item; an item without data has a page too."""
    item, url = result.item, result.url
    context = context or Context()

    def document_link(document: Document, pages: Pages | None = None) -> str:
        # Browsers can open a PDF at a page, but no other file.
        at_page = f"#page={pages.first}" if pages and document.file.lower().endswith(".pdf") else ""
        return relative(document.file, url) + at_page

    title = f"{item.id} {item.title}"
    if context.past:
        title += f" (OIT ปีงบประมาณ {assessment.year})"
    kind = assessment.agency.kind
    word = assessment.checklist.word
    own = [table for table in context.tables if result in table.published.results]
    body = template("item.html", assessment.agency.numerals).render(
        gap=gap_of(result),
        kind_of=kind_of,
        item=item,
        result=result,
        form=result.record.form if result.record else None,
        year=assessment.year,
        asked=[e for e in result.elements if not e.element.only or kind in e.element.only],
        mark=mark_of(result),
        marks=ELEMENT_MARKS,
        agency=assessment.agency,
        method=method_url(assessment.year),
        contact=contact_page(assessment, besides=result),
        national=_national(result),
        lacking=result.lacking,
        spot=partial(_spot, tables=own, url=url),
        neighbours=context,
        tables=own,
        trend=trend(result, context.tables),
        many=ROWS_A_PAGE,
        purchase_lines=lambda rows: lines(rows, digits_of(assessment.agency.numerals)),
        formats=[format_.name for format_ in FORMATS],
        papers=[(entry.paper, entry.url) for entry in context.filed],
        link=lambda target: relative(target, url),
        document_link=document_link,
        type_of=lambda document: PurePosixPath(document.file).suffix[1:].upper(),
    )
    return Page(
        url=url,
        title=title,
        description=(
            f"{item.title} ของ{assessment.agency.name} ตามแบบ {word} ข้อ {item.id} "
            f"ปีงบประมาณ {assessment.year} ({mark_of(result).word})"
        ),
        contents=body,
        source=result.record.document if result.record else None,
        updated=result.updated,
        keywords=f"ข้อ {item.number} {item.id} ปี {assessment.year}",
        newest=context.past is None,
    )


def contact_page(assessment: Assessment, besides: ItemResult | None = None) -> str:
    """Return the address of the page on contacts; empty if its readers learn nothing there."""
    contacts = (r for r in assessment.items if r.item.form == "contact")
    return next((r.url for r in contacts if r is not besides and r.shows_any), "")


def _national(result: ItemResult) -> list[Channel]:
    """Return the country's channels to report corruption, if the agency has none of its own."""
    if FORMS[result.item.form] is not ComplaintChannel:
        return []
    form = result.record.form if result.record else None
    own = isinstance(form, ComplaintChannel) and form.channels
    return [] if own else national_channels()


def _spot(result: ElementResult, contents: str, *, tables: Sequence[ShownTable], url: str) -> str:
    """Return the address of what is there of an element: a row, a section, or a table's page."""
    for name in _ids(result):
        if f'id="{name}"' in contents:
            return f"#{name}"
    return relative(tables[0].dataset.url, url) if tables else "#shown"


def _ids(result: ElementResult) -> Iterator[str]:
    """Yield the ids at which an element may stand on the page, the most exact first."""
    for part in result.amount.lacking if result.amount else ():
        field, _, rest = part.key.partition(".")
        number = rest.partition(".")[0]
        yield from (f"{field}-{number}", f"{_ENTRIES.get(field, field)}-{number}")
    for field in result.element.form_fields:
        yield from (field, _SECTIONS.get(field, field), f"{_ENTRIES.get(field, field)}-1")
