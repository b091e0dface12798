"""The check ``early_contract``: is a contract dated before its announcement?"""

from pathlib import Path

import pytest

from given import Place, places
from oit.checks.procurement import early_contract
from procurement.reading import asked, in_table, in_yaml

CASES = [
    ("2568-10-08", "2568-10-20", False),
    ("2568-10-08", "2568-10-08", False),  # on the same day
    ("2568-10-08", "2568-10-07", True),
    ("2568-10-08", "2567-10-20", True),
    ("2568-10-08", "", False),
    ("", "2567-10-20", False),
    ("", "", False),
]


@pytest.mark.parametrize(("announced", "signed", "is_found"), CASES)
def test_in_a_monthly_summary(announced: str, signed: str, *, is_found: bool) -> None:
    text = f"""\
    months:
      - month: 2568-10
        purchases:
          - name: ก
            announced: '{announced}'
            contract_date: '{signed}'
    """
    expected: list[Place] = [("OIT612", 6, 9)] if is_found else []
    assert places(asked(early_contract, in_yaml(text, "procurement_monthly"))) == expected


@pytest.mark.parametrize(("announced", "signed", "is_found"), CASES)
def test_in_a_table(tmp_path: Path, announced: str, signed: str, *, is_found: bool) -> None:
    table = f'name,contract_date,announced\n"ก\nข",,\nค,{signed},{announced}\n'
    expected: list[Place] = [("OIT612", 4, 2)] if is_found else []
    assert places(asked(early_contract, in_table(tmp_path, table))) == expected


def test_the_message_gives_both_dates() -> None:
    text = "purchases: [{name: ก, announced: 2568-10-08, contract_date: 2567-10-20}]"
    (finding,) = asked(early_contract, in_yaml(text))
    assert finding.message() == "“ก”: สัญญาลงวันที่ 20 ตุลาคม 2567 ก่อนวันที่ประกาศ 8 ตุลาคม 2568"
    assert finding.message("en").startswith("“ก”: the contract date 2024-10-20 is before")
