"""What the sheet of an item's file holds, line by line, before it is written for Excel.

A line knows which row of which table it is, and each of its cells which field it is of. Both are
written into hidden columns beside what the cell said at export, so that whatever is changed can be
told from what is not, even where rows were moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from oit.assess.assessment import LACKING, STATUS_LABELS, ElementResult
from oit.bilingual import Bilingual, Language
from oit.data import template
from oit.data.checklist import Element
from oit.forms.tabular import TableForm
from oit.intake.workbook import words
from oit.intake.workbook.files import ItemFile
from oit.intake.workbook.flat import Block, Cell, Entry, SheetColumn, flatten, names_table
from oit.source import edit

SPARE = 20
"""How many empty rows a list has for new entries."""

PARENT = "^"
"""The field that says which row of the table above a row belongs to."""

Look = Literal[
    "title", "note", "missing", "heading", "lacking", "head", "name", "number", "fixed", "value"
]


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


def lines_of(file: ItemFile, say: Language) -> list[Line]:
    """Lay out the sheet of a file."""
    return _Layout(file, say).lines()


def _line(*cells: Written) -> Line:
    return Line(cells)


def _missing(elements: tuple[ElementResult, ...]) -> list[ElementResult]:
    return [e for e in elements if e.status in LACKING]


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


def _examples(file: ItemFile) -> dict[str, str]:
    """Return what may stand in the fields of an item, by dotted name: the year that is asked."""
    if not file.asked:
        return {}
    examples: dict[str, str] = {}
    for line in template.lines_of(file.asked, int(file.path.parent.name)):
        # Without words it is an entry of a list, and names no field.
        said = edit.values(line.text.lstrip("- ")) if line.about else {}
        value = edit.value_at(said, (line.path.rpartition(".")[2],))
        if isinstance(value, str) and value:
            examples[line.path] = value
    return examples


def _with(examples: dict[str, str], block: Block) -> Block:
    """Give the columns that have an example the one of the item."""
    above = block.name.replace("/", ".")
    columns = [
        replace(column, example=examples.get(f"{above}.{column.name}".lstrip("."), column.example))
        if column.example
        else column
        for column in block.columns
    ]
    return replace(block, columns=tuple(columns))


class _Layout:
    """A sheet in the making."""

    def __init__(self, file: ItemFile, say: Language) -> None:
        self.file, self.say = file, say
        self.gaps: dict[tuple[str, str], list[str]] = {}
        """What is missing, by table and column."""

    def lines(self) -> list[Line]:
        """Return all of its lines."""
        about = list(self._about())
        if not self.file.readable:
            return [*about, _line(Written(words.UNREADABLE.text(self.say), "missing"))]
        examples = _examples(self.file)
        blocks = [_with(examples, block) for block in flatten(self.file.form, self.file.root)]
        self._find_gaps(blocks)
        lines = [*about, *self._fields(blocks[0])]
        by_name = {block.name: block for block in blocks}
        for block in blocks[1:]:
            lines += self._table(block, by_name[block.above] if block.above else None)
        return lines

    def _lacking(self, block: str, column: str) -> str:
        return "\n".join(self.gaps.get((block, column), ()))

    def _words(self, words: Bilingual, **values: object) -> str:
        return words.text(self.say).format(**values)

    def _about(self) -> Iterator[Line]:
        file = self.file
        if not file.items:
            yield _line(Written(file.title, "title"))
        for result in file.items:
            yield _line(Written(f"{result.item.id} {' '.join(result.item.title.split())}", "title"))
            status = STATUS_LABELS[result.status].text(self.say)
            yield _line(Written(self._words(words.STATUS, status=status), "note"))
            for element in _missing(result.elements):
                told = self._words(words.LACKS, what=self._said(element))
                yield _line(Written(told, "missing"))
        yield _line(Written(self._words(words.FILE, name=file.name), "note"))
        if issubclass(file.form, TableForm):
            table = names_table(file.form, file.root)
            told = self._words(words.IN_TABLE if table else words.MAY_BE_TABLE, table=table)
            yield _line(Written(told, "note"))

    def _said(self, result: ElementResult) -> str:
        """Say what is missing of an element, and where."""
        messages = "; ".join(finding.message(self.say) for finding in result.findings)
        return f"{result.element.text} ({messages})" if messages else result.element.text

    def _find_gaps(self, blocks: list[Block]) -> None:
        for result in self.file.items:
            for missing in _missing(result.elements):
                for place in _places(missing.element, blocks):
                    told = self._words(words.LACKS, what=missing.element.text)
                    self.gaps.setdefault(place, []).append(told)

    def _fields(self, block: Block) -> Iterator[Line]:
        yield _line(*(Written(title.text(self.say), "head") for title in words.FIELDS))
        entry = block.entries[0]
        for number, column in enumerate(block.columns, start=1):
            named = Written(str(number), "number"), Written(self._title(column), "name")
            value = self._value(entry.cells[column.name], column, self._lacking("", column.name))
            yield Line((*named, value, Written(self._help(column), "fixed")), "", 1, ())

    def _title(self, column: SheetColumn) -> str:
        return column.title if self.say == "th" else f"{column.title} ({column.name})"

    def _value(self, cell: Cell, column: SheetColumn, lacking: str) -> Written:
        if cell.locked:
            return Written(words.LOCKED.text(self.say), "fixed")
        is_gap = bool(lacking) and not cell.text.strip()
        # What every cell of a column takes, its heading says.
        comment = "\n".join(filter(None, [lacking, self._help(column)])) if is_gap else ""
        choices = tuple(column.choices.values())
        return Written(cell.text, "value", column.name, comment, is_gap, choices)

    def _help(self, column: SheetColumn) -> str:
        parts = [words.REQUIRED.text(self.say) if column.required else "", column.help]
        if column.example and not column.help:
            parts.append(self._words(words.SUCH_AS, example=column.example))
        if column.choices:
            parts.append(self._words(words.CHOOSE, choices=", ".join(column.choices.values())))
        return " · ".join(filter(None, [*parts, words.KINDS[column.kind].text(self.say)]))

    def _table(self, block: Block, above: Block | None) -> Iterator[Line]:
        within = self._words(words.WITHIN, above=above.title) if above else ""
        lacking = any(self._lacking(block.name, column.name) for column in block.columns)
        yield _line()
        yield _line(Written(block.title + within, "lacking" if lacking else "heading"))
        heads = [Written(self._title(c), "head", comment=self._help(c)) for c in block.columns]
        if above:
            told = self._words(words.PARENT_ROW, most=len(above.entries) + SPARE)
            title = self._words(words.PARENT, above=above.title)
            heads.insert(0, Written(title, "head", comment=told))
        yield _line(Written(words.NUMBER.text(self.say), "head"), *heads)
        spare = Entry((), 0, {column.name: Cell() for column in block.columns})
        for number, entry in enumerate([*block.entries, *[spare] * SPARE], start=1):
            there = number <= len(block.entries)
            # In an empty list it is the first row that lacks something, not all of them.
            wanted = there or (number == 1)
            values = [
                self._value(
                    entry.cells[c.name], c, self._lacking(block.name, c.name) if wanted else ""
                )
                for c in block.columns
            ]
            if there and above:
                values.insert(0, Written(str(entry.parent), "number"))
            elif above:
                values.insert(0, Written("", "value", PARENT))
            cells = (Written(str(number), "number"), *values)
            yield Line(cells, block.name, number, entry.path if there else None)
