"""Release packages of OCDS, validated by libcoveocds against OCDS 1.1.5 (see ``ocds.judge``)."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from given import ROOT
from oit.cli.commands.export_ocds import latest, purchases_of
from oit.data.folder import DataFolder
from oit.forms.agency import Agency
from oit.forms.bidders import Bidder
from oit.forms.licence import LICENCES
from oit.forms.purchase import Purchase
from oit.thai.calendar import Month
from oit.views.datasets.exact import exact_json
from oit.views.ocds.release import Publication, release_package
from views.ocds.judge import faults

AGENCY = Agency(
    name="เทศบาลตำบลตัวอย่าง",
    kind="municipality",
    province="ตัวอย่าง",
    email="saraban@tuayang.example",
    website="https://www.tuayang.example/",
)
DAY = date(2026, 1, 31)
ROAD = Purchase.model_construct(
    month=Month(2025, 12),
    project_number="68109012345",
    name="ก่อสร้างถนนคอนกรีต สายบ้านเหนือ",
    kind="จ้างก่อสร้าง",
    budget=Decimal(1500000),
    source="เงินอุดหนุน",
    reference_price=Decimal("1498750.50"),
    method="วิธีประกาศเชิญชวนทั่วไป (e-bidding)",
    bidders=[
        Bidder.model_construct(name="บริษัท ตัวอย่างก่อสร้าง จำกัด", price=Decimal("1390000.00")),
        Bidder.model_construct(name="ร้าน ข", price=None),
    ],
    winner="บริษัท ตัวอย่างก่อสร้าง จำกัด",
    winner_tax_id="0105536000315",
    agreed_price=Decimal("1390000.00"),
    reason="ราคาต่ำสุด",
    contract_number="12/2569",
    contract_date=date(2025, 12, 15),
    contract_end=date(2026, 4, 14),
    announced=date(2025, 10, 20),
    status="อยู่ระหว่างดำเนินการและตรวจรับ",
)
FUEL = Purchase.model_construct(month=Month(2025, 10), name="ซื้อน้ำมันเชื้อเพลิง")


def package(*purchases: Purchase, agency: Agency = AGENCY, **terms: Any) -> bytes:
    return exact_json(release_package(purchases, 2569, Publication(agency, DAY, **terms)))


def releases(*purchases: Purchase) -> list[dict[str, Any]]:
    """Make a valid package; return its releases."""
    made = package(*purchases)
    assert faults(made) == []
    read: list[dict[str, Any]] = json.loads(made, parse_float=Decimal)["releases"]
    return read


def with_values(purchase: Purchase, **values: Any) -> Purchase:
    return purchase.model_copy(update=values)


def test_release_covers_a_purchase_from_budget_to_contract() -> None:
    (release,) = releases(ROAD)
    assert release["ocid"] == "ocds-000000-68109012345"
    assert release["tag"] == ["planning", "tender", "award", "contract"]
    assert release["date"] == "2025-12-15T00:00:00+07:00"
    assert release["planning"] == {
        "budget": {"description": "เงินอุดหนุน", "amount": {"amount": 1500000, "currency": "THB"}}
    }
    assert release["tender"] == {
        "id": "68109012345",
        "title": "ก่อสร้างถนนคอนกรีต สายบ้านเหนือ",
        "status": "complete",
        "value": {"amount": Decimal("1498750.50"), "currency": "THB"},
        "procurementMethod": "open",
        "procurementMethodDetails": "วิธีประกาศเชิญชวนทั่วไป (e-bidding)",
        "mainProcurementCategory": "works",
        "tenderPeriod": {"startDate": "2025-10-20T00:00:00+07:00"},
        "numberOfTenderers": 2,
        "tenderers": [
            {"id": "TH-TIN-0105536000315", "name": "บริษัท ตัวอย่างก่อสร้าง จำกัด"},
            {"id": release["parties"][2]["id"], "name": "ร้าน ข"},
        ],
    }
    assert release["awards"] == [
        {
            "id": "12/2569",
            "title": "ก่อสร้างถนนคอนกรีต สายบ้านเหนือ",
            "description": "ราคาต่ำสุด",
            "status": "active",
            "value": {"amount": Decimal("1390000.00"), "currency": "THB"},
            "suppliers": [release["tender"]["tenderers"][0]],
        }
    ]
    assert release["contracts"] == [
        {
            "id": "12/2569",
            "awardID": "12/2569",
            "title": "ก่อสร้างถนนคอนกรีต สายบ้านเหนือ",
            "status": "active",
            "period": {"endDate": "2026-04-14T00:00:00+07:00"},
            "value": {"amount": Decimal("1390000.00"), "currency": "THB"},
            "dateSigned": "2025-12-15T00:00:00+07:00",
        }
    ]


def test_parties_are_the_agency_and_the_bidders() -> None:
    (release,) = releases(ROAD)
    agency, winner, other = release["parties"]
    assert agency["roles"] == ["buyer"]
    assert release["buyer"] == {"id": agency["id"], "name": "เทศบาลตำบลตัวอย่าง"}
    assert winner["roles"] == ["supplier", "tenderer"]
    assert winner["identifier"]["scheme"] == "TH-TIN"
    assert other["roles"] == ["tenderer"]


def test_amounts_are_exact() -> None:
    assert b'"amount": 1498750.50,' in package(ROAD)
    assert b'"amount": 1390000.00,' in package(ROAD)


def test_package_names_its_publisher_and_day() -> None:
    made = json.loads(package(ROAD, licence=LICENCES["CC-BY-4.0"], uri="https://x.example/ocds"))
    assert made["uri"] == "https://x.example/ocds"
    assert made["version"] == "1.1"
    assert made["publishedDate"] == "2026-01-31T00:00:00+07:00"
    assert made["publisher"] == {
        "name": "เทศบาลตำบลตัวอย่าง",
        "uri": "https://www.tuayang.example/",
    }
    assert made["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_changed_data_gives_another_release_of_the_same_process() -> None:
    assert package(ROAD) == package(ROAD)
    (first,), (second,) = releases(ROAD), releases(with_values(ROAD, status="สิ้นสุดสัญญา"))
    assert first["ocid"] == second["ocid"]
    assert first["id"] != second["id"]
    assert second["contracts"][0]["status"] == "terminated"


def test_contracts_of_a_project_are_one_process() -> None:
    second = with_values(ROAD, contract_number="13/2569", winner="ร้าน ข", winner_tax_id=None)
    (release,) = releases(ROAD, second)
    assert [contract["id"] for contract in release["contracts"]] == ["12/2569", "13/2569"]
    assert release["planning"]["budget"]["amount"]["amount"] == 1500000
    assert release["parties"][2]["roles"] == ["supplier", "tenderer"]


def test_amounts_divided_among_contracts_are_added_up() -> None:
    (release,) = releases(ROAD, with_values(ROAD, budget=Decimal(500), reference_price=None))
    assert release["planning"]["budget"]["amount"]["amount"] == 1500500
    assert release["tender"]["value"]["amount"] == Decimal("1498750.50")


def test_contracts_with_the_same_number_or_none_get_unique_ids() -> None:
    nameless = with_values(ROAD, contract_number=None)
    (release,) = releases(ROAD, ROAD, nameless, nameless)
    ids = [contract["id"] for contract in release["contracts"]]
    assert ids == ["12/2569", "12/2569#2", "#3", "#4"]
    assert [contract["awardID"] for contract in release["contracts"]] == ids


def test_tender_has_no_status_if_its_contracts_differ() -> None:
    (release,) = releases(ROAD, with_values(ROAD, contract_number="13", status="ยกเลิกโครงการ"))
    assert "status" not in release["tender"]


def test_release_of_a_sparse_purchase_has_only_what_is_known() -> None:
    (release,) = releases(FUEL)
    assert release["tag"] == ["tender"]
    assert release["date"] == "2025-10-31T00:00:00+07:00"
    assert release["tender"] == {"id": release["ocid"], "title": "ซื้อน้ำมันเชื้อเพลิง"}
    assert "awards" not in release
    (timeless,) = releases(with_values(FUEL, month=None))
    assert timeless["date"] == "2025-10-01T00:00:00+07:00"


@pytest.mark.parametrize(
    ("known", "tags"),
    [
        ({"winner": "ร้าน ก"}, ["tender", "award"]),
        ({"agreed_price": Decimal(0)}, ["tender", "award"]),
        ({"contract_number": "1/2569"}, ["tender", "award", "contract"]),
        ({"contract_date": date(2025, 10, 2)}, ["tender", "award", "contract"]),
        ({"budget": Decimal(100)}, ["planning", "tender"]),
        ({"source": "เงินรายได้"}, ["planning", "tender"]),
    ],
)
def test_tags_list_the_known_stages(known: dict[str, Any], tags: list[str]) -> None:
    (release,) = releases(with_values(FUEL, **known))
    assert release["tag"] == tags


def test_announcement_starts_only_an_open_tender() -> None:
    (release,) = releases(with_values(ROAD, method="วิธีเฉพาะเจาะจง"))
    assert release["tender"]["procurementMethod"] == "direct"
    assert "tenderPeriod" not in release["tender"]


def test_national_ids_are_not_published() -> None:
    number = "1 2345 67890 12 1"
    (release,) = releases(
        with_values(
            ROAD,
            name=f"จ้าง นาย ก เลขประจำตัวประชาชน {number}",
            winner=f"นาย ก {number}",
            winner_tax_id="1234567890121",
            bidders=[],
        )
    )
    assert "67890" not in exact_json(release).decode()
    assert "xxxxxxxxxxxxx" in release["tender"]["title"]
    assert "identifier" not in release["parties"][1]


_TEXTS = st.none() | st.text(min_size=1).filter(lambda text: bool(text.strip()))
_AMOUNTS = st.none() | st.decimals(0, 10**12, places=2)
_DAYS = st.none() | st.dates(date(1900, 1, 1), date(2157, 12, 31))
PURCHASES = st.builds(
    Purchase.model_construct,
    name=st.text(min_size=1).filter(lambda text: bool(text.strip())),
    month=st.none() | st.builds(Month, st.integers(2020, 2030), st.integers(1, 12)),
    project_number=st.none() | st.sampled_from(["68109012345", "๖๘๑๐๙๐๑๒๓๔๕"]),
    method=_TEXTS,
    source=_TEXTS,
    winner=_TEXTS,
    winner_tax_id=_TEXTS,
    reason=_TEXTS,
    contract_number=_TEXTS | st.sampled_from(["#1", "#", "2"]),
    status=_TEXTS,
    budget=_AMOUNTS,
    agreed_price=_AMOUNTS,
    contract_date=_DAYS,
    contract_end=_DAYS,
    bidders=st.lists(
        st.builds(
            Bidder.model_construct,
            name=st.text(min_size=1).filter(lambda text: bool(text.strip())),
        )
    ),
)


@pytest.mark.untraced
@given(st.lists(PURCHASES, min_size=1, max_size=4))
def test_any_purchases_make_a_valid_package(purchases: list[Purchase]) -> None:
    assert faults(package(*purchases)) == []


@pytest.mark.parametrize("data", [ROOT / "data", *sorted(ROOT.glob("examples/*/data"))], ids=str)
def test_purchases_of_the_examples_make_valid_packages(data: Path) -> None:
    folder = DataFolder(data)
    for year in folder.years():
        agency, rows, findings = purchases_of(folder, year)
        assert findings == []
        if agency and rows:
            made = release_package(rows, year, Publication(agency, latest(rows, year)))
            assert faults(exact_json(made)) == []


@pytest.mark.parametrize(
    ("valid", "invalid"),
    [
        (b'"awardID"', b'"awardNumber"'),
        (b'"open"', b'"opened"'),
        (b"2025-12-15T00:00:00+07:00", b"2568-12-15"),
        (b"1390000.00", b'"1,390,000.00"'),
        (b"ocds-000000-", b"ocds-th-"),
        (b'"version"', b'"verzion"'),
        ('"ราคาต่ำสุด"'.encode(), b'""'),
    ],
)
def test_validation_finds_faults(valid: bytes, invalid: bytes) -> None:
    assert valid in package(ROAD)
    assert faults(package(ROAD).replace(valid, invalid)) != []
