"""Tables as CSV for Excel and for machines."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from oit.thai.calendar import Month
from oit.views.datasets.csv import write_csv
from oit.views.datasets.dataset import Dataset
from views.datasets.tables import DATASETS, a_dataset, read_csv, with_name


def test_file_has_a_byte_order_mark_and_lines_according_to_rfc_4180() -> None:
    assert write_csv(a_dataset()).decode() == (
        "\ufeffname,month,budget,contract_date,count\r\n"
        "ซื้อน้ำมันเชื้อเพลิง,2025-10,46730.00,2026-01-15,12\r\n"
        '"จ้างเหมา, ทำความสะอาด",2025-11,8.95,,\r\n'
    )


@given(DATASETS)
def test_every_table_round_trips(dataset: Dataset) -> None:
    assert read_csv(write_csv(dataset)) == list(dataset.rows())


@pytest.mark.parametrize("amount", ["0", "46730", "46730.00", "-0.50", "12345678901234567890.12"])
def test_amount_keeps_every_digit(amount: str) -> None:
    row = ("ก", Month(2025, 10), Decimal(amount), date(2026, 1, 15), None)
    assert f",{amount},".encode() in write_csv(a_dataset(row))


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x.example","y")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]
)
def test_texts_like_formulas_are_made_inert(text: str) -> None:
    written = write_csv(with_name(text)).decode().split("\r\n", 1)[1]
    assert written.lstrip('"').startswith("'")
    assert read_csv(write_csv(with_name(text)))[0][0] == text


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "ก\0ข", "บรรทัด\r\nสอง\nสาม", '"', "ก" * 350_000]
)
def test_hostile_texts_round_trip(text: str) -> None:
    assert read_csv(write_csv(with_name(text)))[0][0] == text
