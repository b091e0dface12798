"""The width of a Thai text."""

import pytest

from oit.thai.width import display_width


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("OIT 2569", 8), ("กำกับ", 4), ("ที่ตั้ง", 3), ("ปู่", 1)]
)
def test_marks_above_and_below_take_no_room(text: str, width: int) -> None:
    assert display_width(text) == width
