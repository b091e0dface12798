"""The values of a file's fields as the texts of cells, and back.

A list of texts is one cell with a text on each line; ``shows`` of documents has ``element: page``
on each line. The fields of a field (``declaration.text``) are columns of their own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from oit.forms.base import Form, entry_form
from oit.forms.fields import Date, MonthOf, Name, OneOf, Percent, Score, Text
from oit.source.edit import value_at
from oit.source.values import KeyPath
from oit.source.write import Plain
from oit.thai import dates, writing

Kind = Literal["text", "lines", "pairs"]

MAX_LENGTH = 32_767
"""The greatest length of a text in a cell of Excel, in units of UTF-16."""

# A cell of Excel would change these.
_LOST = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_|\A<r>")
_PAIR = re.compile(r"([^:]+?)\s*:\s*(.*)")


@dataclass(frozen=True)
class SheetColumn:
    """A field of a file or of an entry."""

    name: str
    """Dotted for a field of a field."""
    title: str
    help: str = ""
    example: str = ""
    kind: Kind = "text"
    choices: Mapping[str, str] = field(default_factory=dict)
    """The allowed words, each with its Thai label; empty if any text is allowed."""
    required: bool = False
    is_percent: bool = False
    writer: Callable[[str, int], str] | None = None
    """Writes a text of Excel as files do, given the fiscal year."""

    @property
    def path(self) -> KeyPath:
        """The keys that lead to it."""
        return tuple(self.name.split("."))


@dataclass(frozen=True)
class Cell:
    """The value of a field as an officer sees it."""

    text: str = ""
    locked: bool = False
    """Whether a cell cannot hold the value: it can only be edited in the file."""


def columns_of(form: type[Form]) -> tuple[SheetColumn, ...]:
    """Return the fields of a form that are cells: all but its lists of entries."""
    return tuple(
        _column(name, title, info)
        for name, title, info in fields_of(form)
        if get_origin(info.annotation) is not list or form_in(form, name) is None
    )


def cells_of(entry: Any, columns: tuple[SheetColumn, ...]) -> dict[str, Cell]:
    """Return the cells of a file or an entry, by column."""
    return {column.name: cell_of(value_at(entry, column.path), column) for column in columns}


def fields_of(form: type[Form]) -> Iterator[tuple[str, str, FieldInfo]]:
    """Yield the fields of a form: name, Thai name, field; those of a field in its place."""
    for name, info in form.model_fields.items():
        title = info.title or name
        if get_origin(info.annotation) is not list and (inner := form_in(form, name)):
            for inner_name, inner_title, inner_info in fields_of(inner):
                yield f"{name}.{inner_name}", f"{title}: {inner_title}", inner_info
        else:
            yield name, title, info


def form_in(form: type[Form], name: str) -> type[Form] | None:
    """Return the form of a field's value or entries; ``None`` if it holds plain values."""
    try:
        for step in name.split("."):
            form = entry_form(form, step)
    except KeyError:
        return None
    return form


def _column(name: str, title: str, info: FieldInfo) -> SheetColumn:
    kinds: dict[Any, Kind] = {list: "lines", dict: "pairs"}
    kind = kinds.get(get_origin(info.annotation), "text")
    schemas = [part.json_schema for part in info.metadata if isinstance(part, WithJsonSchema)]
    examples = [example for schema in schemas if schema for example in schema.get("examples", ())]
    choices = next((part.choices for part in info.metadata if isinstance(part, OneOf)), {})
    # An example of a field that takes any text would say nothing.
    is_helpful = kind == "text" and not choices and not any(_is(t, info) for t in (Text, Name))
    return SheetColumn(
        name,
        title,
        info.description or "",
        str(examples[0]) if examples and is_helpful else "",
        kind,
        choices,
        required=info.is_required(),
        is_percent=_is(Percent, info) or _is(Score, info),
        writer=next((write for kind, write in _WRITERS if _is(kind, info)), None),
    )


def _written_day(text: str, year: int) -> str:
    with suppress(ValueError):
        return dates.write_day(dates.read_day(text, year).date)
    return text


def _written_month(text: str, year: int) -> str:
    with suppress(ValueError):
        return dates.write_month(dates.read_month(text, year))
    return text


_WRITERS: tuple[tuple[Any, Callable[[str, int], str]], ...] = (
    (Date, _written_day),
    (MonthOf, _written_month),
)


def _is(of_type: Any, info: FieldInfo) -> bool:
    """Tell whether a field has one of the types of ``oit.forms.fields``."""
    return all(part in info.metadata for part in of_type.__metadata__)


def cell_of(value: Any, column: SheetColumn) -> Cell:
    """Return the cell of a value."""
    text = _text_of(value, column)
    if text is None or _LOST.search(text) or len(text.encode("utf-16-le")) > 2 * MAX_LENGTH:
        return Cell(locked=True)
    return Cell(text)


def _text_of(value: Any, column: SheetColumn) -> str | None:
    """Return a value as a text that is read back as the same value; ``None`` if there is none."""
    if value is None:
        return ""
    if column.kind == "text":
        if not isinstance(value, str):
            return None
        return column.choices.get(writing.arabic(value.strip(writing.SPACES)), value)
    if isinstance(value, str) and writing.is_blank(value):
        return ""
    lines = _lines(value, column.kind)
    if lines is None:
        return None
    text = "\n".join(lines)
    return text if value_of(text, column) == value else None


def _lines(value: Any, kind: Kind) -> list[str] | None:
    if kind == "lines" and isinstance(value, list):
        return value if all(isinstance(text, str) for text in value) else None
    if kind == "pairs" and isinstance(value, dict):
        pairs = [f"{name}: {text}" for name, text in value.items() if isinstance(text, str)]
        return pairs if len(pairs) == len(value) else None
    return None


def value_of(text: str, column: SheetColumn) -> Plain | None:
    """Return the value of a cell's text; ``None`` if its lines are not pairs."""
    if column.kind == "text":
        text = text.replace("\r\n", "\n").strip(writing.SPACES)
        if column.is_percent:
            # Excel makes 75% of a number that is typed so.
            text = text.removesuffix("%").rstrip()
        keys = [key for key, label in column.choices.items() if label == text]
        return keys[0] if len(keys) == 1 else text
    lines = [line for line in (line.strip(writing.SPACES) for line in text.splitlines()) if line]
    if column.kind == "lines":
        return list(lines)
    pairs = [_PAIR.fullmatch(line) for line in lines]
    found = {pair[1]: pair[2] for pair in pairs if pair}
    return dict(found) if len(found) == len(lines) else None
