"""Which purchases are one contracting process, and its identifier."""

from typing import Any

from oit.forms.agency import Agency
from oit.forms.purchase import Purchase
from oit.thai.calendar import Month
from oit.views.ocds.process import processes

AGENCY = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")


def purchase(**values: Any) -> Purchase:
    return Purchase.model_construct(**{"name": "ซื้อน้ำมัน", "month": Month(2025, 10), **values})


def ocids(*purchases: Purchase, agency: Agency = AGENCY, prefix: str = "ocds-1a2b3c") -> list[str]:
    return [process.ocid for process in processes(purchases, agency, 2569, prefix)]


def test_project_is_identified_by_its_number() -> None:
    first, second = purchase(project_number="68109012345"), purchase(project_number="๖๘๑๐๙๐๑๒๓๔๕")
    (process,) = processes([first, second], AGENCY, 2569)
    assert process.ocid == "ocds-000000-68109012345"
    assert process.purchases == [first, second]


def test_identifier_of_a_purchase_without_a_project_does_not_depend_on_other_purchases() -> None:
    other = purchase(name="ซื้อกระดาษ")
    (alone,) = ocids(purchase())
    assert alone.startswith("ocds-1a2b3c-2569-")
    assert ocids(other, purchase())[1] == alone
    assert ocids(purchase(agreed_price=1, status="สิ้นสุดสัญญา")) == [alone]
    assert ocids(purchase(month=Month(2025, 11))) != [alone]
    assert ocids(purchase(), agency=Agency(name="อื่น", kind="other")) != [alone]


def test_contract_number_takes_precedence_over_the_month() -> None:
    (ocid,) = ocids(purchase(contract_number="1/2569"))
    assert ocids(purchase(contract_number="1/2569", month=None)) == [ocid]
    assert ocids(purchase(contract_number="2/2569")) != [ocid]


def test_same_thing_bought_again_is_another_process() -> None:
    first, second, third = ocids(purchase(), purchase(), purchase())
    assert second == f"{first}-2"
    assert third == f"{first}-3"
    assert ocids(purchase(month=None))[0] != first
