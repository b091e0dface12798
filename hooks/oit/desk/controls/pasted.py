"""Rows pasted from a spreadsheet, as entries of a list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast, get_origin

from oit.forms.base import Form, form_within, is_needed, title_of
from oit.forms.labels import choices_of
from oit.intake.imports.layout import heading_key, layout
from oit.source.write import Plain
from oit.spreadsheets.limits import LONGEST_CELL, RefusedError
from oit.spreadsheets.sheet import folded
from oit.thai.writing import fold, is_blank

MOST_ROWS = 1_000
MOST_COLUMNS = 100
_LONGEST = 2_000_000

# Excel, LibreOffice and Google Sheets quote only cells with a line break or a tab in them. Other
# cells stay as they are, also if they begin with a quotation mark.
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_TABLES = ("complaints", "plan", "procurement", "services")


@dataclass(frozen=True)
class Pasted:
    """What was pasted, and what each of its columns is."""

    rows: tuple[tuple[str, ...], ...]
    """The cells of each row that is not blank, all rows of one length."""
    has_heading: bool
    """Whether the first row names the columns."""
    fields: tuple[str, ...]
    """The field of each column; empty for those that are left out."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row, if it names the columns."""
        return tuple(map(folded, self.rows[0])) if self.has_heading else ("",) * len(self.fields)

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The rows below the heading."""
        return self.rows[1:] if self.has_heading else self.rows

    def lacking(self, form: type[Form]) -> list[str]:
        """Return the titles of the fields that every entry must have and no column has."""
        missing = [name for name in fields_of(form) if name not in self.fields]
        return [title_of(form, name) for name in missing if is_needed(form, name)]

    @property
    def is_assigned(self) -> bool:
        """Whether any column has a field, and none has that of another."""
        named = [name for name in self.fields if name]
        return bool(named) and len(named) == len(set(named))

    def assigned(self, fields: Sequence[str], *, has_heading: bool) -> "Pasted":
        """Return the same rows with other fields; columns that are not named are left out."""
        missing = len(self.fields) - len(fields)
        return replace(
            self,
            fields=(*fields[: len(self.fields)], *("",) * missing),
            has_heading=has_heading,
        )


def cells_of(text: str) -> list[list[str]]:
    """Split what a spreadsheet program copies into rows of cells; blank rows are left out.

    Raises:
        RefusedError: there is too much of it.
    """
    if len(text) > _LONGEST:
        raise RefusedError(
            f"ข้อความที่วางยาวเกิน {_LONGEST:,} ตัวอักษร ให้วางทีละส่วน",
            f"the text has more than {_LONGEST:,} characters; paste it in parts",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        if at == len(text):
            break
        if text[at] == "\n":
            rows.append([])
        at += 1
    found = [row for row in rows if any(not is_blank(cell) for cell in row)]
    if len(found) > MOST_ROWS + 1 or max(map(len, found), default=0) > MOST_COLUMNS:
        raise RefusedError(
            f"วางได้ครั้งละไม่เกิน {MOST_ROWS:,} แถว และ {MOST_COLUMNS} คอลัมน์ ให้วางทีละส่วน",
            f"at most {MOST_ROWS:,} rows of {MOST_COLUMNS} columns; paste the table in parts",
        )
    if any(len(cell) > LONGEST_CELL for row in found for cell in row):
        raise RefusedError(
            f"มีช่องที่ยาวเกิน {LONGEST_CELL:,} ตัวอักษร",
            f"a cell has more than {LONGEST_CELL:,} characters",
        )
    return found


def _cell(text: str, at: int) -> tuple[str, int]:
    """Return the cell at a place of a text, and the place after it."""
    quoted = _QUOTED.match(text, at)
    if quoted and ("\n" in quoted[1] or "\t" in quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    end = cast("re.Match[str]", _PLAIN.match(text, at)).end()
    return text[at:end], end


def read_pasted(text: str, form: type[Form], first: str = "") -> Pasted:
    """Read what was pasted; a first row of titles of the form's fields names the columns.

    Args:
        text: what was pasted.
        form: the form of the list's entries.
        first: the field of the first column, if there is no such row: the others follow it as in
            the form. Without it, no column has a field.

    Raises:
        RefusedError: there is too much of it.
    """
    rows = cells_of(text)
    width = max(map(len, rows), default=0)
    filled = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
    named = _named(filled[0], form) if filled else ()
    if named:
        return Pasted(filled, has_heading=True, fields=named)
    known = list(fields_of(form))
    following = known[known.index(first) :] if first in known else []
    return Pasted(filled, has_heading=False, fields=("",) * width).assigned(
        following, has_heading=False
    )


def _named(cells: Sequence[str], form: type[Form]) -> tuple[str, ...]:
    """Return the field that each cell of a row names, if the row is a heading; else nothing.

    Of several columns for one field, the first has it.
    """
    keys = [heading_key(folded(cell)) for cell in cells]
    known = _headings(form)
    named: list[str] = []
    for key in keys:
        field = known.get(key, "")
        named.append("" if field in named else field)
    if not any(named):
        return ()
    for number, key in enumerate(keys):
        if not named[number]:
            named[number] = _near(key, form, named)
    is_heading = 2 * sum(map(bool, named)) >= sum(map(bool, keys))
    return tuple(named) if is_heading else ()


def _near(key: str, form: type[Form], taken: Sequence[str]) -> str:
    """Return the only field whose title is longer or shorter than a heading: ``ชื่อ``."""
    titles = {name: heading_key(title) for name, title in fields_of(form).items()}
    near = [name for name, title in titles.items() if key and (key in title or title in key)]
    return near[0] if len(near) == 1 and near[0] not in taken else ""


@cache
def fields_of(form: type[Form]) -> Mapping[str, str]:
    """Return the fields of an entry that a cell can hold, each with its title."""
    return {
        name: title_of(form, name)
        for name, about in form.model_fields.items()
        if form_within(form, name) is None and get_origin(about.annotation) is not dict
    }


@cache
def _headings(form: type[Form]) -> Mapping[str, str]:
    """Return the field of each heading: its title, its name, what offices write above it."""
    fields = fields_of(form)
    known = {heading_key(name): name for name in fields}
    for name, title in fields.items():
        known.setdefault(heading_key(title), name)
    for name in _TABLES:
        table = layout(name)
        if table.form is not form:
            continue
        for key, (column, _) in table.known.items():
            if column.role == "field" and len(column.fields) == 1 and column.fields[0] in fields:
                known.setdefault(key, column.fields[0])
    return known


def entries_of(pasted: Pasted, form: type[Form]) -> list[dict[str, Plain]]:
    """Return the entries that the rows make; a row without values makes none."""
    columns = [(number, name) for number, name in enumerate(pasted.fields) if name]
    made = [
        {name: _value(row[number], form, name) for number, name in columns if row[number].strip()}
        for row in pasted.body
    ]
    return [entry for entry in made if entry]


def _value(cell: str, form: type[Form], name: str) -> Plain:
    """Return a cell as the field has it: lines for a list, the word of a choice for its label."""
    if get_origin(form.model_fields[name].annotation) is list:
        return [line for line in map(folded, cell.splitlines()) if line]
    text = folded(cell)
    choices = choices_of(form, name)
    return next((word for word, title in choices.items() if fold(title) == fold(text)), text)
