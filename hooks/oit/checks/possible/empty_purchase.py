"""OIT619 · รายการจัดซื้อที่บอกว่าไม่มีทุกช่อง · A purchase of which everything is "none"

ไทย
    รายการจัดซื้อจัดจ้างมีผู้ได้รับการคัดเลือก ราคาที่ตกลง และผู้เสนอราคาเป็น "ไม่มี" ทั้งหมด การจัดซื้อเช่นนี้เป็นไปไม่ได้
    จึงไม่นับ ให้กรอกตามสัญญาหรือใบสั่งซื้อ ถ้ายกเลิกการจัดซื้อ ให้เขียน status: ยกเลิก
    ถ้าเดือนนั้นไม่มีการจัดซื้อ ให้ลบรายการแล้วเขียน nothing

English
    The winner, the agreed price and the bidders of a purchase are all "none". There is no such
    purchase, so it does not count. Fill them in from the contract or the order. If the purchase
    was cancelled, write status: ยกเลิก; if nothing was purchased in that month, delete the entry
    and write nothing.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุ, bidders: [{name: ไม่มี}], winner: ไม่มี, agreed_price: ไม่มี}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุ, bidders: [{name: ร้าน ก}], winner: ร้าน ก, agreed_price: 500}
"""

from collections.abc import Iterator, Sequence
from typing import Any

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.bidders import split_bidders
from oit.forms.purchase import Purchase
from oit.procurement.status import is_cancelled, is_nobody

CODE = Code(
    "OIT619",
    Severity.WARNING,
    Bilingual(
        "“{name}”: ผู้ได้รับการคัดเลือก ราคาที่ตกลง และผู้เสนอราคาเป็น “ไม่มี” ทั้งหมด",
        "“{name}”: the winner, the agreed price and the bidders are all “none”",
    ),
    Bilingual(
        "กรอก winner, agreed_price และ bidders ตามสัญญา ถ้ายกเลิกให้เขียน status: ยกเลิก "
        "ถ้าไม่มีการจัดซื้อ ให้ลบรายการนี้",
        "fill in winner, agreed_price and bidders; write status: ยกเลิก if it was cancelled; delete "
        "the entry if nothing was purchased",
    ),
    __doc__,
)
_CLAIMS = ("winner", "agreed_price", "bidders", "bidders.name", "bidders.price")


def check(record: Record, entries: Sequence[Group]) -> Iterator[Doubt]:
    """Look for purchases that say of everything that there is none."""
    for group in entries:
        if group.form is not Purchase:
            continue
        winners, prices = group.cells("winner"), group.cells("agreed_price")
        nobody = {text for text in {*winners} if _is_nobody(text)}
        if not nobody:
            continue
        statuses, bids = group.cells("status"), group.cells("bidders")
        for index, (winner, price) in enumerate(zip(winners, prices, strict=True)):
            if winner not in nobody or price:
                continue
            status, bidders = statuses[index], bids[index]
            if all(map(_is_nobody, _names(bidders))) and not is_cancelled(status or ""):
                place = record.place((*group.path(index), "winner"))
                fields = frozenset(map(group.dotted, _CLAIMS))
                finding = CODE.at(place, name=group.cells("name")[index])
                yield Doubt(finding, fields, [group.path(index)])


def _is_nobody(text: object) -> bool:
    return isinstance(text, str) and is_nobody(text)


def _names(bidders: Any) -> list[str]:
    """Return the names of bidders: a list of forms in a file, one text in a table."""
    if isinstance(bidders, str):
        return [part["name"] for part in split_bidders(bidders)]
    return [bidder.name for bidder in bidders or ()]
