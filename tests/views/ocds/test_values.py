"""Amounts, days and texts as OCDS has them."""

from datetime import date
from decimal import Decimal

import pytest

from oit.views.ocds.values import baht, digest, moment, one_line, public, told


def test_what_says_nothing_is_left_out() -> None:
    values: dict[str, object] = {
        "a": None,
        "b": "",
        "c": [],
        "d": {},
        "e": 0,
        "f": Decimal(0),
        "g": "ก",
    }
    assert told(values) == {"e": 0, "f": 0, "g": "ก"}


def test_an_amount_is_in_baht_and_a_day_begins_in_thailand() -> None:
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
def test_a_text_has_no_national_id(text: str | None, shown: str | None) -> None:
    assert public(text) == shown


def test_a_name_is_on_one_line() -> None:
    assert one_line(" บริษัท\u00a0ก \n จำกัด ") == "บริษัท ก จำกัด"


def test_a_digest_tells_texts_apart_and_stays_the_same() -> None:
    assert digest("a", "b") == "7e18f737311b2dc3"
    assert digest("ab") != "7e18f737311b2dc3"
