"""An item's file as blocks of rows, for every form."""

from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from intake.workbook.conftest import CHECKLIST
from intake.workbook.office import Office
from oit.forms import FORMS
from oit.forms.base import Form, entry_form
from oit.intake.workbook.blocks import Block, blocks_of
from oit.intake.workbook.cells import Cell, SheetColumn, cell_of, value_of
from oit.source import SourceFile, parse
from oit.source.edit import value_at
from oit.source.write import Plain, in_block
from small_agency import AGENCY

LINES = SheetColumn("steps", "ขั้นตอน", kind="lines")
PAIRS = SheetColumn("shows", "แสดง", kind="pairs")
RANK = SheetColumn("rank", "ระดับ", choices={"6": "หก", "a": "ซ้ำ", "b": "ซ้ำ"})


@pytest.mark.parametrize(
    ("value", "column", "cell"),
    [
        (None, LINES, Cell("")),
        ("-", LINES, Cell("")),
        (["ก", "ข"], LINES, Cell("ก\nข")),
        (["ก\nข"], LINES, Cell(locked=True)),
        ([{"ก": "ข"}], LINES, Cell(locked=True)),
        ({"ก": "ข"}, LINES, Cell(locked=True)),
        ({"a": "1", "b": ""}, PAIRS, Cell("a: 1\nb: ")),
        ({"a": ["1"]}, PAIRS, Cell(locked=True)),
        ("๖", RANK, Cell("หก")),
        ("x", RANK, Cell("x")),
        (["x"], RANK, Cell(locked=True)),
    ],
)
def test_cells(value: Any, column: SheetColumn, cell: Cell) -> None:
    assert cell_of(value, column) == cell


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        (" ก \n\n ข\n", LINES, ["ก", "ข"]),
        ("", LINES, []),
        ("a : 1\r\nb:", PAIRS, {"a": "1", "b": ""}),
        ("a", PAIRS, None),
        ("หก", RANK, "6"),
        ("6", RANK, "6"),
        ("ซ้ำ", RANK, "ซ้ำ"),
    ],
)
def test_values(text: str, column: SheetColumn, value: Plain | None) -> None:
    assert value_of(text, column) == value


def test_a_nested_list_is_shown_one_level_deeper_than_the_file() -> None:
    units = "units:\n  - name: ก\n    units:\n      - name: ข\n        units: [{name: ค}, x]\n"
    root = parse(units.encode(), SourceFile("")).root
    lists = {b.name: [e.parent for e in b.entries] for b in blocks_of(FORMS["structure"], root)[1:]}
    assert lists == {"units": [0], "units/units": [1], "units/units/units": [1], "documents": []}
    empty = [block.name for block in blocks_of(FORMS["structure"], {})[1:]]
    assert empty == ["units", "units/units", "documents"]


def test_a_missing_value_and_the_keys_of_a_nested_list() -> None:
    assert value_at({"a": ["b"]}, ("a", 0, "c")) is None
    assert Block("a/b.c", "", "a", (), ()).keys == ("b", "c")


def example(form: type[Form], depth: int = 0) -> dict[str, Plain]:
    """Fill every field of a form."""
    filled: dict[str, Plain] = {}
    for name, info in form.model_fields.items():
        is_list = get_origin(info.annotation) is list
        try:
            inner = entry_form(form, name)
        except KeyError:
            value = "ก" if str not in get_args(info.annotation) else "ข: #1"
            filled[name] = ["ก", "- ข"] if is_list else value
            continue
        if depth < 3:
            entry = example(inner, depth + 1)
            filled[name] = [entry, {"name": "เดี่ยว"}] if is_list else entry
    return {name: value for name, value in filled.items() if name not in {"rows", "shows"}}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_is_unchanged_by_export_and_import(form: str, tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write("agency.yml", AGENCY)
    listed = CHECKLIST[: CHECKLIST.index("  - id: O9")].replace("form: executives", f"form: {form}")
    office.write("checklists/small-2569.yml", listed.replace("at_least, field: people", "document"))
    text = in_block(example(FORMS[form]), 0) + "\n"
    office.write("2569/o02.yml", text)
    for path in office.export():
        assert office.import_workbooks(path) == 0
    assert office.read("2569/o02.yml") == text
