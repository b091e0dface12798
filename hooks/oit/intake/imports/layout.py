"""Which headers stand for which fields: the data in ``columns/``, ready to be looked up."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from oit.bilingual import Bilingual
from oit.forms.base import Form, title_of
from oit.forms.complaint_statistics import ComplaintCount
from oit.forms.parts import PlannedProject
from oit.forms.purchase import Purchase
from oit.forms.service_statistics import ServiceMonth
from oit.thai import writing

FORMS: dict[str, type[Form]] = {
    "complaint_count": ComplaintCount,
    "planned_project": PlannedProject,
    "purchase": Purchase,
    "service_month": ServiceMonth,
}
NOTHING = "nothing"
"""The column in which a month without entries says so."""

Role = Literal["field", "number", "year", "total", "mark", "ignored"]

_FOLDER = Path(__file__).parent / "columns"
_UNIT = re.compile(r"\((?:หน่วย)?\s*:?\s*บาท\)|หน่วย\s*:\s*บาท")
_NUMBERED = re.compile(r"^[\s(]*\d+[\s.)]+|\(\d+\)")
_LEADING_VOWELS = {"เเ": "แ", "ํา": "ำ"}
_PARTS = re.compile(r"[^\w\u0e00-\u0e7f%]|[_ๆฯ]")


_NOT_SAID = Bilingual("", "")


@dataclass(frozen=True)
class LayoutColumn:
    """What a column holds."""

    fields: tuple[str, ...]
    reads: str = ""
    role: Role = "field"
    without: str = ""
    """It counts only for rows that leave this field empty."""
    why: Bilingual = _NOT_SAID
    """Why it is not kept."""
    month: str = ""
    """The month that its counts, or its marks, are of."""


@dataclass(frozen=True)
class Layout:
    """The columns of a table."""

    table: str
    said: Bilingual
    """What it holds, for people."""
    form: type[Form]
    needs: str
    months: str
    """The field of the counts in columns that are headed by months."""
    marks: str
    """The field of the period that marks in columns headed by months stand for."""
    absent: dict[str, str]
    """What is written where a table has no such column."""
    headings: tuple[str, ...]
    known: dict[str, tuple[LayoutColumn, int]] = field(default_factory=dict)
    """Columns by their header, compared plainly, and how well the header fits the column."""

    @property
    def order(self) -> list[str]:
        """The columns of the table in the order in which they are written."""
        fields = list(self.form.model_fields)
        return [*fields, NOTHING] if self.has_months else fields

    @property
    def has_months(self) -> bool:
        """Whether each of its rows is of a month."""
        return "month" in self.form.model_fields

    def title(self, name: str) -> str:
        """The name of a field for people."""
        extra = {"bidder_price": "ราคาที่เสนอ", NOTHING: "ไม่มีการจัดซื้อจัดจ้าง"}
        return extra.get(name) or title_of(self.form, name)


@lru_cache(maxsize=20_000)
def plain(header: str) -> str:
    """Return a header without what differs from office to office: spaces, signs, numbers."""
    text = writing.arabic(header)
    for wrong, right in _LEADING_VOWELS.items():
        text = text.replace(wrong, right)
    text = _UNIT.sub("", text)
    text = _NUMBERED.sub("", text)
    return _PARTS.sub("", text).casefold()


@cache
def layout(name: str) -> Layout:
    """Read the columns of a table by the name of its file in ``columns/``."""
    data = yaml.safe_load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    form = FORMS[data["form"]]
    made = Layout(
        table=data["table"],
        said=Bilingual(data["said"]["th"], data["said"]["en"]),
        form=form,
        needs=data["needs"],
        months=data.get("months", ""),
        marks=data.get("marks", ""),
        absent=data.get("absent", {}),
        headings=tuple(data["headings"]),
    )
    for column, headers in _columns(data, form):
        for rank, header in enumerate(headers):
            made.known.setdefault(plain(header), (column, rank))
    return made


def _columns(data: Any, form: type[Form]) -> list[tuple[LayoutColumn, list[str]]]:
    columns = []
    for entry in data["columns"]:
        fields = tuple(entry.get("fields") or [entry["field"]])
        column = LayoutColumn(fields, entry["reads"], without=entry.get("without", ""))
        own: list[str] = []
        if len(fields) == 1 and fields[0] in form.model_fields and not column.without:
            own = [title_of(form, fields[0])]
            written = "written_bidders" if column.reads == "bidders" else column.reads
            columns.append((LayoutColumn(fields, written), [fields[0]]))
        elif fields == (NOTHING,):
            own = [NOTHING]
        columns.append((column, [*own, *entry["headers"]]))
    roles: tuple[Role, ...] = ("number", "year", "total")
    columns += [(LayoutColumn((), role=role), data.get(role, [])) for role in roles]
    for entry in data["ignored"]:
        words = Bilingual(entry["why"]["th"], entry["why"]["en"])
        columns.append((LayoutColumn((), role="ignored", why=words), entry["headers"]))
    return columns
