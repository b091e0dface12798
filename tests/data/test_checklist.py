"""Checklists: the program's, and an agency's own."""

from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.assessment import ItemStatus
from oit.assess.examine import examine
from oit.checks.rules.lint import lint
from oit.data.checklist import OWN_FOLDER, Checklist, Item, available, item_parts, load, usual_name

SHIPPED = {
    ("general", 2565): 43,
    ("general", 2566): 43,
    ("general", 2567): 35,
    ("general", 2568): 28,
    ("general", 2569): 26,
    ("health", 2569): 22,
    ("vocational", 2569): 23,
}
"""Checklists of the program, and how many items each has."""


def shipped(name: str, year: int) -> Checklist:
    path = available()[name, year]
    checklist, document, findings = load(path, path.name)
    assert checklist
    assert not findings
    assert not list(lint(checklist, document))
    return checklist


def test_these_lists_come_with_the_program() -> None:
    # A new sector or year needs no entry above.
    assert set(SHIPPED) <= set(available())
    assert {path.parent for path in available().values()} == {OWN_FOLDER}


@pytest.mark.parametrize(("name", "year"), available())
def test_a_list_matches_its_file_name_and_has_no_fault(name: str, year: int) -> None:
    checklist = shipped(name, year)
    assert (checklist.checklist, checklist.year) == (name, year)
    assert str(year) in checklist.title


@pytest.mark.parametrize(("name", "year"), SHIPPED)
def test_a_list_numbers_its_items_without_a_gap(name: str, year: int) -> None:
    prefix = {"health": "MOIT"}.get(name, "O")
    ids = [item.id for item in shipped(name, year).items]
    assert ids == [f"{prefix}{number}" for number in range(1, SHIPPED[name, year] + 1)]


@pytest.mark.parametrize(("name", "year"), SHIPPED)
def test_everything_in_a_list_has_a_basis_and_a_source(name: str, year: int) -> None:
    checklist = shipped(name, year)
    assert checklist.source
    unsure = [item.id for item in checklist.items if not item.basis or not item.source]
    for item in checklist.items:
        unsure += [f"{item.id} {e.id}" for e in item.elements if not e.basis or not e.source]
    assert unsure == []


@pytest.mark.parametrize(("name", "year"), SHIPPED)
def test_a_list_goes_through_its_indicators_in_order(name: str, year: int) -> None:
    checklist = shipped(name, year)
    order = [indicator.id for indicator in checklist.indicators]
    places = [order.index(item.indicator) for item in checklist.items]
    assert places == sorted(places)
    assert set(places) == set(range(len(order)))


@pytest.mark.parametrize(("name", "year"), SHIPPED)
def test_an_element_that_must_be_of_a_year_names_it(name: str, year: int) -> None:
    checklist = shipped(name, year)
    for item in checklist.items:
        for element in item.elements:
            if element.rule == "covers":
                expected = year - (element.year == "previous")
                assert str(expected) in f"{element.text} {item.period}", (item.id, element.id)


def test_the_numbers_of_items_differ_from_year_to_year() -> None:
    titles = [{i.id: i.title for i in shipped("general", year).items} for year in (2568, 2569)]
    assert "ITA" in titles[1]["O25"]
    assert "ITA" not in titles[0]["O25"]


@pytest.mark.parametrize(
    ("year", "last_items"),
    [
        (2565, {"9.1": 9, "9.2": 17, "9.3": 24, "9.4": 28, "9.5": 33, "10.1": 41, "10.2": 43}),
        (2566, {"9.1": 10, "9.2": 18, "9.3": 22, "9.4": 26, "9.5": 30, "10.1": 38, "10.2": 43}),
        (2567, {"9.1": 6, "9.2": 13, "9.3": 17, "9.4": 21, "9.5": 25, "10": 35}),
        (2568, {"9": 20, "10": 28}),
        (2569, {"9": 19, "10": 26}),
    ],
)
def test_an_indicator_has_the_items_that_its_year_gave_it(
    year: int, last_items: dict[str, int]
) -> None:
    checklist = shipped("general", year)
    # The items are in order, so the last item of each indicator gives its range.
    assert {item.indicator: int(item.number) for item in checklist.items} == last_items
    assert [indicator.id for indicator in checklist.indicators] == list(last_items)


# From year to year.


@pytest.mark.parametrize(("name", "year"), SHIPPED)
def test_an_item_continues_items_that_the_year_before_has(name: str, year: int) -> None:
    continued = [old for item in shipped(name, year).items for old in item.continues]
    before = shipped(name, year - 1).items if (name, year - 1) in SHIPPED else []
    assert set(continued) <= {item.id for item in before}
    assert len(set(continued)) == len(continued)


@pytest.mark.parametrize(
    ("year", "new"),
    [
        (2566, ["O10", "O31", "O32", "O33", "O39", "O40", "O41"]),
        (2567, ["O14", "O16", "O29"]),
        (2568, []),
        (2569, []),
    ],
)
def test_few_items_continue_nothing(year: int, new: list[str]) -> None:
    assert [item.id for item in shipped("general", year).items if not item.continues] == new


@pytest.mark.parametrize(
    ("item_id", "before"),
    [
        ("O1", ["O1", "O1 O3", "O1 O3"]),
        ("O2", ["O2", "O2", "O2"]),
        ("O3", ["O3", "O4", "O5"]),
        ("O5", ["O5", "O7", "O4"]),
        ("O6", ["O6", "O8", "O11 O12"]),
        ("O7", ["O7", "O9", "O13"]),
        ("O10", ["O10 O11", "O13 O12", "O18 O16"]),
        ("O11", ["O12", "O14 O16", ""]),
        ("O12", ["O13", "O17", "O22"]),
        ("O15", ["O16", "O20 O21", "O39 O40"]),
        ("O17", ["O18", "O23", "O28"]),
        ("O20", ["O21 O22", "O26 O27 O29", "O31 O32"]),
        ("O24", ["O26", "O35", "O38"]),
        ("O25", ["O27", "O32", "O42"]),
        ("O26", ["O28", "O33", "O43"]),
    ],
)
def test_an_item_is_followed_back_to_2566(item_id: str, before: list[str]) -> None:
    ids, found = [item_id], []
    for year in (2569, 2568, 2567):
        items = {item.id: item for item in shipped("general", year).items}
        ids = [old for new in ids for old in items[new].continues]
        found.append(" ".join(ids))
    assert found == before


@pytest.mark.parametrize(
    ("item_id", "before"),
    [("O11", ["O10", "O18"]), ("O19", ["O21"]), ("O30", ["O33"]), ("O43", ["O43"])],
)
def test_an_item_of_2566_continues_those_of_2565(item_id: str, before: list[str]) -> None:
    items = {item.id: item for item in shipped("general", 2566).items}
    assert items[item_id].continues == before


def test_the_elements_of_2565_are_said_to_be_unknown() -> None:
    elements = [element for item in shipped("general", 2565).items for element in item.elements]
    assert {(element.rule, element.basis) for element in elements} == {("contents", "inferred")}
    assert all("ไม่พบแหล่ง" in (element.note or "") for element in elements)


def test_a_hospital_is_asked_for_18_topics_of_information() -> None:
    (item,) = (item for item in shipped("health", 2569).items if item.id == "MOIT2")
    assert len(item.elements) == 18 + len({"permission", "publication_form"})
    assert [e.id for e in item.elements if "hospital" not in (e.only or ["hospital"])] == [
        "service_manual"
    ]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("municipality", "general"), ("college", "vocational"), ("hospital", "health")],
)
def test_a_kind_of_agency_has_its_usual_list(kind: str, name: str) -> None:
    assert usual_name(kind) == name


def test_four_items_of_2567_have_unsettled_numbers() -> None:
    last = shipped("general", 2567).items[-4:]
    assert [item.id for item in last] == ["O32", "O33", "O34", "O35"]
    assert {item.basis for item in last} == {"inferred"}
    alternatives = zip(last, ["O34", "O35", "O32", "O33"], strict=True)
    for item, other in alternatives:
        assert f"เลขข้อไม่ยุติ ชื่อข้อนี้อาจเป็น {other}" in (item.note or "")


@pytest.mark.parametrize(
    ("item_id", "number", "slug", "file_name"),
    [
        ("O7", "7", "o7", "o07.yml"),
        ("O07", "7", "o7", "o07.yml"),
        ("o26", "26", "o26", "o26.yml"),
        ("O100", "100", "o100", "o100.yml"),
        ("MOIT3", "3", "moit3", "moit03.yml"),
    ],
)
def test_an_id_gives_number_address_and_file(
    item_id: str, number: str, slug: str, file_name: str
) -> None:
    item = Item(id=item_id, title="ข้อ", indicator="9", form="document")
    assert (item.number, item.slug, item.file_name) == (number, slug, file_name)


@pytest.mark.parametrize("item_id", ["7", "O", "O7a", "O 7", "O-7", "../O7", "O๗"])
def test_an_invalid_id_has_no_number(item_id: str) -> None:
    assert item_parts(item_id) == (item_id.lower(), "")


# What an element inherits from its item.

INHERITANCE = """\
checklist: own
year: 2569
title: แบบวัดของหน่วยงาน
indicators:
  - {{id: "1", title: ข้อมูลพื้นฐาน}}
items:
  - {{id: H1, title: เวลาตรวจ, indicator: "1", form: contact{item}, elements: [{element}]}}
"""


@pytest.mark.parametrize(
    ("item", "element", "expected"),
    [
        (", basis: confirmed, source: ก", "", ("confirmed", "ก")),
        (", basis: confirmed, source: ก", ", source: ข", ("confirmed", "ข")),
        (", basis: confirmed, source: ก", ", source: ", ("confirmed", "ก")),
        (", basis: confirmed, source: ก", ", basis: inferred", ("inferred", "ก")),
        (", basis: adapted", ", basis: confirmed, source: ข", ("confirmed", "ข")),
        ("", "", ("inferred", None)),
        (", basis: sure, source: ก", "", ("inferred", "ก")),
    ],
)
def test_an_element_has_the_basis_and_source_of_its_item_unless_it_says_its_own(
    tmp_path: Path, item: str, element: str, expected: tuple[str, str | None]
) -> None:
    path = tmp_path / "own-2569.yml"
    element = "{id: hours, text: เวลาทำการ, rule: present, field: hours" + element + "}"
    path.write_text(INHERITANCE.format(item=item, element=element), encoding="utf-8")
    checklist, *_ = load(path, path.name)
    assert checklist
    (read,) = checklist.items[0].elements
    assert (read.basis, read.source) == expected


# An agency's own.

OWN = """\
checklist: {name}
year: {year}
title: แบบวัดของหน่วยงาน
indicators:
  - {{id: "1", title: ข้อมูลพื้นฐาน}}
items:
  - id: H1
    title: เวลาตรวจ
    indicator: "1"
    form: contact
    elements:
      - {{id: hours, text: เวลาทำการ, rule: present, field: hours}}
"""


def test_a_list_beside_the_data_is_used(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        {
            "data/agency.yml": "name: โรงพยาบาลเล็ก\nkind: hospital\nchecklist: health\n",
            "data/checklists/health-2571.yml": OWN.format(name="health", year=2571),
            "data/2571/h01.yml": "hours: วันราชการ 08.30–16.30 น.",
        },
    )
    assessment = examine(folder, TODAY)
    (item,) = assessment.items
    assert (item.item.id, item.status, item.url) == ("H1", ItemStatus.COMPLETE, "oit/2571/h1/")
    assert assessment.findings == ()


def test_the_agencys_own_list_replaces_the_programs(tmp_path: Path) -> None:
    own = {"data/checklists/general-2569.yml": OWN.format(name="general", year=2569)}
    folder = a_folder(tmp_path, own)
    known = available(folder.path)
    assert known["general", 2569] == folder.path / "checklists/general-2569.yml"
    assert known["general", 2568].parent == OWN_FOLDER
    assert set(SHIPPED) <= set(known)


@pytest.mark.parametrize(
    "name",
    ["README.md", "general-2569.yaml", "general.yml", "2569.yml", "General-2569.yml", "a-๒๕๖๙.yml"],
)
def test_files_with_other_names_are_no_lists(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path, {f"data/checklists/{name}": OWN.format(name="a", year=2569)})
    assert available(folder.path) == available()


def test_a_data_folder_may_have_no_lists(tmp_path: Path) -> None:
    assert available(tmp_path / "data") == available()


@pytest.mark.parametrize(
    ("text", "codes", "usable"),
    [
        (OWN.format(name="own", year=2569), [], True),
        # A list with a warning is used.
        (OWN.format(name="own", year=2569) + "note: ตามหนังสือ #3\n", ["OIT108"], True),
        (OWN.format(name="own", year=2569) + "note: ก\nnote: ข\n", ["OIT104"], True),
        (OWN.format(name="own", year="ปีนี้"), ["OIT208"], False),
        ("checklist: own: 2569", ["OIT102"], False),
        ("", ["OIT207", "OIT207", "OIT207"], False),
    ],
)
def test_reading_a_list(tmp_path: Path, text: str, codes: list[str], usable: bool) -> None:
    path = tmp_path / "own-2569.yml"
    path.write_text(text, encoding="utf-8")
    checklist, document, findings = load(path, "data/checklists/own-2569.yml")
    assert (checklist is not None) == usable
    assert [finding.code.id for finding in findings] == codes
    assert {f.place.file for f in findings} <= {document.file}
    assert document.file == "data/checklists/own-2569.yml"


@pytest.mark.parametrize("name", ["O7", "o7", "O07", "o๐๗"])
def test_an_item_is_found_however_its_id_is_written(name: str) -> None:
    checklist, *_ = load(OWN_FOLDER / "general-2569.yml", "general-2569.yml")
    assert checklist
    found = checklist.find(name)
    assert found
    assert found.id == "O7"
    assert checklist.find("O77") is None
