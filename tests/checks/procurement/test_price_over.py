"""The check ``price_over``: does the agreed price exceed the budget or the reference price?"""

from pathlib import Path

import pytest

from given import Place, places
from oit.checks.procurement import price_over
from procurement.reading import asked, in_table, in_yaml

CASES = [
    ("20000", "19500", "19000", False),
    ("20000", "19500", "19500", False),  # an equal price does not exceed it
    ("20000", "19500", "19500.01", True),
    ("19500", "20000", "19600", True),
    ("20000", "", "20001", True),
    ("", "20000", "20001", True),
    ("", "", "20001", False),
    ("20000", "19500", "", False),
    ("0", "", "1", True),  # zero is a budget
    ("0", "0", "0", False),
]


@pytest.mark.parametrize(("budget", "reference", "agreed", "is_found"), CASES)
def test_in_a_list(budget: str, reference: str, agreed: str, *, is_found: bool) -> None:
    text = f"""\
    purchases:
      - name: ก
        budget: '{budget}'
        reference_price: '{reference}'
        agreed_price: '{agreed}'
    """
    expected: list[Place] = [("OIT611", 5, 5)] if is_found else []
    assert places(asked(price_over, in_yaml(text))) == expected


@pytest.mark.parametrize(("budget", "reference", "agreed", "is_found"), CASES)
def test_in_a_table(
    tmp_path: Path, budget: str, reference: str, agreed: str, *, is_found: bool
) -> None:
    header = "agreed_price,name,reference_price,budget"
    table = f"{header}\n1,ก,,\n{agreed},ข,{reference},{budget}\n"
    expected: list[Place] = [("OIT611", 3, 1)] if is_found else []
    assert places(asked(price_over, in_table(tmp_path, table))) == expected


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (
            "budget: 20000, reference_price: 19500",
            "the agreed price 190,000 exceeds the reference price 19,500",
        ),
        ("budget: 19500.50", "the agreed price 190,000 exceeds the budget 19,500.50"),
        # Only the budget is exceeded.
        (
            "budget: 5, reference_price: 200000",
            "the agreed price 190,000 exceeds the budget 5",
        ),
    ],
)
def test_the_lower_of_two_exceeded_limits_is_reported(limits: str, message: str) -> None:
    text = f"purchases: [{{name: ซื้อวัสดุ, agreed_price: 190000, {limits}}}]"
    (finding,) = asked(price_over, in_yaml(text))
    assert finding.message("en") == f"“ซื้อวัสดุ”: {message}"
