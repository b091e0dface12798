"""Three versions of a file become one."""

from typing import Any

import pytest

from oit.desk.saving.matching import matched, meaning
from oit.desk.saving.merge import merge
from oit.desk.tree import with_origins


def entries(*names: str) -> list[Any]:
    return [{"name": name} for name in names]


def tree(*names: str) -> Any:
    return with_origins({"people": entries(*names)})


def known(base: Any, *names: str) -> Any:
    """Return a tree in which entries of the base are known by where they were."""
    was = {entry["name"]: entry for entry in base["people"]}
    return {"people": [was.get(name, {"name": name}) for name in names]}


def names_in(value: Any) -> list[str]:
    return [entry["name"] for entry in value["people"]]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("ก", "ข", "ก", "ข"),
        ("ก", "ก", "ข", "ข"),
        ("ก", "ข", "ข", "ข"),
        (["ก", "ข"], ["ก", "ข", "ค"], ["ง", "ก", "ข"], ["ง", "ก", "ข", "ค"]),
        (["ก", "ข"], ["ข"], ["ก", "ข", "ค"], ["ข", "ค"]),
        (["ก", "ข"], ["ข", "ก"], ["ก", "ข", "ค"], ["ข", "ค", "ก"]),
        (["ก", "ก"], ["ก"], ["ก", "ก", "ข"], ["ก", "ข"]),
        ({"a": "1", "b": "2"}, {"a": "3", "b": "2"}, {"a": "1"}, {"a": "3"}),
        # An empty field says as little as a missing one.
        (None, "", "ก", "ก"),
        ("ก", "", "ก", None),
    ],
)
def test_what_one_side_changed_is_taken(base: Any, mine: Any, theirs: Any, merged: Any) -> None:
    def field(value: Any) -> Any:
        return {} if value is None else {"x": value}

    found = merge(field(base), field(mine), field(theirs))
    assert not found.clashes
    assert meaning(found.file) == meaning(found.draft) == meaning(field(merged))


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        ("ก", "ข", "ค"),
        ("ก", "", "ค"),
        (["ก", "ข"], ["ค", "ข"], ["ง", "ข"]),
        (["ก"], "ข", ["ก", "ค"]),
        ({"a": "1"}, "ข", {"a": "2"}),
    ],
)
def test_what_both_changed_is_a_clash(base: Any, mine: Any, theirs: Any) -> None:
    found = merge({"x": base, "y": "1"}, {"x": mine, "y": "2"}, {"x": theirs, "y": "1"})
    assert [clash.where for clash in found.clashes] == [("x",)]
    assert (found.file["x"], found.file["y"]) == (theirs, "2")
    assert found.draft["x"] == mine
    for choice, taken in (("mine", mine), ("theirs", theirs)):
        settled = merge({"x": base}, {"x": mine}, {"x": theirs}, {("x",): choice})  # type: ignore[dict-item]
        assert not settled.clashes
        assert meaning(settled.file) == meaning({"x": taken})


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("กขค", "กขค", "กขค"),
        ("คกข", "กขค", "คกข"),
        ("กขค", "คกข", "คกข"),
        ("กขคม", "กขคธ", "กขคมธ"),
        ("มกขค", "ธกขค", "มธกขค"),
        ("กค", "กขคธ", "กคธ"),
        ("คกม", "กขธค", "คกธม"),
        ("", "กขคธ", "ธ"),
    ],
)
def test_the_order_of_entries(mine: str, theirs: str, merged: str) -> None:
    base = tree(*"กขค")
    found = merge(base, known(base, *mine), tree(*theirs))
    assert not found.clashes
    assert "".join(names_in(found.file)) == merged


def test_copies_and_strange_origins_are_new_entries() -> None:
    base = tree("ก", "ข")
    mine: Any = {"people": [base["people"][0], base["people"][0], {"@was": "99", "name": "ค"}]}
    found = merge(base, mine, base)
    assert [entry.get("@was") for entry in found.file["people"]] == ["0", None, None]


def test_lists_within_entries() -> None:
    def months(**bids: list[Any]) -> Any:
        return {"months": [{"name": name, "bids": each} for name, each in bids.items()]}

    base = with_origins(months(ต=entries("a", "b"), พ=entries("c")))
    mine: Any = with_origins(months(ต=entries("b", "a"), พ=entries("c")))
    first, second = mine["months"][0]["bids"]
    first["@was"], second["@was"] = "1", "0"
    theirs = with_origins(months(ต=entries("a", "b", "d"), พ=entries("e", "c")))
    found = merge(base, mine, theirs)
    assert [entry["name"] for entry in found.file["months"][0]["bids"]] == ["b", "d", "a"]
    assert [entry["name"] for entry in found.file["months"][1]["bids"]] == ["e", "c"]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ([("ก", "1"), ("ข", "2")], [("ข", "2"), ("ก", "1")], {0: 1, 1: 0}),
        ([("ก", "1"), ("ก", "2")], [("ก", "2")], {1: 0}),
        ([("ก", "1")], [("ก", "9")], {0: 0}),
        # The name was corrected.
        ([("ก", "1"), ("ข", "2")], [("ก", "1"), ("ค", "2")], {0: 0, 1: 1}),
        # Somebody else came instead.
        ([("ก", "1"), ("ข", "2")], [("ก", "1"), ("ค", "9")], {0: 0}),
        ([("ก", "1"), ("ข", "2"), ("ค", "3")], [("ก", "1"), ("ง", "3")], {0: 0, 2: 1}),
    ],
)
def test_which_entry_is_which(old: Any, new: Any, same: dict[int, int]) -> None:
    def people(pairs: Any) -> Any:
        return [{"name": name, "phone": phone} for name, phone in pairs]

    assert matched(people(old), people(new)) == same
