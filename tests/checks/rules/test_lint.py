"""Checking a checklist: everything it names must exist, and ids must be unique."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.examine import examine
from oit.checks.rules import framework
from oit.checks.rules.lint import lint
from oit.data.checklist import Checklist
from oit.findings.codes import checklist as checklist_code
from oit.forms.reading import read_form
from oit.source import SourceFile, parse

VALID = """\
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


def problems_in(
    text: str, file: str = "data/checklists/small-2569.yml"
) -> Iterator[tuple[int, str]]:
    """Yield the errors in a checklist: the line, and the problem in English."""
    document = parse(text.encode(), SourceFile(file))
    reading = read_form(Checklist, document)
    assert reading.record
    assert not reading.findings
    for finding in lint(reading.record, document):
        assert finding.code is checklist_code.CODE
        assert finding.message("th") != finding.message("en")
        yield finding.place.line, finding.message("en").removeprefix("error in this checklist: ")


def with_first_item(field: str) -> str:
    """Return the checklist with another field in its first item, on line 12."""
    return VALID.replace("form: executives", f"form: executives\n    {field}")


def test_a_valid_checklist() -> None:
    assert list(problems_in(VALID)) == []


@pytest.mark.parametrize(
    ("valid", "wrong", "line", "problem"),
    [
        ('{id: "10", title', '{id: "9", title', 6, 'duplicate id "9"'),
        ("id: O3", "id: O2", 24, 'duplicate id "o2"'),
        ("id: O3", "id: o02", 24, 'duplicate id "o2"'),
        ("id: contact", "id: head", 14, 'duplicate id "head"'),
        ("id: O1", "id: ผู้บริหาร", 8, 'the id "ผู้บริหาร" has no number'),
        ("id: O1", "id: O๑", 8, 'the id "O๑" has no number'),
        ('indicator: "9"', 'indicator: "8"', 10, 'unknown "8"; known: 9, 10'),
        ("form: executives", "form: executive", 11, 'unknown "executive"; known: annual_plan,'),
        (
            "rule: at_least",
            "rule: atleast",
            13,
            'unknown "atleast"; known: at_least, contents, covers,',
        ),
        ("only: [school]", "only: [schools]", 21, 'unknown "schools"; known: municipality,'),
        # Parameters that a rule requires.
        (
            "rule: at_least, field: people",
            "rule: at_least",
            13,
            'the rule at_least requires "field"',
        ),
        ("each: [phone|email]", "each: []", 14, 'the rule rows requires "each"'),
        ("to_year, year: this", "to_year", 20, 'the rule covers requires "year"'),
        ("formats: [pdf]", "note: pdf", 23, 'the rule formats requires "formats"'),
        (", until: end", "", 29, 'the rule months requires "until"'),
        # Fields that a rule checks.
        ("field: people, where", "field: person, where", 13, 'unknown "person"; known:'),
        ("field: vision|summary", "field: vision|sumary", 21, 'unknown "sumary"; known:'),
        ("strategies.goals", "strategies.goal", 22, 'unknown "strategies.goal"; known:'),
        ("strategies.goals", "vision.goals", 22, 'unknown "vision.goals"; known:'),
        ("to: to_year", "to: until_year", 20, 'unknown "until_year"; known:'),
        ("phone|email", "phone|mail", 14, 'unknown "people.mail"; known:'),
        ("{rank: head}", "{ranks: head}", 13, 'unknown "people.ranks"; known:'),
        ("{rank: head}", "{rank|side: head}", 13, 'unknown "people.rank|side"; known:'),
        ("field: people, each", "field: people|owner, each", 14, 'unknown "people|owner"; known'),
        ("field: from_year", "field: vision", 20, "the rule covers cannot check the field vision"),
        ("to: to_year", "to: strategies", 20, "the rule covers cannot check the field strategies"),
        (
            "to: to_year, year: this",
            "year: this, until: half",
            20,
            "the rule covers cannot check the field from_year",
        ),
        ("to_year, year: this", "to_year, year: this, until: today", 20, 'unknown "today"; known:'),
        ("phone|email]", "phone], instead: nobody", 14, 'unknown "nobody"; known: owner,'),
        ("where: {rank: head}", "all_of: many", 13, 'unknown "many"; known: owner,'),
        ("field: months", "field: summary", 29, "the rule months cannot check the field summary"),
    ],
)
def test_everything_that_a_checklist_names_must_exist(
    valid: str, wrong: str, line: int, problem: str
) -> None:
    assert VALID.count(valid) == 1
    (found_line, message), *_ = problems_in(VALID.replace(valid, wrong))
    assert (found_line, message[: len(problem)]) == (line, problem)


@pytest.mark.parametrize(
    ("governs", "found"),
    [
        ("[vision, goals, formats]", []),
        ("[visions]", [(20, 'unknown "visions"; known: vision, goals, formats')]),
        ("[head]", [(20, 'unknown "head"; known: vision, goals, formats')]),
        # If it governed itself, its own finding would disappear.
        ("[year]", [(20, 'unknown "year"; known: vision, goals, formats')]),
    ],
)
def test_an_element_governs_other_elements_of_its_item(
    governs: str, found: list[tuple[int, str]]
) -> None:
    text = VALID.replace("to: to_year,", f"to: to_year, governs: {governs},")
    assert list(problems_in(text)) == found


# The file of an item, and the items it continues.

NOT_A_FILE_NAME = "must be the name of a .yml file, without a folder"


@pytest.mark.parametrize("file", ["people.yml", "o07.yml", "ผู้บริหาร.yml", "a.b.yml"])
def test_an_item_may_name_another_file(file: str) -> None:
    assert list(problems_in(with_first_item(f"file: {file}\n    file_year: previous"))) == []


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
def test_a_file_name_contains_no_folder(file: str) -> None:
    assert list(problems_in(with_first_item(f"file: '{file}'"))) == [
        (12, f'"{file}" {NOT_A_FILE_NAME}')
    ]


@pytest.mark.parametrize("year", ["this", "previous"])
def test_file_year_requires_file(year: str) -> None:
    assert list(problems_in(with_first_item(f"file_year: {year}"))) == [
        (12, '"file_year" requires "file"')
    ]


def test_items_that_share_a_file_must_have_the_same_form() -> None:
    shared = with_first_item("file: o02.yml")
    assert list(problems_in(shared)) == [(12, '"o02.yml" is also a file of another form')]
    # The other item need not name the file: it is its default name.
    both = VALID.replace("form: executives", "form: executives\n    file: all.yml").replace(
        "form: strategic_plan", "form: strategic_plan\n    file: all.yml"
    )
    assert [line for line, _ in problems_in(both)] == [12, 20]


def test_both_items_of_the_ita_cycle_have_the_same_form() -> None:
    views = VALID.replace("form: executives", "form: measures_report\n    file: ita.yml").replace(
        "form: strategic_plan", "form: ita_development\n    file: ita.yml"
    )
    assert not any("another form" in problem for _, problem in problems_in(views))


def test_no_other_form_reads_the_file_of_the_ita_cycle() -> None:
    assert list(problems_in(with_first_item("file: ita.yml"))) == [
        (12, '"ita.yml" is also a file of another form')
    ]


def test_the_file_of_an_unknown_form_is_not_checked() -> None:
    text = VALID.replace("form: executives", "form: people\n    file: o02.yml")
    assert [line for line, _ in problems_in(text)] == [11]


@pytest.mark.parametrize(
    ("continues", "found"),
    [
        ("[]", []),
        ("[O7]", []),
        ("[o07, O11, O12]", []),
        ("[O7, แผน]", [(12, 'the id "แผน" has no number')]),
        ("[O๗]", [(12, 'the id "O๗" has no number')]),
        ("['7', O7.1]", [(12, 'the id "7" has no number'), (12, 'the id "O7.1" has no number')]),
    ],
)
def test_an_item_continues_items(continues: str, found: list[tuple[int, str]]) -> None:
    assert list(problems_in(with_first_item(f"continues: {continues}"))) == found


@pytest.mark.parametrize(
    ("also", "found"),
    [
        ("[คณะผู้บริหาร, ทำเนียบผู้บริหาร]", []),
        ("[ผู้บริหาร]", [(12, '"ผู้บริหาร" is already a title of O1')]),
        ("[แผน]", [(12, '"แผน" is already a title of O2')]),
        ("[คณะ, คณะ]", [(12, '"คณะ" is already a title of O1')]),
    ],
)
def test_another_title_of_an_item_is_a_title_of_no_other(
    also: str, found: list[tuple[int, str]]
) -> None:
    assert list(problems_in(with_first_item(f"also: {also}"))) == found


def test_an_item_must_have_elements() -> None:
    text = VALID[: VALID.index("    elements:\n      - {id: m")]
    assert list(problems_in(text)) == [(24, "O3 has no elements")]


def test_an_unknown_form_is_the_only_error_of_its_item() -> None:
    text = VALID.replace("form: executives", "form: people").replace("id: contact", "id: head")
    assert [line for line, _ in problems_in(text)] == [11]


def test_an_unknown_rule_is_the_only_error_of_its_element() -> None:
    text = VALID.replace("rule: at_least, field: people", "rule: most, field: nobody")
    assert [line for line, _ in problems_in(text)] == [13]


@pytest.mark.parametrize(
    "file", ["data/checklists/small-2568.yml", "data/checklists/general-2569.yml"]
)
def test_the_file_name_must_match_the_contents(file: str) -> None:
    assert list(problems_in(VALID, file)) == [(1, "the file must be named small-2569.yml")]


# The framework of the year.


def misfits(text: str, file: str) -> list[tuple[int, str]]:
    """Return where a checklist does not fit the framework of its year: line and words."""
    document = parse(text.encode(), SourceFile(file))
    reading = read_form(Checklist, document)
    assert reading.record
    found = list(lint(reading.record, document))
    assert {finding.code for finding in found} <= {framework.CODE}
    return [(finding.place.line, finding.message("en")) for finding in found]


GENERAL = VALID.replace("checklist: small", "checklist: general").replace("id: O2\n", "id: O20\n")
GENERAL = GENERAL.replace("id: O3\n", "id: O26\n")


def test_a_general_list_has_the_items_of_its_years_framework() -> None:
    assert misfits(GENERAL, "data/checklists/general-2569.yml") == []


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        # O20 was the last item of indicator 9 in the year before.
        (
            "id: O1\n",
            "id: O20\n    file: a.yml\n",
            "the framework of 2569 does not have O20 in indicator 9, which has O1–O19",
        ),
        (
            "id: O1\n",
            "id: o027\n",
            "the framework of 2569 does not have o027 in indicator 9, which has O1–O19",
        ),
    ],
)
def test_an_item_that_the_framework_does_not_have_is_reported(
    right: str, wrong: str, found: str
) -> None:
    text = GENERAL.replace("id: O20\n", "id: O21\n").replace(right, wrong, 1)
    assert misfits(text, "data/checklists/general-2569.yml") == [(8, found)]


def test_the_list_of_a_sector_or_of_a_year_without_a_framework_has_its_own_items() -> None:
    other = GENERAL.replace("id: O1\n", "id: O99\n")
    sector = other.replace("checklist: general", "checklist: small")
    assert misfits(sector, "data/checklists/small-2569.yml") == []
    later = other.replace("year: 2569", "year: 2599")
    assert misfits(later, "data/checklists/general-2599.yml") == []
    before = other.replace("year: 2569", "year: 2560")
    assert misfits(before, "data/checklists/general-2560.yml") == []


def test_all_errors_are_reported_together() -> None:
    text = VALID.replace("rule: rows", "rule: row").replace("form: strategic_plan", "form: plan")
    assert [line for line, _ in problems_in(text)] == [14, 18]


def test_an_agencys_own_checklist_is_checked_when_it_is_read(tmp_path: Path) -> None:
    wrong = VALID.replace("rule: rows", "rule: row")
    agency = "name: เทศบาลเล็ก\nkind: municipality\nchecklist: small\n"
    files = {"data/agency.yml": agency, "data/checklists/small-2569.yml": wrong}
    folder = a_folder(tmp_path, {**files, "data/2569/o01.yml": "people: []"})
    assessment = examine(folder, TODAY)
    assert [str(finding.place) for finding in assessment.findings] == [
        "data/checklists/small-2569.yml:14:44"
    ]
    assert assessment.items == ()
