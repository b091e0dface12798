"""OIT622 · วันที่ของสัญญาห่างจากเดือนของรายการ · A contract dated far from its month

ไทย
    แบบ สขร.1 ของเดือนหนึ่งสรุปการจัดซื้อจัดจ้างของเดือนนั้น แต่สัญญาของรายการนี้ลงวันที่ห่างจากเดือนของรายการ
    ตั้งแต่ 6 เดือนขึ้นไป มักเกิดจากพิมพ์ปีผิด ให้ตรวจทั้งวันที่และเดือน

English
    The summary of a month (สขร.1) is about the purchases of that month, but the contract is dated
    half a year or more before or after it. Usually a year is mistyped. Check the date and the
    month.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน, contract_date: 2567-10-20}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน, contract_date: 2568-10-20}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.procurement.contract_months import is_far
from oit.procurement.purchases import Purchases
from oit.thai import calendar, dates

CODE = Code(
    "OIT622",
    Severity.WARNING,
    Bilingual(
        "“{name}”: สัญญาลงวันที่ {signed} ห่างจากเดือน{month} ของรายการ",
        "“{name}”: the contract date {signed} is far from the month of the entry, {month}",
    ),
    Bilingual(
        "ตรวจปีของวันที่ของสัญญา และเดือนของรายการ", "check the year of the contract, and the month"
    ),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for contracts that are dated half a year or more from their month."""
    signed, announced = purchases.column("contract_date"), purchases.column("announced")
    for index, (month, day) in enumerate(zip(purchases.months, signed, strict=True)):
        if not (month and day and is_far(month, day)):
            continue
        # A month outside the fiscal year has its own check (OIT615).
        if not calendar.in_fiscal_year(month, purchases.year):
            continue
        # A contract before its announcement has its own check (OIT612).
        if announced[index] is None or day >= announced[index]:
            yield CODE.at(
                purchases.place(index, "contract_date"),
                name=purchases.column("name")[index],
                signed=dates.day_in_both(day),
                month=dates.month_in_both(month),
            )
