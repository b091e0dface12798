"""OIT621 · ผู้ได้รับการคัดเลือกไม่ใช่ชื่อ · A winner that is no name

ไทย
    ช่องผู้ได้รับการคัดเลือก (winner) มีคำว่า ยกเลิก ไม่มีผู้เสนอราคา หรือคำอื่นที่ไม่ใช่ชื่อ
    หน้าสรุปจึงแสดงคำนั้นเป็นผู้ขายรายหนึ่ง ถ้ายกเลิกหรือไม่มีผู้เสนอราคา ให้ลบ winner แล้วบอกในช่อง status

English
    The field winner contains "cancelled" (ยกเลิก), "no bidders" (ไม่มีผู้เสนอราคา) or another text
    that is no name, so the summaries show it as a supplier. If the purchase was cancelled or had
    no bidders, delete winner and say so in status.

fails data/2568/o12.yml
    purchases:
      - {name: ซื้อวัสดุสำนักงาน, winner: ไม่มีผู้เสนอราคา}

passes data/2568/o12.yml
    purchases:
      - {name: ซื้อวัสดุสำนักงาน, status: ยกเลิก}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.checks.filled import words
from oit.findings.finding import Code, Finding, Severity
from oit.procurement.purchases import Purchases
from oit.procurement.status import is_nobody

CODE = Code(
    "OIT621",
    Severity.WARNING,
    Bilingual(
        "“{name}”: ผู้ได้รับการคัดเลือก “{winner}” ไม่ใช่ชื่อ",
        "“{name}”: the winner “{winner}” is no name",
    ),
    Bilingual(
        "ลบ winner ถ้ายกเลิกหรือไม่มีผู้เสนอราคา ให้เขียนใน status เช่น status: ยกเลิก",
        "delete winner; if the purchase was cancelled, say so in status (status: ยกเลิก)",
    ),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for winners that are no names; those that say nothing at all have other checks."""
    winners = purchases.column("winner")
    nobody = {text for text in {*winners} if text and is_nobody(text) and not _says_nothing(text)}
    for index, winner in enumerate(winners):
        if winner in nobody:
            yield CODE.at(
                purchases.place(index, "winner"),
                name=purchases.column("name")[index],
                winner=winner,
            )


def _says_nothing(text: str) -> bool:
    """Tell whether a text does not count anyway (OIT219, OIT226)."""
    return words.says_nothing(text) or words.is_unfinished(text) or words.is_under_way(text)
