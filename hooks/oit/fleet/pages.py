"""The pages and files of the overview site."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Any

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
    areas = overview.areas
    pages = [
        make("", NAME, "home", league=order.league),
        make(
            "districts/",
            "รายอำเภอ",
            "districts",
            areas=[(_name(a), _url(a), _sums(found)) for a, found in areas.items()],
            heat=[*_checklists(overview.items)],
            rows_of=partial(_heat_rows, areas),
        ),
        make("items/", "ข้อที่ขาดมากที่สุด", "items"),
        make("changes/", "สิ่งที่เปลี่ยน", "changes"),
        make("data/", "ข้อมูลเปิด", "data", files=[(p, about) for p, about, _ in _tables(overview)]),
    ]
    pages += [make(_url(a), _name(a), "district", agencies=found) for a, found in areas.items()]
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
        known=[(_KNOWN[how], n) for how, n in sorted(known_of(overview.agencies).items())],
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
    return f"{area.district or 'ไม่ระบุอำเภอ'} {area.province}".strip()[:200]


def _url(area: Area) -> str:
    """Return an address that stays the same when other districts come or go."""
    return f"districts/{sha256(chr(0).join(area).encode()).hexdigest()[:10]}/"


def _checklists(
    items: Sequence[tuple[ItemKey, Tally]],
) -> Iterator[tuple[int, str, list[tuple[str, Tally]]]]:
    for year, checklist in sorted({key[:2] for key, _ in items}, key=lambda k: (-k[0], k[1])):
        yield year, checklist, [(k[2], tally) for k, tally in items if k[:2] == (year, checklist)]


def _heat_rows(
    areas: Mapping[Area, object], ordered: Sequence[tuple[str, Tally]]
) -> Iterator[tuple[str, list[int | None]]]:
    for area in areas:
        cells = [tally.areas.get(area) for _, tally in ordered]
        if any(cells):
            yield (
                _name(area),
                [100 * c["complete"] // c.total() if c is not None else None for c in cells],
            )


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
