"""Rows pasted from a spreadsheet: cells, headings, entries."""

import time
from contextlib import suppress

import pytest

from oit.desk.controls.pasted import MOST_ROWS, Pasted, cells_of, entries_of, read_pasted
from oit.forms.executives import Executive
from oit.forms.parts import PlannedProject, WorkingGroup
from oit.spreadsheets.limits import RefusedError


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("ก\tข\r\nค\tง\r\n", [["ก", "ข"], ["ค", "ง"]]),
        ("ก\rข", [["ก"], ["ข"]]),
        ('"บรรทัดหนึ่ง\nบรรทัดสอง"\tข', [["บรรทัดหนึ่ง\nบรรทัดสอง", "ข"]]),
        ('"ว่า ""ดี""\nมาก"\tข', [['ว่า "ดี"\nมาก', "ข"]]),
        # Excel quotes no cell without a line break or a tab.
        ('"โครงการ ก"\tข', [['"โครงการ ก"', "ข"]]),
        ('"ก" และ "ข"\tค', [['"ก" และ "ข"', "ค"]]),
        ('ท่อ 6"\tข\n"ค', [['ท่อ 6"', "ข"], ['"ค']]),
        ("\t\nก\t\n-\t–\n", [["ก", ""]]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_cells_are_split_as_spreadsheets_join_them(text: str, rows: list[list[str]]) -> None:
    assert cells_of(text) == rows


@pytest.mark.parametrize(
    "text", ["\tก" * 101, "ก\n" * (MOST_ROWS + 2), "ก" * 32_768, "ก" * 2_000_001]
)
def test_too_much_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        cells_of(text)


@pytest.mark.parametrize("sign", ['"', '""', '"""', '"\t', '\t"', '"\n', '"""a\t', '""""a\n'])
def test_hostile_quotes_take_no_longer_than_others(sign: str) -> None:
    before = time.process_time()
    with suppress(RefusedError):
        cells_of(sign * (300_000 // len(sign)))
    assert time.process_time() - before < 2


def test_titles_and_names_of_fields_name_the_columns() -> None:
    pasted = read_pasted("ชื่อ-สกุล\tposition\tหมายเหตุ\nนาย ก\tนายก\tx\n", Executive)
    assert pasted.has_heading
    assert pasted.fields == ("name", "position", "")
    assert entries_of(pasted, Executive) == [{"name": "นาย ก", "position": "นายก"}]


def test_a_part_of_a_title_is_enough_beside_others_that_are_known() -> None:
    assert read_pasted("ชื่อ\tตำแหน่ง\nก\tข", Executive).fields == ("name", "position")
    # On its own it may be a value, and several fields could be meant.
    assert not read_pasted("ชื่อ\nก", Executive).has_heading
    assert read_pasted("โครงการ/กิจกรรม\tบาท\nก\t1", PlannedProject).fields == ("name", "")


def test_headings_of_offices_are_those_that_imports_know() -> None:
    pasted = read_pasted(
        "แผนงาน/โครงการ\tงบประมาณตามเทศบัญญัติ\tแหล่งเงิน\nก\t1,000\tรายได้", PlannedProject
    )
    assert pasted.fields == ("name", "budget", "source")


def test_two_columns_with_one_heading_do_not_make_one_field_twice() -> None:
    pasted = read_pasted("ตำแหน่ง\tตำแหน่ง\nก\tข", Executive)
    assert pasted.fields == ("position", "")
    assert not pasted.assigned(["name", "name"], has_heading=True).is_assigned


def test_without_a_heading_the_columns_follow_the_field_that_was_pasted_into() -> None:
    pasted = read_pasted("ก\tข\n", Executive, "name")
    assert (pasted.has_heading, pasted.fields[0]) == (False, "name")
    assert all(pasted.fields)
    assert read_pasted("ก\tข\n", Executive).fields == ("", "")
    assert read_pasted("ก\tข\n", Executive, "nonsense").fields == ("", "")


def test_a_choice_has_its_word_and_a_list_of_texts_its_lines() -> None:
    pasted = Pasted((("ก", "ฝ่ายการเมือง"),), has_heading=False, fields=("name", "side"))
    assert entries_of(pasted, Executive) == [{"name": "ก", "side": "political"}]
    pasted = Pasted(
        (("123/2569", "นาย ก\n\n นาย ข "),), has_heading=False, fields=("order", "members")
    )
    assert entries_of(pasted, WorkingGroup) == [
        {"order": "123/2569", "members": ["นาย ก", "นาย ข"]}
    ]


def test_rows_without_values_in_the_chosen_columns_make_no_entry() -> None:
    pasted = Pasted((("", "x"), ("ก", "y")), has_heading=False, fields=("name", ""))
    assert entries_of(pasted, Executive) == [{"name": "ก"}]


def test_what_every_entry_must_have_is_told() -> None:
    pasted = read_pasted("ตำแหน่ง\tโทรศัพท์\nก\t1", Executive)
    assert "ชื่อ-สกุล" in pasted.lacking(Executive)
