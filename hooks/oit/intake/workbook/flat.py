"""An item's file as flat tables: its own fields, and a table for each of its lists.

Officers fill cells, so what is nested in a file is laid side by side here. A list of texts is one
cell with a text on each line; ``shows`` of documents has ``element: page`` on each line. A list
within a list (steps of services) is a table of its own, and a column says which row of the table
above each of its rows belongs to. Fields inside a field (``declaration.text``) are fields of their
own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from oit.forms.base import Form, entry_form
from oit.forms.fields import Date, Name, OneOf, Text
from oit.forms.tabular import TableForm
from oit.forms.values import KeyPath
from oit.source.edit import value_at
from oit.source.write import Plain
from oit.thai import writing

Kind = Literal["text", "lines", "pairs"]

LONGEST = 32_767
"""How long a text in a cell of Excel may be, in units of UTF-16."""

# What a cell of Excel would not give back as it was.
_LOST = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_|\A<r>")
_PAIR = re.compile(r"([^:]+?)\s*:\s*(.*)")
_DEEPEST = 2
"""How often a form is laid out within itself, where the file does not go deeper."""


@dataclass(frozen=True)
class SheetColumn:
    """A field of a file or of an entry."""

    name: str
    """Dotted where it is a field inside a field."""
    title: str
    help: str = ""
    example: str = ""
    kind: Kind = "text"
    choices: Mapping[str, str] = field(default_factory=dict)
    """The words that it takes, each with its Thai label; empty where it takes any text."""
    required: bool = False
    is_day: bool = False

    @property
    def path(self) -> KeyPath:
        """The fields that lead to it."""
        return tuple(self.name.split("."))


@dataclass(frozen=True)
class Cell:
    """What a field says, as an officer sees it."""

    text: str = ""
    locked: bool = False
    """Whether it says something that a cell cannot hold: it is changed in the file alone."""


@dataclass(frozen=True)
class Entry:
    """A row: the fields of the file itself, or of an entry of a list."""

    path: KeyPath
    parent: int
    """The number, from 1, of the row in the table above that it belongs to; 0 where none does."""
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Block:
    """The fields of a file, or one of its lists."""

    name: str
    """The path of the list without numbers; empty for the file's own fields."""
    title: str
    above: str
    """The list that it lies within; empty for a list of the file itself."""
    columns: tuple[SheetColumn, ...]
    entries: tuple[Entry, ...]

    @property
    def steps(self) -> KeyPath:
        """The fields that lead from an entry of the list above to this list."""
        name = self.name.removeprefix(f"{self.above}/") if self.above else self.name
        return tuple(name.split("."))


def flatten(form: type[Form], root: Any) -> list[Block]:
    """Lay out the values of a file; what stands in its CSV is left to ``oit import``."""
    columns = tuple(column for column in _columns(form) if not _names_table(form, column))
    own = Entry(
        (), 0, {column.name: cell_of(value_at(root, column.path), column) for column in columns}
    )
    in_table = form.FILLS if names_table(form, root) and issubclass(form, TableForm) else ()
    lists = [
        block
        for block in _lists(form, root, "", (own,), (form,))
        if re.split("[./]", block.name)[0] not in in_table
    ]
    # Every form has documents; what is its own comes first.
    lists.sort(key=lambda block: block.name == "documents")
    return [Block("", "", "", columns, (own,)), *lists]


def names_table(form: type[Form], root: Any) -> str:
    """Return the CSV that a file takes its entries from; empty where it names none."""
    name = root.get("rows", "") if issubclass(form, TableForm) else ""
    return name if isinstance(name, str) and not writing.is_blank(name) else ""


def _names_table(form: type[Form], column: SheetColumn) -> bool:
    return issubclass(form, TableForm) and column.name == "rows"


def _lists(
    form: type[Form], root: Any, above: str, entries: tuple[Entry, ...], within: tuple[Any, ...]
) -> Iterator[Block]:
    for name, title, info in _fields(form):
        if get_origin(info.annotation) is not list or (inner := _form_in(form, name)) is None:
            continue
        columns = _columns(inner)
        rows = tuple(
            Entry(path, number if above else 0, _cells(value, columns))
            for number, entry in enumerate(entries, start=1)
            for path, value in _entries(root, (*entry.path, *name.split(".")))
        )
        if not rows and within.count(inner) >= _DEEPEST:
            continue
        block = Block(f"{above}/{name}" if above else name, title, above, columns, rows)
        yield block
        yield from _lists(inner, root, block.name, rows, (*within, inner))


def _entries(root: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    entries = value_at(root, path)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (*path, index), entry


def _fields(form: type[Form]) -> Iterator[tuple[str, str, FieldInfo]]:
    """Yield the fields of a form, those inside a field in its place: name, Thai name, field."""
    for name, info in form.model_fields.items():
        title = info.title or name
        if get_origin(info.annotation) is not list and (inner := _form_in(form, name)):
            for inner_name, inner_title, inner_info in _fields(inner):
                yield f"{name}.{inner_name}", f"{title}: {inner_title}", inner_info
        else:
            yield name, title, info


def _form_in(form: type[Form], name: str) -> type[Form] | None:
    try:
        for step in name.split("."):
            form = entry_form(form, step)
    except KeyError:
        return None
    return form


def _columns(form: type[Form]) -> tuple[SheetColumn, ...]:
    return tuple(
        _column(name, title, info)
        for name, title, info in _fields(form)
        if get_origin(info.annotation) is not list or _form_in(form, name) is None
    )


def _column(name: str, title: str, info: FieldInfo) -> SheetColumn:
    kinds: dict[Any, Kind] = {list: "lines", dict: "pairs"}
    kind = kinds.get(get_origin(info.annotation), "text")
    schemas = [part.json_schema for part in info.metadata if isinstance(part, WithJsonSchema)]
    examples = [one for schema in schemas if schema for one in schema.get("examples", ())]
    choices = next((part.choices for part in info.metadata if isinstance(part, OneOf)), {})
    # That a text is a text goes without saying.
    tells = kind == "text" and not choices and not any(_is(one, info) for one in (Text, Name))
    return SheetColumn(
        name,
        title,
        info.description or "",
        str(examples[0]) if examples and tells else "",
        kind,
        choices,
        required=info.is_required(),
        is_day=_is(Date, info),
    )


def _is(of_type: Any, info: FieldInfo) -> bool:
    """Tell whether a field is of one of the types of fields."""
    return all(one in info.metadata for one in of_type.__metadata__)


def _cells(entry: Any, columns: tuple[SheetColumn, ...]) -> dict[str, Cell]:
    return {column.name: cell_of(value_at(entry, column.path), column) for column in columns}


def cell_of(value: Any, column: SheetColumn) -> Cell:
    """Return the cell of a value."""
    text = _shown(value, column)
    if text is None or _LOST.search(text) or len(text.encode("utf-16-le")) > 2 * LONGEST:
        return Cell(locked=True)
    return Cell(text)


def _shown(value: Any, column: SheetColumn) -> str | None:
    """Return a value as a text that gives the same value back; ``None`` where there is none."""
    if value is None or (
        isinstance(value, str) and writing.is_blank(value) and column.kind != "text"
    ):
        return ""
    if column.kind == "text":
        if not isinstance(value, str):
            return None
        return column.choices.get(writing.arabic(value.strip(writing.SPACES)), value)
    lines = _lines(value, column.kind)
    back = None if lines is None else value_of("\n".join(lines), column)
    return "\n".join(lines or ()) if back == value else None


def _lines(value: Any, kind: Kind) -> list[str] | None:
    if kind == "lines" and isinstance(value, list):
        return value if all(isinstance(text, str) for text in value) else None
    if kind == "pairs" and isinstance(value, dict):
        pairs = [f"{name}: {text}" for name, text in value.items() if isinstance(text, str)]
        return pairs if len(pairs) == len(value) else None
    return None


def value_of(text: str, column: SheetColumn) -> Plain | None:
    """Return the value that the text of a cell means; ``None`` where it means none."""
    if column.kind == "text":
        text = text.replace("\r\n", "\n").strip(writing.SPACES)
        keys = [key for key, label in column.choices.items() if label == text]
        return keys[0] if len(keys) == 1 else text
    lines = [line for line in (line.strip(writing.SPACES) for line in text.splitlines()) if line]
    if column.kind == "lines":
        return list(lines)
    pairs = [_PAIR.fullmatch(line) for line in lines]
    found = {pair[1]: pair[2] for pair in pairs if pair}
    return dict(found) if len(found) == len(lines) else None
