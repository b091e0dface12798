"""The data of columns, and how headings are compared with it."""

import pytest

from oit.forms.layouts import LAYOUTS
from oit.intake.imports.layout import NOTHING, heading_key, layout
from oit.intake.imports.readers import READERS

NAMES = [name for names in LAYOUTS.values() for name in names]


@pytest.mark.parametrize("name", NAMES)
def test_the_data_names_existing_fields_and_readers(name: str) -> None:
    columns = layout(name)
    fields = {*columns.form.model_fields, NOTHING, "bidder_price"}
    for column, _ in columns.known.values():
        assert set(column.fields) <= fields
        assert column.reads in READERS or column.role != "field"
        assert column.without in {"", *fields}
    assert {columns.needs} <= set(columns.form.model_fields)
    # Every field has a heading: its own name, and its Thai one.
    for field in columns.form.model_fields:
        assert columns.known[heading_key(field)][0].fields == (field,)
        assert field in columns.known[heading_key(columns.title(field))][0].fields


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("วงเงินที่จะซื้อ\nหรือจ้าง (บาท)", "วงเงินที่จะซื้อหรือจ้าง"),
        ("(3) ราคากลาง", "ราคากลาง"),
        ("๓. ราคากลาง : (หน่วย : บาท)", "ราคากลาง"),
        ("จํานวนเงิน", "จำนวนเงิน"),
        ("เเหล่งเงิน", "แหล่งเงิน"),
        ("ท\u0e48\u0e35มาของเงิน", "ที่มาของเงิน"),
        ("Project_ID", "project id"),
    ],
)
def test_headings_are_compared_without_signs_and_numbers(first: str, second: str) -> None:
    assert heading_key(first) == heading_key(second)
