"""The monthly summary of purchases (form สขร.1, nine columns)."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from oit.forms.base import Form
from oit.forms.fields import MonthOf, Rows, Text, label, rows
from oit.forms.purchase import Purchase
from oit.forms.tabular import TableForm, positions_by
from oit.forms.values import Entries
from oit.thai.calendar import Month


class ProcurementMonth(Form):
    """A month with its purchases, or the statement that there were none."""

    month: MonthOf = label("เดือน")
    nothing: Text = label("ไม่มีการจัดซื้อจัดจ้าง", "ข้อความยืนยัน เมื่อเดือนนั้นไม่มีรายการ")
    purchases: Annotated[list[Purchase], Rows] = rows("รายการจัดซื้อจัดจ้าง")


class ProcurementMonthly(TableForm):
    """The purchases of each month."""

    TABLE: ClassVar[str] = "procurement"
    ROW: ClassVar[type[Form]] = Purchase
    ENTRIES: ClassVar[str] = "months.purchases"
    FILLS: ClassVar[tuple[str, ...]] = ("months",)

    months: Annotated[list[ProcurementMonth], Rows] = rows("สรุปรายเดือน")

    def with_entries(self, entries: Entries, statements: Sequence[tuple[Month, str]]) -> Self:
        """Add the months of the table to those of the file, in chronological order."""
        months = [
            ProcurementMonth.model_construct(month=month, purchases=entries.take(positions))
            for month, positions in positions_by(entries.column("month")).items()
        ]
        months += [
            ProcurementMonth.model_construct(month=month, nothing=text)
            for month, text in statements
        ]
        return self.model_copy(update={"months": sorted([*self.months, *months], key=_sort_key)})


def _sort_key(entry: ProcurementMonth) -> Month:
    return entry.month or Month(9999, 12)
