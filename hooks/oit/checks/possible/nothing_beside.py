"""OIT618 · บอกว่าไม่มี แต่มีรายการของเดือนนั้น · A month with purchases that is said to have none

ไทย
    เดือนเดียวกันมีทั้งข้อความว่าไม่มีการจัดซื้อจัดจ้าง (nothing) และมีรายการจัดซื้อจัดจ้าง ซึ่งขัดกัน
    รายการอาจอยู่ในไฟล์ตาราง (rows) และข้อความอยู่ในไฟล์ของข้อ ให้เหลือเพียงอย่างเดียวที่ตรงกับความจริง

English
    The same month has a statement that nothing was purchased (nothing) and purchases. The
    purchases may be in the table (rows) and the statement in the item's file. Keep what is true.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้
        purchases:
          - {name: ซื้อวัสดุสำนักงาน}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน}
"""

from collections import Counter
from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.thai import dates
from oit.thai.calendar import Month

CODE = Code(
    "OIT618",
    Severity.WARNING,
    Bilingual(
        "เดือน{month} บอกว่าไม่มีการจัดซื้อจัดจ้าง แต่มี {count} รายการ",
        "{month} is said to have no purchases, but it has {count}",
    ),
    Bilingual(
        "ถ้ารายการถูกต้อง ให้ลบ nothing ของเดือนนี้ ถ้าไม่ใช่ ให้แก้เดือนของรายการ",
        "delete nothing of this month if the purchases are right; otherwise correct their month",
    ),
    __doc__,
)
_FIELDS = frozenset({"months", "months.nothing", "months.purchases"})


def check(record: Record) -> Iterator[Doubt]:
    """Look for statements beside purchases of the same month."""
    if not isinstance(record.form, ProcurementMonthly):
        return
    counts: Counter[Month] = Counter()
    for month in record.form.months:
        if month.month:
            counts[month.month] += len(month.purchases)
    # The statements of a table beside its own rows are faults of the table (OIT603).
    stated = {s.month for s in record.table.statements} if record.table else set()
    for index, month in enumerate(record.form.months):
        if month.nothing and month.month and counts[month.month] and month.month not in stated:
            finding = CODE.at(
                record.place(("months", index, "nothing")),
                month=dates.month_in_both(month.month),
                count=counts[month.month],
            )
            yield Doubt(finding, _FIELDS, [("months", index)])
