"""What is remembered is what was made of the same objects."""

from collections.abc import Iterator
from datetime import date

import pytest

from oit import remember
from oit.remember import remembered

made: list[object] = []


@remembered
def pair(one: object, other: object) -> tuple[object, object]:
    """Make something new."""
    made.append(one)
    return one, other


@pytest.fixture(autouse=True)
def _memory() -> Iterator[None]:
    before = remember.use(remember.Memory())
    made.clear()
    yield
    remember.use(None if before.old_value is before.MISSING else before.old_value)


def test_the_same_objects_give_the_same_object() -> None:
    one = ["a"]
    assert pair(one[0], one) is pair(one[0], one)
    assert pair(date(2026, 4, 1), 1) is pair(date(2026, 4, 1), 1)


def test_equal_objects_are_others() -> None:
    one, other = {"a": 1}, {"a": 1}
    assert pair(one, 1) is not pair(other, 1)
    assert pair(1, "") is not pair(True, "")
    assert pair([one, 1], "") is not pair([other, 1], "")


def test_what_a_build_does_not_ask_for_is_forgotten() -> None:
    kept, dropped = pair("kept", 1), pair("dropped", 1)
    remember.end_of_build()
    assert pair("kept", 1) is kept
    remember.end_of_build()
    assert pair("kept", 1) is kept
    assert pair("dropped", 1) is not dropped


def test_without_a_memory_everything_is_made() -> None:
    remember.use(None)
    assert pair("a", 1) is not pair("a", 1)
    assert made == ["a", "a"]
