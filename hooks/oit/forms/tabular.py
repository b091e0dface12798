"""Forms whose entries may be in a CSV file beside the item's YAML file.

``rows: procurement.csv`` names the file. The form of its rows depends on the kind of table, not
on the item: the monthly summary, the annual list and the report all read the same purchases.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Self

from oit.forms.base import Form, ItemForm
from oit.forms.fields import TableName, label
from oit.forms.values import Entries
from oit.thai.calendar import Month
from oit.thai.writing import fold


class TableForm(ItemForm):
    """The form of an item that may have a table."""

    TABLE: ClassVar[str]
    """The kind of table; also the name of the file that ``oit import`` writes."""
    ROW: ClassVar[type[Form]]
    """The form of a row of the table."""
    ENTRIES: ClassVar[str]
    """The field that lists the entries if there is no table."""
    STATES_TOTALS: ClassVar[bool] = False
    """Whether the file may give the totals of its table itself."""
    DATASETS: ClassVar[Mapping[str, str]] = {}
    """The fields to publish as tables if there is no table file, by name of the table; if empty,
    ``ENTRIES`` is published under the name of the kind."""
    FILLS: ClassVar[tuple[str, ...]]
    """The fields that are filled from the table."""

    rows: TableName = label(
        "ไฟล์ตาราง", "ไฟล์ CSV ของรายการ เช่น procurement.csv หรือของปีอื่น เช่น 2568/procurement.csv"
    )

    def with_entries(self, entries: Entries, statements: Sequence[tuple[Month, str]]) -> Self:
        """Return the form with the rows of its table; ``statements`` are months without entries."""
        del statements
        return self.model_copy(update={self.ENTRIES: entries})


def positions_by(cells: Sequence[Any]) -> dict[Any, list[int]]:
    """Group the positions of the cells of a column by value."""
    groups: dict[Any, list[int]] = {}
    for position, cell in enumerate(cells):
        groups.setdefault(cell, []).append(position)
    return groups


def positions_by_name(names: Sequence[str | None]) -> dict[Any, list[int]]:
    """Group the positions of the cells of a column by name, each in its first spelling."""
    groups = positions_by(names)
    spelled: dict[str, str] = {}
    for name in [name for name in groups if name is not None]:
        first = spelled.setdefault(fold(name), name)
        if first != name:
            groups[first] = sorted([*groups[first], *groups.pop(name)])
    return groups


def total(cells: Sequence[Any], positions: Sequence[int] | None = None) -> Any:
    """Add up the cells of a column; ``None`` if all are empty."""
    chosen = cells if positions is None else [cells[position] for position in positions]
    known = [cell for cell in chosen if cell is not None]
    added = sum(known) if known else None
    if isinstance(added, Decimal) and added.as_tuple().exponent == -1:
        # Amounts have either no decimal places or two.
        return added.quantize(Decimal("0.01"))
    return added
