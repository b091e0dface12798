"""OIT624 · ชื่อรายการบอกเดือนอื่น · A name that names another month

ไทย
    ชื่อรายการบอก "ประจำเดือน" พร้อมปี ซึ่งห่างจากเดือนที่รายการอยู่ตั้งแต่ 6 เดือนขึ้นไป
    มักเกิดจากคัดลอกชื่อรายการของปีก่อนแล้วไม่ได้แก้ปี หรือวางรายการผิดเดือน ให้ตรวจทั้งสองที่

English
    The name of a purchase contains "ประจำเดือน" (of the month) with a year, half a year or more from
    the month of the entry. Usually the name was copied from the year before, or the entry is under
    the wrong month. Check both.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อน้ำมันเชื้อเพลิง ประจำเดือนตุลาคม 2567}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อน้ำมันเชื้อเพลิง ประจำเดือนตุลาคม 2568}
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.procurement.contract_months import is_far
from oit.procurement.purchases import Purchases
from oit.thai import calendar, dates
from oit.thai.calendar import Month
from oit.thai.writing import arabic

CODE = Code(
    "OIT624",
    Severity.WARNING,
    Bilingual(
        "“{name}”: ชื่อบอกเดือน{named} แต่รายการอยู่ในเดือน{month}",
        "“{name}”: the name says {named}, but the entry is under {month}",
    ),
    Bilingual("แก้ชื่อรายการ หรือเดือนของรายการ", "correct the name, or the month of the entry"),
    __doc__,
)
_OF_MONTH = "ประจำเดือน"
_LONGEST_MONTH = 60


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for names that say they are of a month far from that of their entry."""
    names = purchases.column("name")
    for index, (month, name) in enumerate(zip(purchases.months, names, strict=True)):
        if not month or not name or _OF_MONTH not in name:
            continue
        # A month outside the fiscal year has its own check (OIT615).
        if not calendar.in_fiscal_year(month, purchases.year):
            continue
        named = _named_month(name, purchases.year)
        if named and is_far(month, date(*named, 1)):
            yield CODE.at(
                purchases.place(index, "name"),
                name=name,
                named=dates.month_in_both(named),
                month=dates.month_in_both(month),
            )


@lru_cache(maxsize=1_000)
def _named_month(name: str, year: int) -> Month | None:
    """Return the only month that a name says it is of, if it gives the year too."""
    text = arabic(name.partition(_OF_MONTH)[2][:_LONGEST_MONTH])
    months = dates.find_months(text, year)
    # A month without a year of its own lies in whichever fiscal year is asked about.
    has_year = months == dates.find_months(text, year - 1)
    return months[0] if len(months) == 1 and has_year else None
