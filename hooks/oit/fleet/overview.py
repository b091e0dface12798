"""The figures of the overview: counted in one pass over the records, in the order of the list.

Agencies are held as a short row each; of items and elements only their counts are held.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from oit.assess.assessment import LACKING
from oit.fleet.dictionary import TABLES
from oit.fleet.folder import FleetFolder
from oit.fleet.known import Readiness, Result
from oit.fleet.list import ListedAgency
from oit.fleet.rows import Rows, read_rows

Fields = dict[str, Any]
"""A row of a table by the names of its columns."""
ItemKey = tuple[int, str, str]
"""The year, the checklist and the item."""

_COLUMNS = {table.name: [column.name for column in table.columns] for table in TABLES}
_LACKING = frozenset(map(str, LACKING))
_VOWEL_BEFORE = re.compile("([เ-ไ])(.)")
"""A vowel that is written before the consonant after which it is sorted."""
_LONGEST = 300
"""The most letters of a title that a site reports."""


class Area(NamedTuple):
    """Where agencies are."""

    province: str
    district: str


@dataclass(frozen=True)
class Agency:
    """An agency of the list, and what is known of it."""

    row: Fields
    contact: str
    failure: Fields | None

    @property
    def area(self) -> Area:
        """Where it is."""
        return Area(self.row["province"] or "", self.row["district"] or "")

    @property
    def applicable(self) -> int:
        """How many items apply to it."""
        return int((self.row["items"] or 0) - (self.row["not_applicable"] or 0))

    @property
    def share(self) -> float:
        """Which part of these is complete."""
        return self.row["complete"] / self.applicable if self.applicable else 1.0


@dataclass
class Tally:
    """How many agencies have an item or an element, and how that is known."""

    titles: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    how: Counter[str] = field(default_factory=Counter)
    """How the results of those that lack it are known."""
    areas: dict[Area, Counter[str]] = field(default_factory=dict)
    elements: dict[str, "Tally"] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What most agencies call it: a site can report a title of its own."""
        return next((title for title, _ in self.titles.most_common(1)), "")

    @property
    def agencies(self) -> int:
        """How many agencies it applies to."""
        return self.statuses.total()

    @property
    def lacking(self) -> int:
        """How many do not have all of it."""
        return self.how.total()

    def add(self, title: str, status: str, how: str, *, lacks: bool) -> None:
        """Count an agency."""
        if title:
            self.titles[title[:_LONGEST]] += 1
        self.statuses[status] += 1
        if lacks:
            self.how[how] += 1


@dataclass(frozen=True)
class Overview:
    """The figures of all pages."""

    day: date | None
    """The day of the newest try; ``None`` before the first run."""
    agencies: Sequence[Agency]
    items: Sequence[tuple[ItemKey, Tally]]
    """What is missing most comes first."""
    changes: Sequence[Fields]

    @property
    def areas(self) -> dict[Area, list[Agency]]:
        """The agencies by district."""
        found: dict[Area, list[Agency]] = {}
        for agency in self.agencies:
            found.setdefault(agency.area, []).append(agency)
        return dict(sorted(found.items(), key=lambda pair: [*map(_alphabetical, pair[0])]))

    def age(self, agency: Agency) -> int:
        """Return how many days before the newest try the result of an agency was read."""
        assert self.day is not None  # noqa: S101 - a result has a day
        read: date = agency.row["day"]
        return (self.day - read).days

    @property
    def lowest(self) -> list[Agency]:
        """The agencies that are not ready, those with the smallest complete part first."""
        known = (a for a in self.agencies if a.row["readiness"] != Readiness.NO_DATA)
        return sorted(
            (a for a in known if a.row["readiness"] != Readiness.READY), key=lambda a: a.share
        )

    @property
    def fallen(self) -> list[Agency]:
        """The agencies with items that are worse than before, those with the most first."""
        fallen = (a for a in self.agencies if a.row["fallen"])
        return sorted(fallen, key=lambda a: -a.row["fallen"])

    @property
    def unread(self) -> list[Agency]:
        """The agencies whose newest try failed, the longest first."""
        failed = ((a.failure["since"], a) for a in self.agencies if a.failure)
        return [agency for _, agency in sorted(failed, key=lambda pair: pair[0])]

    @property
    def league(self) -> list[Agency]:
        """The agencies with a result, those with the largest complete part first."""
        known = (a for a in self.agencies if a.row["readiness"] != Readiness.NO_DATA)
        return sorted(known, key=lambda a: -a.share)


def readiness_of(agencies: Iterable[Agency]) -> Counter[str]:
    """Count agencies by their readiness; every agency is counted once."""
    return Counter(agency.row["readiness"] for agency in agencies)


def known_of(agencies: Iterable[Agency]) -> Counter[str]:
    """Count agencies by how their result is known: ``examined``, …, or a ``Result`` without one."""
    return Counter(agency.row["how"] or agency.row["result"] for agency in agencies)


def earlier_of(agencies: Iterable[Agency]) -> int:
    """Count the results that are older than the newest try."""
    return sum(agency.row["result"] == Result.EARLIER for agency in agencies)


def overview_of(fleet: FleetFolder, listed: Iterable[ListedAgency]) -> Overview:
    """Read the records of the listed agencies; a broken one counts as none."""
    day: date | None = None
    agencies: list[Agency] = []
    items: dict[ItemKey, Tally] = {}
    changes: list[Fields] = []
    for one in listed:
        read = read_rows(fleet, one)
        rows = _named(read.rows)
        day = max(filter(None, (day, read.tried)), default=None)
        failures = rows["failure"]
        agency = Agency(rows["agency"][0], one.contact, failures[0] if failures else None)
        agencies.append(agency)
        _count(items, agency.area, rows)
        changes += [change | {"name": one.name} for change in rows["change"]]
    ordered = sorted(items.items(), key=lambda pair: (-pair[1].lacking, _natural(pair[0])))
    return Overview(day, agencies, ordered, changes)


def _named(rows: Rows) -> dict[str, list[Fields]]:
    return {
        name: [dict(zip(_COLUMNS[name], row, strict=True)) for row in of_table]
        for name, of_table in rows.items()
        if name != "finding"
    }


def _count(items: dict[ItemKey, Tally], area: Area, rows: dict[str, list[Fields]]) -> None:
    for row in rows["item"]:
        if row["status"] == "not_applicable":
            continue
        tally = items.setdefault(_key(row), Tally())
        lacks = row["status"] != "complete"
        tally.add(row["title"] or "", row["status"], row["how"], lacks=lacks)
        tally.areas.setdefault(area, Counter())[row["status"]] += 1
    for row in rows["element"]:
        if row["status"] != "not_applicable" and (key := _key(row)) in items:
            element = items[key].elements.setdefault(row["element"], Tally())
            lacks = row["status"] in _LACKING
            element.add(row["text"] or "", row["status"], row["how"], lacks=lacks)


def _key(row: Fields) -> ItemKey:
    return row["year"], row["checklist"], row["item"]


def _alphabetical(name: str) -> tuple[bool, str, str]:
    """Return a sort key in which names are as in a Thai dictionary; what has no name is last."""
    return not name, _VOWEL_BEFORE.sub(r"\2\1", name), name


def _natural(key: ItemKey) -> tuple[int, str, int, str]:
    """Return a sort key in which O2 comes before O10."""
    year, checklist, item = key
    digits = "".join(letter for letter in item if letter in "0123456789")
    return -year, checklist, int(digits[:9] or 0), item
