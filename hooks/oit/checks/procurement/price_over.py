"""OIT611 · ราคาที่ตกลงสูงกว่าวงเงินหรือราคากลาง · Agreed price over the budget or the reference price

ไทย
    ราคาที่ตกลงซื้อหรือจ้างไม่ควรสูงกว่าวงเงินงบประมาณหรือราคากลาง ส่วนใหญ่เกิดจากพิมพ์ตัวเลขผิดหรือสลับช่อง
    ถ้าเป็นจริงผู้ประเมินและประชาชนจะถาม ให้บอกเหตุผลไว้ในช่อง reason

English
    The agreed price should not exceed the budget or the reference price. Usually a number is
    mistyped or in the wrong column. If it is correct, assessors and citizens will ask why: give
    the explanation in reason.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน, budget: 20000, reference_price: 19500, agreed_price: 190000}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุสำนักงาน, budget: 20000, reference_price: 19500, agreed_price: 19000}
"""

from collections.abc import Iterator
from operator import itemgetter

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.procurement.purchases import Purchases
from oit.thai import money

CODE = Code(
    "OIT611",
    Severity.WARNING,
    Bilingual(
        "“{name}”: ราคาที่ตกลง {agreed} สูงกว่า{what} {limit}",
        "“{name}”: the agreed price {agreed} exceeds the {what} {limit}",
    ),
    Bilingual(
        "ตรวจตัวเลขกับสัญญา ถ้าถูกต้องให้อธิบายไว้ใน reason",
        "check the number against the contract; if it is correct, explain it in reason",
    ),
    __doc__,
)
_BUDGET = Bilingual("วงเงินงบประมาณ", "budget")
_REFERENCE = Bilingual("ราคากลาง", "reference price")


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for agreed prices above the budget or the reference price."""
    names = purchases.column("name")
    budgets, references = purchases.column("budget"), purchases.column("reference_price")
    prices = purchases.column("agreed_price")
    for index, (price, budget, reference) in enumerate(
        zip(prices, budgets, references, strict=True)
    ):
        if price is None:
            continue
        over_budget = budget is not None and price > budget
        over_reference = reference is not None and price > reference
        if over_budget or over_reference:
            limits = [(_BUDGET, budget)] if over_budget else []
            limits += [(_REFERENCE, reference)] if over_reference else []
            # If both limits are exceeded, report the lower.
            what, limit = min(limits, key=itemgetter(1))
            yield CODE.at(
                purchases.place(index, "agreed_price"),
                name=names[index],
                agreed=money.format_number(price),
                what=what,
                limit=money.format_number(limit),
            )
