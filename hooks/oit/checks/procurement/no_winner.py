"""OIT614 · ทำสัญญาแล้วแต่ไม่บอกผู้ได้รับการคัดเลือก · A signed contract without a winner

ไทย
    สถานะบอกว่าลงนามหรือทำสัญญาแล้ว แต่รายการยังไม่มีผู้ได้รับการคัดเลือกหรือราคาที่ตกลง ให้กรอกให้ครบ หรือแก้สถานะ

English
    The status says that the contract is signed, but the winner or the agreed price is missing.
    Fill it in, or correct the status.

fails data/2568/o12.yml
    purchases:
      - {name: ซื้อวัสดุสำนักงาน, status: สิ้นสุดสัญญา, agreed_price: 19000}

passes data/2568/o12.yml
    purchases:
      - {name: ซื้อวัสดุสำนักงาน, status: สิ้นสุดสัญญา, agreed_price: 19000, winner: ร้านตัวอย่าง}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import title_of
from oit.forms.purchase import Purchase
from oit.procurement.purchases import Purchases
from oit.procurement.status import is_signed

CODE = Code(
    "OIT614",
    Severity.WARNING,
    Bilingual(
        "“{name}”: สถานะ “{status}” แต่ยังไม่มี{missing}",
        "“{name}”: the status is “{status}”, but the entry lacks {missing}",
    ),
    Bilingual("กรอก {fields} หรือแก้สถานะ", "fill in {fields}, or correct the status"),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for signed contracts without a winner or an agreed price."""
    statuses = purchases.column("status")
    signed = {status for status in set(statuses) if status and is_signed(status)}
    winners, prices = purchases.column("winner"), purchases.column("agreed_price")
    for index, (winner, price, status) in enumerate(zip(winners, prices, statuses, strict=True)):
        if (winner is None or price is None) and status in signed:
            given = {"winner": winner, "agreed_price": price}
            missing = [field for field, cell in given.items() if cell is None]
            titles = " และ".join(title_of(Purchase, field) for field in missing)
            yield CODE.at(
                purchases.place(index, "status"),
                name=purchases.column("name")[index],
                status=status,
                missing=Bilingual(titles, " and ".join(missing)),
                fields=", ".join(missing),
            )
