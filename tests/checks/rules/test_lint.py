"""A checklist is checked too: everything it names must be there, and only once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.examine import examine
from oit.checks.rules.lint import lint
from oit.data.checklist import Checklist
from oit.findings.codes import checklist as fault
from oit.forms.reading import read_form
from oit.source import SourceFile, parse

SOUND = """\
checklist: small
year: 2569
title: แบบวัดย่อ
indicators:
  - {id: "9", title: การเปิดเผยข้อมูล}
  - {id: "10", title: การป้องกันการทุจริต}
items:
  - id: O1
    title: ผู้บริหาร
    indicator: "9"
    form: executives
    elements:
      - {id: head, text: ผู้บริหารสูงสุด, rule: at_least, field: people, where: {rank: head}}
      - {id: contact, text: ช่องทางติดต่อ, rule: rows, field: people, each: [phone|email]}
  - id: O2
    title: แผน
    indicator: "10"
    form: strategic_plan
    elements:
      - {id: year, text: ปีของแผน, rule: covers, field: from_year, to: to_year, year: this}
      - {id: vision, text: วิสัยทัศน์, rule: present, field: vision|summary, only: [school]}
      - {id: goals, text: เป้าหมาย, rule: present, field: strategies.goals}
      - {id: formats, text: รูปแบบ, rule: formats, formats: [pdf]}
  - id: O3
    title: จัดซื้อจัดจ้าง
    indicator: "10"
    form: procurement_monthly
    elements:
      - {id: m, text: เดือน, rule: months, field: months, each: [nothing], year: this, until: end}
      - {id: paper, text: เอกสาร, rule: document}
"""


def told(text: str, file: str = "data/checklists/small-2569.yml") -> Iterator[tuple[int, str]]:
    """Yield what is wrong with a list: the line, and the problem in English."""
    document = parse(text.encode(), SourceFile(file))
    reading = read_form(Checklist, document)
    assert reading.record
    assert not reading.findings
    for finding in lint(reading.record, document):
        assert finding.code is fault.CODE
        assert finding.message("th") != finding.message("en")
        yield finding.place.line, finding.message("en").removeprefix("this checklist is wrong: ")


def of_first(field: str) -> str:
    """Give the list's first item another field, on line 12."""
    return SOUND.replace("form: executives", f"form: executives\n    {field}")


def test_a_sound_list() -> None:
    assert list(told(SOUND)) == []


@pytest.mark.parametrize(
    ("sound", "wrong", "line", "problem"),
    [
        ('{id: "10", title', '{id: "9", title', 6, 'the id "9" stands twice'),
        ("id: O3", "id: O2", 24, 'the id "o2" stands twice'),
        ("id: O3", "id: o02", 24, 'the id "o2" stands twice'),
        ("id: contact", "id: head", 14, 'the id "head" stands twice'),
        ("id: O1", "id: ผู้บริหาร", 8, '"ผู้บริหาร" has no number'),
        ("id: O1", "id: O๑", 8, '"O๑" has no number'),
        ('indicator: "9"', 'indicator: "8"', 10, 'unknown "8"; there are 9, 10'),
        ("form: executives", "form: executive", 11, 'unknown "executive"; there are annual_plan,'),
        ("rule: at_least", "rule: atleast", 13, 'unknown "atleast"; there are at_least, covers,'),
        ("only: [school]", "only: [schools]", 21, 'unknown "schools"; there are municipality,'),
        # What a rule needs.
        ("rule: at_least, field: people", "rule: at_least", 13, 'the rule at_least needs "field"'),
        ("each: [phone|email]", "each: []", 14, 'the rule rows needs "each"'),
        ("to_year, year: this", "to_year", 20, 'the rule covers needs "year"'),
        ("formats: [pdf]", "note: pdf", 23, 'the rule formats needs "formats"'),
        (", until: end", "", 29, 'the rule months needs "until"'),
        # The fields that it looks at.
        ("field: people, where", "field: person, where", 13, 'unknown "person"; there are'),
        ("field: vision|summary", "field: vision|sumary", 21, 'unknown "sumary"; there are'),
        ("strategies.goals", "strategies.goal", 22, 'unknown "strategies.goal"; there are'),
        ("strategies.goals", "vision.goals", 22, 'unknown "vision.goals"; there are'),
        ("to: to_year", "to: until_year", 20, 'unknown "until_year"; there are'),
        ("phone|email", "phone|mail", 14, 'unknown "people.mail"; there are'),
        ("{rank: head}", "{ranks: head}", 13, 'unknown "people.ranks"; there are'),
        ("{rank: head}", "{rank|side: head}", 13, 'unknown "people.rank|side"; there are'),
        ("field: people, each", "field: people|owner, each", 14, 'unknown "people|owner"; there'),
        ("field: from_year", "field: vision", 20, "the rule covers cannot look at vision"),
        ("to: to_year", "to: strategies", 20, "the rule covers cannot look at strategies"),
        ("field: months", "field: summary", 29, "the rule months cannot look at summary"),
    ],
)
def test_what_a_list_names_must_be_there(sound: str, wrong: str, line: int, problem: str) -> None:
    assert SOUND.count(sound) == 1
    (at, said), *_ = told(SOUND.replace(sound, wrong))
    assert (at, said[: len(problem)]) == (line, problem)


@pytest.mark.parametrize(
    ("governs", "found"),
    [
        ("[vision, goals, formats]", []),
        ("[visions]", [(20, 'unknown "visions"; there are vision, goals, formats')]),
        ("[head]", [(20, 'unknown "head"; there are vision, goals, formats')]),
        # That it governs itself would make its own finding disappear.
        ("[year]", [(20, 'unknown "year"; there are vision, goals, formats')]),
    ],
)
def test_an_element_governs_others_of_its_item(governs: str, found: list[tuple[int, str]]) -> None:
    text = SOUND.replace("to: to_year,", f"to: to_year, governs: {governs},")
    assert list(told(text)) == found


# The file of an item, and the items that it continues.

NO_NAME = "must be the name of a .yml file, without a folder"


@pytest.mark.parametrize("file", ["people.yml", "o07.yml", "ผู้บริหาร.yml", "a.b.yml"])
def test_an_item_may_look_for_a_file_of_another_name(file: str) -> None:
    assert list(told(of_first(f"file: {file}\n    file_year: previous"))) == []


@pytest.mark.parametrize(
    "file",
    [
        "../2568/o01.yml",
        "2568/o01.yml",
        "/etc/o01.yml",
        "2568\\o01.yml",
        "C:o01.yml",
        "./o01.yml",
        "..yml",
        ".yml",
        ".o01.yml",
        "o01.yaml",
        "o01.YML",
        "o01",
    ],
)
def test_the_name_of_a_file_names_no_folder(file: str) -> None:
    assert list(told(of_first(f"file: '{file}'"))) == [(12, f'"{file}" {NO_NAME}')]


@pytest.mark.parametrize("year", ["this", "previous"])
def test_the_year_of_a_file_goes_with_its_name(year: str) -> None:
    assert list(told(of_first(f"file_year: {year}"))) == [(12, '"file_year" needs "file"')]


def test_items_that_share_a_file_have_one_form() -> None:
    shared = of_first("file: o02.yml")
    assert list(told(shared)) == [(12, '"o02.yml" is a file of another form too')]
    # The other item need not name the file: it is called so.
    both = SOUND.replace("form: executives", "form: executives\n    file: all.yml").replace(
        "form: strategic_plan", "form: strategic_plan\n    file: all.yml"
    )
    assert [line for line, _ in told(both)] == [12, 20]


def test_two_views_of_the_ita_cycle_are_one_form() -> None:
    views = SOUND.replace("form: executives", "form: measures_report\n    file: ita.yml").replace(
        "form: strategic_plan", "form: ita_development\n    file: ita.yml"
    )
    assert not any("another form" in problem for _, problem in told(views))


def test_no_other_form_reads_the_file_of_the_ita_cycle() -> None:
    assert list(told(of_first("file: ita.yml"))) == [
        (12, '"ita.yml" is a file of another form too')
    ]


def test_of_an_unknown_form_it_is_not_said_that_its_file_is_anothers() -> None:
    text = SOUND.replace("form: executives", "form: people\n    file: o02.yml")
    assert [line for line, _ in told(text)] == [11]


@pytest.mark.parametrize(
    ("continues", "found"),
    [
        ("[]", []),
        ("[O7]", []),
        ("[o07, O11, O12]", []),
        ("[O7, แผน]", [(12, '"แผน" has no number')]),
        ("[O๗]", [(12, '"O๗" has no number')]),
        ("['7', O7.1]", [(12, '"7" has no number'), (12, '"O7.1" has no number')]),
    ],
)
def test_an_item_continues_items(continues: str, found: list[tuple[int, str]]) -> None:
    assert list(told(of_first(f"continues: {continues}"))) == found


def test_an_item_asks_for_something() -> None:
    text = SOUND[: SOUND.index("    elements:\n      - {id: m")]
    assert list(told(text)) == [(24, "O3 has no elements")]


def test_of_an_unknown_form_only_that_is_told() -> None:
    text = SOUND.replace("form: executives", "form: people").replace("id: contact", "id: head")
    assert [line for line, _ in told(text)] == [11]


def test_of_an_unknown_rule_only_that_is_told() -> None:
    text = SOUND.replace("rule: at_least, field: people", "rule: most, field: nobody")
    assert [line for line, _ in told(text)] == [13]


@pytest.mark.parametrize(
    "file", ["data/checklists/small-2568.yml", "data/checklists/general-2569.yml"]
)
def test_a_list_is_named_by_what_it_says_it_is(file: str) -> None:
    assert list(told(SOUND, file)) == [(1, "the file must be named small-2569.yml")]


def test_every_fault_is_told_in_one_go() -> None:
    text = SOUND.replace("rule: rows", "rule: row").replace("form: strategic_plan", "form: plan")
    assert [line for line, _ in told(text)] == [14, 18]


def test_an_agencys_own_list_is_checked_whenever_it_is_read(tmp_path: Path) -> None:
    wrong = SOUND.replace("rule: rows", "rule: row")
    agency = "name: เทศบาลเล็ก\nkind: municipality\nchecklist: small\n"
    files = {"data/agency.yml": agency, "data/checklists/small-2569.yml": wrong}
    folder = a_folder(tmp_path, {**files, "data/2569/o01.yml": "people: []"})
    assessment = examine(folder, TODAY)
    assert [str(finding.place) for finding in assessment.findings] == [
        "data/checklists/small-2569.yml:14:44"
    ]
    assert assessment.items == ()
