"""Purchases by columns, whether an item's file lists them or a table does."""

from pathlib import Path

import pytest

from data.tables.reading import ITEM, TABLE, an_item
from given import a_record
from oit.findings.finding import Place
from oit.procurement.purchases import Purchases, purchases_of
from oit.thai.calendar import Month
from procurement.reading import in_table, in_yaml

LISTED = "year: 2568\npurchases:\n  - name: ก\n    budget: 5\n  - {name: ข, month: 2567-11}\n"
MONTHS = """\
months:
  - month: 2568-10
    purchases:
      - {name: ก, budget: 5}
      - {name: ข}
  - {month: 2568-11, nothing: ไม่มี}
  - month: 2568-12
    purchases:
      - {name: ค, month: 2568-10}
"""
ROWS = "name,month,budget\nก,2568-10,5\nข,2568-11,\n"


def names(purchases: Purchases) -> list[str]:
    return list(purchases.column("name"))


def test_the_purchases_of_a_list() -> None:
    purchases = in_yaml(LISTED)
    assert names(purchases) == ["ก", "ข"]
    assert purchases.column("budget") == [5, None]
    assert purchases.months == [None, Month(2024, 11)]
    assert purchases.place(0, "budget") == Place("data/2569/o07.yml", 4, 5)
    assert purchases.place(1) == Place("data/2569/o07.yml", 5, 5)


def test_a_list_may_say_of_which_year_it_is() -> None:
    assert in_yaml(LISTED).year == 2568
    assert in_yaml("purchases: [{name: ก}]").year == 2569


def test_the_purchases_of_months_are_of_the_month_that_they_are_listed_under() -> None:
    purchases = in_yaml(MONTHS, "procurement_monthly", 2570)
    assert names(purchases) == ["ก", "ข", "ค"]
    assert purchases.months == [Month(2025, 10), Month(2025, 10), Month(2025, 12)]
    assert purchases.year == 2570
    assert purchases.place(2, "month") == Place("data/2569/o07.yml", 9, 19)
    assert purchases.place(1, "budget") == Place("data/2569/o07.yml", 5, 9)  # the entry


@pytest.mark.parametrize("form", ["procurement_list", "procurement_monthly", "procurement_report"])
def test_the_purchases_of_a_table_are_the_same_for_every_item(tmp_path: Path, form: str) -> None:
    purchases = in_table(tmp_path, ROWS, form)
    assert names(purchases) == ["ก", "ข"]
    assert purchases.column("method") == [None, None]
    assert purchases.months == [Month(2025, 10), Month(2025, 11)]
    assert purchases.place(1, "budget") == Place(TABLE, 3, 3)
    assert purchases.place(0) == Place(TABLE, 2, 1)


def test_a_table_is_of_the_year_of_its_folder(tmp_path: Path) -> None:
    other = {"data/2568/procurement.csv": ROWS}
    text = "year: 2567\nrows: 2568/procurement.csv\n"
    record = an_item(tmp_path, "procurement_list", text=text, **other)
    purchases = purchases_of(record, 2569)
    assert purchases
    assert purchases.year == 2568


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("procurement_report", "methods: [{name: e-bidding, count: 1}]"),
        ("annual_plan", "projects: [{name: ก}]"),
        ("news", "news: [{title: ก}]"),
    ],
)
def test_other_items_have_no_purchases(form: str, text: str) -> None:
    assert purchases_of(a_record(form, text), 2569) is None


def test_another_kind_of_table_has_none_either(tmp_path: Path) -> None:
    assert purchases_of(an_item(tmp_path, "annual_plan", "name\nก\n"), 2569) is None
    assert purchases_of(None, 2569) is None


def test_of_a_table_that_cannot_be_read_there_are_none(tmp_path: Path) -> None:
    record = an_item(tmp_path, "procurement_list", "name,vendor\nก,ข\n")
    purchases = purchases_of(record, 2569)
    assert purchases
    assert names(purchases) == []
    assert record.place(("purchases",)) == Place(ITEM)
