"""Thai words and their OCDS codes."""

import json
from typing import Any

import pytest

from oit.views.ocds import codes
from views.ocds.judge import SCHEMA


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("วิธีประกาศเชิญชวนทั่วไป (e-bidding)", "open"),
        ("วิธีประกวดราคาอิเล็กทรอนิกส์ (E-BIDDING)", "open"),
        ("e-market", "open"),
        ("วิธีคัดเลือก", "selective"),
        ("วิธีเฉพาะเจาะจง มาตรา 56 (2) (ข)", "direct"),
        ("จ้างที่ปรึกษาโดยวิธีเฉพาะเจาะจง", "direct"),
        # Ambiguous or unknown.
        ("วิธีประกาศเชิญชวนทั่วไป แล้วใช้วิธีเฉพาะเจาะจง", None),
        ("วิธีพิเศษ", None),
        (None, None),
    ],
)
def test_method_has_the_code_that_its_name_implies(name: str | None, code: str | None) -> None:
    assert codes.method(name) == code


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("ซื้อ", "goods"),
        ("จ้างก่อสร้าง", "works"),
        ("จ้างทำของ/จ้างเหมาบริการ", "services"),
        ("จ้าง", None),
        (None, None),
    ],
)
def test_known_kinds_have_a_code(kind: str | None, code: str | None) -> None:
    assert codes.category(kind) == code


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("อยู่ระหว่างการจัดซื้อจัดจ้าง", {"tender": "active"}),
        ("ยกเลิกโครงการ", {"tender": "cancelled"}),
        ("รอลงนามในสัญญา", {"tender": "complete", "award": "active", "contract": "pending"}),
        ("อยู่ระหว่าง ระยะสัญญา", {"tender": "complete", "award": "active", "contract": "active"}),
        ("จัดทำสัญญา/ POแล้ว", {"tender": "complete", "award": "active", "contract": "active"}),
        ("สิ้นสุดสัญญา", {"tender": "complete", "award": "active", "contract": "terminated"}),
        # Ambiguous: may be before or after the contract, or only a part of it.
        ("อยู่ระหว่างดำเนินการ", {}),
        ("แล้วเสร็จบางส่วน", {}),
        (None, {}),
    ],
)
def test_status_implies_codes_for_tender_award_and_contract(
    status: str | None, expected: dict[str, str]
) -> None:
    assert codes.statuses(status) == expected


def test_every_code_is_in_the_standard() -> None:
    definitions: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))["definitions"]
    data = codes._data()

    def known(definition: str, name: str) -> set[str]:
        return set(definitions[definition]["properties"][name]["enum"])

    assert set(data["methods"]) <= known("Tender", "procurementMethod")
    assert set(data["categories"]) <= known("Tender", "mainProcurementCategory")
    for entry in data["statuses"]:
        for stage in set(entry) - {"says"}:
            assert entry[stage] in known(stage.capitalize(), "status")
