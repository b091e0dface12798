"""Read the texts of a column by the type of its field, each distinct text once.

A table of purchases has 20,000 rows and a few dozen methods, sources and winners: most of what
there is to read has been read a moment before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, NamedTuple, cast

from pydantic import TypeAdapter, ValidationError

from oit.forms.base import Form
from oit.forms.bidders import WRITTEN, Bidder
from oit.spreadsheets.cells import original


class Fault(NamedTuple):
    """Why a text could not be read."""

    kind: str
    """The name of the fault in ``oit.forms.fields.FAULTS``."""
    field: str
    """The field with the fault; in a list the inner field, such as ``bidders.price``."""
    text: str
    """The text."""
    allowed: str
    """The allowed words, if there are only a few."""


@dataclass
class Column:
    """The cells of a column, and what could not be read."""

    cells: list[Any]
    """Typed values, ``None`` for nothing; lists are texts still, for ``Table.row``."""
    faults: dict[str, Fault] = field(default_factory=dict)
    """The texts that could not be read."""
    common_era: dict[str, int] = field(default_factory=dict)
    """The texts that have a year of the common era, and that year."""


def is_list(form: type[Form], name: str) -> bool:
    """Tell whether the cells of a field are lists; these take memory and are read on demand."""
    return form.model_fields[name].annotation == list[Bidder]


@cache
def reader(form: type[Form], name: str) -> TypeAdapter[list[Any]]:
    """Return what reads a list of texts by the type of a form's field."""
    known = form.model_fields[name]
    cell = cast("Any", Annotated)[(known.annotation, *known.metadata)]
    return TypeAdapter(cast("Any", list)[cell])


def read_column(form: type[Form], name: str, texts: Sequence[str]) -> Column:
    """Read every cell of a column."""
    column = Column([])
    distinct = list(dict.fromkeys(texts))
    # A leading quote marks a cell as text; such cells are rare.
    plain = [original(text) if text[:1] == "'" else text for text in distinct]
    if is_list(form, name):
        sure = {text for text in plain if WRITTEN.fullmatch(text)}
        others = _read(form, name, [text for text in plain if text not in sure], column)
        read = {text: text for text in plain if text in sure or others.get(text)}
    else:
        read = _read(form, name, plain, column)
    cells = read | {
        text: read.get(meant) for text, meant in zip(distinct, plain, strict=True) if text != meant
    }
    column.cells = [*map(cells.get, texts)]
    return column


def _read(form: type[Form], name: str, texts: list[str], column: Column) -> dict[str, Any]:
    """Read distinct texts; what cannot be read is noted in the column and left out."""
    noted: list[tuple[str, int]] = []
    values: list[Any] | None = None
    while values is None:
        noted.clear()
        try:
            values = reader(form, name).validate_python(texts, context={"common_era": noted})
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                index, *inner = detail["loc"]
                fields = [name, *(step for step in inner if isinstance(step, str))]
                allowed = detail.get("ctx", {}).get("allowed", "")
                fault = Fault(detail["type"], ".".join(fields), detail["input"], allowed)
                column.faults.setdefault(texts[int(index)], fault)
            texts = [text for text in texts if text not in column.faults]
    column.common_era = dict(noted)
    return dict(zip(texts, values, strict=True))
