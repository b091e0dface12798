"""Amounts, days and texts in the notation of OCDS."""

from datetime import date
from decimal import Decimal

import pytest

from oit.views.ocds.values import baht, digest, moment, one_line, public, without_empty


def test_empty_values_are_left_out() -> None:
    values: dict[str, object] = {
        "a": None,
        "b": "",
        "c": [],
        "d": {},
        "e": 0,
        "f": Decimal(0),
        "g": "ก",
    }
    assert without_empty(values) == {"e": 0, "f": 0, "g": "ก"}


def test_amount_is_in_baht_and_day_begins_in_thai_time() -> None:
    assert baht(Decimal("1.50")) == {"amount": Decimal("1.50"), "currency": "THB"}
    assert baht(None) is None
    assert moment(date(2026, 1, 15)) == "2026-01-15T00:00:00+07:00"
    assert moment(None) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (None, None),
        ("ซื้อกระดาษ", "ซื้อกระดาษ"),
        ("โครงการ 68109012345", "โครงการ 68109012345"),
        (
            "นาย ก 1-2345-67890-12-1 และ ข 1-2345-67890-12-1",
            "นาย ก xxxxxxxxxxxxx และ ข xxxxxxxxxxxxx",
        ),
        ("โทร 081 234 5678", "โทร 081 234 5678"),
    ],
)
def test_national_ids_in_texts_are_masked(text: str | None, shown: str | None) -> None:
    assert public(text) == shown


def test_name_is_on_one_line() -> None:
    assert one_line(" บริษัท\u00a0ก \n จำกัด ") == "บริษัท ก จำกัด"


def test_digest_is_stable_and_distinguishes_texts() -> None:
    assert digest("a", "b") == "7e18f737311b2dc3"
    assert digest("ab") != "7e18f737311b2dc3"
