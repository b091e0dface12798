"""One year of the data: every item's file, and the file of the ITA cycle."""

from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.assessment import ItemStatus, errors_in
from oit.assess.examine import examine, examine_all
from oit.assess.year import YearData, read_year
from oit.data.folder import DataFolder, read_agency
from oit.forms.agency import Agency
from oit.forms.ita import Ita

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}
MUNICIPALITY = Agency(name="เทศบาลเล็ก", kind="municipality")


def year_findings(folder: DataFolder, year: int = 2569) -> list[str]:
    data, findings = read_year(folder, MUNICIPALITY, year)
    records = data.records.values() if data else []
    found = [*findings, *(f for record in records for f in record.findings)]
    return [f"{f.place} {f.code.id}" for f in found]


def read_2569(folder: DataFolder) -> YearData:
    data, _ = read_year(folder, MUNICIPALITY, 2569)
    assert data
    return data


def test_without_its_checklist_a_year_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, "data/2599/o01.yml": "phone: ก: ข"})
    assert read_year(folder, MUNICIPALITY, 2599)[0] is None
    assert year_findings(folder, 2599) == ["data/2599:1:1 OIT401"]


# The items' files.


def test_an_item_is_read_by_its_form(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/2569/o03.yml": "phone: 0 4599 9999"})
    data = read_2569(folder)
    assert list(data.records) == ["O3"]
    assert data.files["O3"] == "data/2569/o03.yml"
    assert data.records["O3"].form.model_dump(exclude_defaults=True) == {"phone": "0 4599 9999"}
    assert data.records["O3"].unreadable == frozenset()


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("o7.yml", "o07.yml"),
        ("o7.yaml", "o07.yml"),
        ("O07.yml", "o07.yml"),
        ("o07.YML", "o07.yml"),
        ("o07 (1).yml", "o07.yml"),
        ("o007.yml", "o07.yml"),
        ("ita.yaml", "ita.yml"),
        ("ITA.yml", "ita.yml"),
        ("ita (1).yml", "ita.yml"),
        ("o25.yml", "ita.yml"),
        ("o26.yml", "2568/ita.yml"),  # the report on the measures of the year before
        ("o99.yml", None),
        ("itas.yml", None),
    ],
)
def test_a_misnamed_file_is_told_with_the_right_name(
    tmp_path: Path, name: str, suggestion: str | None
) -> None:
    folder = a_folder(tmp_path, {f"data/2569/{name}": "year: 2568"})
    assert year_findings(folder) == [f"data/2569/{name}:1:1 OIT110"]
    data, findings = read_year(folder, MUNICIPALITY, 2569)
    assert data
    told = findings or [f for record in data.records.values() for f in record.findings]
    assert ("did you mean" in told[0].message("en")) == (suggestion is not None)
    assert (suggestion or "") in told[0].message("en")


def test_a_misnamed_file_stands_for_its_item_which_is_not_told_as_missing(tmp_path: Path) -> None:
    data = read_2569(a_folder(tmp_path, {"data/2569/o7.yml": "year: 2568"}))
    assert list(data.records) == ["O7"]
    assert "projects" in data.records["O7"].unreadable


def test_of_two_files_for_one_item_the_rightly_named_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/2569/o07.yml": "year: 2568", "data/2569/o7.yml": ""})
    assert year_findings(folder) == ["data/2569/o7.yml:1:1 OIT110"]
    assert read_2569(folder).records["O7"].unreadable == frozenset()


@pytest.mark.parametrize(
    "name", [".keep", "._o07.yml", ".o07.yml.swp", "Thumbs.db", "~$o07.xlsx", "note.txt"]
)
def test_what_programs_leave_in_a_folder_is_passed_over(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path, {f"data/2569/{name}": ""})
    assert year_findings(folder) == []
    assert read_2569(folder).records == {}


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("phone: ก: ข", ["data/2569/o03.yml:1:9 OIT102"]),
        ("- phone", ["data/2569/o03.yml:1:1 OIT206"]),
        ("phone:\t1", ["data/2569/o03.yml:1:7 OIT103"]),
    ],
)
def test_of_a_file_that_cannot_be_read_every_field_is_unknown(
    tmp_path: Path, text: str, findings: list[str]
) -> None:
    folder = a_folder(tmp_path, {"data/2569/o03.yml": text})
    assert year_findings(folder) == findings
    assert {"phone", "documents"} <= read_2569(folder).records["O3"].unreadable


def test_of_a_file_with_faults_the_rest_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/2569/o03.yml": "phone: 1\nphone: 2\nemail: x\nfax: 3"})
    assert year_findings(folder) == ["data/2569/o03.yml:2:1 OIT104", "data/2569/o03.yml:3:8 OIT211"]
    record = read_2569(folder).records["O3"]
    assert record.form.model_dump(exclude_defaults=True) == {"phone": "1", "fax": "3"}
    assert record.unreadable == {"email"}


def test_the_documents_of_an_item_are_looked_for_in_docs(tmp_path: Path) -> None:
    text = "documents:\n  - {title: ก, file: files/a.txt}\n  - {title: ข, file: files/b.txt}\n"
    folder = a_folder(tmp_path, {"data/2569/o03.yml": text, "docs/files/a.txt": "ก"})
    assert year_findings(folder) == ["data/2569/o03.yml:3:16 OIT301"]


# Links of the file system: nothing outside the data folder is read.

SECRET = {"elsewhere/2569/o03.yml": "phone: ความลับ", "elsewhere/agency.yml": "name: ความลับ"}


def test_a_file_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**SECRET, **AGENCY, "data/2569/.keep": ""})
    (folder.path / "2569/o03.yml").symlink_to(tmp_path / "elsewhere/2569/o03.yml")
    assert year_findings(folder) == ["data/2569/o03.yml:1:1 OIT107"]
    assert read_2569(folder).records["O3"].form.model_dump(exclude_defaults=True) == {}


def test_a_year_that_links_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**SECRET, **AGENCY})
    (folder.path / "2569").symlink_to(tmp_path / "elsewhere/2569")
    assert year_findings(folder) == ["data/2569/o03.yml:1:1 OIT107"]
    assert read_2569(folder).records["O3"].form.model_dump(exclude_defaults=True) == {}


def test_the_data_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    a_folder(tmp_path / "disk", {**AGENCY, "data/2569/o03.yml": "phone: 1"})
    (tmp_path / "data").symlink_to(tmp_path / "disk/data")
    folder = DataFolder(tmp_path / "data", tmp_path)
    assert folder.docs == tmp_path / "docs"
    assert year_findings(folder) == []
    assert list(read_2569(folder).records) == ["O3"]


def test_a_fault_behind_an_entry_that_was_left_out_stands_on_its_own_line(tmp_path: Path) -> None:
    text = "documents:\n  - {file: files/a.pdf}\n  - {title: ข, file: files/b.pdf}\n"
    folder = a_folder(tmp_path, AGENCY | {"data/2569/o07.yml": text})
    assert year_findings(folder) == [
        "data/2569/o07.yml:2:5 OIT207",
        "data/2569/o07.yml:3:16 OIT301",
    ]


# The file of the ITA cycle: one file, several items and years.

THIS = "data/2569/ita.yml"
LAST = "data/2568/ita.yml"


def read(folder: DataFolder, year: int, *, history: bool = False) -> YearData:
    data, _ = read_year(folder, MUNICIPALITY, year, history=history)
    assert data
    return data


def told(folder: DataFolder) -> list[str]:
    """Return what is told of the newest year, but for the items that have no file."""
    found = examine(folder, TODAY).findings
    return [f"{f.place} {f.code.id}" for f in found if f.code.id != "OIT200"]


def test_items_that_share_a_file_share_what_it_says(tmp_path: Path) -> None:
    data = read(a_folder(tmp_path, {"data/2566/ita.yml": "year: 2566"}), 2566)
    assert data.files["O42"] == data.files["O43"] == "data/2566/ita.yml"
    assert data.records["O42"] is data.records["O43"] is data.cycles[2566].record
    assert isinstance(data.records["O42"].form, Ita)


def test_an_item_may_be_answered_by_last_years_file(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {THIS: "year: 2569", LAST: "year: 2568"})
    data = read_2569(folder)
    assert (data.files["O25"], data.files["O26"]) == (THIS, LAST)
    assert data.records["O25"].form.model_dump(exclude_defaults=True) == {"year": 2569}
    assert data.records["O26"].form.model_dump(exclude_defaults=True) == {"year": 2568}
    assert sorted(data.cycles) == [2568, 2569]


@pytest.mark.parametrize("files", [{THIS: ""}, {THIS: "", "data/2568/o01.yml": ""}])
def test_last_years_file_is_missed_by_its_own_name(tmp_path: Path, files: dict[str, str]) -> None:
    folder = a_folder(tmp_path, {**AGENCY, **files})
    missing = [f for f in examine(folder, TODAY).findings if f.item in {"O25", "O26"}]
    (gap,) = (finding for finding in missing if finding.code.id == "OIT200")
    assert (str(gap.place), gap.item) == ("data/2568/ita.yml:1:1", "O26")
    assert "data/2568/ita.yml" in gap.hint()


def test_a_turn_belongs_to_its_year_and_to_the_items_that_its_file_answers(
    tmp_path: Path,
) -> None:
    folder = a_folder(tmp_path, {**AGENCY, THIS: "year: 2569", LAST: "year: 2568"})
    assessment = examine(folder, TODAY)
    turns = {item.item.id: item.cycle.year for item in assessment.items if item.cycle}
    assert turns == {"O25": 2569, "O26": 2568}
    assert assessment.cycle
    assert assessment.cycle.year == 2569


def test_without_its_file_a_year_has_no_turn(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, "data/2569/o03.yml": "", LAST: ""})
    assert list(read_2569(folder).cycles) == [2568]
    assert examine(folder, TODAY).cycle is None


def test_a_turn_knows_the_lists_of_its_own_and_of_its_results_year(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {THIS: "", LAST: "results: {year: 2566}"})
    this, last = (read_2569(folder).cycles[year] for year in (2569, 2568))
    assert this.titles
    assert (len(this.titles), this.titles["O1"]) == (28, "โครงสร้างและอำนาจหน้าที่")
    # Of another year's turn only what the report says is wanted, and no item of its results.
    assert last.titles is None
    assert list(this.quoted) == [f"O{number}" for number in range(1, 27)]
    assert "มาตรการที่ดำเนินการ" in this.quoted["O26"]


def test_a_turn_knows_what_the_checklist_asks_of_its_measures(tmp_path: Path) -> None:
    turn = read_2569(a_folder(tmp_path, {THIS: ""})).cycles[2569]
    assert turn.asked == {"topic", "indicator", "questions", "finding", "steps", "period", "owner"}


def test_where_no_list_is_known_of_the_results_year_the_framework_tells(tmp_path: Path) -> None:
    turn = read(a_folder(tmp_path, {"data/2566/ita.yml": ""}), 2566).cycles[2566]
    assert (turn.results_year, turn.titles) == (2565, None)
    assert len(turn.known_questions("O")) == 43


def test_a_sectors_questions_are_not_those_of_the_general_framework(tmp_path: Path) -> None:
    college = {"data/agency.yml": "name: วิทยาลัย\nkind: college\nchecklist: vocational\n"}
    folder = a_folder(tmp_path, {**college, THIS: ""})
    agency, _ = read_agency(folder)
    assert agency
    data, _ = read_year(folder, agency, 2569)
    assert data
    turn = data.cycles[2569]
    assert (turn.results_year, turn.titles) == (2568, {})
    assert turn.known_questions("O") == []
    assert len(turn.known_questions("i")) == 15


# What is wrong with it is told once, whoever reads it.

WRONG = """\
measures:
  - {name: อบรม, owner: ก, questions: [ข้อเจ็ด], period: ไตรมาสที่ 4}
documents:
  - {title: ก, file: files/a.pdf, shows: {measurs: 1}}
"""
TOLD = ["2:40 OIT217", "4:16 OIT301", "4:43 OIT306"]


def test_of_two_items_of_one_year(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, "data/2566/ita.yml": WRONG})
    found = [line for line in told(folder) if ":2:" in line or ":4:" in line]
    assert sorted(found) == [f"data/2566/ita.yml:{line}" for line in TOLD]


def test_of_two_years(tmp_path: Path) -> None:
    files = {THIS: "year: 2569", LAST: WRONG, "data/2568/o03.yml": ""}
    years = examine_all(a_folder(tmp_path, {**AGENCY, **files}), TODAY)
    for assessment in years:
        errors = [f"{f.place} {f.code.id}" for f in errors_in([assessment])]
        assert sorted(errors) == [f"{LAST}:{line}" for line in TOLD]
    assert len(errors_in(years)) == len(TOLD)


def test_of_a_turn_that_no_item_asks_for(tmp_path: Path) -> None:
    agency = {"data/agency.yml": "name: วิทยาลัยเล็ก\nkind: college\nchecklist: vocational\n"}
    folder = a_folder(tmp_path, {**agency, THIS: "total: 9\nresults: {total: 900}"})
    assert sorted(told(folder)) == [f"{THIS}:1:1 OIT205", f"{THIS}:2:18 OIT210"]


def test_a_file_of_an_items_own_beside_it_is_told(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, THIS: "", "data/2569/o25.yml": "year: 2569"})
    assert [line for line in told(folder) if not line.startswith(THIS)] == [
        "data/2569/o25.yml:1:1 OIT110"
    ]
    assert read_2569(folder).records["O25"].document.file == THIS


def test_what_a_misnamed_turn_answers_is_not_told_as_missing(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, "data/2569/ita.yaml": "year: 2569"})
    found = [f.code.id for f in examine(folder, TODAY).findings if f.item == "O25"]
    assert found == ["OIT110"]


# What its documents may show.


@pytest.mark.parametrize(
    ("year", "element", "known"),
    [
        (2569, "question_scores", True),  # of O25
        (2569, "outcomes", False),  # of O26, which reads the file of 2568
        (2568, "weaknesses", True),  # of O27 of that year
        (2568, "indicator_scores", True),
        (2568, "outcomes", True),  # of O26 of 2569
        (2568, "question_scores", False),  # of O25 of 2569, which reads the file of 2569
        (2567, "outcomes", True),  # of O28 of 2568
        (2566, "analysis", True),
        (2566, "outcomes", True),  # of O33 of 2567
    ],
)
def test_a_document_shows_elements_of_every_item_that_reads_the_file(
    tmp_path: Path, year: int, element: str, known: bool
) -> None:
    text = f"documents: [{{title: ก, file: files/a.txt, shows: {{{element}: }}}}]"
    files = {f"data/{year}/ita.yml": text, "docs/files/a.txt": "ก"}
    folder = a_folder(tmp_path, {**AGENCY, **files, f"data/{year + 1}/ita.yml": ""})
    found = {
        finding.message()
        for reader in (year, year + 1)
        for history in (False, True)
        if (record := read(folder, reader, history=history).cycles.get(year))
        for finding in record.record.findings
    }
    # Whichever year reads it says the same.
    assert len(found) == (not known)


def test_of_a_year_without_a_list_nobody_knows_what_documents_may_show(tmp_path: Path) -> None:
    text = "documents: [{title: ก, file: files/a.txt, shows: {whatever: }}]"
    files = {"data/2565/ita.yml": text, "docs/files/a.txt": "ก"}
    folder = a_folder(tmp_path, {**AGENCY, **files})
    assert read(folder, 2565).cycles[2565].record.findings == ()


# Years of history: nothing but a turn of the cycle.


def test_a_turn_of_a_year_without_a_list_is_read_all_the_same(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, "data/2565/ita.yml": "results: {total: 78.77}"})
    data, findings = read_year(folder, MUNICIPALITY, 2565)
    assert findings == []
    assert data
    assert (data.checklist.year, data.checklist.items, data.records) == (2565, [], {})
    assert data.cycles[2565].results.total is not None


def test_a_year_with_items_needs_its_list(tmp_path: Path) -> None:
    files = {"data/2565/ita.yml": "", "data/2565/o01.yml": ""}
    assert read_year(a_folder(tmp_path, files), MUNICIPALITY, 2565)[0] is None


def test_an_older_year_of_history_is_held_against_no_list(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, THIS: "", LAST: "measures: [{name: อบรม}]"})
    newest, older = examine_all(folder, TODAY)
    assert (newest.year, len(newest.items)) == (2569, 26)
    assert (older.year, older.items) == (2568, ())
    assert older.cycle
    assert {f"{f.place.file} {f.code.id}" for f in older.findings} == {
        f"{LAST} {code}" for code in ("OIT501", "OIT504", "OIT505")
    }


def test_the_newest_year_is_held_against_its_list_even_if_it_has_nothing_else(
    tmp_path: Path,
) -> None:
    folder = a_folder(tmp_path, {**AGENCY, THIS: ""})
    assessment = examine(folder, TODAY)
    assert len(assessment.items) == 26
    assert assessment.item_counts[ItemStatus.MISSING] == 26


def test_an_older_year_with_items_is_held_against_its_list(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, THIS: "", LAST: "", "data/2568/o03.yml": ""})
    _, older = examine_all(folder, TODAY)
    assert len(older.items) == 28


def test_a_list_that_cannot_be_read_is_told_of_a_year_of_history_too(tmp_path: Path) -> None:
    files = {THIS: "", "data/checklists/general-2569.yml": "items: 1: 2"}
    folder = a_folder(tmp_path, {**AGENCY, **files})
    assert told(folder) == ["data/checklists/general-2569.yml:1:9 OIT102"]
    assert read_year(folder, MUNICIPALITY, 2569)[0] is None
    # As history it is held against none.
    assert read(folder, 2569, history=True).checklist.items == []


def test_only_a_year_of_history_is_read_as_one(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, THIS: "", "data/2569/o03.yml": ""})
    assert len(read(folder, 2569, history=True).checklist.items) == 26


# Files that an agency's own list lets items share.

OWN = """\
checklist: general
year: {year}
title: แบบวัดย่อ
indicators: [{{id: "9", title: การเปิดเผยข้อมูล}}]
items:
  - id: o{number}
    title: แผน
    indicator: "9"
    form: annual_report
    file: plans.yml
    file_year: {file_year}
    elements:
      - {{id: {element}, text: ผล, rule: present, field: problems}}
"""


def test_a_file_that_items_share_is_no_unknown_file(tmp_path: Path) -> None:
    this = OWN.format(year=2569, number="07", file_year="this", element="now")
    files = {"data/checklists/general-2569.yml": this, "data/2569/plans.yml": "problems: ก"}
    folder = a_folder(tmp_path, {**AGENCY, **files})
    assert told(folder) == []
    assert list(read_2569(folder).records) == ["o07"]


@pytest.mark.parametrize("year", [2568, 2569])
def test_a_file_that_only_the_next_years_items_read_is_known_in_its_own_year(
    tmp_path: Path, year: int
) -> None:
    text = "problems: ก\ndocuments: [{title: ก, file: files/a.txt, shows: {back: }}]"
    files = {
        "data/checklists/general-2569.yml": OWN.format(
            year=2569, number="7", file_year="previous", element="back"
        ),
        "data/2568/plans.yml": text,
        "data/2569/.keep": "",
        "docs/files/a.txt": "ก",
    }
    folder = a_folder(tmp_path, {**AGENCY, **files})
    assert year_findings(folder, year) == []
    assert ("o7" in read(folder, year).records) == (year == 2569)


def test_a_list_may_write_its_items_in_any_way_that_questions_are_written(tmp_path: Path) -> None:
    own = OWN.format(year=2568, number="07", file_year="this", element="now")
    files = {"data/checklists/general-2568.yml": own, THIS: "results: {questions: [{id: O7}]}"}
    turn = read_2569(a_folder(tmp_path, {**AGENCY, **files})).cycles[2569]
    assert turn.titles == {"O7": "แผน"}
    assert turn.text_of("O7") == "แผน"
