"""The columns of a table on a page, and what in their cells stays on one line."""

from decimal import Decimal

import pytest
from markupsafe import escape

from oit.forms.base import Form
from oit.forms.ethics import Ethics
from oit.forms.parts import ReportedProject
from oit.thai.writing import thai_digits
from oit.views.pages.columns import (
    Column,
    columns_of,
    in_parts,
    padding,
    parts,
    places_by_column,
)

PROJECTS: list[Form] = [
    ReportedProject.model_validate({"name": "ก", "budget": "1,500,000", "spent": "0"}),
    ReportedProject.model_validate({"name": "ข", "budget": "0.50", "result": "เสร็จ"}),
]


def test_columns_are_those_with_any_value_and_know_their_numbers() -> None:
    fields = ["name", "owner", "result", "budget"]
    assert columns_of(PROJECTS, fields) == [
        Column("name", "โครงการ/กิจกรรม", is_number=False, is_short=False, places=0),
        Column("result", "ผลการดำเนินการ", is_number=False, is_short=False, places=0),
        Column("budget", "งบประมาณที่ตั้งไว้ (บาท)", is_number=True, is_short=False, places=2),
    ]
    assert [column.field for column in columns_of(PROJECTS[:1], fields)] == ["name", "budget"]


def test_days_are_short() -> None:
    form = Ethics.model_validate({"trainings": [{"name": "อบรม", "date": "2569-01-05"}]})
    assert [c.is_short for c in columns_of(form.trainings, ["name", "date"])] == [False, True]


@pytest.mark.parametrize(
    ("number", "lacking"),
    [
        (Decimal("12345.50"), ""),
        (Decimal("12345.5"), "0"),
        (Decimal(29600), ".00"),
        (7, ".00"),
        (Decimal("1E+3"), ".00"),
        (None, ""),
        ("29600", ""),
    ],
)
def test_a_number_is_padded_to_the_decimals_of_its_column(number: object, lacking: str) -> None:
    assert padding(number, 2) == lacking
    assert padding(number, 2, thai_digits) == thai_digits(lacking)


def test_columns_of_groups_have_the_most_decimals_of_all() -> None:
    groups = [("ก", [["x", Decimal("0.5")]]), ("", [["y", 1]])]
    assert places_by_column(groups) == [0, 1]
    assert places_by_column([]) == []


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ลงวันที่ 30 กันยายน 2569 และ ๑ ต.ค. ๒๕๖๙", ["30 กันยายน 2569", "๑ ต.ค. ๒๕๖๙"]),
        ("ตุลาคม 2568 – มี.ค. 2569", ["ตุลาคม 2568", "มี.ค. 2569"]),
        ("โทร 0 4500 0000 ต่อ 12 หรือ 045-000-000", ["0 4500 0000", "045-000-000"]),
        ("สัญญาเลขที่ CNTR-00012/2569", ["CNTR-00012/2569"]),
        ("รวม 12,345.50 บาท ร้อยละ 85.5%", ["12,345.50", "85.5%"]),
        ("หมู่ที่ 5 มี 12 คน", []),
        ("เปิดที่ https://oit.tuayang.example/oit/2569/o16/", []),
        ("วิธี e-bidding ที่ tuayang.example", []),
        ("1-2-3-4-5-6-7-8-9-10-11-12-13", []),
        ("", []),
    ],
)
def test_dates_numbers_and_ids_stay_on_one_line(text: str, tokens: list[str]) -> None:
    found = list(parts(text))
    assert [part for part, is_whole in found if is_whole] == tokens
    assert "".join(part for part, _ in found) == text


def test_every_part_of_a_marked_text_is_escaped() -> None:
    marked = '&lt;b&gt; <span class="oit-whole">1/2569</span> &amp; ข'
    assert escape(in_parts("<b> 1/2569 & ข")) == marked
    assert escape(in_parts("<b> 12 & ข")) == "&lt;b&gt; 12 &amp; ข"
