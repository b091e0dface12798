"""The figures of an overview add up, and name how they are known."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from oit.fleet import record
from oit.fleet.figures import Figures, figures_of
from oit.fleet.folder import FleetFolder
from oit.fleet.list import ListedAgency
from oit.fleet.record import Record
from oit.fleet.state import write
from oit.fleet.tables import write_tables
from oit.fleet.unread import no_data

_ELEMENT = {"complete": "shown", "partial": "partial", "missing": "missing"}


def status(title: str = "ข้อ", **items: str) -> dict[str, Any]:
    """Return what a check says of an agency with these items."""
    counts = [*items.values()]
    elements = [_ELEMENT.get(one, one) for one in counts]
    of_items = ("complete", "partial", "missing", "not_applicable")
    of_elements = (*_ELEMENT.values(), "attested", "none_declared", "not_applicable", "outdated")
    return {
        "year": 2569,
        "checklist": "small",
        "today": "2026-04-01",
        "summary": {
            "items": len(counts),
            **{one: counts.count(one) for one in of_items},
            "elements": {one: elements.count(one) for one in of_elements},
        },
        "items": [
            {
                "id": name,
                "title": title,
                "indicator": "9",
                "status": one,
                "url": f"oit/2569/{name.lower()}/",
                "elements": [
                    {
                        "id": "e",
                        "text": title,
                        "status": element,
                        "basis": None,
                        "amount": None,
                        "lacking": "",
                    }
                ],
            }
            for (name, one), element in zip(items.items(), elements, strict=True)
        ],
        "findings": [],
    }


def key(day: str) -> dict[str, Any]:
    return {"source": "x", "program": "p", "day": day, "year": None}


def examined(name: str, how: str, said: dict[str, Any], known: Record | None = None) -> Record:
    return record.examined(name, key("2026-04-02" if known else "2026-04-01"), how, said, known)


PLACES = {
    "a1": ("ก", "หนึ่ง"),
    "a2": ("ก", "สอง"),
    "a3": ("ก", "สอง"),
    "a4": ("ข", ""),
    "a5": ("ข", ""),
    "a6": ("", ""),
}


@pytest.fixture
def figures(tmp_path: Path) -> Iterator[Figures]:
    """Six agencies: ready, low, fell back, earlier result, never read, not run."""
    fleet = FleetFolder(tmp_path)
    fell = examined("a3", "examined", status(O2="complete", O10="complete"))
    earlier = examined("a4", "reported", status("ชื่ออื่น", O2="missing", O10="not_applicable"))
    records = [
        examined("a1", "verified", status(O2="complete", O10="complete")),
        examined("a2", "examined", status(O2="missing", O10="missing")),
        examined("a3", "reported", status(O2="complete", O10="partial"), fell),
        record.failed("a4", key("2026-04-02"), no_data(), earlier),
        record.failed("a5", key("2026-04-02"), no_data(), None),
    ]
    for one in records:
        write(fleet.state, one)
    listed = [
        ListedAgency(name, f"หน่วยงาน {name}", "municipality", *place, f"data/{name}", "")
        for name, place in PLACES.items()
    ]
    write_tables(fleet, listed)
    with figures_of(fleet) as found:
        yield found


def test_all_agencies_add_up_and_partial_runs_show(figures: Figures) -> None:
    counts = figures.overview()
    assert (counts.agencies, counts.not_run, counts.failed) == (6, 1, 2)
    assert counts[-4:] == (1, 1, 2, 2)
    assert sum(counts[-4:]) == counts.agencies
    known = figures.known()
    assert [(row.result, row.how, row.agencies) for row in known] == [
        ("current", "examined", 1),
        ("current", "reported", 1),
        ("current", "verified", 1),
        ("earlier", "reported", 1),
        ("not_run", None, 1),
        ("unread", None, 1),
    ]
    assert all(sum(row[-4:]) == row.agencies for row in known)


def test_areas_add_up_to_all(figures: Figures) -> None:
    provinces, districts = figures.provinces(), figures.districts()
    assert [(area.province, area.agencies) for area in provinces] == [("", 1), ("ก", 3), ("ข", 2)]
    assert [(area.district, area.agencies) for area in districts] == [
        ("", 1),
        ("สอง", 2),
        ("หนึ่ง", 1),
        ("", 2),
    ]
    for area in [*provinces, *districts]:
        assert sum(area[3:7]) == area.agencies
        # Each result is known in some way, and what is not known has no data.
        assert area.examined + area.verified + area.reported == area.agencies - area.no_data
    assert [area.earlier for area in provinces] == [0, 0, 1]


def test_what_is_missing_most(figures: Figures) -> None:
    first, second = figures.items()
    assert (first.item, first.agencies, first[5:8]) == ("O2", 4, (2, 0, 2))
    # One does not apply.
    assert (second.item, second.agencies, second[5:8]) == ("O10", 3, (1, 1, 1))
    assert (first.examined, first.verified, first.reported, first.earlier) == (1, 1, 2, 1)
    # Most agencies call it so.
    assert first.title == "ข้อ"
    elements = figures.elements(10)
    assert [(row.item, row.lacking, row.agencies) for row in elements] == [
        ("O10", 2, 3),
        ("O2", 2, 4),
    ]
    assert len(figures.elements(1)) == 1


def test_whom_to_help_first(figures: Figures) -> None:
    contacts = {"a2": "ปลัด", "a5": "นายก"}
    unread = figures.unread(contacts)
    assert [(row.id, row.contact, row.last_read) for row in unread] == [
        ("a5", "นายก", None),
        ("a4", "", date(2026, 4, 1)),
    ]
    assert unread[0].reason_th
    assert unread[0].fix_en
    (fell,) = figures.fallen(contacts, 10)
    assert (fell.id, fell.fallen, fell.how, fell.contact) == ("a3", 1, "reported", "")
    lowest = figures.lowest(contacts, 10)
    assert [(row.id, row.complete, row.items) for row in lowest] == [
        ("a2", 0, 2),
        ("a4", 0, 1),
        ("a3", 1, 2),
    ]
    assert (lowest[0].contact, lowest[1].result, lowest[1].age_days) == ("ปลัด", "earlier", 1)
    assert len(figures.lowest({}, 1)) == 1


def test_items_by_areas(figures: Figures) -> None:
    of_all = figures.heat()
    assert [(cell.item, cell.province, cell.agencies, cell.missing) for cell in of_all] == [
        ("O2", "ก", 3, 1),
        ("O2", "ข", 1, 1),
        ("O10", "ก", 3, 1),
    ]
    of_one = figures.heat("ก")
    assert [(cell.item, cell.district, cell.missing) for cell in of_one] == [
        ("O2", "สอง", 1),
        ("O2", "หนึ่ง", 0),
        ("O10", "สอง", 1),
        ("O10", "หนึ่ง", 0),
    ]
    assert all(sum(cell[6:9]) == cell.agencies for cell in of_all + of_one)
    assert all(sum(cell[9:12]) == cell.agencies for cell in of_all + of_one)
    assert figures.heat("' OR 1=1 --") == []


def test_changes_since_the_result_before(figures: Figures) -> None:
    (change,) = figures.changes(10)
    assert (change.id, change.item, change.direction) == ("a3", "O10", "fell")
    assert (change.status_before, change.status) == ("complete", "partial")
    # An agency that was examined before now reports of itself: the row says both.
    assert (change.how_before, change.how) == ("examined", "reported")
    assert figures.changed() == [("fell", "examined", "reported", 1, 1)]
