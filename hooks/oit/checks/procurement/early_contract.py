"""OIT612 · สัญญาลงวันที่ก่อนประกาศ · A contract dated before its announcement

ไทย
    วันที่ของสัญญาอยู่ก่อนวันที่ประกาศจัดซื้อจัดจ้าง ซึ่งเป็นไปไม่ได้ตามขั้นตอน มักเกิดจากพิมพ์ปีผิดหรือสลับช่องวันที่

English
    The contract is dated before the purchase was announced, which the procedure does not allow.
    Usually a year is mistyped or the two dates are swapped.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน, announced: 2568-10-08, contract_date: 2567-10-20}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน, announced: 2568-10-08, contract_date: 2568-10-20}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.procurement.purchases import Purchases
from oit.thai import dates

CODE = Code(
    "OIT612",
    Severity.WARNING,
    Bilingual(
        "“{name}”: สัญญาลงวันที่ {signed} ก่อนวันที่ประกาศ {announced}",
        "“{name}”: the contract date {signed} is before the announcement date {announced}",
    ),
    Bilingual("ตรวจวันที่และปีของทั้งสองช่อง", "check both dates and their years"),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for contracts that are dated before their announcement."""
    signed, announced = purchases.column("contract_date"), purchases.column("announced")
    for index, (contract, announcement) in enumerate(zip(signed, announced, strict=True)):
        if contract and announcement and contract < announcement:
            yield CODE.at(
                purchases.place(index, "contract_date"),
                name=purchases.column("name")[index],
                signed=dates.day_in_both(contract),
                announced=dates.day_in_both(announcement),
            )
