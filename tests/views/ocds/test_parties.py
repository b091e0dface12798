"""The parties of a contracting process."""

import pytest

from oit.forms.agency import Agency
from oit.views.ocds.parties import Parties, company_id

AGENCY = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")


@pytest.mark.parametrize(
    ("tax_id", "expected"),
    [
        ("0105536000315", "0105536000315"),
        ("0 1055 36000 31 5", "0105536000315"),
        ("๐๑๐๕๕๓๖๐๐๐๓๑๕", "0105536000315"),
        ("0994000368968", "0994000368968"),
        # A person's: complete, masked, or of a person outside the civil register.
        ("1234567890121", None),
        ("xxxxxxxxxxxxx", None),
        ("0012345678901", None),
        ("0100189123456", None),
        # Invalid.
        ("105536000315", None),
        ("-", None),
        (None, None),
    ],
)
def test_only_companies_have_a_published_id(tax_id: str | None, expected: str | None) -> None:
    assert company_id(tax_id) == expected


def test_party_is_listed_once_with_all_its_roles() -> None:
    parties = Parties(AGENCY)
    won = parties.refer("บริษัท ก จำกัด", "supplier", "0105536000315")
    bid = parties.refer("บริษัท  ก\nจำกัด", "tenderer")
    again = parties.refer("บริษัท ก จำกัด", "supplier", "0994000368968")
    assert won == bid == again == {"id": "TH-TIN-0105536000315", "name": "บริษัท ก จำกัด"}
    assert parties.listed()[1] == {
        "id": "TH-TIN-0105536000315",
        "name": "บริษัท ก จำกัด",
        "roles": ["supplier", "tenderer"],
        "identifier": {
            "scheme": "TH-TIN",
            "id": "0105536000315",
            "legalName": "บริษัท ก จำกัด",
        },
    }


def test_party_without_a_tax_id_is_identified_by_its_name() -> None:
    first, second = Parties(AGENCY), Parties(AGENCY)
    assert first.refer("ร้าน ก", "supplier") == second.refer("ร้าน ก", "tenderer")
    assert first.refer("ร้าน ก", "supplier") != first.refer("ร้าน ข", "supplier")


def test_buyer_has_the_address_of_the_agency() -> None:
    agency = Agency(
        name="เทศบาลตำบลตัวอย่าง",
        kind="municipality",
        address="99 หมู่ 2",
        district="เมือง",
        province="ตัวอย่าง",
        postcode="99000",
        phone="0 4500 0000",
        email="a@b.example",
        website="https://www.tuayang.example/",
    )
    (buyer,) = Parties(agency).listed()
    assert buyer["address"] == {
        "streetAddress": "99 หมู่ 2",
        "locality": "เมือง",
        "region": "ตัวอย่าง",
        "postalCode": "99000",
        "countryName": "ประเทศไทย",
    }
    assert buyer["contactPoint"] == {
        "telephone": "0 4500 0000",
        "email": "a@b.example",
        "url": "https://www.tuayang.example/",
    }


def test_another_spelling_is_the_same_party() -> None:
    parties = Parties(AGENCY)
    won = parties.refer("ร้านน้ำดื่ม “ก”", "supplier", "0105536000315")
    assert parties.refer('ร้านน\u0e49\u0e4dาดื่ม "ก"', "tenderer") == won
    assert len(parties.listed()) == 2
