"""What improved and what got worse between two assessments."""

import itertools
from dataclasses import replace

import pytest

from given import a_folder
from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.data.folder import DataFolder
from oit.views.changes.difference import Difference, ItemChange, predecessors
from small_agency import CHECKLIST, FIVE_OF_SIX_MONTHS, TODAY, SmallAgency


def ids(items: list[ItemChange]) -> list[str]:
    return [item.result.item.id for item in items]


def elements(items: list[ItemChange], which: str) -> list[str]:
    return [element.element.id for item in items for element in getattr(item, which)]


def test_nothing_has_changed(small_agency: SmallAgency) -> None:
    same = Difference(small_agency.assess(), small_agency.assess())
    assert (same.newly_complete, same.worse, same.gained, same.lost) == ([], [], [], [])
    assert same.complete == (3, 3)


def test_items_become_complete_and_elements_are_gained(small_agency: SmallAgency) -> None:
    before = small_agency.assess()
    small_agency.complete()
    better = Difference(before, small_agency.assess())
    assert ids(better.newly_complete) == ["O7", "O8"]
    assert elements(better.gained, "gained") == ["problems", "recommendations", "entries"]
    assert (better.worse, better.lost) == ([], [])
    assert better.complete == (3, 5)


def test_items_get_worse_and_elements_are_lost(small_agency: SmallAgency) -> None:
    before = small_agency.assess()
    small_agency.write("data/2569/o01.yml", "phone: 0 4500 0000\n")
    (small_agency.data / "2569/o07.yml").unlink()
    worse = Difference(before, small_agency.assess())
    assert ids(worse.worse) == ["O1", "O7"]
    assert elements(worse.lost, "lost") == ["address", "results"]
    assert worse.newly_complete == []


def test_item_that_no_longer_applies_is_not_worse(small_agency: SmallAgency) -> None:
    before = small_agency.assess()
    small_agency.write("data/2569/o01.yml", "not_applicable: ไม่มีสำนักงาน\n")
    difference = Difference(before, small_agency.assess())
    assert ids(difference.worse) == []
    # Its elements are still listed as lost.
    assert elements(difference.lost, "lost") == ["address", "phone"]


def test_without_earlier_items_complete_items_are_newly_complete(
    small_agency: SmallAgency,
) -> None:
    new = small_agency.assess()
    difference = Difference(replace(new, items=()), new)
    assert ids(difference.newly_complete) == ["O1", "O2", "O20"]
    assert difference.gained == []


@pytest.fixture
def three_years(small_agency: SmallAgency) -> DataFolder:
    """Years whose checklists renumber the same items; 2570 merges two of them."""
    lists = {
        2568: CHECKLIST.replace("id: O1\n", "id: O5\n").replace("id: O2\n", "id: O6\n"),
        2569: CHECKLIST.replace("id: O1\n", "id: O1\n    continues: [O5]\n").replace(
            "id: O2\n", "id: O2\n    continues: [O6]\n"
        ),
        2570: CHECKLIST.replace("id: O1\n", "id: O3\n    continues: [O1, O2]\n"),
    }
    files = {
        f"data/checklists/small-{year}.yml": text.replace("year: 2569", f"year: {year}")
        for year, text in lists.items()
    }
    items = {"data/2568/o05.yml": "phone: '1'\n", "data/2570/o03.yml": "phone: '1'\naddress: ก\n"}
    return a_folder(small_agency.folder, {**files, **items})


def compared(folder: DataFolder, old: int, new: int) -> Difference:
    def of(year: int) -> Assessment:
        return examine(folder, TODAY, year)

    return Difference(of(old), of(new), predecessors(folder, of(new).agency, old, new))


def test_items_of_two_years_are_matched_by_what_they_continue(three_years: DataFolder) -> None:
    difference = compared(three_years, 2568, 2569)
    by_id = {item.result.item.id: item for item in difference.items}
    assert (by_id["O1"].before, by_id["O1"].is_newly_complete) == ("partial", True)
    assert elements([by_id["O1"]], "gained") == ["address"]
    assert by_id["O7"].before is None  # continues nothing


def test_items_are_followed_through_the_checklists_between_two_years(
    three_years: DataFolder,
) -> None:
    follow = predecessors(three_years, compared(three_years, 2569, 2570).new.agency, 2568, 2570)
    assert follow("O3") == ["O5", "O6"]
    assert follow("O99") == []


def test_merged_items_count_as_the_worst_of_them(three_years: DataFolder) -> None:
    by_id = {item.result.item.id: item for item in compared(three_years, 2568, 2570).items}
    assert by_id["O3"].before == "missing"


def test_year_without_a_checklist_is_skipped(three_years: DataFolder) -> None:
    agency = examine(three_years, TODAY, 2569).agency
    assert predecessors(three_years, agency, 2569, 2571)("O3") == ["O1", "O2"]


def test_more_of_an_element_is_a_gain_and_less_a_loss(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    five = small_agency.assess()
    small_agency.write("data/2569/o22.yml", FIVE_OF_SIX_MONTHS.replace("2569-02", "2568-09"))
    four = small_agency.assess()
    small_agency.write(
        "data/2569/o22.yml", f"{FIVE_OF_SIX_MONTHS}  - {{month: 2569-01, nothing: ไม่มี}}\n"
    )
    six = small_agency.assess()
    (small_agency.data / "2569/o22.yml").unlink()
    none = small_agency.assess()
    steps = [none, four, five, six]
    for before, after in itertools.pairwise(steps):
        assert elements(Difference(before, after).gained, "gained") == ["months"]
        assert elements(Difference(after, before).lost, "lost") == ["months"]
    assert ids(Difference(five, six).newly_complete) == ["O22"]
    assert ids(Difference(none, five).newly_complete) == []
