"""The check ``unknown_question``: a question number is valid only for its year."""

from dataclasses import replace
from typing import Any

import pytest

from given import TODAY, Place, a_cycle, asked_of_cycle, places
from oit.checks.ita import national_question, unknown_question
from oit.ita.cycle import Cycle

ITEMS_OF_2566 = {f"O{number}": "ข้อ" for number in range(1, 44)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("results: {questions: [{id: i15}, {id: e9}, {id: ๐๒๘}]}", []),
        ("results:\n  questions:\n    - {id: i16}\n    - {id: e10}\n", [3, 4]),
        ("results:\n  questions:\n    - {id: O29}\n", [3]),
        ("results:\n  questions:\n  - {id: O28}\n  year: 2568\n", []),
        # A number in a measure is reported at its own place.
        ("measures:\n  - questions:\n    - O28\n    - O29\n    - i1\n", [4]),
        ("measures:\n  - actions:\n    - questions: [O29]\n", [3]),
        # OIT 2564 had 43 items; the numbers of IIT and EIT of that year are unknown.
        ("results:\n  year: 2564\n  questions: [{id: O43}, {id: i30}, {id: e15}]", []),
        ("results:\n  year: 2564\n  questions: [{id: O44}]", [3]),
        # Any number may be right for a year that no source documents.
        ("results: {year: 2563, questions: [{id: O44}, {id: i99}]}", []),
    ],
)
def test_a_number_must_be_one_of_the_assessed_year(text: str, expected: list[int]) -> None:
    found = asked_of_cycle(unknown_question, text)
    assert {finding.code.id for finding in found} <= {"OIT514"}
    assert [line for _, line, _ in places(found)] == expected


def test_the_checklist_of_the_year_gives_the_items() -> None:
    text = "results: {year: 2566, questions: [{id: O43}, {id: O44}]}"
    found = asked_of_cycle(unknown_question, text, titles=ITEMS_OF_2566)
    assert places(found) == [("OIT514", 1, 46)]
    assert found[0].message() == "ไม่มีข้อ O44 ในการประเมินปี 2566 ซึ่งมี O1–O43"
    assert found[0].message("en") == (
        "unknown question O44 in the assessment of 2566, which has O1 to O43"
    )
    assert "O43" in found[0].hint()


def test_numbers_are_not_checked_if_the_year_is_unreadable() -> None:
    record = a_cycle("results: {questions: [{id: O40}]}").record
    unread = replace(record, unreadable=frozenset({"results"}))
    assert list(unknown_question.check(Cycle(unread, 2569), TODAY)) == []


@pytest.mark.parametrize(("wrong", "nearest"), [("i16", "i15"), ("e99", "e9"), ("O30", "O28")])
def test_the_hint_gives_the_nearest_number(wrong: str, nearest: str) -> None:
    (found,) = asked_of_cycle(unknown_question, f"results: {{questions: [{{id: {wrong}}}]}}")
    assert f"ใกล้ที่สุดคือ {nearest})" in found.hint()
    assert f"the nearest is {nearest})" in found.hint("en")


def test_the_item_of_a_memo_must_be_one_of_this_years_checklist() -> None:
    text = "memo:\n  item: O๓๖\n  subject: ก\n"
    quoted = {f"O{number}": ["องค์ประกอบ"] for number in range(1, 36)}
    (found,) = asked_of_cycle(unknown_question, text, quoted=quoted)
    assert places([found]) == [("OIT514", 2, 3)]
    assert found.message() == "ไม่มีข้อ O36 ในแบบวัดปี 2569 ซึ่งมี O1–O35"
    assert "O35" in found.hint()
    assert asked_of_cycle(unknown_question, text.replace("๓๖", "๓๕"), quoted=quoted) == []
    # Without a checklist of the year, any number may be right.
    assert asked_of_cycle(unknown_question, text) == []


HEALTH = {f"MOIT{number}": ["องค์ประกอบ"] for number in range(1, 23)}


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        # In a general agency.
        ("results: {questions: [{id: MOIT12}]}", {}, "โรงพยาบาล (health ปี 2569)"),
        ("measures: [{questions: [i1, moit๑๒]}]", {}, "หน่วยงานนี้ใช้ general ปี 2568"),
        ("memo: {item: MOIT12}", {"quoted": {"O1": ["ก"]}}, "หน่วยงานนี้ใช้ general ปี 2569"),
        ("results: {questions: [{id: IIT7}]}", {}, "ไม่รู้จักเลขข้อ IIT7"),
        # In a hospital.
        (
            "memo: {item: O7}",
            {"quoted": HEALTH, "checklist": "health"},
            "แบบวัด general ปี 2565–2569",
        ),
    ],
)
def test_a_number_of_another_scheme_names_the_scheme(
    text: str, known: dict[str, Any], said: str
) -> None:
    (found,) = asked_of_cycle(unknown_question, text, **known)
    assert found.code is unknown_question.FOREIGN
    assert said in found.message()


def test_results_of_the_national_assessment_beside_an_own_list_are_only_doubtful() -> None:
    known: dict[str, Any] = {"quoted": HEALTH, "titles": {}, "checklist": "health"}
    text = "results: {questions: [{id: O7}, {id: i1}]}\nmeasures: [{questions: [MOIT1]}]"
    assert asked_of_cycle(unknown_question, text, **known) == []
    (found,) = asked_of_cycle(national_question, text, **known)
    assert (found.code.id, found.place.line) == ("OIT238", 1)
    assert "O7 เป็นข้อของแบบวัด general" in found.message()
    # Most checklists have the letters of the national one.
    assert asked_of_cycle(national_question, text, quoted={"O1": ["ก"]}) == []
    assert asked_of_cycle(national_question, text) == []


def test_a_hospital_may_write_the_numbers_of_its_own_list() -> None:
    text = "results: {questions: [{id: moit๒}, {id: MOIT10}]}\nmemo: {item: MOIT22}"
    known: dict[str, Any] = {"quoted": HEALTH, "titles": {}, "checklist": "health"}
    assert asked_of_cycle(unknown_question, text, **known) == []
    known["titles"] = dict.fromkeys(HEALTH, "ข้อ")
    assert asked_of_cycle(unknown_question, text, **known) == []
    (found,) = asked_of_cycle(unknown_question, text.replace("10", "30"), **known)
    assert found.message() == "ไม่มีข้อ MOIT30 ในการประเมินปี 2568 ซึ่งมี MOIT1–MOIT22"


DUPLICATES: list[tuple[str, list[Place]]] = [
    (
        "results:\n  questions:\n    - {id: O6, score: 0}\n    - {id: ๐๖, score: 0}\n",
        [("OIT514", 4, 7)],
    ),
    ("results:\n  instruments:\n    - {id: IIT}\n    - {id: IIT}\n", [("OIT514", 4, 7)]),
    (
        "results:\n  indicators:\n    - {id: 9}\n    - {id: ๙}\n    - {id: 9.}\n",
        [("OIT514", 4, 7), ("OIT514", 5, 7)],
    ),
    # Several measures may address the same question.
    ("measures: [{questions: [i1]}, {questions: [i1, i1]}]", []),
]


@pytest.mark.parametrize(("text", "expected"), DUPLICATES)
def test_a_duplicate_number(text: str, expected: list[Place]) -> None:
    found = asked_of_cycle(unknown_question, text)
    assert places(found) == expected
    assert all(finding.message("en").startswith("duplicate") for finding in found)
