"""Read the texts of a column by the type of its field, each distinct text once.

A table of purchases has 20,000 rows and a few dozen methods, sources and winners: most of what
there is to read has been read a moment before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, NamedTuple, cast

from pydantic import TypeAdapter, ValidationError

from oit.bilingual import Bilingual
from oit.forms.base import Form
from oit.forms.bidders import WRITTEN, Bidder
from oit.forms.fields import Reads
from oit.spreadsheets.cells import original


class Fault(NamedTuple):
    """Why a text could not be read."""

    kind: str
    """The name of the fault in ``oit.forms.fields.FAULTS``."""
    field: str
    """The field with the fault; in a list the inner field, such as ``bidders.price``."""
    text: str
    """The text."""
    suggestion: str | Bilingual
    """What to append to the message: the allowed words, or why the text cannot be read."""


@dataclass
class Column:
    """The cells of a column, and what could not be read."""

    cells: list[Any]
    """Typed values, ``None`` for nothing; lists are texts still, for ``Table.row``."""
    faults: dict[str, Fault] = field(default_factory=dict)
    """The texts that could not be read."""
    other_era: dict[str, int] = field(default_factory=dict)
    """The texts whose year is not written in the Buddhist era, and the Buddhist year."""


def is_list(form: type[Form], name: str) -> bool:
    """Tell whether the cells of a field are lists; these take memory and are read on demand."""
    return form.model_fields[name].annotation == list[Bidder]


@cache
def reader(form: type[Form], name: str) -> TypeAdapter[list[Any]]:
    """Return what reads a list of texts by the type of a form's field."""
    known = form.model_fields[name]
    cell = cast("Any", Annotated)[(known.annotation, *known.metadata)]
    return TypeAdapter(cast("Any", list)[cell])


def read_column(form: type[Form], name: str, texts: Sequence[str], year: int) -> Column:
    """Read every cell of a column; ``year`` is the fiscal year of the table."""
    column = Column([])
    distinct = list(dict.fromkeys(texts))
    # A leading quote marks a cell as text; such cells are rare.
    plain = [original(text) if text[:1] == "'" else text for text in distinct]
    read: dict[str, Any]
    if is_list(form, name):
        sure = {text for text in plain if WRITTEN.fullmatch(text)}
        others = _read(form, name, [text for text in plain if text not in sure], column, year)
        read = {text: text for text in plain if text in sure or others.get(text)}
    else:
        read = _plain(form, name, plain)
        if len(read) < len(distinct):
            read |= _read(form, name, [text for text in plain if text not in read], column, year)
    if plain != distinct:
        read |= {t: read.get(meant) for t, meant in zip(distinct, plain, strict=True) if t != meant}
    column.cells = [*map(read.get, texts)]
    return column


def _plain(form: type[Form], name: str, texts: Sequence[str]) -> dict[str, Any]:
    """Read the texts of a column together if all are plain; return nothing otherwise."""
    known = form.model_fields[name].metadata
    together = next((part.together for part in known if isinstance(part, Reads)), None)
    written = [text for text in texts if text]
    values = together(written) if together else None
    return {} if values is None else dict(zip(written, values, strict=True))


def _read(
    form: type[Form], name: str, texts: list[str], column: Column, year: int
) -> dict[str, Any]:
    """Read distinct texts; what cannot be read is noted in the column and left out."""
    noted: list[tuple[str, int]] = []
    values: list[Any] | None = None
    while values is None:
        noted.clear()
        try:
            context = {"year": year, "other_era": noted}
            values = reader(form, name).validate_python(texts, context=context)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                index, *inner = detail["loc"]
                fields = [name, *(step for step in inner if isinstance(step, str))]
                suggestion = detail.get("ctx", {}).get("suggestion", "")
                fault = Fault(detail["type"], ".".join(fields), detail["input"], suggestion)
                column.faults.setdefault(texts[int(index)], fault)
            texts = [text for text in texts if text not in column.faults]
    column.other_era = dict(noted)
    return dict(zip(texts, values, strict=True))
