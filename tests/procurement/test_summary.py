"""A year's purchases added up."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from oit.forms.procurement_report import UNKNOWN_METHOD
from oit.procurement.summary import UNKNOWN, Group, summarise
from oit.thai.calendar import Month

COLUMNS: dict[str, list[Any]] = {
    "month": [Month(2025, 11), Month(2025, 10), None, Month(2025, 11)],
    "method": ["คัดเลือก", None, "e-bidding", "คัดเลือก"],
    "winner": ["ร้าน ก", None, "ร้าน ข", "ร้าน ก"],
    "budget": [Decimal("5.00"), None, Decimal(90), None],
    "agreed_price": [Decimal("4.50"), None, Decimal(80), Decimal("0.10")],
}


def test_what_is_known_is_added_up() -> None:
    summary = summarise(COLUMNS, 4)
    assert (summary.count, summary.budget, summary.agreed) == (
        4,
        Decimal("95.00"),
        Decimal("84.60"),
    )


def test_prices_are_compared_with_budgets_only_if_each_has_one() -> None:
    assert not summarise(COLUMNS, 4).has_every_budget
    assert summarise(
        {"budget": [Decimal(5), None], "agreed_price": [None, None]}, 2
    ).has_every_budget


def test_months_are_in_the_order_of_time_and_an_unknown_one_last() -> None:
    assert summarise(COLUMNS, 4).months == [
        Group("ตุลาคม 2568", 1, None, None),
        Group("พฤศจิกายน 2568", 2, Decimal("5.00"), Decimal("4.60")),
        Group(UNKNOWN, 1, Decimal(90), Decimal(80)),
    ]


def test_a_month_of_the_year_without_purchases_is_listed_too() -> None:
    year = [Month(2025, 10), Month(2025, 11), Month(2025, 12)]
    assert summarise(COLUMNS, 4, year).months[1:3] == [
        Group("พฤศจิกายน 2568", 2, Decimal("5.00"), Decimal("4.60")),
        Group("ธันวาคม 2568", 0, None, None),
    ]
    assert summarise({}, 2, year).months == []


def test_the_dearest_comes_first_and_what_is_not_stated_is_a_group_of_its_own() -> None:
    assert summarise(COLUMNS, 4).methods == [
        Group("e-bidding", 1, Decimal(90), Decimal(80)),
        Group("วิธีคัดเลือก", 2, Decimal("5.00"), Decimal("4.60")),
        Group(UNKNOWN_METHOD, 1, None, None),
    ]


def test_nobody_is_no_supplier() -> None:
    assert [group.name for group in summarise(COLUMNS, 4).suppliers] == ["ร้าน ข", "ร้าน ก"]


def test_a_column_that_is_not_there_says_nothing() -> None:
    summary = summarise({}, 2)
    assert (summary.count, summary.budget, summary.agreed) == (2, None, None)
    assert (summary.months, summary.suppliers) == ([], [])
    assert summary.methods == [Group(UNKNOWN_METHOD, 2, None, None)]
    assert summary.sources == [Group(UNKNOWN, 2, None, None)]


def test_names_in_another_spelling_are_one_group() -> None:
    columns: dict[str, Sequence[Any]] = {
        "winner": ["ร้านน้ำดื่ม", "ร้านน\u0e49\u0e4dาดื่ม", "ร้าน\u200bน้ำดื่ม"],
        "method": ["เฉพาะเจาะจง", "วิธีเฉพาะเจาะจง", "เฉพาะ\u200bเจาะจง"],
        "agreed_price": [Decimal(1), Decimal(2), Decimal(4)],
    }
    summary = summarise(columns, 3)
    assert summary.suppliers == [Group("ร้านน้ำดื่ม", 3, None, Decimal(7))]
    assert summary.methods == [Group("วิธีเฉพาะเจาะจง", 3, None, Decimal(7))]
