"""The turns of the ITA cycle in an assessment: what they know, and what is reported of them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.assessment import ItemStatus, errors_in
from oit.assess.cycles import cycles_of
from oit.assess.examine import examine, examine_all
from oit.data.folder import DataFolder
from oit.data.load import load
from oit.ita.cycle import Cycle

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}
THIS = "data/2569/ita.yml"
LAST = "data/2568/ita.yml"

OWN = """\
checklist: general
year: {year}
title: แบบวัดย่อ
indicators: [{{id: "9", title: การเปิดเผยข้อมูล}}]
items:
  - id: o07
    title: แผน
    indicator: "9"
    form: annual_report
    file: plans.yml
    elements:
      - {{id: now, text: ผล, rule: present, field: problems}}
"""


def an_agency(path: Path, files: Mapping[str, str]) -> DataFolder:
    return a_folder(path, {**AGENCY, **files})


def cycles(folder: DataFolder, year: int = 2569) -> dict[int, Cycle]:
    return cycles_of(load(folder, [year]).years[year])


def reported(folder: DataFolder) -> list[str]:
    """Return the findings of the newest year, without those for items without a file."""
    found = examine(folder, TODAY).findings
    return [f"{f.place} {f.code.id}" for f in found if f.code.id != "OIT200"]


@pytest.mark.parametrize("files", [{THIS: ""}, {THIS: "", "data/2568/o01.yml": ""}])
def test_last_years_file_is_missed_by_its_own_name(tmp_path: Path, files: dict[str, str]) -> None:
    folder = an_agency(tmp_path, files)
    missing = [f for f in examine(folder, TODAY).findings if f.item in {"O25", "O26"}]
    (gap,) = (finding for finding in missing if finding.code.id == "OIT200")
    assert (str(gap.place), gap.item) == ("data/2568/ita.yml:1:1", "O26")
    assert "data/2568/ita.yml" in gap.hint()


def test_a_turn_belongs_to_its_year_and_to_the_items_that_its_file_answers(
    tmp_path: Path,
) -> None:
    folder = an_agency(tmp_path, {THIS: "year: 2569", LAST: "year: 2568"})
    assessment = examine(folder, TODAY)
    turns = {item.item.id: item.cycle.year for item in assessment.items if item.cycle}
    assert turns == {"O25": 2569, "O26": 2568}
    assert assessment.cycle
    assert assessment.cycle.year == 2569


def test_without_its_file_a_year_has_no_turn(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2569/o03.yml": "", LAST: ""})
    assert list(cycles(folder)) == [2568]
    assert examine(folder, TODAY).cycle is None


def test_a_turn_knows_the_checklists_of_its_year_and_of_its_results_year(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {THIS: "", LAST: "results: {year: 2566}"})
    this, last = (cycles(folder)[year] for year in (2569, 2568))
    assert this.titles
    assert (len(this.titles), this.titles["O1"]) == (28, "โครงสร้างและอำนาจหน้าที่")
    # Only the report of another year's turn is used, so the items of its results are not known.
    assert last.titles is None
    assert list(this.quoted) == [f"O{number}" for number in range(1, 27)]
    assert "มาตรการที่ดำเนินการ" in this.quoted["O26"]


def test_a_turn_knows_the_required_fields_of_its_measures(tmp_path: Path) -> None:
    turn = cycles(an_agency(tmp_path, {THIS: ""}))[2569]
    assert turn.required_fields == {
        "topic",
        "indicator",
        "questions",
        "finding",
        "steps",
        "period",
        "owner",
    }


def test_without_a_checklist_of_the_results_year_the_framework_has_the_questions(
    tmp_path: Path,
) -> None:
    turn = cycles(an_agency(tmp_path, {"data/2565/ita.yml": ""}), 2565)[2565]
    assert (turn.results_year, turn.titles) == (2564, None)
    assert len(turn.known_questions("O")) == 43


def test_a_sectors_questions_are_not_those_of_the_general_framework(tmp_path: Path) -> None:
    college = {"data/agency.yml": "name: วิทยาลัย\nkind: college\nchecklist: vocational\n"}
    folder = an_agency(tmp_path, {**college, THIS: ""})
    turn = cycles(folder)[2569]
    assert (turn.results_year, turn.titles) == (2568, {})
    assert turn.known_questions("O") == []
    assert len(turn.known_questions("i")) == 15


# Its faults are reported once, however many items and years use it.

WRONG = """\
measures:
  - {name: อบรม, owner: ก, questions: [ข้อเจ็ด], period: ไตรมาสที่ 4}
documents:
  - {title: ก, file: files/a.pdf, shows: {measurs: 1}}
"""
FAULTS = ["2:40 OIT217", "4:16 OIT301", "4:43 OIT306"]


def test_two_items_of_one_year_use_a_turn_with_faults(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2566/ita.yml": WRONG})
    found = [line for line in reported(folder) if ":2:" in line or ":4:" in line]
    assert sorted(found) == [f"data/2566/ita.yml:{line}" for line in FAULTS]


def test_two_years_use_a_turn_with_faults(tmp_path: Path) -> None:
    files = {THIS: "year: 2569", LAST: WRONG, "data/2568/o03.yml": ""}
    years = examine_all(an_agency(tmp_path, files), TODAY)
    for assessment in years:
        errors = [f"{f.place} {f.code.id}" for f in errors_in([assessment])]
        assert sorted(errors) == [f"{LAST}:{line}" for line in FAULTS]
    assert len(errors_in(years)) == len(FAULTS)


def test_no_item_uses_a_turn_with_faults(tmp_path: Path) -> None:
    agency = {"data/agency.yml": "name: วิทยาลัยเล็ก\nkind: college\nchecklist: vocational\n"}
    folder = an_agency(tmp_path, {**agency, THIS: "total: 9\nresults: {total: 900}"})
    assert sorted(reported(folder)) == [f"{THIS}:1:1 OIT205", f"{THIS}:2:18 OIT210"]


def test_an_items_own_file_beside_the_turn_is_reported(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {THIS: "", "data/2569/o25.yml": "year: 2569"})
    assert [line for line in reported(folder) if not line.startswith(THIS)] == [
        "data/2569/o25.yml:1:1 OIT110"
    ]
    assert load(folder, [2569]).years[2569].records["O25"].document.file == THIS


def test_an_item_with_a_misnamed_turn_is_not_reported_as_missing(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2569/ita.yaml": "year: 2569"})
    found = [f.code.id for f in examine(folder, TODAY).findings if f.item == "O25"]
    assert found == ["OIT110"]


# Years of history: nothing but a turn of the cycle.


def test_a_past_year_of_history_is_assessed_against_no_checklist(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {THIS: "", LAST: "measures: [{name: อบรม}]"})
    newest, older = examine_all(folder, TODAY)
    assert (newest.year, len(newest.items)) == (2569, 26)
    assert (older.year, older.items) == (2568, ())
    assert older.cycle
    assert {f"{f.place.file} {f.code.id}" for f in older.findings} == {
        f"{LAST} {code}" for code in ("OIT501", "OIT504", "OIT505")
    }


def test_the_newest_year_is_assessed_against_its_checklist_even_without_items(
    tmp_path: Path,
) -> None:
    folder = an_agency(tmp_path, {THIS: ""})
    assessment = examine(folder, TODAY)
    assert len(assessment.items) == 26
    assert assessment.item_counts[ItemStatus.MISSING] == 26


def test_a_past_year_with_items_is_assessed_against_its_checklist(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {THIS: "", LAST: "", "data/2568/o03.yml": ""})
    _, older = examine_all(folder, TODAY)
    assert len(older.items) == 28


def test_a_file_that_a_checklist_names_is_not_unknown(tmp_path: Path) -> None:
    this = OWN.format(year=2569)
    files = {"data/checklists/general-2569.yml": this, "data/2569/plans.yml": "problems: ก"}
    folder = an_agency(tmp_path, files)
    assert reported(folder) == []
    assert list(load(folder, [2569]).years[2569].records) == ["o07"]


def test_a_checklist_may_write_its_items_in_any_way_that_questions_are_written(
    tmp_path: Path,
) -> None:
    own = OWN.format(year=2568)
    files = {"data/checklists/general-2568.yml": own, THIS: "results: {questions: [{id: O7}]}"}
    turn = cycles(an_agency(tmp_path, files))[2569]
    assert turn.titles == {"O7": "แผน"}
    assert turn.text_of("O7") == "แผน"


REVIEW = """\
items:
  - {item: O1, score: 100}
  - {item: o07, score: 0, final: 50}
  - {item: O๘}
"""


def test_scores_of_items_come_from_the_review_of_the_year_before(tmp_path: Path) -> None:
    files = {THIS: "results: {questions: [{id: O1, score: 100}]}\n", "data/2568/review.yml": REVIEW}
    cycle = cycles(an_agency(tmp_path, files))[2569]
    assert {q.id: str(q.score) for q in cycle.results.questions} == {"O1": "100", "O7": "50"}
    assert str(cycle.given["O7"].place) == "data/2568/review.yml:3:5"


def test_scores_come_from_the_year_that_the_results_are_of(tmp_path: Path) -> None:
    files = {THIS: "results: {year: 2567}\n", "data/2568/review.yml": REVIEW}
    assert cycles(an_agency(tmp_path, files))[2569].results.questions == []


def test_scores_of_unknown_items_are_not_used(tmp_path: Path) -> None:
    files = {THIS: "", "data/2568/review.yml": "items: [{item: O99, score: 50}]\n"}
    assert cycles(an_agency(tmp_path, files))[2569].given == {}


def test_a_list_whose_items_are_no_questions_of_the_ita_gives_no_scores(tmp_path: Path) -> None:
    own = OWN.format(year=2568).replace("o07", "LO107").replace("general", "own")
    files = {
        "data/agency.yml": f"{AGENCY['data/agency.yml']}checklist: own\n",
        "data/checklists/own-2568.yml": own,
        "data/checklists/own-2569.yml": own.replace("2568", "2569"),
        THIS: "",
        "data/2568/review.yml": "items: [{item: LO107, score: 50}]\n",
    }
    assert cycles(an_agency(tmp_path, files))[2569].given == {}


def test_a_low_score_of_the_review_wants_a_measure(tmp_path: Path) -> None:
    files = {
        THIS: "year: 2569\nmeasures: []\n",
        "data/2568/review.yml": "items: [{item: O7, score: 0}]\n",
    }
    assert f"{THIS}:2:1 OIT503" in reported(an_agency(tmp_path, files))


def test_a_score_that_contradicts_the_review_is_reported(tmp_path: Path) -> None:
    files = {
        THIS: "results: {questions: [{id: O7, score: 100}]}\n",
        "data/2568/review.yml": "items: [{item: O7, score: 50}]\n",
    }
    assert f"{THIS}:1:32 OIT519" in reported(an_agency(tmp_path, files))
