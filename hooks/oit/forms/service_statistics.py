"""How many people were served."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Count, MonthOf, Name, Rows, Year, label, required, rows


class ServiceCount(Form):
    """People served by one service."""

    name: Name = required("งานบริการ")
    count: Count = label("จำนวนผู้รับบริการ")


class MonthCount(Form):
    """People served in one month."""

    month: MonthOf = label("เดือน")
    count: Count = label("จำนวนผู้รับบริการ")


class ServiceStatistics(ItemForm):
    """Numbers of people served, by service and by month."""

    year: Year = label("ปีงบประมาณของสถิติ")
    services: Annotated[list[ServiceCount], Rows] = rows("จำนวนผู้รับบริการรายงานบริการ")
    months: Annotated[list[MonthCount], Rows] = rows("จำนวนผู้รับบริการรายเดือน")
