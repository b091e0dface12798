"""Statistics of complaints about corruption."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from oit.forms.base import Form
from oit.forms.fields import (
    Count,
    MayBeUnderWay,
    Reference,
    ReferenceName,
    Rows,
    Year,
    label,
    required,
    rows,
)
from oit.forms.tabular import TableForm, total
from oit.forms.values import Entries
from oit.thai.calendar import Month


class ComplaintCount(Form):
    """Complaints of one kind or one month; a row of the table."""

    # Complaints may be counted by how far they are.
    name: Annotated[ReferenceName, MayBeUnderWay()] = required("เรื่อง/เดือน")
    total: Count = label("ทั้งหมด")
    done: Count = label("แล้วเสร็จ")
    pending: Count = label("อยู่ระหว่างดำเนินการ")


class ComplaintStatistics(TableForm):
    """Numbers of complaints: total, finished and pending."""

    TABLE: ClassVar[str] = "complaints"
    ROW: ClassVar[type[Form]] = ComplaintCount
    ENTRIES: ClassVar[str] = "counts"
    FILLS: ClassVar[tuple[str, ...]] = ("counts", "total", "done", "pending")

    year: Year = label("ปีงบประมาณของสถิติ")
    period: Reference = label("ช่วงเวลา", "เช่น ต.ค. 2567 – ก.ย. 2568")
    total: Count = label("จำนวนเรื่องทั้งหมด")
    done: Count = label("ดำเนินการแล้วเสร็จ")
    pending: Count = label("อยู่ระหว่างดำเนินการ")
    counts: Annotated[list[ComplaintCount], Rows] = rows("จำแนกรายเรื่องหรือรายเดือน")

    def with_entries(self, entries: Entries, statements: Sequence[tuple[Month, str]]) -> Self:
        """Take the rows, and their sums unless the file gives its own totals."""
        sums = {
            name: total(entries.column(name))
            for name in ("total", "done", "pending")
            if getattr(self, name) is None
        }
        return super().with_entries(entries, statements).model_copy(update=sums)
