"""OIT617 · รายการไม่บอกเดือน · Purchases without a month

ไทย
    แบบ สขร.1 สรุปเป็นรายเดือน รายการในตารางที่ช่อง month ว่างจึงไม่อยู่ในสรุปของเดือนใดเลย
    และยอดรายเดือนรวมกันไม่เท่ากับยอดทั้งปี ให้กรอกเดือนของรายการ

English
    The summary (สขร.1) is monthly. Purchases of the table whose month is empty are not in any
    month's summary, and the months do not add up to the year. Fill in their month.
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.procurement.purchases import Purchases

CODE = Code(
    "OIT617",
    Severity.WARNING,
    Bilingual(
        "มี {count} รายการที่ไม่บอกเดือน รายการแรกคือ “{name}”",
        "{count} purchase(s) have no month; the first is “{name}”",
    ),
    Bilingual("กรอกเดือนในช่อง month", "fill in the month in the column month"),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for purchases of a monthly summary that have no month."""
    if isinstance(purchases.record.form, ProcurementMonthly) and purchases.record.table:
        lacking = [index for index, month in enumerate(purchases.months) if month is None]
        if lacking:
            yield CODE.at(
                purchases.place(lacking[0], "month"),
                count=len(lacking),
                name=purchases.column("name")[lacking[0]],
            )
