"""The check ``wrong_year``: is the month of a purchase outside the fiscal year?"""

from pathlib import Path

import pytest

from given import Place, places
from oit.checks.procurement import wrong_year
from procurement.reading import asked, in_table, in_yaml

CASES = [
    ("2568-10", False),
    ("2569-09", False),
    ("2568-09", True),
    ("2569-10", True),
    ("2567-10", True),
    ("", False),
]


@pytest.mark.parametrize(("month", "is_found"), CASES)
def test_in_a_monthly_summary(month: str, *, is_found: bool) -> None:
    text = f"months: [{{month: '{month}', purchases: [{{name: ก}}]}}]"
    found = places(asked(wrong_year, in_yaml(text, "procurement_monthly")))
    assert [code for code, _, _ in found] == ["OIT615"] * is_found


@pytest.mark.parametrize(("month", "is_found"), CASES)
def test_in_a_list(month: str, *, is_found: bool) -> None:
    text = f"purchases:\n  - name: ก\n    month: '{month}'\n"
    expected: list[Place] = [("OIT615", 3, 5)] if is_found else []
    assert places(asked(wrong_year, in_yaml(text))) == expected


@pytest.mark.parametrize(("month", "is_found"), CASES)
def test_in_a_table(tmp_path: Path, month: str, *, is_found: bool) -> None:
    table = f"name,month\nก,2568-11\nข,{month}\n"
    expected: list[Place] = [("OIT615", 3, 2)] if is_found else []
    assert places(asked(wrong_year, in_table(tmp_path, table))) == expected


def test_a_list_of_another_year_uses_the_months_of_that_year() -> None:
    text = "year: 2568\npurchases: [{name: ก, month: 2567-10}, {name: ข, month: 2568-10}]"
    (finding,) = asked(wrong_year, in_yaml(text))
    assert finding.message() == "“ข”: เดือนตุลาคม 2568 ไม่อยู่ในปีงบประมาณ 2568"
    assert finding.message("en") == "“ข”: 2025-10 is outside the fiscal year 2568"


def test_a_statement_for_a_month_without_purchases(tmp_path: Path) -> None:
    table = "name,month,nothing\nก,2568-11,\n,2569-10,ไม่มี\n,2568-12,ไม่มี\n"
    found = asked(wrong_year, in_table(tmp_path, table, "procurement_monthly"))
    assert places(found) == [("OIT615", 3, 2)]
