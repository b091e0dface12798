"""Column widths by content."""

from datetime import date
from decimal import Decimal

import pytest

from oit.views.papers.paper import PaperTable, Row
from oit.views.papers.widths import (
    LANDSCAPE,
    PADDING,
    PORTRAIT,
    SIZE,
    label_width,
    lines_of,
    reads_well,
    text_width,
    widths_of,
)

LONG = "ปรับปรุงขั้นตอนการให้บริการของทุกส่วนราชการให้แล้วเสร็จ " * 10


def widths(columns: list[str], *rows: Row, room: float = PORTRAIT) -> list[float]:
    return widths_of(PaperTable("ตาราง", columns, [("", rows)]), room)


def inner(width: float) -> float:
    """Return the width for text in em."""
    return (width - PADDING) / SIZE


# Widths of texts.


def test_marks_above_and_below_have_no_width() -> None:
    assert text_width("ที่สุด") == text_width("ทสด")


def test_bold_and_other_scripts_are_wider() -> None:
    assert text_width("คะแนน", bold=True) > text_width("คะแนน")
    assert text_width("漢字") > text_width("กข") > text_width("ij")
    assert text_width("ABC") > text_width("abc")
    assert text_width("") == 0


# Widths of columns.


def test_columns_fill_the_width() -> None:
    for rows in ([["1", "2"]], [[LONG, "1"]], [["0" * 99, "0" * 99]]):
        assert sum(widths(["ข้อ", "เรื่อง"], *rows)) == pytest.approx(PORTRAIT)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("999999999.99"), "999,999,999.99"),
        (date(2026, 9, 30), "30 กันยายน 2569"),
        ("1/2569", "1/2569"),
        ("งบประมาณ", "งบประมาณ"),
    ],
    ids=str,
)
def test_number_date_or_word_is_never_broken(value: str | Decimal | date, shown: str) -> None:
    columns = ["ก", "ข", "ค", "ง", "จ"]
    _, narrow, *_ = widths(columns, [LONG, value, LONG, LONG, LONG])
    assert inner(narrow) >= text_width(shown) - 0.001


def test_head_is_broken_at_spaces_slashes_and_brackets_only() -> None:
    _, narrow = widths(["เรื่อง", "งบประมาณทั้งหมด (บาท)"], [LONG, 5])
    assert inner(narrow) >= text_width("งบประมาณทั้งหมด", bold=True) - 0.001


def test_longer_texts_have_wider_columns() -> None:
    first, second, third = widths(["ก", "ข", "ค"], [LONG, LONG * 3, "สั้น"])
    assert third < first < second
    assert inner(third) == pytest.approx(text_width("สั้น"))


def test_rare_text_does_not_take_the_width_of_usual_ones() -> None:
    rows = [[LONG[:200], None]] * 20
    usual, rare = widths(["เรื่อง", "หมายเหตุ"], *rows, ["ก", LONG[:100]])
    assert usual > 2 * rare


def test_words_are_broken_before_numbers_are() -> None:
    word, number, *_ = widths(["ก"] * 9, ["งบประมาณ", "999,999,999.99", *[LONG] * 7])
    assert inner(number) >= text_width("999,999,999.99")
    assert inner(word) < text_width("งบประมาณ")


def test_too_many_long_numbers_share_what_there_is() -> None:
    assert widths(["ก"] * 12, ["999,999,999.99"] * 12) == pytest.approx([PORTRAIT / 12] * 12)


def test_too_many_long_words_share_what_there_is() -> None:
    table = PaperTable("ตาราง", ["0" * 20] * 12, [("", [[LONG] * 12])])
    assert widths_of(table, PORTRAIT) == pytest.approx([PORTRAIT / 12] * 12)
    assert not reads_well(table, LANDSCAPE)


# Rows.


def test_lines_of_a_row_are_those_of_its_longest_cell() -> None:
    assert lines_of(["ก", None, 5], [100, 100, 100]) == 1
    assert lines_of(["ก", ["ข", "ค", "ง"], []], [100, 100, 100]) == 3
    assert lines_of(["ก" * 100, "ก"], [100, 100]) > 5


def test_row_of_too_many_lines_does_not_read_well() -> None:
    table = PaperTable("ตาราง", ["ก", "ข"], [("", [[LONG[:400], LONG[:400]]])])
    assert not reads_well(table, PORTRAIT)
    assert reads_well(table, LANDSCAPE)


def test_labels_take_a_third_at_most() -> None:
    assert label_width([], 300) == PADDING
    assert label_width(["ก", "ระยะเวลา"], 600) == pytest.approx(
        text_width("ระยะเวลา", bold=True) * SIZE + PADDING
    )
    assert label_width([LONG], 600) == 200
