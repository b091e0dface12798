"""The check ``far_contract``: is a contract dated far from the month of its entry?"""

from pathlib import Path

import pytest

from given import places
from oit.checks.procurement import far_contract
from procurement.reading import asked, in_table, in_yaml


@pytest.mark.parametrize(
    ("dates", "is_found"),
    [
        ("contract_date: 2567-10-20", True),
        ("contract_date: 2569-10-20", True),
        ("contract_date: 2568-04-30", True),
        ("contract_date: 2569-04-01", True),
        ("contract_date: 2568-10-20", False),
        ("contract_date: 2568-09-30", False),
        ("contract_date: 2568-05-01", False),
        ("contract_date: 2569-03-31", False),
        ("contract_date: ''", False),
        # A contract before its announcement has its own check.
        ("contract_date: 2567-10-20, announced: 2568-10-01", False),
        ("contract_date: 2567-10-20, announced: 2567-10-01", True),
    ],
)
def test_in_a_monthly_summary(dates: str, *, is_found: bool) -> None:
    text = f"months: [{{month: 2568-10, purchases: [{{name: ก, {dates}}}]}}]"
    found = places(asked(far_contract, in_yaml(text, "procurement_monthly")))
    assert [code for code, _, _ in found] == ["OIT622"] * is_found


def test_a_month_outside_the_fiscal_year_has_its_own_check() -> None:
    text = "purchases: [{name: ก, month: 2569-10, contract_date: 2568-10-20}]"
    assert asked(far_contract, in_yaml(text)) == []


def test_in_a_table(tmp_path: Path) -> None:
    table = "name,month,contract_date\nก,2568-10,2567-10-20\nข,2568-10,2568-10-20\nค,,2567-10-20\n"
    (finding,) = asked(far_contract, in_table(tmp_path, table))
    assert places([finding]) == [("OIT622", 2, 3)]
    assert finding.message() == ("“ก”: สัญญาลงวันที่ 20 ตุลาคม 2567 ห่างจากเดือนตุลาคม 2568 ของรายการ")
