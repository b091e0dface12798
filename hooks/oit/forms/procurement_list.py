"""The annual list of purchases with the progress of each (16 columns)."""

from typing import Annotated, ClassVar

from oit.forms.base import Form
from oit.forms.fields import Date, Rows, Year, label, rows
from oit.forms.purchase import Purchase
from oit.forms.tabular import TableForm


class ProcurementList(TableForm):
    """The purchases of the year and their progress."""

    TABLE: ClassVar[str] = "procurement"
    ROW: ClassVar[type[Form]] = Purchase
    ENTRIES: ClassVar[str] = "purchases"
    FILLS: ClassVar[tuple[str, ...]] = ("purchases",)

    year: Year = label("ปีงบประมาณ")
    as_of: Date = label("ความก้าวหน้า ณ วันที่")
    purchases: Annotated[list[Purchase], Rows] = rows("รายการจัดซื้อจัดจ้าง")
