"""Change one value of a YAML file as text."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit.source import edit
from oit.source.edit import (
    NotPossibleError,
    append,
    insert,
    insert_all,
    notes,
    put,
    put_all,
    put_notes,
    remove,
    remove_all,
    reorder,
    values,
    without_empty,
)
from oit.source.values import KeyPath
from oit.source.write import Plain

ROOT = Path(__file__).parent.parent.parent
ORDER = {0: ["owner", "updated", "summary", "services"], 2: ["name", "time", "fee", "steps"]}
"""The fields of the file, and those of its services, in order."""
FILES = sorted([*ROOT.glob("data/*/*.yml"), *ROOT.glob("examples/*/data/*/*.yml")])

FILE = """\
# O9 งานบริการ
owner:   'กองคลัง'   # ใคร
summary: >-  # ย่อ
  บรรทัดหนึ่ง
  บรรทัดสอง

# รายการ
services:
  - name: ภาษี
    fee:            # ยังไม่มี
    steps:
    - {text: ยื่น, time: "5 นาที"}
    # ระหว่างขั้น
    - text: ชำระ
  # ก่อนที่สอง
  -
    name: "ขยะ"
    requirements: [บัตร, 'ทะเบียน, บ้าน']   # เอกสาร

documents: []
"""


def in_order(path: KeyPath) -> Sequence[str]:
    return ORDER[len(path)]


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines in which two texts differ, from the first to the last."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


Edit = Callable[[str], str]
CHANGES: list[tuple[Edit, list[str], list[str]]] = [
    (
        lambda text: put(text, ("owner",), "กองช่าง"),
        ["owner:   'กองคลัง'   # ใคร"],
        ["owner:   'กองช่าง'   # ใคร"],
    ),
    (
        lambda text: put(text, ("owner",), "it's: #1"),
        ["owner:   'กองคลัง'   # ใคร"],
        ["owner:   'it''s: #1'   # ใคร"],
    ),
    (
        lambda text: put(text, ("owner",), ""),
        ["owner:   'กองคลัง'   # ใคร"],
        ["owner:   ''   # ใคร"],
    ),
    (
        lambda text: put(text, ("owner",), "ก\nข"),
        ["owner:   'กองคลัง'   # ใคร"],
        ["owner:   |-   # ใคร", "  ก", "  ข"],
    ),
    (
        lambda text: put(text, ("summary",), "หนึ่งเดียว"),
        ["  บรรทัดหนึ่ง", "  บรรทัดสอง"],
        ["  หนึ่งเดียว"],
    ),
    (
        lambda text: put(text, ("summary",), "ก\n\nข: ค"),
        ["summary: >-  # ย่อ", "  บรรทัดหนึ่ง", "  บรรทัดสอง"],
        ["summary: |-  # ย่อ", "  ก", "", "  ข: ค"],
    ),
    (
        lambda text: put(text, ("summary",), ""),
        ["summary: >-  # ย่อ", "  บรรทัดหนึ่ง", "  บรรทัดสอง"],
        ["summary:   # ย่อ"],
    ),
    (
        lambda text: put(text, ("services", 0, "fee"), "ไม่มี"),
        ["    fee:            # ยังไม่มี"],
        ["    fee: ไม่มี            # ยังไม่มี"],
    ),
    (
        lambda text: put(text, ("services", 0, "time"), "5 นาที", in_order),
        [],
        ["    time: 5 นาที"],
    ),
    (
        lambda text: put(text, ("services", 0, "steps", 0, "time"), "a, b"),
        ['    - {text: ยื่น, time: "5 นาที"}'],
        ['    - {text: ยื่น, time: "a, b"}'],
    ),
    (
        lambda text: put(text, ("services", 0, "steps", 0, "owner"), "a, b"),
        ['    - {text: ยื่น, time: "5 นาที"}'],
        ["""    - {text: ยื่น, time: "5 นาที", owner: 'a, b'}"""],
    ),
    (
        lambda text: put(text, ("updated",), "2569-01-15", in_order),
        [],
        ["updated: 2569-01-15"],
    ),
    (
        lambda text: insert(text, ("documents",), 0, {"title": "ก", "shows": {"fee 1": "2"}}),
        ["documents: []"],
        ["documents:", "  - title: ก", "    shows:", '      "fee 1": 2'],
    ),
    (
        lambda text: insert(text, ("services",), 2, {"name": "ใหม่", "steps": [{"text": "ก\nข"}]}),
        [],
        ["  - name: ใหม่", "    steps:", "      - text: |-", "          ก", "          ข"],
    ),
    (
        lambda text: insert(text, ("services", 0, "steps"), 0, {"text": "ก่อน", "time": "1"}),
        [],
        ["    - {text: ก่อน, time: 1}"],
    ),
    (
        lambda text: insert(text, ("services", 1, "requirements"), 2, "- x"),
        ["    requirements: [บัตร, 'ทะเบียน, บ้าน']   # เอกสาร"],
        ["    requirements: [บัตร, 'ทะเบียน, บ้าน', '- x']   # เอกสาร"],
    ),
    (
        lambda text: insert(text, ("services", 1, "requirements"), 0, "ภาพ"),
        ["    requirements: [บัตร, 'ทะเบียน, บ้าน']   # เอกสาร"],
        ["    requirements: [ภาพ, บัตร, 'ทะเบียน, บ้าน']   # เอกสาร"],
    ),
    (
        lambda text: insert_all(text, ("services",), 0, [{"name": "ก"}, {"name": "ข"}]),
        [],
        ["  - name: ก", "  - name: ข"],
    ),
    (
        lambda text: insert_all(text, ("services", 1, "requirements"), 1, ["ก", "ข, ค"]),
        ["    requirements: [บัตร, 'ทะเบียน, บ้าน']   # เอกสาร"],
        ["    requirements: [บัตร, ก, 'ข, ค', 'ทะเบียน, บ้าน']   # เอกสาร"],
    ),
    (
        lambda text: reorder(text, ("services", 0, "steps"), (1, 0)),
        ['    - {text: ยื่น, time: "5 นาที"}', "    # ระหว่างขั้น", "    - text: ชำระ"],
        ["    # ระหว่างขั้น", "    - text: ชำระ", '    - {text: ยื่น, time: "5 นาที"}'],
    ),
    (
        lambda text: reorder(text, ("services",), (1, 0)),
        FILE.split("\n")[8:18],
        [*FILE.split("\n")[14:18], *FILE.split("\n")[8:14]],
    ),
    (
        lambda text: reorder(text, ("services", 1, "requirements"), (1, 0)),
        ["    requirements: [บัตร, 'ทะเบียน, บ้าน']   # เอกสาร"],
        ["    requirements: ['ทะเบียน, บ้าน', บัตร]   # เอกสาร"],
    ),
    (
        lambda text: remove(text, ("services", 0, "steps", 1)),
        ["    - text: ชำระ"],
        [],
    ),
    (
        lambda text: remove(text, ("services", 1)),
        FILE.split("\n")[15:18],
        [],
    ),
    (
        lambda text: remove(text, ("services", 1, "requirements", 1)),
        ["    requirements: [บัตร, 'ทะเบียน, บ้าน']   # เอกสาร"],
        ["    requirements: [บัตร]   # เอกสาร"],
    ),
    (
        lambda text: remove(text, ("services", 1, "requirements", 0)),
        ["    requirements: [บัตร, 'ทะเบียน, บ้าน']   # เอกสาร"],
        ["    requirements: ['ทะเบียน, บ้าน']   # เอกสาร"],
    ),
    (
        lambda text: remove(text, ("services", 0, "fee")),
        ["    fee:            # ยังไม่มี"],
        [],
    ),
]


@pytest.mark.parametrize(("change", "old", "new"), CHANGES)
def test_nothing_else_changes(change: Edit, old: list[str], new: list[str]) -> None:
    assert changed_lines(FILE, change(FILE)) == (old, new)
    # The same with the line endings and the byte order mark that Windows writes.
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    assert change(windows) == "\ufeff" + change(FILE).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("", ("owner",), "ก", "owner: ก\n"),
        ("# O1\n", ("declaration", "text"), "ก", "# O1\ndeclaration:\n  text: ก\n"),
        ("# O1", ("duties",), ["ก", "ข: ค"], "# O1\nduties:\n  - ก\n  - 'ข: ค'\n"),
        ("{}\n", ("owner",), "ก", "{owner: ก}\n"),
        ("{a: , b: 1}\n", ("a",), "x", "{a: x, b: 1}\n"),
        ("{a: [], b: 1}\n", ("a",), [{"n": "", "m": []}], '{a: [{n: "", m: []}], b: 1}\n'),
        ("a: '-'\n", ("a",), ["ก"], "a:\n  - ก\n"),
        ("a:  # c\n", ("a", "b"), "x", "a:  # c\n  b: x\n"),
        ("a: x\n", ("a",), "", "a:\n"),
        ("a: x", ("b",), "y", "a: x\nb: y"),
        ("a: x # c", ("b",), {}, "a: x # c\nb: {}"),
        ("a:\n- x\n", ("a", 0), "'", "a:\n- ''''\n"),
        ("a: |\n  x\n\nb: 1\n", ("a",), "y\nz\n", "a: |\n  y\n  z\n\nb: 1\n"),
        ("a: x\n", ("a",), "\u00a0y", "a: '\u00a0y'\n"),
        ("a: x\n", ("a",), "1\t2", 'a: "1\\t2"\n'),
        ("a: x\n", ("a",), " \n ก", 'a: " \\n ก"\n'),
        ("a: x\n", ("a",), {}, None),
        ("a: x\n", ("a", "b"), "y", None),
        ("a:\n  - - x\n", ("a", 0, 0), "y", "a:\n  - - y\n"),
    ],
)
def test_values_of_every_shape(before: str, path: KeyPath, value: Plain, after: str | None) -> None:
    if after is None:
        with pytest.raises(NotPossibleError):
            put(before, path, value)
    else:
        assert put(before, path, value) == after


def test_several_values_are_set_as_one_after_the_other() -> None:
    new: dict[KeyPath, Plain] = {
        ("updated",): "2569-01-15",
        ("services", 0, "fee"): "10",
        ("services", 0, "steps", 0, "text"): "ยื่นคำขอ",
        ("services", 1, "time"): "1 วัน",
        ("services", 1, "fee"): "20",
    }
    after = FILE
    for path, value in new.items():
        after = put(after, path, value, in_order)
    assert put_all(FILE, new, in_order) == after


def test_values_in_a_file_of_comments_alone() -> None:
    new: dict[KeyPath, Plain] = {("owner",): "ก", ("declaration", "text"): "ข"}
    assert put_all("# O1", new) == "# O1\nowner: ก\ndeclaration:\n  text: ข\n"


def test_values_in_each_others_way_are_refused() -> None:
    with pytest.raises(NotPossibleError):
        put_all("a: x\n", {("a",): "y", ("a", "b"): "z"})


def test_several_entries_are_removed() -> None:
    assert remove_all("a:\n- x\n- y  # y\n# z\n- z\n", ("a",), [0, 1]) == "a:\n# z\n- z\n"
    with pytest.raises(NotPossibleError):
        remove_all("a: [x, y, z]\n", ("a",), [0, 1, 2])


COMMENTED = """\
people:
  # รายชื่อตามคำสั่ง

  # หัวหน้า
  - name: ก
    # โทรศัพท์เดิม
    # phone: 1

  - name: ข
    # ของ ข
  # ของ ค
  - name: ค
# ท้าย
"""


@pytest.mark.parametrize(
    ("positions", "after"),
    [
        ((0, 1, 2), COMMENTED),
        (
            (2, 0, 1),
            """\
people:
  # รายชื่อตามคำสั่ง

  # ของ ค
  - name: ค

  # หัวหน้า
  - name: ก
    # โทรศัพท์เดิม
    # phone: 1
  - name: ข
    # ของ ข
# ท้าย
""",
        ),
    ],
)
def test_entries_are_moved_with_their_comments(positions: Sequence[int], after: str) -> None:
    assert reorder(COMMENTED, ("people",), positions) == after
    windows = "\ufeff" + COMMENTED.replace("\n", "\r\n")
    assert reorder(windows, ("people",), positions) == "\ufeff" + after.replace("\n", "\r\n")


def test_comments_within_an_entry_go_and_stay_with_it() -> None:
    text = """\
people:
  - name: ก
    # ของ ก
  - name: ข
    # ของ ข
# ท้าย
"""
    kept = "people:\n  - name: ก\n    # ของ ก\n"
    assert remove(text, ("people", 1)) == f"{kept}# ท้าย\n"
    assert remove_all(text, ("people",), [1]) == f"{kept}# ท้าย\n"
    added = insert_all(text, ("people",), 2, [{"name": "ค"}])
    assert added == text.replace("# ท้าย", "  - name: ค\n# ท้าย")
    added = insert_all(text, ("people",), 1, [{"name": "ค"}])
    assert added == text.replace("  - name: ข", "  - name: ค\n  - name: ข")


def test_the_comments_below_an_entry_are_read_and_replaced() -> None:
    for line_end in ("\n", "\r\n"):
        text = "people:\n- name: ก\n  # ของ ก\n  ## สอง\n- name: ข\n# ท้าย\n".replace("\n", line_end)
        assert notes(text, ("people",)) == [["# ของ ก", "## สอง"], []]
        new = put_notes(text, ("people",), 0, ["## สอง"])
        assert new == text.replace(f"  # ของ ก{line_end}", "")
        new = put_notes(new, ("people",), 1, ["# ของ ข"])
        assert notes(new, ("people",)) == [["## สอง"], ["# ของ ข"]]
    assert notes("people: [{name: ก}]  # x\n", ("people",)) == []
    assert notes("a: b\n", ("people",)) == []
    assert notes("# ไม่มีค่า\n", ("people",)) == []


def test_the_last_entry_of_a_file_without_a_last_line_end_is_moved() -> None:
    assert reorder("a:\n- x\n- y", ("a",), (1, 0)) == "a:\n- y\n- x"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        # The blank lines are part of the first text.
        ("a:\n- |+\n  x\n\n- y\n", NotPossibleError),
        ("a:\n- x\n- y\n- z\n", ValueError),
    ],
)
def test_an_order_that_would_change_more_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        reorder(text, ("a",), (1, 0))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("- - x\n", (0,)),
        ("a:\n  - name: x\n    b: y\n", ("a", 0, "name")),
        ("a:\n  - - x\n    - y\n", ("a", 0, 0)),
        ("a: [x\n", ("a",)),
    ],
)
def test_an_edit_that_would_change_more_is_refused(text: str, path: KeyPath) -> None:
    with pytest.raises(NotPossibleError):
        remove(text, path)


def test_a_key_that_the_reader_normalizes_is_not_edited() -> None:
    with pytest.raises(NotPossibleError):
        remove("e\u0301: x\nfee: y\n", ("\u00e9",))


def test_an_edit_that_would_change_another_value_is_refused() -> None:
    # The blank lines at the end are part of the owner's text.
    with pytest.raises(NotPossibleError):
        put("owner: |+\n  x\n\n\nfee: 1\n", ("summary",), "y", in_order)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "rows: a.csv\n"),
        ("owner: ก", "owner: ก\nrows: a.csv\n"),
        ("owner: ก\r\n# จบ\r\n", "owner: ก\r\n# จบ\r\nrows: a.csv\r\n"),
        ("\ufeffowner: ก\n", "\ufeffowner: ก\nrows: a.csv\n"),
    ],
)
def test_a_field_as_the_last_line(before: str, after: str) -> None:
    assert append(before, "rows", "a.csv") == after


@pytest.mark.parametrize("text", ["{owner: ก}\n", "owner: ก\n...\n", "- x\n", "a: [\n"])
def test_a_line_that_would_not_be_a_field_is_refused(text: str) -> None:
    with pytest.raises(NotPossibleError):
        append(text, "rows", "a.csv")


def paths(value: Plain, path: KeyPath = ()) -> list[KeyPath]:
    if isinstance(value, str):
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    return [below for step, child in inner for below in paths(child, (*path, step))]


texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n:#-'\"[]{}, \u00a0ก"),
    min_size=1,
    max_size=30,
)


@settings(max_examples=50)
@given(st.data())
def test_any_text_anywhere(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    before = file.read_bytes().decode()
    path = data.draw(st.sampled_from(paths(values(before))))
    value = data.draw(texts)
    try:
        after = put(before, path, value)
    except NotPossibleError:
        # Some characters are allowed in no file.
        assert edit.values(before) is not None
        return
    intended = edit.values(before)
    above = intended
    for step in path[:-1]:
        above = above[step]  # type: ignore[index]
    above[path[-1]] = value  # type: ignore[index]
    assert without_empty(values(after)) == without_empty(intended)
    old, _ = changed_lines(before, after)
    assert len(old) <= 30


@settings(max_examples=50)
@given(st.sampled_from(FILES), st.data())
def test_adding_and_removing_an_entry_restores_the_file(file: Path, data: st.DataObject) -> None:
    before = file.read_bytes().decode()
    lists = [
        p[: i + 1]
        for p in paths(values(before))
        for i in range(len(p) - 1)
        if isinstance(p[i + 1], int)
    ]
    if not lists:
        return
    path = data.draw(st.sampled_from(sorted(set(lists), key=str)))
    count = len(edit.value_at(values(before), path))
    index = data.draw(st.integers(0, count))
    value: Any = data.draw(
        st.fixed_dictionaries({"a": texts.map(str.strip).filter(str.isalnum)}) | st.just("ก")
    )
    assert remove(insert(before, path, index, value), (*path, index)) == before


@settings(max_examples=50)
@given(st.sampled_from(FILES), st.data())
def test_moving_entries_there_and_back_restores_the_file(file: Path, data: st.DataObject) -> None:
    before = file.read_bytes().decode()
    lists = {
        path[:depth]
        for path in paths(values(before))
        for depth, step in enumerate(path)
        if isinstance(step, int)
    }
    if not lists:
        return
    path = data.draw(st.sampled_from(sorted(lists, key=str)))
    order = data.draw(st.permutations(range(len(edit.value_at(values(before), path)))))
    back = [order.index(position) for position in range(len(order))]
    after = reorder(before, path, order)
    assert sorted(after) == sorted(before)  # a list may be on one line
    assert reorder(after, path, back) == before
