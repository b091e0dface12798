"""The table of an item in a few lines, for the item's page."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.desk.desk import Desk
from oit.desk.spreadsheets.rows import BrokenTableError, Rows, read_rows, sums
from oit.desk.spreadsheets.target import Target, target_of
from oit.forms.base import title_of
from oit.intake.workbook.files import ItemFile


@dataclass(frozen=True)
class TableSection:
    """The table of an item, and what is in it."""

    target: Target
    rows: Rows
    broken: Bilingual | None = None
    """Why it cannot be read."""

    @property
    def count(self) -> int:
        """The number of entries."""
        return sum(not row.statement for row in self.rows.all)

    @property
    def sums(self) -> Mapping[str, Decimal]:
        """The sums of amounts and counts, by title."""
        return sums(self.rows.all, self.target.layout)

    @property
    def wrong(self) -> int:
        """The number of rows of which the checker says something."""
        return sum(bool(row.said) for row in self.rows.all)

    @property
    def entries(self) -> tuple[str, str]:
        """The field in which the entries are typed without a table, and its title."""
        field = self.target.form.ENTRIES.partition(".")[0]
        return field, title_of(self.target.form, field)


def table_section(desk: Desk, file: ItemFile) -> TableSection | None:
    """Return the table of an item, or ``None`` if its form has none."""
    target = target_of(desk, file)
    if target is None:
        return None
    try:
        return TableSection(target, read_rows(desk, file, target))
    except BrokenTableError as error:
        return TableSection(target, Rows(target), error.why)
