"""Tables as CSV: what Excel opens and what machines read back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from oit.thai.calendar import Month
from oit.views.datasets.csv import write_csv
from oit.views.datasets.dataset import Dataset
from views.datasets.tables import DATASETS, a_dataset, of_name, read_csv


def test_the_file_is_utf_8_with_its_mark_and_lines_as_rfc_4180_has_them() -> None:
    assert write_csv(a_dataset()).decode() == (
        "\ufeffname,month,budget,contract_date,count\r\n"
        "ซื้อน้ำมันเชื้อเพลิง,2025-10,46730.00,2026-01-15,12\r\n"
        '"จ้างเหมา, ทำความสะอาด",2025-11,8.95,,\r\n'
    )


@given(DATASETS)
def test_every_table_comes_back_equal(dataset: Dataset) -> None:
    assert read_csv(write_csv(dataset)) == list(dataset.rows)


@pytest.mark.parametrize("amount", ["0", "46730", "46730.00", "-0.50", "12345678901234567890.12"])
def test_an_amount_keeps_every_digit_and_place(amount: str) -> None:
    row = ("ก", Month(2025, 10), Decimal(amount), date(2026, 1, 15), None)
    assert f",{amount},".encode() in write_csv(a_dataset(row))


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x.example","y")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]
)
def test_no_spreadsheet_takes_a_text_for_a_formula(text: str) -> None:
    written = write_csv(of_name(text)).decode().split("\r\n", 1)[1]
    assert written.lstrip('"').startswith("'")
    assert read_csv(write_csv(of_name(text)))[0][0] == text


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "ก\0ข", "บรรทัด\r\nสอง\nสาม", '"', "ก" * 350_000]
)
def test_hostile_texts_come_back_as_they_were(text: str) -> None:
    assert read_csv(write_csv(of_name(text)))[0][0] == text
