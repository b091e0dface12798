"""The text of a file from the values of a tree."""

from typing import Any

import pytest

from desk.saving.conftest import copy
from oit.desk.saving.write import CannotWriteError, write
from oit.desk.tree import with_origins
from oit.forms.executives import Executives
from oit.source.edit import values

BRACKETS = "people: [{name: ก}, {name: ข, phone: 1}, {name: ค}]  # ทุกคน\n"
BLOCK = "owner: ก\npeople:\n  - name: ก\n  - name: ข\nextra:\n  a: 1\n  b: 2  # สอง\n"


def written(text: str, change: Any) -> str:
    tree: Any = copy(with_origins(values(text)))
    change(tree)
    return write(text, tree, Executives)


@pytest.mark.parametrize(
    ("text", "change", "after"),
    [
        (
            BRACKETS,
            lambda tree: tree["people"].__delitem__(slice(0, 2)),
            "people: [{name: ค}]  # ทุกคน\n",
        ),
        (
            BRACKETS,
            lambda tree: tree["people"].reverse(),
            "people: [{name: ค}, {name: ข, phone: 1}, {name: ก}]  # ทุกคน\n",
        ),
        (
            BRACKETS,
            lambda tree: tree["people"].append({"name": "ง", "phone": ""}),
            "people: [{name: ก}, {name: ข, phone: 1}, {name: ค}, {name: ง}]  # ทุกคน\n",
        ),
        (
            BLOCK,
            lambda tree: tree.update(people="ไม่มี"),
            BLOCK.replace("people:\n  - name: ก\n  - name: ข\n", "people: ไม่มี\n"),
        ),
        (BLOCK, lambda tree: tree["extra"].pop("a"), BLOCK.replace("  a: 1\n", "")),
        (BLOCK, lambda tree: tree.pop("extra"), BLOCK[: BLOCK.index("extra")]),
        (
            BLOCK,
            lambda tree: tree["people"].clear(),
            BLOCK.replace("  - name: ก\n  - name: ข\n", ""),
        ),
        ("people: ไม่มี\n", lambda tree: tree.update(people=""), "people:\n"),
    ],
    ids=[
        "entries between brackets are removed",
        "they are moved",
        "one is added",
        "a text in the place of a list",
        "a field that the form does not know",
        "all of its fields",
        "all entries",
        "a text in a list's place is removed",
    ],
)
def test_what_is_written(text: str, change: Any, after: str) -> None:
    assert written(text, change) == after


def test_the_place_of_what_cannot_be_written() -> None:
    text = "people:\n  - name: |+\n      ก\n\n\n  - name: ข\n"
    with pytest.raises(CannotWriteError) as error:
        written(text, lambda tree: tree["people"].reverse())
    assert error.value.path == ("people",)
    with pytest.raises(CannotWriteError) as error:
        written(text, lambda tree: tree["people"][0].update(position="ค"))
    assert error.value.path == ("people", 0, "position")
