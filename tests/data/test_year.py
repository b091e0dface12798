"""One year of the data: every item's file, and the file of the ITA cycle."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from given import a_folder
from oit.data.folder import DataFolder
from oit.data.load import load
from oit.data.year import YearData
from oit.forms.ita import Ita

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}
THIS = "data/2569/ita.yml"
LAST = "data/2568/ita.yml"


def an_agency(path: Path, files: Mapping[str, str]) -> DataFolder:
    return a_folder(path, {**AGENCY, **files})


def year_findings(folder: DataFolder, year: int = 2569) -> list[str]:
    loaded = load(folder, [year])
    records = loaded.years[year].records.values() if year in loaded.years else []
    found = [*loaded.findings_of(year), *(f for record in records for f in record.findings)]
    return [f"{f.place} {f.code.id}" for f in found]


def read(folder: DataFolder, year: int = 2569) -> YearData:
    return load(folder, [year]).years[year]


def test_without_its_checklist_a_year_is_not_read(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2599/o01.yml": "phone: ก: ข"})
    assert load(folder, [2599]).years == {}
    assert year_findings(folder, 2599) == ["data/2599:1:1 OIT401"]


# The items' files.


def test_an_item_is_read_by_its_form(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2569/o03.yml": "phone: 0 4599 9999"})
    data = read(folder)
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
def test_a_misnamed_file_is_reported_with_the_right_name(
    tmp_path: Path, name: str, suggestion: str | None
) -> None:
    folder = an_agency(tmp_path, {f"data/2569/{name}": "year: 2568"})
    assert year_findings(folder) == [f"data/2569/{name}:1:1 OIT110"]
    data = read(folder)
    records = data.records.values()
    [finding] = data.findings or [f for record in records for f in record.findings]
    assert ("did you mean" in finding.message("en")) == (suggestion is not None)
    assert (suggestion or "") in finding.message("en")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("moit12.yml", "health of 2569"),
        ("o30.yml", "general of 2565–2567"),
        ("o99.yml", "checklist"),
    ],
)
def test_a_file_of_another_scheme_names_the_scheme(tmp_path: Path, name: str, said: str) -> None:
    [finding] = read(an_agency(tmp_path, {f"data/2569/{name}": "unit: ก"})).findings
    assert said in finding.message("en")


def test_the_item_of_a_misnamed_file_is_not_reported_as_missing(tmp_path: Path) -> None:
    data = read(an_agency(tmp_path, {"data/2569/o7.yml": "year: 2568"}))
    assert list(data.records) == ["O7"]
    assert "projects" in data.records["O7"].unreadable


def test_if_an_item_has_two_files_the_one_with_the_right_name_is_read(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2569/o07.yml": "year: 2568", "data/2569/o7.yml": ""})
    assert year_findings(folder) == ["data/2569/o7.yml:1:1 OIT110"]
    assert read(folder).records["O7"].unreadable == frozenset()


@pytest.mark.parametrize(
    "name", [".keep", "._o07.yml", ".o07.yml.swp", "Thumbs.db", "~$o07.xlsx", "note.txt"]
)
def test_files_that_programs_leave_in_a_folder_are_ignored(tmp_path: Path, name: str) -> None:
    folder = an_agency(tmp_path, {f"data/2569/{name}": ""})
    assert year_findings(folder) == []
    assert read(folder).records == {}


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("phone: ก: ข", ["data/2569/o03.yml:1:9 OIT102"]),
        ("- phone", ["data/2569/o03.yml:1:1 OIT206"]),
        ("phone:\t1", ["data/2569/o03.yml:1:7 OIT103"]),
    ],
)
def test_every_field_of_a_file_that_cannot_be_read_is_unreadable(
    tmp_path: Path, text: str, findings: list[str]
) -> None:
    folder = an_agency(tmp_path, {"data/2569/o03.yml": text})
    assert year_findings(folder) == findings
    assert {"phone", "documents"} <= read(folder).records["O3"].unreadable


def test_the_rest_of_a_file_with_faults_is_read(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2569/o03.yml": "phone: 1\nphone: 2\nemail: x\nfax: 3"})
    assert year_findings(folder) == ["data/2569/o03.yml:2:1 OIT104", "data/2569/o03.yml:3:8 OIT211"]
    record = read(folder).records["O3"]
    assert record.form.model_dump(exclude_defaults=True) == {"phone": "1", "fax": "3"}
    assert record.unreadable == {"email"}


def test_the_documents_of_an_item_are_looked_for_in_docs(tmp_path: Path) -> None:
    text = "documents:\n  - {title: ก, file: files/a.txt}\n  - {title: ข, file: files/b.txt}\n"
    folder = an_agency(tmp_path, {"data/2569/o03.yml": text, "docs/files/a.txt": "ก"})
    assert year_findings(folder) == ["data/2569/o03.yml:3:16 OIT301"]


# Links of the file system: nothing outside the data folder is read.

SECRET = {"elsewhere/2569/o03.yml": "phone: ความลับ", "elsewhere/agency.yml": "name: ความลับ"}


def test_a_file_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {**SECRET, "data/2569/.keep": ""})
    (folder.path / "2569/o03.yml").symlink_to(tmp_path / "elsewhere/2569/o03.yml")
    assert year_findings(folder) == ["data/2569/o03.yml:1:1 OIT107"]
    assert read(folder).records["O3"].form.model_dump(exclude_defaults=True) == {}


def test_a_year_that_links_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {**SECRET, **AGENCY})
    (folder.path / "2569").symlink_to(tmp_path / "elsewhere/2569")
    assert year_findings(folder) == ["data/2569/o03.yml:1:1 OIT107"]
    assert read(folder).records["O3"].form.model_dump(exclude_defaults=True) == {}


def test_the_data_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    an_agency(tmp_path / "disk", {"data/2569/o03.yml": "phone: 1"})
    (tmp_path / "data").symlink_to(tmp_path / "disk/data")
    folder = DataFolder(tmp_path / "data", tmp_path)
    assert folder.docs == tmp_path / "docs"
    assert year_findings(folder) == []
    assert list(read(folder).records) == ["O3"]


def test_a_fault_after_an_entry_that_was_left_out_has_its_own_line(tmp_path: Path) -> None:
    text = "documents:\n  - {file: files/a.pdf}\n  - {title: ข, file: files/b.pdf}\n"
    folder = an_agency(tmp_path, {"data/2569/o07.yml": text})
    assert year_findings(folder) == [
        "data/2569/o07.yml:2:5 OIT207",
        "data/2569/o07.yml:3:16 OIT301",
    ]


# The file of the ITA cycle: several items and years may use it.


def test_items_that_share_a_file_share_its_record(tmp_path: Path) -> None:
    data = read(an_agency(tmp_path, {"data/2566/ita.yml": "year: 2566"}), 2566)
    assert data.files["O42"] == data.files["O43"] == "data/2566/ita.yml"
    assert data.records["O42"] is data.records["O43"] is data.turns[2566]
    assert isinstance(data.records["O42"].form, Ita)


def test_an_item_may_be_answered_by_last_years_file(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {THIS: "year: 2569", LAST: "year: 2568"})
    data = read(folder)
    assert (data.files["O25"], data.files["O26"]) == (THIS, LAST)
    assert data.records["O25"].form.model_dump(exclude_defaults=True) == {"year": 2569}
    assert data.records["O26"].form.model_dump(exclude_defaults=True) == {"year": 2568}
    assert sorted(data.turns) == [2568, 2569]


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
    folder = an_agency(tmp_path, {**files, f"data/{year + 1}/ita.yml": ""})
    found = messages(folder, year)
    # A newer year makes both years history.
    a_folder(tmp_path, {"data/2599/o01.yml": ""})
    found |= messages(folder, year)
    # Every year that reads the file reports the same.
    assert len(found) == (not known)


def messages(folder: DataFolder, year: int) -> set[str]:
    turns = (read(folder, reader).turns.get(year) for reader in (year, year + 1))
    return {finding.message() for turn in turns if turn for finding in turn.findings}


def test_without_a_checklist_documents_may_show_any_element(tmp_path: Path) -> None:
    text = "documents: [{title: ก, file: files/a.txt, shows: {whatever: }}]"
    files = {"data/2564/ita.yml": text, "docs/files/a.txt": "ก"}
    folder = an_agency(tmp_path, files)
    assert read(folder, 2564).turns[2564].findings == ()


def test_a_year_of_history_needs_no_checklist(tmp_path: Path) -> None:
    folder = an_agency(tmp_path, {"data/2564/ita.yml": "results: {total: 78.77}"})
    data = read(folder, 2564)
    assert load(folder, [2564]).findings_of(2564) == ()
    assert (data.checklist.year, data.checklist.items, data.records) == (2564, [], {})
    assert "results" in data.turns[2564].form.model_dump(exclude_defaults=True)


def test_a_year_with_items_needs_its_checklist(tmp_path: Path) -> None:
    files = {"data/2564/ita.yml": "", "data/2564/o01.yml": ""}
    assert load(an_agency(tmp_path, files), [2564]).years == {}


def test_a_past_year_with_items_is_not_history(tmp_path: Path) -> None:
    files = {THIS: "", "data/2569/o03.yml": "", "data/2570/o01.yml": ""}
    assert len(read(an_agency(tmp_path, files)).checklist.items) == 26


def test_a_checklist_that_cannot_be_read_is_a_fault_of_the_current_year(tmp_path: Path) -> None:
    files = {THIS: "", "data/checklists/general-2569.yml": "items: 1: 2"}
    folder = an_agency(tmp_path, files)
    assert year_findings(folder) == ["data/checklists/general-2569.yml:1:9 OIT102"]
    assert load(folder, [2569]).years == {}
    # A past year of history is not assessed against its checklist.
    a_folder(tmp_path, {"data/2570/o01.yml": ""})
    assert read(folder).checklist.items == []


# Files that an agency's own checklist lets items share.

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
    folder = an_agency(tmp_path, files)
    assert year_findings(folder, year) == []
    assert ("o7" in read(folder, year).records) == (year == 2569)


def test_a_file_of_several_years_is_read_once(tmp_path: Path) -> None:
    loaded = load(an_agency(tmp_path, {THIS: "", LAST: "", "data/2568/o03.yml": ""}), [2568, 2569])
    assert loaded.years[2569].turns[2568] is loaded.years[2568].turns[2568]


@pytest.mark.parametrize(
    ("form", "file"), [("no_such_form", "plans.yml"), ("annual_report", "../elsewhere/plans.yml")]
)
def test_items_that_no_checklist_may_have_are_not_read(
    tmp_path: Path, form: str, file: str
) -> None:
    own = OWN.format(year=2569, number="7", file_year="this", element="now")
    own = own.replace("annual_report", form).replace("plans.yml", file)
    files = {
        "data/checklists/general-2569.yml": own,
        "data/2569/plans.yml": "problems: ก",
        "data/elsewhere/plans.yml": "problems: ก",
    }
    assert read(an_agency(tmp_path, files)).records == {}
