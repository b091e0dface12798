"""OIT615 · เดือนไม่อยู่ในปีงบประมาณ · A month outside the fiscal year

ไทย
    เดือนของรายการไม่อยู่ในปีงบประมาณของโฟลเดอร์ ปีงบประมาณ 2569 คือตุลาคม 2568 ถึงกันยายน 2569
    มักเกิดจากพิมพ์ปีผิด หรือนำรายการไปไว้ในไฟล์ของปีอื่น

English
    The month of an entry is outside the fiscal year of its folder. Fiscal year 2569 runs from
    October 2568 to September 2569. Usually a year is mistyped, or the entry is in the file of
    another year.

fails data/2569/o11.yml
    months:
      - month: 2569-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Place, Severity
from oit.procurement.purchases import Purchases
from oit.thai import calendar, dates
from oit.thai.calendar import Month

CODE = Code(
    "OIT615",
    Severity.WARNING,
    Bilingual(
        "“{name}”: เดือน{month} ไม่อยู่ในปีงบประมาณ {year}",
        "“{name}”: {month} is outside the fiscal year {year}",
    ),
    Bilingual(
        "แก้เดือน หรือย้ายรายการไปไว้ในไฟล์ของปีงบประมาณนั้น",
        "correct the month, or move the entry to the file of its fiscal year",
    ),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for purchases and statements whose month is outside the fiscal year."""
    known = {None, *calendar.fiscal_months(purchases.year)}

    def finding(place: Place, name: str, month: Month) -> Finding:
        formatted = dates.month_in_both(month)
        return CODE.at(place, name=name, month=formatted, year=purchases.year)

    if table := purchases.record.table:
        for statement in table.statements:
            if statement.month not in known:
                yield finding(table.stated_at(statement), statement.text, statement.month)
    for index, month in enumerate(purchases.months):
        if month not in known:
            name = purchases.column("name")[index]
            yield finding(purchases.place(index, "month"), name, month)
