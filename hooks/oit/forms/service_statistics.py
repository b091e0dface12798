"""Statistics of people served."""

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Self

from oit.forms.base import Form
from oit.forms.fields import Count, MonthOf, Name, Rows, Year, label, required, rows
from oit.forms.tabular import TableForm, positions_by, positions_by_name, total
from oit.forms.values import Entries
from oit.thai.calendar import Month


class ServiceCount(Form):
    """People served by one service."""

    name: Name = required("งานบริการ")
    count: Count = label("จำนวนผู้รับบริการ")


class MonthCount(Form):
    """People served in one month."""

    month: MonthOf = label("เดือน")
    count: Count = label("จำนวนผู้รับบริการ")


class ServiceMonth(Form):
    """People served by one service in one month; a row of the table."""

    name: Name = required("งานบริการ")
    month: MonthOf = label("เดือน", "เว้นว่างเมื่อเป็นจำนวนทั้งปี")
    count: Count = label("จำนวนผู้รับบริการ")


class ServiceStatistics(TableForm):
    """Numbers of people served, by service and by month."""

    TABLE: ClassVar[str] = "services"
    ROW: ClassVar[type[Form]] = ServiceMonth
    ENTRIES: ClassVar[str] = "services"
    DATASETS: ClassVar[Mapping[str, str]] = {"services": "services", "service-months": "months"}
    FILLS: ClassVar[tuple[str, ...]] = ("services", "months")

    year: Year = label("ปีงบประมาณของสถิติ")
    services: Annotated[list[ServiceCount], Rows] = rows("จำนวนผู้รับบริการรายงานบริการ")
    months: Annotated[list[MonthCount], Rows] = rows("จำนวนผู้รับบริการรายเดือน")

    def with_entries(self, entries: Entries, statements: Sequence[tuple[Month, str]]) -> Self:
        """Compute the totals by service and by month."""
        del statements
        counts = entries.column("count")
        by_month = positions_by(entries.column("month"))
        by_month.pop(None, None)
        services = [
            ServiceCount.model_construct(name=name, count=total(counts, positions))
            for name, positions in positions_by_name(entries.column("name")).items()
        ]
        months = [
            MonthCount.model_construct(month=month, count=total(counts, positions))
            for month, positions in sorted(by_month.items())
        ]
        return self.model_copy(update={"services": services, "months": months})
