"""OIT623 · สัญญาส่วนใหญ่ของเดือนลงวันที่ในเดือนอื่น · Most contracts of a month are of other months

ไทย
    แบบ สขร.1 ของเดือนหนึ่งสรุปการจัดซื้อจัดจ้างของเดือนนั้น แต่สัญญาส่วนใหญ่ของเดือนนี้ลงวันที่ในเดือนอื่น
    มักเกิดจากแก้หัวตารางของเดือนก่อนไม่ครบ หรือวางรายการผิดเดือน ให้ตรวจเดือนของรายการ

English
    The summary of a month (สขร.1) is about the purchases of that month, but most contracts under
    this month are dated in other months. Usually the title of another month's table was not
    changed, or entries are under the wrong month. Check the month of the entries.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อหมึกพิมพ์, contract_date: 2568-11-03}
          - {name: ซื้อกระดาษ, contract_date: 2568-11-20}

passes data/2569/o11.yml
    months:
      - month: 2568-11
        purchases:
          - {name: ซื้อหมึกพิมพ์, contract_date: 2568-11-03}
          - {name: ซื้อกระดาษ, contract_date: 2568-11-20}
"""

from collections import defaultdict
from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.procurement.contract_months import in_other_months, is_far
from oit.procurement.purchases import Purchases
from oit.thai import dates
from oit.thai.calendar import Month

CODE = Code(
    "OIT623",
    Severity.WARNING,
    Bilingual(
        "เดือน{month}: สัญญา {others} จาก {all} ฉบับลงวันที่ในเดือนอื่น เช่น {day}",
        "{month}: {others} of {all} contracts are dated in other months, such as {day}",
    ),
    Bilingual(
        "ตรวจว่ารายการอยู่ถูกเดือน และวันที่ของสัญญาถูก",
        "check that the entries are under the right month, and the dates of their contracts",
    ),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for months of which most contracts are dated in other months."""
    by_month: dict[Month, list[int]] = defaultdict(list)
    signed = purchases.column("contract_date")
    for index, (month, day) in enumerate(zip(purchases.months, signed, strict=True)):
        # A contract far from its month has its own check (OIT622).
        if month and day and not is_far(month, day):
            by_month[month].append(index)
    for month, indexes in by_month.items():
        if others := in_other_months(month, [signed[index] for index in indexes]):
            first = next(index for index in indexes if signed[index] == others[0])
            yield CODE.at(
                purchases.place(first, "contract_date"),
                month=dates.month_in_both(month),
                others=len(others),
                all=len(indexes),
                day=dates.day_in_both(others[0]),
            )
