"""Which entries of a file are already rows of the table."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.bilingual import Bilingual
from oit.intake.imports.layout import layout
from oit.intake.imports.merge import Changes, merge
from oit.intake.imports.sheet_reading import Entry
from oit.intake.imports.typed import typed

HERE = Bilingual("ที่นี่", "here")
WHOLE: dict[str, str] = {
    "month": "2567-10", "name": "ก", "project_number": "67109000001", "contract_number": "1/68",
    "contract_date": "2567-10-05", "agreed_price": "500",
}  # fmt: skip


def row(*without: str, **values: str) -> dict[str, str]:
    return {name: text for name, text in {**WHOLE, **values}.items() if name not in without}


def merged(old: list[dict[str, str]], new: list[dict[str, str]], sheets: str = "") -> Changes:
    names = sheets or "a" * len(new)
    entries = [Entry(values, HERE, sheet) for values, sheet in zip(new, names, strict=True)]
    return merge(old, entries, layout("procurement"))


def counts(changes: Changes) -> tuple[int, int, int, int]:
    return len(changes.added), len(changes.changed), changes.unchanged, changes.kept


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # The number of the project identifies it, whatever else was corrected.
        (row(), row(name="ข", month="2567-11", agreed_price="600"), (0, 1, 0, 0)),
        (row("contract_number", "contract_date"), row(), (0, 1, 0, 0)),
        (row(), row(contract_number="2/68", contract_date="2567-10-06"), (0, 1, 0, 0)),
        # Without it, the number and date of the contract.
        (row("project_number"), row("project_number", name="ข"), (0, 1, 0, 0)),
        (row("project_number"), row(), (0, 1, 0, 0)),
        (row(), row(project_number="67109000002", contract_number="1/68"), (1, 0, 0, 1)),
        (row("project_number"), row("project_number", contract_date="2567-10-06"), (0, 1, 0, 0)),
        # Another number is another purchase, even if everything else is the same.
        (row("project_number"), row("project_number", contract_number="2/68"), (1, 0, 0, 1)),
        # Without either, month and name.
        (
            {"month": "2567-10", "name": "ก"},
            {"month": "2567-10", "name": "ก", "budget": "5"},
            (0, 1, 0, 0),
        ),
        ({"name": "ก", "budget": "5"}, {"month": "2567-10", "name": "ก"}, (0, 1, 0, 0)),
        ({"name": "ก", "budget": "5"}, {"name": "ก", "budget": "6"}, (1, 0, 0, 1)),
        # What the file omits stays, and 500 is 500.00.
        (row(reason="ต่ำสุด"), row(agreed_price="500.00"), (0, 0, 1, 0)),
        (row(contract_number="01/68"), row(contract_number="1/68"), (0, 1, 0, 0)),
    ],
)
def test_which_purchases_are_the_same(
    old: dict[str, str], new: dict[str, str], expected: tuple[int, int, int, int]
) -> None:
    assert counts(merged([old], [new])) == expected


def test_a_name_from_a_pdf_is_the_same_name() -> None:
    old: dict[str, str] = {"month": "2567-10", "name": "จ้างซ่อมปั๊มน้ำ"}
    changes = merged([old], [{**old, "name": "จ้างซ่อมปั๊มน\u0e49\u0e4dา", "budget": "5"}])
    assert counts(changes) == (0, 1, 0, 0)


def test_contracts_of_one_project_stay_apart() -> None:
    old = [row(), row(contract_number="2/68", agreed_price="700")]
    changes = merged(old, [row(contract_number="2/68", agreed_price="800")])
    assert counts(changes) == (0, 1, 0, 1)
    assert [line["agreed_price"] for line in changes.rows] == ["500", "800"]
    changes = merged(old, [row(contract_number="3/68")])
    assert counts(changes) == (1, 0, 0, 2)


def test_equal_rows_are_matched_by_their_number() -> None:
    fuel: dict[str, str] = {"month": "2567-10", "name": "ค่าน้ำมัน"}
    old = [fuel, {**fuel, "agreed_price": "5"}]
    assert counts(merged(old, [{**fuel, "agreed_price": "5"}, fuel, fuel])) == (1, 0, 2, 0)


def test_an_entry_repeated_on_another_sheet_counts_once() -> None:
    assert merged([], [row(), row()], "ab").repeated == 1
    assert merged([], [row(name="น้ำมัน"), row(name="น\u0e49\u0e4dามัน")], "ab").repeated == 1
    assert counts(merged([], [row(), row()], "aa")) == (2, 0, 0, 0)


def test_the_order_is_by_month_day_numbers_and_name() -> None:
    rows: list[dict[str, Any]] = [
        {"name": "ไม่มีเดือน"},
        {"month": "2567-10", "name": "ข"},
        {"month": "2567-11", "nothing": "ไม่มี"},
        {"month": "2567-10", "name": "ก"},
        {"month": "2567-10", "name": "ค", "contract_date": "2567-10-01"},
        {"month": "2567-12", "name": "ก"},
    ]
    found = merged([], rows).rows
    assert [line.get("name", "-") for line in found] == ["ค", "ก", "ข", "-", "ก", "ไม่มีเดือน"]


def test_statements_that_a_month_had_no_entries() -> None:
    statement = {"month": "2567-10", "nothing": "ไม่มี"}
    assert counts(merged([statement], [statement])) == (0, 0, 1, 0)
    assert counts(merged([statement], [])) == (0, 0, 0, 1)
    changes = merged([statement], [row()])
    assert (changes.withdrawn, changes.rows) == ([statement], [row()])
    changes = merged([row()], [statement])
    assert (counts(changes), len(changes.contradictions)) == ((0, 0, 0, 1), 1)


def test_projects_of_a_plan_keep_the_order_of_the_plan() -> None:
    entries = [Entry({"name": name, "budget": "5"}, HERE, "a") for name in "กค"]
    changes = merge([{"name": "ข"}, {"name": "ก"}], entries, layout("plan"))
    assert counts(changes) == (1, 1, 0, 1)
    assert [line["name"] for line in changes.rows] == ["ข", "ก", "ค"]


RESPELLINGS = (
    ("ำ", "\u0e4dา"),
    ("้ำ", "\u0e4d\u0e49า"),
    ("แ", "เเ"),
    ("ื้", "\u0e49\u0e37"),
    ("ี่", "\u0e48\u0e35"),
    ("ั้", "\u0e49\u0e31"),
    ("์", "\uf70e"),
    ("น", "น\u200b"),
    (" ", "\u00a0 "),
    ("-", "–"),
    ('"', "“"),
    ("1", "๑"),
    ("C", "ｃ"),
    ("", ""),
)
PURCHASE = {
    "month": "2568-10", "name": 'ซื้อน้ำดื่มและที่นั่ง "ABC-1" ทั้งสิ้น 11 รายการ', "method": "เฉพาะเจาะจง",
    "winner": "ห้างหุ้นส่วนจำกัด ที่หนึ่ง แอนด์ C", "agreed_price": "500", "reason": "เสนอราคาต่ำสุด",
}  # fmt: skip


@given(
    st.lists(st.sampled_from(RESPELLINGS)), st.sets(st.sampled_from(["name", "winner", "reason"]))
)
def test_a_row_in_another_spelling_is_the_same_row(
    respellings: list[tuple[str, str]], fields: set[str]
) -> None:
    respelled: dict[str, str] = dict(PURCHASE)
    for name in fields:
        for usual, odd in respellings:
            respelled[name] = respelled[name].replace(usual, odd)
    read = {name: typed(text) for name, text in respelled.items()}
    other = {**PURCHASE, "name": "ซื้อหมึก"}
    assert counts(merged([other, PURCHASE], [read])) == (0, 0, 1, 1)
    # An odd spelling in the table, as earlier versions kept it, is replaced by the usual one.
    assert merged([respelled], [PURCHASE]).rows[0].keys() == PURCHASE.keys()
    assert counts(merged([respelled], [PURCHASE]))[0] == 0


def test_a_new_spelling_alone_is_no_change() -> None:
    old = row("project_number", name="ซื้อ CCTV – 2 จุด", agreed_price="500")
    for name in ("ซื้อ cctv - 2 จุด", "ซื้อ  CCTV - ๒ จุด", "ซื้อ\u00a0CCTV – 2 จุด"):
        assert counts(merged([old], [row("project_number", name=name)])) == (0, 0, 1, 0)
    # Spaces within a text are a correction of the officer's.
    spaced = row("project_number", name="ซื้อ CCTV – 2จุด")
    assert counts(merged([old], [spaced])) == (0, 1, 0, 0)


def test_characters_in_an_unusual_order_are_replaced() -> None:
    old: dict[str, str] = {"month": "2567-10", "name": "ซ\u0e49\u0e37อน\u0e49\u0e4dา"}
    changes = merged([old], [{"month": "2567-10", "name": "ซื้อน้ำ"}])
    assert counts(changes) == (0, 1, 0, 0)
    assert changes.rows == [{"month": "2567-10", "name": "ซื้อน้ำ"}]


def test_amounts_pair_rows_however_they_are_written() -> None:
    old = {"name": "ก", "budget": "5000.00", "agreed_price": "12"}
    assert counts(merged([old], [{"name": "ก", "budget": "5000", "agreed_price": "12.0"}])) == (
        0, 0, 1, 0,
    )  # fmt: skip


def test_files_may_be_all_there_is_of_their_months() -> None:
    rows = [
        {"month": "2568-10", "name": "ก"},
        {"month": "2568-10", "name": "ข"},
        {"month": "2568-11", "name": "ค"},
        {"month": "2568-12", "nothing": "ไม่มี"},
    ]
    found = [Entry({"month": "2568-10", "name": "ก"}, Bilingual("", ""), "a")]
    changes = merge(rows, found, layout("procurement"), replaces=True)
    assert changes.removed == [{"month": "2568-10", "name": "ข"}]
    assert changes.kept == 2
    assert changes.any
    assert [row.get("name") for row in changes.rows] == ["ก", "ค", None]
    assert not merge(rows, found, layout("procurement")).removed
