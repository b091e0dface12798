"""The pages and files of the overview site."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

from oit.assess.assessment import PUBLIC_LABELS
from oit.fleet.dictionary import AGENCY
from oit.fleet.known import HOW, RESULTS, Readiness
from oit.fleet.overview import (
    Agency,
    Area,
    ItemKey,
    Overview,
    Tally,
    earlier_of,
    known_of,
    readiness_of,
)
from oit.spreadsheets.csv import csv_bytes
from oit.views.datasets.csv import csv_text
from oit.views.datasets.exact import exact_json
from oit.views.pages import manifest, robots, sheet
from oit.views.pages.environment import relative, template
from oit.views.pages.page import Page
from oit.views.pages.words import Mark

NAME = "ภาพรวมความพร้อมของหน่วยงาน"
STAFF = "staff/"
_MARKS = {
    str(Readiness.READY): Mark("พร้อม", "✓", "good"),
    str(Readiness.UNDER_WAY): Mark("กำลังทำ", "◐", "part"),
    str(Readiness.MOSTLY_MISSING): Mark("ขาดเกินครึ่ง", "✗", "none"),
    str(Readiness.NO_DATA): Mark("ไม่มีข้อมูล", "–", "calm"),
}
_KNOWN = {how: text.th for how, text in HOW.items()} | {
    str(result): text.th for result, text in RESULTS.items()
}
_WORDS: dict[str, Any] = {
    "readiness": _MARKS,
    "known": _KNOWN,
    "direction": {"improved": "▲ ดีขึ้น", "fell": "▼ ถอยลง", "other": "อื่น ๆ"},
    "status": {str(status): word for status, word in PUBLIC_LABELS.items()},
}
_LONGEST = 200
"""The most letters of a name of an area."""


@dataclass(frozen=True)
class _Group:
    """A district, or a province with all of its districts."""

    name: str
    short: str
    """The name beside others of the same province."""
    url: str
    areas: Mapping[Area, list[Agency]]

    @property
    def agencies(self) -> Iterator[Agency]:
        """The agencies of its areas."""
        return chain.from_iterable(self.areas.values())

    @property
    def counts(self) -> list[tuple[Mark, int]]:
        """How many agencies are in each state."""
        return _sums(self.agencies)

    @property
    def known(self) -> list[tuple[str, int]]:
        """How that is known."""
        return _mixture(known_of(self.agencies))

    def known_of(self, year: int, checklist: str) -> Counter[str]:
        """Count how the results of a checklist are known."""
        rows = (agency.row for agency in self.agencies)
        return Counter(
            row["how"] for row in rows if (row["year"], row["checklist"]) == (year, checklist)
        )

    def share(self, tally: Tally) -> int | None:
        """Return the percentage of the agencies that have all of an item."""
        found = [tally.areas[area] for area in self.areas if area in tally.areas]
        total = sum(count.total() for count in found)
        return 100 * sum(count["complete"] for count in found) // total if total else None


class _Column(NamedTuple):
    """An area in the table of a checklist's items."""

    name: str
    known: list[tuple[str, int]]


class _Heat(NamedTuple):
    """The items of a checklist as rows, areas as columns."""

    year: int
    checklist: str
    columns: list[_Column]
    """The areas with a result."""
    rows: list[tuple[str, str, list[int | None]]]
    known: list[tuple[str, int]]


@dataclass(frozen=True)
class Order:
    """What the site is asked to show."""

    staff: bool = False
    league: bool = False
    closes: date | None = None
    """The last day of the assessment."""


def pages_of(overview: Overview, order: Order) -> list[Page]:
    """Make the pages; those of whom to help only for the staff."""
    make = partial(_page, overview, order)
    pages = [
        make("", NAME, "home", league=order.league),
        *_area_pages(overview, make),
        make(
            "items/",
            "ข้อที่ขาดมากที่สุด",
            "items",
            checklists=[*_checklists(overview.items)],
            mixture=_mixture,
        ),
        make("changes/", "สิ่งที่เปลี่ยน", "changes"),
        make("data/", "ข้อมูลเปิด", "data", files=[(p, about) for p, about, _ in _tables(overview)]),
    ]
    for area, found in overview.areas.items():
        pages.append(make(_url(*area), _name(area), "district", agencies=found))
    if order.staff:
        pages.append(make(f"{STAFF}help/", "ควรช่วยใครก่อน", "help"))
    return pages


def files_of(overview: Overview, order: Order, pages: Iterable[Page]) -> dict[str, bytes]:
    """Make the other files: the open data, the manifest, and what the theme needs."""
    files = {path: csv_bytes(rows) for path, _, rows in _tables(overview)}
    files[sheet.PATH] = sheet.site_sheet(NAME)
    files[robots.PATH] = robots.robots(None, staff=order.staff)
    files[manifest.PATH] = exact_json(manifest.manifest(pages))
    return files


def _page(overview: Overview, order: Order, url: str, title: str, kind: str, **parts: Any) -> Page:
    left = (order.closes - overview.day).days if order.closes and overview.day else None
    contents = partial(
        template(f"fleet/{kind}.html").render,
        title=title,
        overview=overview,
        words=_WORDS,
        counts=_sums(overview.agencies),
        known=_mixture(known_of(overview.agencies)),
        earlier=earlier_of(overview.agencies),
        closes=order.closes if left is not None else None,
        left=left,
        link=partial(relative, url=url),
        **parts,
    )
    return Page(url, title, f"{NAME}: {title}", contents, is_index=True, wide=True)


def _sums(agencies: Iterable[Agency]) -> list[tuple[Mark, int]]:
    counted = readiness_of(agencies)
    return [(mark, counted[name]) for name, mark in _MARKS.items()]


def _name(area: Area) -> str:
    return f"{area.district or 'ไม่ระบุอำเภอ'} {area.province}".strip()[:_LONGEST]


def _url(*names: str) -> str:
    """Return an address that stays the same when other provinces and districts come or go."""
    return f"districts/{sha256(chr(0).join(names).encode()).hexdigest()[:10]}/"


def _mixture(known: Mapping[str, int]) -> list[tuple[str, int]]:
    """Name how results are known, with how many there are of each."""
    return [(_KNOWN[how], count) for how, count in sorted(known.items())]


def _area_pages(overview: Overview, make: Callable[..., Page]) -> Iterator[Page]:
    """Make the page of all areas; if these are several provinces, also a page for each."""
    areas = overview.areas
    provinces: dict[str, list[_Group]] = {}
    for area, found in areas.items():
        district = area.district[:_LONGEST] or _name(area)
        group = _Group(_name(area), district, _url(*area), {area: found})
        provinces.setdefault(area.province, []).append(group)
    if len(provinces) == 1:
        for groups in provinces.values():
            yield make("districts/", "รายอำเภอ", "districts", **_shown(overview, "อำเภอ", groups))
        return
    whole = []
    for province, groups in provinces.items():
        name = province[:_LONGEST] or "ไม่ระบุจังหวัด"
        own = {area: found for area, found in areas.items() if area.province == province}
        whole.append(_Group(name, name, _url(province), own))
        shown = _shown(overview, "อำเภอ", groups)
        yield make(_url(province), name, "districts", above=True, **shown)
    yield make("districts/", "รายจังหวัด", "districts", **_shown(overview, "จังหวัด", whole))


def _shown(overview: Overview, unit: str, groups: list[_Group]) -> dict[str, Any]:
    heats = [_heat(*found, groups) for found in _checklists(overview.items)]
    return {"unit": unit, "groups": groups, "heats": [heat for heat in heats if heat.columns]}


def _heat(
    year: int, checklist: str, ordered: list[tuple[str, Tally]], groups: list[_Group]
) -> _Heat:
    counted = [(group, known) for group in groups if (known := group.known_of(year, checklist))]
    return _Heat(
        year,
        checklist,
        [_Column(group.short, _mixture(known)) for group, known in counted],
        [(item, tally.title, [g.share(tally) for g, _ in counted]) for item, tally in ordered],
        _mixture(sum((known for _, known in counted), Counter())),
    )


def _checklists(
    items: Sequence[tuple[ItemKey, Tally]],
) -> Iterator[tuple[int, str, list[tuple[str, Tally]]]]:
    for year, checklist in sorted({key[:2] for key, _ in items}, key=lambda k: (-k[0], k[1])):
        yield year, checklist, [(k[2], tally) for k, tally in items if k[:2] == (year, checklist)]


def _tables(overview: Overview) -> Iterator[tuple[str, str, list[list[str]]]]:
    columns = [column.name for column in AGENCY.columns if column.name != "age_days"]
    agencies = [[csv_text(agency.row[name]) for name in columns] for agency in overview.agencies]
    yield "data/agencies.csv", "หน่วยงานและความพร้อม", [columns, *agencies]
    header = ["year", "checklist", "item", "title", "agencies", "complete", "partial", "missing"]
    known = [*HOW]
    items = [
        [
            *(csv_text(part) for part in key),
            csv_text(tally.title),
            str(tally.agencies),
            *(str(tally.statuses[status]) for status in header[-3:]),
            *(str(tally.how[how]) for how in known),
        ]
        for key, tally in overview.items
    ]
    lacking = [f"lacking_{how}" for how in known]
    yield "data/items.csv", "ข้อและจำนวนหน่วยงาน", [[*header, *lacking], *items]
