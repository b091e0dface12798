"""JSON with exact numbers."""

import json
from datetime import date
from decimal import Decimal

import pytest

from oit.thai.calendar import Month
from oit.views.datasets.exact import Json, exact_json, exact_text, literal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (2569, "2569"),
        (Decimal("46730.00"), "46730.00"),
        (Decimal("1E+5"), "100000"),
        (date(2026, 1, 15), '"2026-01-15"'),
        (Month(2025, 10), '"2025-10"'),
        ('"ก"\n', '"\\"ก\\"\\n"'),
    ],
)
def test_values_are_encoded_exactly(value: Json, text: str) -> None:
    assert literal(value) == text  # type: ignore[arg-type]
    assert exact_json(value).decode() == text + "\n"


def test_year_has_four_digits() -> None:
    assert exact_text(Month(33, 1)) == "0033-01"


def test_nested_values_are_indented() -> None:
    value: Json = {"a": [1, {"b": Decimal("2.50")}], "c": [], "d": {}, "m": Month(2025, 10)}
    text = exact_json(value).decode()
    assert text == (
        '{\n  "a": [\n    1,\n    {\n      "b": 2.50\n    }\n  ],\n'
        '  "c": [],\n  "d": {},\n  "m": "2025-10"\n}\n'
    )
    assert json.loads(text)["a"][1]["b"] == 2.5


def test_result_is_safe_inside_a_page() -> None:
    text = exact_json({"<!--": "</script>&\u2028"}).decode()
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"<!--": "</script>&\u2028"}
