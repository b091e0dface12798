"""Tables as JSON: exact numbers, one line per row."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from oit.views.datasets.dataset import Cell, Dataset
from oit.views.datasets.json import write_json
from views.datasets.tables import DATASETS, FIELDS, NO_ROWS, a_dataset, typed, with_name


def read(data: bytes) -> list[tuple[Cell, ...]]:
    rows = json.loads(data, parse_float=Decimal)
    assert all(list(row) == [field.name for field in FIELDS] for row in rows)
    return [
        tuple(
            typed(value, field) if isinstance(value, str) else value
            for field, value in zip(FIELDS, row.values(), strict=True)
        )
        for row in rows
    ]


def test_every_row_is_an_object_on_its_own_line() -> None:
    assert write_json(a_dataset()).decode() == (
        "[\n"
        '{"name": "ซื้อน้ำมันเชื้อเพลิง", "month": "2025-10", "budget": 46730.00, '
        '"contract_date": "2026-01-15", "count": 12},\n'
        '{"name": "จ้างเหมา, ทำความสะอาด", "month": "2025-11", "budget": 8.95, '
        '"contract_date": null, "count": null}\n'
        "]\n"
    )


def test_table_without_rows_is_an_empty_array() -> None:
    dataset = replace(a_dataset(), columns=NO_ROWS)
    assert write_json(dataset) == b"[]\n"


@given(DATASETS)
def test_every_table_round_trips(dataset: Dataset) -> None:
    assert read(write_json(dataset)) == list(dataset.rows())


@pytest.mark.parametrize("text", ["</script><b>&", "\u2028\u2029", "ก\0ข", "ก" * 350_000])
def test_file_is_safe_inside_a_page(text: str) -> None:
    data = write_json(with_name(text))
    assert not set("<>&\u2028\u2029\0") & set(data.decode())
    assert read(data)[0][0] == text
