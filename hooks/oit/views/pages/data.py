"""The pages of open data: the catalogue, and for each table its page, months and report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

from oit.assess.assessment import ItemResult
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.forms.licence import LICENCES
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.forms.tabular import positions_by, total
from oit.forms.values import Entries
from oit.procurement.summary import UNKNOWN, Group, Summary, in_time, summarise
from oit.remember import remembered
from oit.thai import calendar, dates
from oit.thai.calendar import Month
from oit.views.datasets import dcat, package, schema_org
from oit.views.datasets.api import PATH as API_PATH
from oit.views.datasets.api import PROMISE
from oit.views.datasets.dataset import Cell, Dataset
from oit.views.datasets.files import FORMATS, schema_path
from oit.views.datasets.of_items import Published
from oit.views.pages import feed
from oit.views.pages.environment import digits_of, relative, template
from oit.views.pages.json_ld import json_ld
from oit.views.pages.page import Page
from oit.views.pages.purchases import lines
from oit.views.report.json import VERSION

ROWS_A_PAGE = 50
HIDDEN = {
    "procurement": (
        "month",
        "kind",
        "bidders",
        "winner_tax_id",
        "reason",
        "contract_number",
        "contract_date",
        "contract_end",
        "announced",
        "place",
    ),
}
"""The columns that are hidden at first, by kind of table."""

COUNTED = {"services": "count", "complaints": "total"}
"""The columns whose sums are compared from year to year, by the kind of table."""


class MonthOfPurchases(NamedTuple):
    """One month of a table of purchases."""

    month: Month | None
    """``None`` for purchases without a month."""
    url: str
    """The address of its page; empty if it has no page."""
    rows: Sequence[Form]
    statement: str
    budget: Any
    agreed: Any


@dataclass(frozen=True)
class ShownTable:
    """A table as shown on pages."""

    published: Published
    numerals: str | None

    @property
    def dataset(self) -> Dataset:
        """The published data."""
        return self.published.dataset

    @property
    def first(self) -> Sequence[tuple[Cell, ...]]:
        """The rows in the page itself."""
        return [*self.dataset.rows(ROWS_A_PAGE)]

    @property
    def hidden(self) -> tuple[str, ...]:
        """The columns that are hidden at first."""
        return HIDDEN.get(self.published.kind, ())

    @cached_property
    def months(self) -> list[MonthOfPurchases]:
        """The months of the year and of purchases, in order; empty for other kinds of table."""
        columns, rows = self.published.columns, self.published.rows
        if self.published.kind != "procurement" or "month" not in columns:
            return []
        nothing = [None] * len(rows)
        found = [
            MonthOfPurchases(
                month,
                self._url(month),
                take(rows, positions),
                "",
                total(columns.get("budget", nothing), positions),
                total(columns.get("agreed_price", nothing), positions),
            )
            for month, positions in positions_by(columns["month"]).items()
        ]
        forms = [result.record.form for result in self.published.results if result.record]
        # Several items may show the table; each month without purchases is listed once.
        stated = {
            entry.month: entry.nothing
            for form in forms
            if isinstance(form, ProcurementMonthly)
            for entry in form.months
            if entry.month and entry.nothing
        }
        found += [
            MonthOfPurchases(month, self._url(month), [], text, None, None)
            for month, text in stated.items()
        ]
        known = {entry.month for entry in found}
        found += [
            MonthOfPurchases(month, "", [], "", None, None)
            for month in self._fiscal_months
            if month not in known
        ]
        return sorted(found, key=lambda entry: in_time(entry.month))

    @cached_property
    def charted_months(self) -> list[Group]:
        """The months of the fiscal year with the sums of their purchases.

        A month that is stated to have no purchases has sums of zero, a month without data none.
        """
        found = {
            entry.month: Group(
                dates.format_month(entry.month) if entry.month else UNKNOWN,
                len(entry.rows),
                0 if entry.statement else entry.budget,
                0 if entry.statement else entry.agreed,
            )
            for entry in self.months
        }
        for month in self._fiscal_months:
            found.setdefault(month, Group(dates.format_month(month), 0, None, None))
        return [found[month] for month in sorted(found, key=in_time)]

    @cached_property
    def summary(self) -> Summary | None:
        """The sums of a table of purchases; ``None`` for other kinds of table."""
        if self.published.kind != "procurement":
            return None
        columns, rows = self.published.columns, self.published.rows
        return summarise(columns, len(rows), self._fiscal_months)

    @property
    def report_url(self) -> str:
        """The address of the report on the year's purchases."""
        return f"{self.dataset.url}report/"

    @property
    def _fiscal_months(self) -> list[Month]:
        return calendar.fiscal_months(self.dataset.covers or self.dataset.year)

    def _url(self, month: Month | None) -> str:
        return f"{self.dataset.url}{dates.write_month(month)}/" if month else ""


def take(rows: Sequence[Form], positions: Sequence[int]) -> Sequence[Form]:
    """Return the rows at these positions of a list or a table."""
    if isinstance(rows, Entries):
        chosen: Sequence[Form] = rows.take(positions)
        return chosen
    return [rows[position] for position in positions]


def tables_of_kind(result: ItemResult, tables: Sequence[ShownTable]) -> list[ShownTable]:
    """Return the tables of an item, and those of other years of the same kinds."""
    kinds = {table.published.kind for table in tables if result in table.published.results}
    return [table for table in tables if table.published.kind in kinds]


def trend(result: ItemResult, tables: Sequence[ShownTable]) -> list[tuple[str, Any]]:
    """Return the totals of an item's kind of table, by fiscal year."""
    sums = {
        table.dataset.covers: total(table.published.columns.get(COUNTED[kind], ()))
        for table in tables_of_kind(result, tables)
        if (kind := table.published.kind) in COUNTED
    }
    return [(f"ปี {year}", sums[year]) for year in sorted(sums)]


def data_pages(
    tables: Sequence[ShownTable], agency: Agency, *, has_feed: bool = False
) -> Iterator[Page]:
    """Make every page of open data."""
    yield catalogue_page(tables, agency)
    yield api_page(tables, agency, has_feed=has_feed)
    for table in tables:
        yield table_page(table, tables, agency)
        yield from _pages_of_rows(table, agency)


@remembered
def _pages_of_rows(table: ShownTable, agency: Agency) -> list[Page]:
    pages = [report_page(table, agency)] if table.summary and table.dataset.count else []
    for entry in table.months:
        if entry.month and entry.url:
            pages += month_pages(entry, entry.month, table, agency)
    return pages


def catalogue_page(tables: Sequence[ShownTable], agency: Agency) -> Page:
    """Make ``/data/``: every table of every year."""
    url = "data/"
    years = positions_by([table.dataset.year for table in tables])
    body = template("data.html", agency.numerals).render(
        years=[(year, [tables[position] for position in years[year]]) for year in years],
        formats=[format_.name for format_ in FORMATS],
        licence=LICENCES.get(agency.licence or ""),
        package_path=package.PATH,
        catalogue_path=dcat.PATH,
        schema_path=schema_path,
        link=partial(_link, url),
    )
    return Page(
        url=url,
        title="ข้อมูลเปิด",
        description=f"ตารางข้อมูลทั้งหมดของ{agency.name} ดาวน์โหลดได้เป็น CSV Excel และ JSON",
        contents=body,
        keywords="open data ข้อมูลเปิด ดาวน์โหลด CSV Excel JSON",
        is_index=True,
    )


def api_page(tables: Sequence[ShownTable], agency: Agency, *, has_feed: bool = False) -> Page:
    """Make ``/api/``: what machines can read, and what will not change."""
    url = "api/"
    body = template("api.html", agency.numerals).render(
        promise=PROMISE,
        status_version=VERSION,
        api_path=API_PATH,
        package_path=package.PATH,
        catalogue_path=dcat.PATH,
        table=tables[0] if tables else None,
        feed_path=feed.PATH if has_feed else None,
        link=partial(_link, url),
    )
    return Page(
        url=url,
        title="ข้อมูลสำหรับโปรแกรม (API)",
        description=f"ที่อยู่ของข้อมูลของ{agency.name}ที่โปรแกรมอ่านได้ และคำรับรองว่าจะไม่เปลี่ยน",
        contents=body,
        keywords="API JSON Data Package DCAT OCDS Atom RSS",
        is_index=True,
    )


def table_page(table: ShownTable, tables: Sequence[ShownTable], agency: Agency) -> Page:
    """Make the page of a table, on which all its rows can be searched."""
    dataset, url = table.dataset, table.dataset.url
    others = [
        other
        for other in tables
        if other.published.kind == table.published.kind and other is not table
    ]
    body = template("dataset.html", agency.numerals).render(
        table=table,
        dataset=dataset,
        summary=table.summary,
        items=table.published.results,
        others=others,
        schema_path=schema_path(dataset),
        types=_TYPES,
        json_ld=json_ld(
            [
                schema_org.dataset_of(dataset, agency, LICENCES.get(agency.licence or "")),
                schema_org.breadcrumbs(dataset, agency),
            ]
        ),
        link=partial(_link, url),
    )
    return Page(
        url=url,
        title=dataset.title,
        description=dataset.description,
        contents=body,
        source=_source(table),
        updated=table.dataset.modified,
        keywords=f"ข้อมูลเปิด {dataset.name} {dataset.year}",
        # Its rows are searched on the page itself; in the site's search the item comes first.
        newest=False,
        is_index=True,
    )


def month_pages(
    entry: MonthOfPurchases, month: Month, table: ShownTable, agency: Agency
) -> Iterator[Page]:
    """Make the pages of one month, each with a limited number of rows."""
    title = _title_of_month(month)
    starts = range(0, max(len(entry.rows), 1), ROWS_A_PAGE)
    urls = [entry.url + (f"{n}/" if n > 1 else "") for n in range(1, len(starts) + 1)]
    for number, url in enumerate(urls, start=1):
        yield Page(
            url=url,
            title=title + (f" (หน้า {number})" if number > 1 else ""),
            description=(
                f"แบบ สขร.1 ของ{agency.name} เดือน{dates.format_month(month)} หน้า {number}"
            ),
            contents=partial(_month_html, entry, month, table, urls, number),
            source=_source(table),
            updated=table.dataset.modified,
            # The search finds the table instead.
            searched=False,
            is_index=number == 1,
        )


def _month_html(
    entry: MonthOfPurchases, month: Month, table: ShownTable, urls: Sequence[str], number: int
) -> str:
    """Make the page of this number among those of one month, whose addresses are ``urls``."""
    url, start = urls[number - 1], (number - 1) * ROWS_A_PAGE
    named = [other for other in table.months if other.url]
    place = [other.url for other in named].index(entry.url)
    rows = entry.rows[start : start + ROWS_A_PAGE]
    return template("month.html", table.numerals).render(
        title=_title_of_month(month),
        month=entry,
        lines=lines(rows, digits_of(table.numerals), start),
        number=number,
        before=_way(named[place - 1], url) if place else None,
        after=_way(named[place + 1], url) if place + 1 < len(named) else None,
        pages=urls,
        table=table,
        link=partial(_link, url),
    )


def _title_of_month(month: Month) -> str:
    return f"สรุปผลการจัดซื้อจัดจ้าง เดือน{dates.format_month(month)}"


def _way(entry: MonthOfPurchases, url: str) -> tuple[Month | None, str]:
    """Return a month and the way to its page."""
    return entry.month, relative(entry.url, url)


def report_page(table: ShownTable, agency: Agency) -> Page:
    """Make the report on a year's purchases: sums and charts."""
    url, dataset = table.report_url, table.dataset
    title = f"รายงานผลการจัดซื้อจัดจ้าง ปีงบประมาณ {dataset.covers or dataset.year}"
    body = template("purchases_report.html", agency.numerals).render(
        title=title,
        table=table,
        summary=table.summary,
        link=partial(_link, url),
    )
    return Page(
        url=url,
        title=title,
        description=(
            f"ผลการจัดซื้อจัดจ้างปีงบประมาณ {dataset.covers or dataset.year} ของ{agency.name} "
            "จำแนกตามเดือน วิธี แหล่งเงิน และผู้รับจ้าง"
        ),
        contents=body,
        source=_source(table),
        updated=table.dataset.modified,
        searched=False,
    )


_TYPES = {
    "string": "ข้อความ",
    "integer": "จำนวนเต็ม",
    "number": "ตัวเลข",
    "date": "วันที่ (ปี-เดือน-วัน ค.ศ.)",
    "yearmonth": "เดือน (ปี-เดือน ค.ศ.)",
}


def _link(url: str, target: str) -> str:
    return relative(target, url)


def _source(table: ShownTable) -> Any:
    record = table.published.results[0].record
    return record.document if record else None
