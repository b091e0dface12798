"""The headings of each field: the data in ``columns/``, ready to be looked up."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from oit.bilingual import Bilingual
from oit.forms.base import Form, title_of
from oit.forms.complaint_statistics import ComplaintCount
from oit.forms.parts import PlannedProject
from oit.forms.purchase import Purchase
from oit.forms.service_statistics import ServiceMonth
from oit.intake.imports.units import without_unit
from oit.source.own import read_own
from oit.thai.amounts import BAHT
from oit.thai.writing import fold

FORMS: dict[str, type[Form]] = {
    "complaint_count": ComplaintCount,
    "planned_project": PlannedProject,
    "purchase": Purchase,
    "service_month": ServiceMonth,
}
NOTHING = "nothing"
"""The column in which a month states that it had no entries."""

Role = Literal["field", "number", "year", "total", "mark", "ignored"]

_FOLDER = Path(__file__).parent / "columns"
_NUMBERED = re.compile(r"^[\s(]*\d+[\s.)]+|\(\d+\)")
_PARTS = re.compile(r"[^\w\u0e00-\u0e7f%]|[_ๆฯ]")

_NO_REASON = Bilingual("", "")


@dataclass(frozen=True)
class LayoutColumn:
    """The contents of a column."""

    fields: tuple[str, ...]
    reads: str = ""
    role: Role = "field"
    without: str = ""
    """It is read only for rows without a value in this field."""
    why: Bilingual = _NO_REASON
    """Why it is not kept."""
    month: str = ""
    """The month of its counts, or of its marks."""
    unit: Decimal = BAHT
    """The unit of its amounts in baht, or of its counts."""


@dataclass(frozen=True)
class Layout:
    """The columns of a table."""

    table: str
    contents: Bilingual
    """What the table contains, in words."""
    form: type[Form]
    needs: str
    months: str
    """The field of the counts in columns headed by months."""
    marks: str
    """The field of the period that is marked in columns headed by months."""
    sums: tuple[str, ...]
    """The fields of amounts and counts whose sums a person checks."""
    largest: str
    """The one of them by which the largest entry is found."""
    absent: dict[str, str]
    """The values of fields that the table has no column for."""
    headings: tuple[str, ...]
    """The beginnings of headings between entries, folded."""
    known: dict[str, tuple[LayoutColumn, int]] = field(default_factory=dict)
    """Columns by the key of their heading, and how well the heading fits the column."""

    @property
    def order(self) -> list[str]:
        """The columns of the table in the order in which they are written."""
        fields = list(self.form.model_fields)
        return [*fields, NOTHING] if self.has_months else fields

    @property
    def has_months(self) -> bool:
        """Whether each of its rows belongs to a month."""
        return "month" in self.form.model_fields

    def is_money(self, name: str) -> bool:
        """Whether a field is an amount in baht."""
        columns = {column for column, _ in self.known.values() if column.fields[-1:] == (name,)}
        return any(column.reads in {"money", "name_and_price"} for column in columns)

    def title(self, name: str) -> str:
        """The Thai name of a field."""
        extra = {"bidder_price": "ราคาที่เสนอ", NOTHING: "ไม่มีการจัดซื้อจัดจ้าง"}
        return extra.get(name) or title_of(self.form, name)


@lru_cache(maxsize=20_000)
def heading_key(heading: str) -> str:
    """Return a heading without what differs among offices: spaces, signs, numbers, spelling."""
    text = without_unit(fold(heading))
    return _PARTS.sub("", _NUMBERED.sub("", text))


@cache
def layout(name: str) -> Layout:
    """Read the columns of a table by the name of its file in ``columns/``."""
    data = read_own(_FOLDER / f"{name}.yml")
    form = FORMS[data["form"]]
    result = Layout(
        table=data["table"],
        contents=Bilingual(data["contents"]["th"], data["contents"]["en"]),
        form=form,
        needs=data["needs"],
        months=data.get("months", ""),
        marks=data.get("marks", ""),
        sums=tuple(data["sums"]),
        largest=data["largest"],
        absent=data.get("absent", {}),
        headings=tuple(map(fold, data["headings"])),
    )
    for column, headers in _columns(data, form):
        for rank, header in enumerate(headers):
            result.known.setdefault(heading_key(header), (column, rank))
    return result


def _columns(data: Any, form: type[Form]) -> list[tuple[LayoutColumn, list[str]]]:
    columns = []
    for entry in data["columns"]:
        fields = tuple(entry.get("fields") or [entry["field"]])
        column = LayoutColumn(fields, entry["reads"], without=entry.get("without", ""))
        own: list[str] = []
        if len(fields) == 1 and fields[0] in form.model_fields and not column.without:
            own = [title_of(form, fields[0])]
            # Headings that are names of fields come from our own tables.
            reads = "own_bidders" if column.reads == "bidders" else column.reads
            columns.append((LayoutColumn(fields, reads), [fields[0]]))
        elif fields == (NOTHING,):
            own = [NOTHING]
        columns.append((column, [*own, *entry["headers"]]))
    roles: tuple[Role, ...] = ("number", "year", "total")
    columns += [(LayoutColumn((), role=role), data.get(role, [])) for role in roles]
    for entry in data["ignored"]:
        why = Bilingual(entry["why"]["th"], entry["why"]["en"])
        columns.append((LayoutColumn((), role="ignored", why=why), entry["headers"]))
    return columns
