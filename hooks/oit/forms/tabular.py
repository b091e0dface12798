"""Forms whose entries may stand in a CSV file beside the item's YAML.

``rows: procurement.csv`` names the file. What its rows are depends on the kind of table, not on
the item: the monthly summary, the year's list and its report all read the same purchases.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Self

from oit.forms.base import Form, ItemForm
from oit.forms.fields import TableName, label
from oit.forms.values import Entries
from oit.thai.calendar import Month


class TableForm(ItemForm):
    """What the file of an item with a table may have."""

    TABLE: ClassVar[str]
    """The name of the kind of table, and of the file that ``oit import`` writes."""
    ROW: ClassVar[type[Form]]
    """What a row of the table is."""
    ENTRIES: ClassVar[str]
    """The field of the file that lists such entries where there is no table."""
    STATES_TOTALS: ClassVar[bool] = False
    """Whether the file may say beside its table what the table adds up to."""
    DATASETS: ClassVar[Mapping[str, str]] = {}
    """The fields that are given out as tables where there is no file, by the tables' names;
    where it names none, ``ENTRIES`` under the name of the kind."""
    FILLS: ClassVar[tuple[str, ...]]
    """The fields of the file that the table fills."""

    rows: TableName = label(
        "ไฟล์ตาราง", "ไฟล์ CSV ของรายการ เช่น procurement.csv หรือของปีอื่น เช่น 2568/procurement.csv"
    )

    def with_entries(self, entries: Entries, statements: Sequence[tuple[Month, str]]) -> Self:
        """Return the form with the rows of its table; ``statements`` are months without any."""
        del statements
        return self.model_copy(update={self.ENTRIES: entries})


def positions_by(cells: Sequence[Any]) -> dict[Any, list[int]]:
    """Group the positions of the cells of a column by what they say."""
    groups: dict[Any, list[int]] = {}
    for position, cell in enumerate(cells):
        groups.setdefault(cell, []).append(position)
    return groups


def total(cells: Sequence[Any], positions: Sequence[int] | None = None) -> Any:
    """Add up the cells of a column; ``None`` where none says anything."""
    chosen = cells if positions is None else [cells[position] for position in positions]
    known = [cell for cell in chosen if cell is not None]
    added = sum(known) if known else None
    # Of baht and half a baht: money is written with none or both of its places.
    is_uneven = isinstance(added, Decimal) and added.as_tuple().exponent == -1
    return added.quantize(Decimal("0.01")) if isinstance(added, Decimal) and is_uneven else added
