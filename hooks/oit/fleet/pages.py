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
from oit.contents import Contents
from oit.data.checklist import program_list
from oit.data.manuals import manual_pages
from oit.fleet.known import HOW, RESULTS, Readiness
from oit.fleet.open_data import DataFile
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
from oit.views.datasets.exact import exact_json
from oit.views.pages import manifest, robots, sheet
from oit.views.pages.environment import display, relative, template
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
    "direction": {
        "improved": Mark("ดีขึ้น", "▲", "good"),
        "fell": Mark("ถอยลง", "▼", "none"),
        "other": Mark("อื่น ๆ", "•", "calm"),
    },
    "status": {str(status): word for status, word in PUBLIC_LABELS.items()},
}
_LONGEST = 200
"""The most letters of a name of an area."""
_LONGEST_HEAD = 40
"""The most letters of it above a column."""
_MISSING_MOST = 5
"""How many items the front page names."""


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

    @property
    def earlier(self) -> int:
        """How many results are older than the newest try."""
        return earlier_of(self.agencies)

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


class _Item(NamedTuple):
    """An item of a checklist, and who lacks it."""

    id: str
    tally: Tally
    year: int
    anchor: str
    """Its address on the page of items."""
    manual: str
    """The address of its page in the manual, or an empty text."""


class _List(NamedTuple):
    """The items of a checklist, what is missing most first."""

    year: int
    checklist: str
    items: list[_Item]

    @property
    def title(self) -> str:
        """Its title, if the program has the checklist."""
        known = program_list(self.checklist, self.year)
        return known.title if known.items else f"แบบวัด {self.checklist} ปี {self.year}"


class _Heat(NamedTuple):
    """The items of a checklist as rows, areas as columns."""

    of: _List
    columns: list[_Column]
    """The areas with a result."""
    rows: list[tuple[_Item, list[int | None]]]
    known: list[tuple[str, int]]


@dataclass(frozen=True)
class Order:
    """What the site is asked to show."""

    staff: bool = False
    league: bool = False
    closes: date | None = None
    """The last day of the assessment."""
    manual: str = ""
    """The address of the manual, with a slash at its end, to whose pages items link."""


def pages_of(overview: Overview, order: Order, data: Sequence[DataFile] = ()) -> list[Page]:
    """Make the pages; those of whom to help only for the staff."""
    make = partial(_page, overview, order)
    lists = [*_lists(overview.items, order.manual)]
    lacking = [item for each in lists for item in each.items if item.tally.lacking]
    lacking.sort(key=lambda item: -item.tally.lacking)
    titles = {key: tally.title for key, tally in overview.items}
    files: dict[str, list[DataFile]] = {}
    for file in data:
        files.setdefault(file.about, []).append(file)
    pages = [
        make("", NAME, "home", league=order.league, most=lacking[:_MISSING_MOST]),
        *_area_pages(overview, lists, make),
        make("items/", "ข้อที่ขาดมากที่สุด", "items", lists=lists, mixture=_mixture),
        make("changes/", "สิ่งที่เปลี่ยน", "changes", titles=titles),
        make("data/", "ข้อมูลเปิด", "data", files=files),
    ]
    if order.staff:
        pages.append(make(f"{STAFF}help/", "ควรช่วยใครก่อน", "help"))
    return pages


def files_of(order: Order, pages: Iterable[Page], data: Iterable[DataFile]) -> dict[str, Contents]:
    """Return the other files: the open data, the manifest, and what the theme needs."""
    return {
        **{file.path: file.contents for file in data},
        sheet.PATH: sheet.site_sheet(NAME),
        robots.PATH: robots.robots(None, staff=order.staff),
        manifest.PATH: exact_json(manifest.manifest(pages)),
    }


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
        **{"area": None, "above": ()} | parts,
    )
    day = f" ข้อมูล ณ วันที่ {display(overview.day)}" if overview.day else ""
    about = f"ความพร้อมในการเปิดเผยข้อมูลสาธารณะของหน่วยงาน {len(overview.agencies):,} แห่ง{day}"
    description = f"{title}: {about}" if url else about
    return Page(url, title, description, contents, is_index=True, wide=True)


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


def _area_pages(
    overview: Overview, lists: Sequence[_List], make: Callable[..., Page]
) -> Iterator[Page]:
    """Make the page of all areas and one for each; of several provinces, also one for each."""
    provinces: dict[str, list[_Group]] = {}
    for area, found in overview.areas.items():
        short = area.district[:_LONGEST] or "ไม่ระบุอำเภอ"
        group = _Group(_name(area), short, _url(*area), {area: found})
        provinces.setdefault(area.province, []).append(group)
    is_one = len(provinces) == 1
    whole = []
    for province, districts in provinces.items():
        name = province[:_LONGEST] or "ไม่ระบุจังหวัด"
        own = {area: found for one in districts for area, found in one.areas.items()}
        group = _Group(name, name, _url(province), own)
        whole.append(group)
        above = [("districts/", "ทุกอำเภอ" if is_one else "ทุกจังหวัด")]
        shown = {"unit": "อำเภอ", "groups": districts, "heats": _heats(lists, districts)}
        if is_one:
            yield make("districts/", "รายอำเภอ", "districts", **shown)
        else:
            yield make(group.url, name, "districts", area=group, above=above, **shown)
            above = [*above, (group.url, name)]
        for one in districts:
            yield make(one.url, one.name, "district", area=one, above=above)
    if not is_one:
        shown = {"unit": "จังหวัด", "groups": whole, "heats": _heats(lists, whole)}
        yield make("districts/", "รายจังหวัด", "districts", **shown)


def _heats(lists: Iterable[_List], groups: Sequence[_Group]) -> list[_Heat]:
    heats = (_heat(each, groups) for each in lists)
    return [heat for heat in heats if heat.columns]


def _heat(shown: _List, groups: Sequence[_Group]) -> _Heat:
    found = ((group, group.known_of(shown.year, shown.checklist)) for group in groups)
    counted = [(group, known) for group, known in found if known]
    return _Heat(
        shown,
        [_Column(_shortened(group.short), _mixture(known)) for group, known in counted],
        [(item, [group.share(item.tally) for group, _ in counted]) for item in shown.items],
        _mixture(sum((known for _, known in counted), Counter())),
    )


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_HEAD else f"{name[:_LONGEST_HEAD]}…"


def _lists(items: Sequence[tuple[ItemKey, Tally]], manual: str) -> Iterator[_List]:
    keys = sorted({key[:2] for key, _ in items}, key=lambda k: (-k[0], k[1]))
    for number, (year, checklist) in enumerate(keys, 1):
        pages = manual_pages(checklist, year) if manual else {}
        own = [(key[2], tally) for key, tally in items if key[:2] == (year, checklist)]
        found = []
        for place, (name, tally) in enumerate(own, 1):
            page = f"{manual}{pages[name]}" if name in pages else ""
            found.append(_Item(name, tally, year, f"list-{number}-{place}", page))
        yield _List(year, checklist, found)
