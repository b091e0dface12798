"""The check ``report_differs``: do the totals of a report match its table?"""

from pathlib import Path

import pytest

from given import places
from oit.checks.procurement import report_differs
from oit.findings.finding import Finding
from procurement.reading import asked, in_table, in_yaml

TABLE = """\
name,method,budget,agreed_price
ก,เฉพาะเจาะจง,100.00,90.10
ข,e-bidding,5000,4999.90
ค,เฉพาะเจาะจง,,
"""


METHODS = "{name: ก, count: 2, spent: 90.10}, {name: ข, count: 1, budget: 5100.00}"


def differing(folder: Path, methods: str, table: str = TABLE) -> list[Finding]:
    """Check a report with these totals."""
    text = f"owner: กองคลัง\nmethods: [{methods}]\n"
    found = asked(report_differs, in_table(folder, table, "procurement_report", text))
    assert set(places(found)) <= {("OIT616", 2, 1)}
    return found


def totals(findings: list[Finding]) -> list[tuple[object, object]]:
    """Return the reported total and the total of the table of each finding."""
    return [(finding.values["reported"], finding.values["summed"]) for finding in findings]


@pytest.mark.parametrize(
    ("methods", "expected"),
    [
        ("{name: ทุกวิธี, count: 3, budget: 5100, spent: '5,090.00'}", []),
        # The totals of all methods together are compared.
        (METHODS, [("90.10", "5,090.00")]),
        ("{name: ทุกวิธี, count: 4, budget: 5101}", [("4", "3"), ("5,101", "5,100.00")]),
        ("{name: ทุกวิธี, count: 0}", [("0", "3")]),
        ("{name: ทุกวิธี}", []),  # a missing total cannot differ
        ("", []),  # computed from the table
    ],
)
def test_totals_are_compared(tmp_path: Path, methods: str, expected: list[tuple[str, str]]) -> None:
    assert totals(differing(tmp_path, methods)) == expected


def test_a_table_without_amounts_adds_up_to_zero(tmp_path: Path) -> None:
    found = differing(tmp_path, "{name: ก, count: 1, budget: 5}", "name\nก\n")
    assert totals(found) == [("5", "0")]


def test_the_message(tmp_path: Path) -> None:
    (finding,) = differing(tmp_path, "{name: ทุกวิธี, count: 4}")
    assert finding.message("en") == (
        "the report gives 4 for the number of projects, but the purchases in procurement.csv "
        "add up to 3"
    )


@pytest.mark.parametrize("form", ["procurement_list", "procurement_monthly"])
def test_other_forms_are_not_checked(tmp_path: Path, form: str) -> None:
    assert asked(report_differs, in_table(tmp_path, TABLE, form)) == []
    assert asked(report_differs, in_yaml("purchases: [{name: ก}]")) == []
