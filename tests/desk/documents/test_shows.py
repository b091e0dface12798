"""Elements are attested page by page."""

from typing import Any

import pytest

from oit.desk.documents.shows import toggle, within


@pytest.mark.parametrize(
    ("before", "page", "after"),
    [
        (None, 4, "4"),
        ("4", 5, "4-5"),
        ("3-5, 7", 6, "3-7"),
        ("3-7", 5, "3-4, 6-7"),
        ("หน้า ๓–๕", 4, "3, 5"),
        ("?", 2, "2"),
        ("", 2, "2"),
    ],
)
def test_a_page_is_added_or_taken_away(before: str | None, page: int, after: str) -> None:
    shows = {} if before is None else {"shows": {"results": before, "spent": "9"}}
    changed: Any = toggle({"title": "x", **shows}, "results", page)
    assert changed["shows"]["results"] == after
    assert changed["shows"].get("spent", "9") == "9"


def test_what_is_shown_nowhere_leaves_no_trace() -> None:
    assert toggle({"title": "x", "shows": {"results": "4"}}, "results", 4) == {"title": "x"}


def test_another_element_may_be_shown_on_no_page_in_particular() -> None:
    document = {"shows": {"results": "4", "spent": ""}}
    assert toggle(document, "results", 4) == {"shows": {"spent": ""}}


def test_pages_that_a_shorter_file_does_not_have_are_lost() -> None:
    document = {"shows": {"results": "4-6", "spent": "8", "all": "1"}}
    assert within(document, 5) == ({"shows": {"results": "4-5", "all": "1"}}, ["results", "spent"])
