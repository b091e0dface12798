"""The data of columns, and how headers are compared with it."""

import pytest

from oit.forms.layouts import LAYOUTS
from oit.intake.imports.layout import NOTHING, layout, plain
from oit.intake.imports.readers import READERS

NAMES = [name for names in LAYOUTS.values() for name in names]


@pytest.mark.parametrize("name", NAMES)
def test_the_data_speaks_of_fields_and_readers_that_there_are(name: str) -> None:
    one = layout(name)
    fields = {*one.form.model_fields, NOTHING, "bidder_price"}
    for column, _ in one.known.values():
        assert set(column.fields) <= fields
        assert column.reads in READERS or column.role != "field"
        assert column.without in {"", *fields}
    assert {one.needs} <= set(one.form.model_fields)
    # Every field can be read: by its own name, and by its Thai one.
    for field in one.form.model_fields:
        assert one.known[plain(field)][0].fields == (field,)
        assert field in one.known[plain(one.title(field))][0].fields


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("วงเงินที่จะซื้อ\nหรือจ้าง (บาท)", "วงเงินที่จะซื้อหรือจ้าง"),
        ("(3) ราคากลาง", "ราคากลาง"),
        ("๓. ราคากลาง : (หน่วย : บาท)", "ราคากลาง"),
        ("จํานวนเงิน", "จำนวนเงิน"),
        ("เเหล่งเงิน", "แหล่งเงิน"),
        ("Project_ID", "project id"),
    ],
)
def test_headers_are_compared_plainly(one: str, other: str) -> None:
    assert plain(one) == plain(other)
