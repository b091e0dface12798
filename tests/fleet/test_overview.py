"""The figures of the overview add up, and name how they are known."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from oit.fleet import record
from oit.fleet.folder import FleetFolder
from oit.fleet.list import ListedAgency
from oit.fleet.overview import Area, Overview, earlier_of, known_of, overview_of, readiness_of
from oit.fleet.record import Record
from oit.fleet.state import write
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


def key(name: str, day: str) -> dict[str, Any]:
    return record.key_of("x", {"source": f"data/{name}", "program": "p", "day": day, "year": None})


def examined(name: str, how: str, said: dict[str, Any], known: Record | None = None) -> Record:
    return record.examined(
        name, key(name, "2026-04-02" if known else "2026-04-01"), how, said, known
    )


PLACES = {
    "a1": ("ก", "หนึ่ง"),
    "a2": ("ก", "สอง"),
    "a3": ("ก", "สอง"),
    "a4": ("ข", ""),
    "a5": ("ข", ""),
    "a6": ("", ""),
}


@pytest.fixture
def overview(tmp_path: Path) -> Overview:
    """Six agencies: ready, low, fell back, earlier result, never read, not run."""
    fleet = FleetFolder(tmp_path)
    fell = examined("a3", "examined", status(O2="complete", O10="complete"))
    earlier = examined("a4", "reported", status("ชื่ออื่น", O2="missing", O10="not_applicable"))
    records = [
        examined("a1", "verified", status(O2="complete", O10="complete")),
        examined("a2", "examined", status(O2="missing", O10="missing")),
        examined("a3", "reported", status(O2="complete", O10="partial"), fell),
        record.failed("a4", key("a4", "2026-04-02"), no_data(), earlier),
        record.failed("a5", key("a5", "2026-04-02"), no_data(), None),
    ]
    fleet.state.mkdir()
    for one in records:
        write(fleet.state, one)
    listed = [
        ListedAgency(name, f"หน่วยงาน {name}", "municipality", *place, f"data/{name}", "ปลัด")
        for name, place in PLACES.items()
    ]
    # The agency with titles of its own is the first.
    return overview_of(fleet, sorted(listed, key=lambda agency: agency.id != "a4"))


def test_all_agencies_add_up_and_partial_runs_show(overview: Overview) -> None:
    assert overview.day == date(2026, 4, 2)
    counts = readiness_of(overview.agencies)
    assert counts == {"ready": 1, "under_way": 1, "mostly_missing": 2, "no_data": 2}
    known = known_of(overview.agencies)
    assert known == {"verified": 1, "examined": 1, "reported": 2, "unread": 1, "not_run": 1}
    assert earlier_of(overview.agencies) == 1


def test_areas_add_up_to_all(overview: Overview) -> None:
    counts = {area: readiness_of(agencies).total() for area, agencies in overview.areas.items()}
    assert counts == {("", ""): 1, ("ก", "สอง"): 2, ("ก", "หนึ่ง"): 1, ("ข", ""): 2}
    # Agencies without a district are together, whatever their result.
    assert [agency.row["id"] for agency in overview.areas[Area("ข", "")]] == ["a4", "a5"]


def test_an_item_counts_only_agencies_to_which_it_applies(overview: Overview) -> None:
    # Both are lacking twice: then the order is that of the checklist.
    assert [(key[2], tally.agencies, tally.lacking) for key, tally in overview.items] == [
        ("O2", 4, 2),
        ("O10", 3, 2),
    ]
    (_, first), (_, second) = overview.items
    assert first.statuses == {"complete": 2, "missing": 2}
    assert second.statuses == {"complete": 1, "partial": 1, "missing": 1}
    assert first.how == {"examined": 1, "reported": 1}
    assert first.areas[Area("ก", "สอง")] == {"complete": 1, "missing": 1}
    element = second.elements["e"]
    assert (element.agencies, element.lacking) == (3, 2)


def test_an_item_has_the_title_that_most_agencies_report(overview: Overview) -> None:
    assert [tally.title for _, tally in overview.items] == ["ข้อ", "ข้อ"]
    assert overview.items[0][1].elements["e"].title == "ข้อ"


def test_whom_to_help_first(overview: Overview) -> None:
    assert [(agency.row["id"], agency.contact) for agency in overview.unread] == [
        ("a4", "ปลัด"),
        ("a5", "ปลัด"),
    ]
    (fell,) = overview.fallen
    assert (fell.row["id"], fell.row["fallen"], fell.row["how"]) == ("a3", 1, "reported")
    # The ready one needs no help.
    lowest = [(agency.row["id"], agency.applicable) for agency in overview.lowest]
    assert lowest == [("a4", 1), ("a2", 2), ("a3", 2)]
    assert overview.age(overview.lowest[0]) == 1


def test_changes_since_the_result_before(overview: Overview) -> None:
    (change,) = overview.changes
    assert (change["name"], change["item"], change["direction"]) == ("หน่วยงาน a3", "O10", "fell")
    # An agency that was examined before now reports of itself: the row says both.
    assert (change["how_before"], change["how"]) == ("examined", "reported")
