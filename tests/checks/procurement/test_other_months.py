"""The check ``other_months``: are most contracts of a month dated in other months?"""

from pathlib import Path

import pytest

from given import places
from oit.checks.procurement import other_months
from procurement.reading import asked, in_table, in_yaml


@pytest.mark.parametrize(
    ("days", "is_found"),
    [
        (["2568-11-03", "2568-11-20"], True),
        (["2568-11-03", "2568-11-20", "2568-10-05"], True),
        (["2568-11-03", "2568-09-20", "2568-10-05"], True),
        (["2568-11-03", "2568-10-05"], False),
        (["2568-11-03", "2568-10-05", "2568-10-06"], False),
        # One contract alone is a slip or a late report.
        (["2568-11-03"], False),
        (["2568-11-03", ""], False),
        # Those that are far from the month have their own check.
        (["2567-10-03", "2567-10-20"], False),
        ([], False),
    ],
)
def test_in_a_monthly_summary(days: list[str], *, is_found: bool) -> None:
    rows = ", ".join(f"{{name: ก, contract_date: '{day}'}}" for day in days)
    text = f"months: [{{month: 2568-10, purchases: [{rows}]}}]"
    found = places(asked(other_months, in_yaml(text, "procurement_monthly")))
    assert [code for code, _, _ in found] == ["OIT623"] * is_found


def test_in_a_table_the_first_of_them_is_named(tmp_path: Path) -> None:
    table = (
        "name,month,contract_date\nก,2568-10,2568-10-20\nข,2568-10,2568-11-20\nค,2568-10,2568-11-21\n"
        "ง,2568-11,2568-11-21\nจ,,2568-12-21\n"
    )
    (finding,) = asked(other_months, in_table(tmp_path, table))
    assert places([finding]) == [("OIT623", 3, 3)]
    assert finding.message() == (
        "เดือนตุลาคม 2568: สัญญา 2 จาก 3 ฉบับลงวันที่ในเดือนอื่น เช่น 20 พฤศจิกายน 2568"
    )
