"""The lines of the sheet of an item's file, before they are written for Excel.

Each line knows its block and row, and each of its cells its field. Both are written into hidden
columns together with the exported texts, so that changes are found even if rows were moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from oit.assess.assessment import LACKING, ElementResult
from oit.bilingual import Bilingual, Language
from oit.data import template
from oit.data.checklist import Element
from oit.forms.tabular import TableForm
from oit.intake.workbook import labels
from oit.intake.workbook.blocks import Block, Entry, blocks_of, names_table
from oit.intake.workbook.cells import Cell, SheetColumn
from oit.intake.workbook.files import ItemFile
from oit.source import edit
from oit.source.values import KeyPath

EMPTY_ROWS = 20
"""How many empty rows a list has for new entries."""

PARENT = "^"
"""The column with the number of the row that a row belongs to in the block above."""

Look = Literal[
    "title",
    "note",
    "missing",
    "heading",
    "missing_heading",
    "head",
    "name",
    "number",
    "fixed",
    "value",
]


@dataclass(frozen=True)
class SheetCell:
    """A cell of a sheet."""

    text: str
    look: Look
    field: str = ""
    """Its field; empty if it must not be changed."""
    comment: str = ""
    missing: bool = False
    """Whether the checklist requires a value that is missing."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line of a sheet, from its second column on."""

    cells: tuple[SheetCell, ...]
    block: str = ""
    number: int = 0
    """The number of the row in its block, from 1; 0 if it is not a row."""
    path: KeyPath | None = None
    """The path of the row in the file; ``None`` for an empty row."""


def lines_of(file: ItemFile, language: Language) -> list[Line]:
    """Lay out the sheet of a file."""
    return _Layout(file, language).lines()


def _line(*cells: SheetCell) -> Line:
    return Line(cells)


def _missing(elements: tuple[ElementResult, ...]) -> list[ElementResult]:
    return [e for e in elements if e.status in LACKING]


def _places(element: Element, blocks: list[Block]) -> Iterator[tuple[str, str]]:
    """Yield the block and column of each field that an element checks.

    For a list without named fields it is the first column.
    """
    columns = {block.name: [column.name for column in block.columns] for block in blocks}
    tables = {name.replace("/", "."): name for name in columns}
    for name in (element.field or "").split("|"):
        above, _, last = name.rpartition(".")
        if name in columns[""]:
            yield "", name
        elif name in tables:
            table = tables[name]
            each = [name for names in element.each for name in names.split("|")]
            for column in [name for name in each if name in columns[table]] or columns[table][:1]:
                yield table, column
        elif above in tables and last in columns[tables[above]]:
            yield tables[above], last


def _examples(file: ItemFile) -> dict[str, str]:
    """Return examples for the fields of an item, by dotted name; their years fit the checklist."""
    if not file.asked:
        return {}
    examples: dict[str, str] = {}
    for line in template.lines_of(file.asked, int(file.path.parent.name)):
        # A line without a description is an entry of a list and names no field.
        fields = edit.values(line.text.lstrip("- ")) if line.about else {}
        value = edit.value_at(fields, (line.path.rpartition(".")[2],))
        if isinstance(value, str) and value:
            examples[line.path] = value
    return examples


def _with_examples(examples: dict[str, str], block: Block) -> Block:
    """Replace the examples of columns by those of the item."""
    above = block.name.replace("/", ".")
    columns = [
        replace(column, example=examples.get(f"{above}.{column.name}".lstrip("."), column.example))
        if column.example
        else column
        for column in block.columns
    ]
    return replace(block, columns=tuple(columns))


class _Layout:
    """Lays out one sheet."""

    def __init__(self, file: ItemFile, language: Language) -> None:
        self.file, self.language = file, language
        self.gaps: dict[tuple[str, str], list[str]] = {}
        """What is missing, by block and column."""

    def lines(self) -> list[Line]:
        """Return all of its lines."""
        about = list(self._about())
        if not self.file.readable:
            return [*about, _line(SheetCell(labels.UNREADABLE.text(self.language), "missing"))]
        examples = _examples(self.file)
        blocks = [
            _with_examples(examples, block) for block in blocks_of(self.file.form, self.file.root)
        ]
        self._find_gaps(blocks)
        lines = [*about, *self._fields(blocks[0])]
        by_name = {block.name: block for block in blocks}
        for block in blocks[1:]:
            lines += self._table(block, by_name[block.above] if block.above else None)
        return lines

    def _missing_in(self, block: str, column: str) -> str:
        return "\n".join(self.gaps.get((block, column), ()))

    def _text(self, label: Bilingual, **values: object) -> str:
        return label.text(self.language).format(**values)

    def _about(self) -> Iterator[Line]:
        file = self.file
        if not file.items:
            yield _line(SheetCell(file.title, "title"))
        for result in file.items:
            yield _line(
                SheetCell(f"{result.item.id} {' '.join(result.item.title.split())}", "title")
            )
            status = result.label(self.language)
            yield _line(SheetCell(self._text(labels.STATUS, status=status), "note"))
            for element in _missing(result.elements):
                text = self._text(labels.MISSING, what=self._described(element))
                yield _line(SheetCell(text, "missing"))
        yield _line(SheetCell(self._text(labels.FILE, name=file.name), "note"))
        if issubclass(file.form, TableForm):
            table = names_table(file.form, file.root)
            text = self._text(labels.IN_TABLE if table else labels.MAY_BE_TABLE, table=table)
            yield _line(SheetCell(text, "note"))

    def _described(self, result: ElementResult) -> str:
        """Describe what is missing of an element, and where."""
        text, amount = result.element.text, result.lacking.text(self.language)
        messages = (finding.message(self.language) for finding in result.findings)
        # Most messages begin with the text of the element.
        where = "; ".join(message.partition(f"{text}: ")[2] or message for message in messages)
        if result.is_begun and amount not in where:
            where = "; ".join(filter(None, (amount, where)))
        return f"{text} ({where})" if where else text

    def _find_gaps(self, blocks: list[Block]) -> None:
        for result in self.file.items:
            for missing in _missing(result.elements):
                for place in _places(missing.element, blocks):
                    what = (
                        missing.described(self.language)
                        if missing.is_begun
                        else missing.element.text
                    )
                    text = self._text(labels.MISSING, what=what)
                    self.gaps.setdefault(place, []).append(text)

    def _fields(self, block: Block) -> Iterator[Line]:
        yield _line(*(SheetCell(title.text(self.language), "head") for title in labels.FIELDS))
        entry = block.entries[0]
        for number, column in enumerate(block.columns, start=1):
            named = SheetCell(str(number), "number"), SheetCell(self._title(column), "name")
            value = self._value(entry.cells[column.name], column, self._missing_in("", column.name))
            yield Line((*named, value, SheetCell(self._help(column), "fixed")), "", 1, ())

    def _title(self, column: SheetColumn) -> str:
        return column.title if self.language == "th" else f"{column.title} ({column.name})"

    def _value(self, cell: Cell, column: SheetColumn, missing: str) -> SheetCell:
        if cell.locked:
            return SheetCell(labels.LOCKED.text(self.language), "fixed")
        is_gap = bool(missing) and not cell.text.strip()
        # Other cells need no help: the heading of the column has it.
        comment = "\n".join(filter(None, [missing, self._help(column)])) if is_gap else ""
        choices = tuple(column.choices.values())
        return SheetCell(cell.text, "value", column.name, comment, is_gap, choices)

    def _help(self, column: SheetColumn) -> str:
        parts = [labels.REQUIRED.text(self.language) if column.required else "", column.help]
        if column.example and not column.help:
            parts.append(self._text(labels.SUCH_AS, example=column.example))
        if column.choices:
            parts.append(self._text(labels.CHOOSE, choices=", ".join(column.choices.values())))
        return " · ".join(filter(None, [*parts, labels.KINDS[column.kind].text(self.language)]))

    def _table(self, block: Block, above: Block | None) -> Iterator[Line]:
        within = self._text(labels.WITHIN, above=above.title) if above else ""
        is_missing = any(self._missing_in(block.name, column.name) for column in block.columns)
        yield _line()
        yield _line(SheetCell(block.title + within, "missing_heading" if is_missing else "heading"))
        heads = [SheetCell(self._title(c), "head", comment=self._help(c)) for c in block.columns]
        if above:
            help_text = self._text(labels.PARENT_ROW, most=len(above.entries) + EMPTY_ROWS)
            title = self._text(labels.PARENT, above=above.title)
            heads.insert(0, SheetCell(title, "head", comment=help_text))
        yield _line(SheetCell(labels.NUMBER.text(self.language), "head"), *heads)
        empty = Entry((), 0, {column.name: Cell() for column in block.columns})
        for number, entry in enumerate([*block.entries, *[empty] * EMPTY_ROWS], start=1):
            exists = number <= len(block.entries)
            # In an empty list only the first row shows what is missing.
            shows_missing = exists or number == 1
            values = [
                self._value(
                    entry.cells[c.name],
                    c,
                    self._missing_in(block.name, c.name) if shows_missing else "",
                )
                for c in block.columns
            ]
            if exists and above:
                values.insert(0, SheetCell(str(entry.parent), "number"))
            elif above:
                values.insert(0, SheetCell("", "value", PARENT))
            cells = (SheetCell(str(number), "number"), *values)
            yield Line(cells, block.name, number, entry.path if exists else None)
