"""The annual report on purchases."""

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Self

from oit.forms.base import Form
from oit.forms.fields import SAY_NONE, Count, Money, Name, Rows, Text, Year, label, required, rows
from oit.forms.purchase import Purchase
from oit.forms.tabular import TableForm, positions_by_name, total
from oit.forms.values import Entries
from oit.thai.calendar import Month

UNKNOWN_METHOD = "ไม่ระบุวิธี"


class Method(Form):
    """The purchases made by one procurement method."""

    name: Name = required("วิธีการจัดซื้อจัดจ้าง")
    count: Count = label("จำนวนโครงการ")
    budget: Money = label("วงเงินงบประมาณ (บาท)")
    spent: Money = label("ราคาที่ตกลงซื้อหรือจ้าง (บาท)")


class ProcurementReport(TableForm):
    """Totals by method, problems and recommendations."""

    TABLE: ClassVar[str] = "procurement"
    ROW: ClassVar[type[Form]] = Purchase
    ENTRIES: ClassVar[str] = "methods"
    STATES_TOTALS: ClassVar[bool] = True
    DATASETS: ClassVar[Mapping[str, str]] = {"procurement-report": "methods"}
    FILLS: ClassVar[tuple[str, ...]] = ("methods",)

    year: Year = label("ปีงบประมาณที่รายงาน")
    methods: Annotated[list[Method], Rows] = rows("ผลการจัดซื้อจัดจ้างจำแนกตามวิธี")
    problems: Text = label("ปัญหา/อุปสรรค", SAY_NONE)
    recommendations: Text = label("ข้อเสนอแนะ", SAY_NONE)

    def with_entries(self, entries: Entries, statements: Sequence[tuple[Month, str]]) -> Self:
        """Compute the totals by method, unless the file gives them."""
        del statements
        if self.methods:
            return self
        return self.model_copy(update={"methods": by_method(entries)})


def method_name(text: str | None) -> str:
    """Normalise the name of a method: offices write ``เฉพาะเจาะจง`` or ``วิธีเฉพาะเจาะจง``."""
    if not text:
        return UNKNOWN_METHOD
    return text if text.startswith("วิธี") or text.isascii() else f"วิธี{text}"


def by_method(entries: Entries) -> list[Method]:
    """Compute the totals by method, in descending order of spending."""
    budgets, prices = entries.column("budget"), entries.column("agreed_price")
    names = [method_name(text) for text in entries.column("method")]
    methods = [
        Method.model_construct(
            name=name,
            count=len(positions),
            budget=total(budgets, positions),
            spent=total(prices, positions),
        )
        for name, positions in positions_by_name(names).items()
    ]
    return sorted(methods, key=lambda method: (-(method.spent or 0), method.name))
