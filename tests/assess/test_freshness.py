"""Freshness: which items are due for another look."""

from datetime import date

import pytest

from given import a_folder
from oit.assess.examine import examine, examine_all
from oit.assess.freshness import reviews
from small_agency import SmallAgency

DUE = date(2026, 4, 15)
"""Three months after the 15 January on which item O1 was last changed."""


def reported(agency: SmallAgency, day: date) -> list[str]:
    findings = agency.assess(day).findings
    return [f"{f.place} {f.item}" for f in findings if f.code.id == "OIT408"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (DUE, []),  # the whole of the day is left
        (date(2026, 4, 16), ["data/2569/o01.yml:5:1 O1"]),
    ],
)
def test_an_item_past_its_review(small_agency: SmallAgency, day: date, expected: list[str]) -> None:
    small_agency.add("data/2569/o01.yml", "review_every: 3 เดือน\n")
    assert reported(small_agency, day) == expected


def test_it_is_a_warning_that_says_since_when(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o01.yml", "review_every: 3 เดือน\n")
    (item,) = small_agency.assess(date(2026, 4, 18)).only(item="o1").items
    (finding,) = item.findings
    assert item.status == "complete"
    assert finding.severity == "warning"
    assert finding.message() == "เลยกำหนดทบทวนข้อมูล 15 เมษายน 2569 มา 3 วันแล้ว (ทบทวนทุก 3 เดือน)"
    assert (
        finding.message("en") == "the review was due on 2026-04-15, 3 day(s) ago (every 3 month(s))"
    )


def test_other_findings_of_the_item_keep_their_order(small_agency: SmallAgency) -> None:
    small_agency.write(
        "data/2569/o07.yml", "updated: 2568-10-01\nreview_every: ทุกเดือน\nyear: 2568\n"
    )
    (item,) = small_agency.assess().only(item="o7").items
    assert [finding.place for finding in item.findings] == sorted(f.place for f in item.findings)
    assert "OIT408" in {finding.code.id for finding in item.findings}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("review_every: ทุกปี\n", ["OIT408"]),
        ("review_every: ทุกปี\nupdated: วันนี้\n", ["OIT208"]),  # reported once
        ("review_every: บ่อย ๆ\nupdated: 2568-01-01\n", ["OIT208"]),
        ('review_every: "-"\nupdated: 2568-01-01\n', []),
        ("updated: 2560-01-01\n", []),  # no reviews are required
    ],
)
def test_what_does_not_say_when_it_is_due(
    small_agency: SmallAgency, text: str, codes: list[str]
) -> None:
    small_agency.write("data/2569/o01.yml", f"address: ก\nphone: 1\n{text}")
    (item,) = small_agency.assess().only(item="o1").items
    assert [finding.code.id for finding in item.findings] == codes


def test_what_is_due_later_is_known_too(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o01.yml", "review_every: 3 เดือน\n")
    assert [(r.result.item.id, r.due) for r in reviews(small_agency.assess())] == [("O1", DUE)]


def test_years_gone_by_are_not_reviewed(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o01.yml", "review_every: 3 เดือน\n")
    checklist = (small_agency.data / "checklists/small-2569.yml").read_text(encoding="utf-8")
    item = "updated: 2568-10-02\nreview_every: 1 เดือน\naddress: ก\nphone: 1\n"
    folder = a_folder(
        small_agency.folder,
        {
            "data/checklists/small-2570.yml": checklist.replace("year: 2569", "year: 2570"),
            "data/2570/o01.yml": item.replace("2568", "2569"),
        },
    )
    day = date(2026, 12, 1)
    newest, older = examine_all(folder, day)
    assert "OIT408" in [finding.code.id for finding in newest.findings]
    assert "OIT408" not in [finding.code.id for finding in older.findings]
    assert "OIT408" not in [finding.code.id for finding in examine(folder, day, 2569).findings]
