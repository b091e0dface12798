"""The rule ``contents``: anything counts where nobody knows what is asked for."""

import pytest

from given import an_element, gaps, places
from oit.checks.rules import contents

HERE = [("OIT235", 1, 1)]
ANYTHING = an_element(rule="contents")


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("document", "entries:\n  - {title: ขอสำเนาเอกสารได้ที่ใด}", []),
        ("complaint_procedure", "unit: สำนักปลัด", []),
        ("complaint_statistics", "total: 0", []),
        ("no_gift_policy", "declaration: {text: ไม่รับของขวัญ}", []),
        ("document", "documents:\n  - {title: คู่มือ, file: files/a.pdf}", []),
        # Who, when and for which year say nothing by themselves.
        ("document", "owner: กองคลัง\nupdated: 2569-01-15\nsummary: ก", HERE),
        ("document", "year: 2569\nfrom_year: 2566\nto_year: 2570", HERE),
        ("complaint_statistics", "year: 2569\nperiod: รอบ 12 เดือน", HERE),
        ("annual_plan", "as_of: 2569-03-31", HERE),
        ("document", "entries: []", HERE),
        # This document is listed for something else.
        ("document", "documents:\n  - {title: ก, file: files/a.pdf, shows: {memo: 1}}", HERE),
    ],
)
def test_contents_or_a_document_of_the_whole_item_count(
    form: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert places(gaps(ANYTHING, form, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("measures:\n  - {name: ก, progress: [{round: 6, done: [ข]}]}", []),
        ("measures:\n  - {name: ก}", HERE),
        ("results: {year: 2568}", HERE),
    ],
)
def test_of_a_shared_file_only_the_items_own_fields_count(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    progress = an_element(rule="contents", field="measures.progress|measures.outcome")
    assert places(gaps(progress, "ita_development", text)) == expected


def test_the_message_says_that_the_elements_are_unknown() -> None:
    (gap,) = gaps(ANYTHING, "document", "year: 2569")
    assert gap.code is contents.CODE
    assert "ไม่พบแหล่ง" in gap.message("th")
    assert "no source" in gap.message("en")
