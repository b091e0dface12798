"""What cannot be true is not counted, once an entry, and every view gives the same number."""

from datetime import date
from pathlib import Path

import pytest

from given import a_folder
from oit.assess.assessment import ElementResult, ElementStatus, ItemResult
from oit.assess.examine import examine
from oit.findings.finding import Severity

AGENCY = "name: เทศบาลตำบลบ้านใหม่\nkind: municipality\n"
PLAN = "year: 2569\nas_of: {as_of}\nprojects:\n{rows}"
ROW = "  - {{name: ถนนสาย {n}, budget: 100, spent: {spent}}}\n"
MONTHS = "  - {month: 2568-10, nothing: ไม่มีการจัดซื้อ}\n  - {month: 2568-11, nothing: ไม่มีการจัดซื้อ}\n"


def the_item(folder: Path, item: str, text: str, today: date = date(2026, 6, 15)) -> ItemResult:
    path = f"data/2569/{item.lower()}.yml"
    data = a_folder(folder, {"data/agency.yml": AGENCY, path: f"owner: กองคลัง\n{text}"})
    items = examine(data, today, 2569).items
    return next(result for result in items if result.item.file_name == f"{item.lower()}.yml")


def the_element(result: ItemResult, name: str) -> ElementResult:
    return next(element for element in result.elements if element.element.id == name)


def of_plan(folder: Path, spent: list[str]) -> ElementResult:
    rows = "".join(ROW.format(n=n, spent=s) for n, s in enumerate(spent, 1))
    text = PLAN.format(as_of="2569-04-01", rows=rows)
    return the_element(the_item(folder, "O06", text), "spent")


@pytest.mark.parametrize(
    ("spent", "have"),
    [
        (["5", "5", "-5"], 2),
        # One entry lacks it and another cannot be true: neither counts.
        (["5", "", "-5"], 1),
        (["", "-5", "-6"], 0),
    ],
)
def test_impossible_entries_of_a_list_do_not_count(
    tmp_path: Path, spent: list[str], have: int
) -> None:
    element = of_plan(tmp_path, spent)
    assert element.amount is not None
    assert (element.amount.have, element.amount.needed) == (have, 3)
    assert element.status is (ElementStatus.PARTIAL if have else ElementStatus.MISSING)
    codes = [(f.code.id, f.severity) for f in element.findings if f.code.id == "OIT424"]
    assert codes == [("OIT424", Severity.GAP)] * sum(s.startswith("-") for s in spent)


PURCHASE = """\
  - month: 2568-{n}
    purchases: [{{name: กระดาษ, winner: {winner}, agreed_price: {price}}}]
"""


def test_an_entry_that_lacks_something_else_is_left_out_once(tmp_path: Path) -> None:
    rows = PURCHASE.format(n=10, winner="ร้าน ก", price=5)
    rows += PURCHASE.format(n=11, winner="ร้าน ก", price=5)
    rows += PURCHASE.format(n=12, winner="", price=-5)
    element = the_element(the_item(tmp_path, "O11", f"months:\n{rows}"), "selected")
    assert element.amount is not None
    assert (element.amount.have, element.amount.needed) == (2, 3)


def test_two_impossible_values_of_an_entry_leave_it_out_once(tmp_path: Path) -> None:
    bidders = "bidders: [{name: ก, price: -1}, {name: ข, price: -2}]"
    rows = (
        f"  - month: 2568-10\n    purchases: [{{name: กระดาษ, {bidders}}}]\n"
        "  - month: 2568-11\n    purchases: [{name: หมึก, bidders: [{name: ก, price: 1}]}]\n"
    )
    element = the_element(the_item(tmp_path, "O11", f"months:\n{rows}"), "bidders")
    assert element.amount is not None
    assert (element.amount.have, element.amount.needed) == (1, 2)


def test_a_month_to_come_does_not_reduce_the_months_that_are_due(tmp_path: Path) -> None:
    text = f"months:\n{MONTHS}  - {{month: 2569-09, nothing: ไม่มีการจัดซื้อ}}\n"
    result = the_item(tmp_path, "O11", text, date(2025, 12, 15))
    element = the_element(result, "months")
    assert element.status is ElementStatus.SHOWN
    assert "OIT421" in {finding.code.id for finding in result.findings}


def test_the_message_gives_the_number_that_the_element_has(tmp_path: Path) -> None:
    text = f"months:\n{MONTHS}  - {{month: 2568-12, nothing: xxx}}\n"
    element = the_element(the_item(tmp_path, "O11", text, date(2026, 2, 15)), "months")
    messages = [f.message() for f in element.findings if f.code.id == "OIT221"]
    assert element.amount is not None
    assert element.amount.have == 2
    assert [element.amount.words.th in message for message in messages] == [True]


def test_a_day_to_come_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    rows = ROW.format(n=1, spent=5)
    result = the_item(tmp_path, "O06", PLAN.format(as_of="2569-09-01", rows=rows))
    element = the_element(result, "progress_year")
    assert element.status is ElementStatus.MISSING
    assert element.lacking == ("ยังไม่มี", "not there yet")


def test_a_row_of_a_table_that_does_not_count_is_left_out_once(tmp_path: Path) -> None:
    files = {
        "data/agency.yml": AGENCY,
        "data/2569/o11.yml": "rows: procurement.csv\n",
        "data/2569/procurement.csv": (
            "month,name,budget\n2568-10,กระดาษ,5\n2568-10,หมึก,\n2568-10,xxx,5\n"
            "2568-11,xxx,-5\n2568-11,โต๊ะ,-5\n2568-11,xxx,\n"
        ),
    }
    items = examine(a_folder(tmp_path, files), date(2026, 2, 15), 2569).items
    result = next(result for result in items if result.item.id == "O11")
    amounts = [the_element(result, name).amount for name in ("name", "budget")]
    assert [amount and (amount.have, amount.needed) for amount in amounts] == [(3, 6), (1, 6)]
