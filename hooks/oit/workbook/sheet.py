"""What the sheet of an item's file holds, line by line, before it is written for Excel.

A line knows which row of which table it is, and each of its cells which field it is of. Both are
written into hidden columns beside what the cell said at export, so that whatever is changed can be
told from what is not, even where rows were moved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from oit.assessment import THERE, ElementResult, ElementStatus
from oit.checklist import Element
from oit.forms.tabular import TableForm
from oit.workbook.files import ItemFile
from oit.workbook.flat import Block, Cell, Column, Entry, flatten, names_table

SPARE = 20
"""How many empty rows a list has for new entries."""

PARENT = "^"
"""The field that says which row of the table above a row belongs to."""

Look = Literal["title", "note", "missing", "heading", "head", "fixed", "value"]

_LOCKED = "(แก้ไขได้ในไฟล์ YAML เท่านั้น)"
STATUS = {
    "complete": "ครบ",
    "partial": "ไม่ครบ",
    "missing": "ยังไม่มี",
    "not_applicable": "ไม่เกี่ยวข้อง",
}


@dataclass(frozen=True)
class Written:
    """A cell of a sheet."""

    text: str
    look: Look
    field: str = ""
    """The field that it is of; empty where it is not to be changed."""
    comment: str = ""
    lacking: bool = False
    """Whether the checklist asks for what is not there."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line of a sheet, from its second column on."""

    cells: tuple[Written, ...]
    block: str = ""
    number: int = 0
    """Which row of its table it is, from 1; 0 where it is none."""
    path: tuple[int | str, ...] | None = None
    """Where in the file the row stands; ``None`` where it is an empty one."""


@dataclass
class _Gaps:
    """What is missing: the texts of the elements, by table and field."""

    of: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def note(self, block: str, column: str) -> str:
        """Say what is missing in a column."""
        return "\n".join(self.of.get((block, column), ()))


def lines_of(file: ItemFile) -> list[Line]:
    """Lay out the sheet of a file."""
    lines = list(_about(file))
    if not file.readable:
        return [*lines, _line(Written("ไฟล์นี้อ่านไม่ได้ ให้แก้ในไฟล์ YAML ก่อน แล้วส่งออกใหม่", "missing"))]
    blocks = flatten(file.form, file.root)
    gaps = _gaps(file, blocks)
    lines += _fields(blocks[0], gaps)
    titles = {block.name: block.title for block in blocks}
    for block in blocks[1:]:
        above = next((b for b in blocks if b.name == block.above), None) if block.above else None
        lines += _table(block, titles, len(above.entries) + SPARE if above else 0, gaps)
    return lines


def _line(*cells: Written) -> Line:
    return Line(cells)


def _about(file: ItemFile) -> Iterator[Line]:
    if not file.items:
        yield _line(Written(f"{file.ids} {file.title}", "title"))
    for result in file.items:
        yield _line(Written(f"{result.item.id} {' '.join(result.item.title.split())}", "title"))
        yield _line(Written(f"สถานะ: {STATUS[result.status]}", "note"))
        for element in _missing(result.elements):
            yield _line(Written(f"ยังขาด: {_said(element)}", "missing"))
    yield _line(Written(f"ไฟล์ data/{file.name}", "note"))
    if issubclass(file.form, TableForm):
        table = names_table(file.form, file.root)
        here = f"รายการอยู่ในตาราง {table} " if table else "ถ้ามีรายการมาก เก็บเป็นตาราง CSV ได้ "
        told = here + "ตารางนำเข้าด้วยคำสั่ง oit import ไม่ได้อยู่ในสมุดงานนี้"
        yield _line(Written(told, "note"))


def _missing(elements: tuple[ElementResult, ...]) -> list[ElementResult]:
    return [e for e in elements if e.status not in {*THERE, ElementStatus.NOT_APPLICABLE}]


def _said(result: ElementResult) -> str:
    """Say what is missing of an element, and where."""
    messages = "; ".join(finding.message() for finding in result.findings)
    return f"{result.element.text} ({messages})" if messages else result.element.text


def _gaps(file: ItemFile, blocks: list[Block]) -> _Gaps:
    gaps = _Gaps()
    for result in file.items:
        for missing in _missing(result.elements):
            for place in _places(missing.element, blocks):
                gaps.of.setdefault(place, []).append(f"ยังขาด: {missing.element.text}")
    return gaps


def _places(element: Element, blocks: list[Block]) -> Iterator[tuple[str, str]]:
    """Yield the columns that an element is looked for in; a list's name stands for its first."""
    columns = {block.name: [column.name for column in block.columns] for block in blocks}
    tables = {name.replace("/", "."): name for name in columns}
    for name in (element.field or "").split("|"):
        above, _, last = name.rpartition(".")
        if name in columns[""]:
            yield "", name
        elif name in tables:
            table = tables[name]
            each = [one for names in element.each for one in names.split("|")]
            for column in [one for one in each if one in columns[table]] or columns[table][:1]:
                yield table, column
        elif above in tables and last in columns[tables[above]]:
            yield tables[above], last


def _fields(block: Block, gaps: _Gaps) -> Iterator[Line]:
    head = ("ช่อง", "ข้อมูล", "คำอธิบาย")
    yield _line(*(Written(text, "head") for text in head))
    entry = block.entries[0]
    for column in block.columns:
        value = _value(entry.cells[column.name], column, gaps.note("", column.name))
        cells = (Written(column.title, "fixed"), value, Written(_help(column), "fixed"))
        yield Line(cells, "", 1, ())


def _value(cell: Cell, column: Column, lacking: str) -> Written:
    if cell.locked:
        return Written(_LOCKED, "fixed")
    is_gap = bool(lacking) and not cell.text.strip()
    comment = "\n".join(filter(None, [lacking if is_gap else "", _help(column)]))
    choices = tuple(column.choices.values())
    return Written(cell.text, "value", column.name, comment, is_gap, choices)


def _help(column: Column) -> str:
    kinds = {"text": "", "lines": "เขียนบรรทัดละรายการ", "pairs": "เขียนบรรทัดละคู่ เช่น results: 5"}
    example = f"เช่น {column.example}" if column.example and not column.help else ""
    choices = f"เลือก: {', '.join(column.choices.values())}" if column.choices else ""
    must = "ต้องมี" if column.required else ""
    return " · ".join(filter(None, [must, column.help, example, choices, kinds[column.kind]]))


def _table(block: Block, titles: Mapping[str, str], most: int, gaps: _Gaps) -> Iterator[Line]:
    within = f" (ของ {titles[block.above]})" if block.above else ""
    lacking = next((gaps.note(block.name, c.name) for c in block.columns), "")
    yield _line()
    yield _line(Written(block.title + within, "heading", lacking=bool(lacking)))
    parent = [Written(f"ของ {titles[block.above]} ที่", "head")] if block.above else []
    heads = [Written(c.title, "head", comment=_help(c)) for c in block.columns]
    yield _line(Written("ที่", "head"), *parent, *heads)
    spare = Entry((), 0, {column.name: Cell() for column in block.columns})
    for number, entry in enumerate([*block.entries, *[spare] * SPARE], start=1):
        there = number <= len(block.entries)
        # In an empty list it is the first row that lacks something, not all of them.
        wanted = there or (number == 1)
        values = [
            _value(entry.cells[c.name], c, gaps.note(block.name, c.name) if wanted else "")
            for c in block.columns
        ]
        cells = (Written(str(number), "fixed"), *_parent(block, entry, most, there=there), *values)
        yield Line(cells, block.name, number, entry.path if there else None)


def _parent(block: Block, entry: Entry, most: int, *, there: bool) -> list[Written]:
    if not block.above:
        return []
    if there:
        return [Written(str(entry.parent), "fixed")]
    note = f"เลขที่ของแถวในตารางข้างบน 1–{most}"
    return [Written("", "value", PARENT, note)]
