"""The purchases of an item by columns, whether they are in its file or in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from oit.data.record import Record
from oit.data.tables.table import TableRows
from oit.findings.finding import Place
from oit.forms.base import Form
from oit.forms.procurement_list import ProcurementList
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.forms.procurement_report import ProcurementReport
from oit.forms.tabular import TableForm
from oit.source.values import KeyPath


@dataclass(frozen=True)
class Purchases:
    """Purchases of one fiscal year."""

    record: Record
    year: int
    """The fiscal year of the purchases."""
    rows: Sequence[Form]
    paths: Sequence[KeyPath] = ()
    """The path of each in the record; not needed for the rows of a table."""

    def column(self, name: str) -> Sequence[Any]:
        """Return the cells of a column, ``None`` for each empty cell."""
        if isinstance(self.rows, TableRows):
            return self.rows.column(name)
        return [getattr(row, name) for row in self.rows]

    @cached_property
    def months(self) -> Sequence[Any]:
        """The month of each purchase."""
        if isinstance(self.rows, TableRows) or not isinstance(self.record.form, ProcurementMonthly):
            return self.column("month")
        # The file lists purchases under their month.
        listed = self.record.form.months
        return [listed[int(path[1])].month for path in self.paths]

    def place(self, index: int, name: str = "") -> Place:
        """Return the place of a purchase, or of one of its fields."""
        if isinstance(self.rows, TableRows):
            return self.rows.place(index, name)
        return self.record.place((*self.paths[index], *([name] if name else ())))


def purchases_of(record: Record | None, year: int) -> Purchases | None:
    """Return the purchases of an item; ``None`` if the item is about something else.

    Args:
        record: the item's data.
        year: the fiscal year of the item's folder.
    """
    form = record.form if record else None
    if record is None or not isinstance(form, TableForm) or form.TABLE != "procurement":
        return None
    if record.table:
        return Purchases(record, record.table.year, record.table.rows())
    if isinstance(form, ProcurementReport):
        return None
    lists = list(record.lists(form.ENTRIES))
    of_year = (form.year or year) if isinstance(form, ProcurementList) else year
    return Purchases(
        record,
        of_year,
        [row for _, rows in lists for row in rows],
        [(*path, index) for path, rows in lists for index in range(len(rows))],
    )
