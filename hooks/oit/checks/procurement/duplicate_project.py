"""OIT613 · โครงการเดียวกันซ้ำ · A duplicate project

ไทย
    เลขที่โครงการในระบบ e-GP นี้มีอยู่แล้วในอีกรายการหนึ่ง ยอดรวมจึงนับสองครั้ง
    โครงการที่มีหลายสัญญาให้กรอกเลขที่สัญญาของแต่ละรายการให้ต่างกัน

English
    Another entry already has this e-GP project number, so the totals count it twice. If a project
    has several contracts, give each entry its own contract number.

fails data/2568/o12.yml
    purchases:
      - {name: ซื้อวัสดุสำนักงาน, project_number: "67119000001", agreed_price: 19000}
      - {name: ซื้อวัสดุสำนักงาน, project_number: "67119000001", agreed_price: 19000}

passes data/2568/o12.yml
    purchases:
      - {name: ซื้อวัสดุสำนักงาน, project_number: "67119000001", agreed_price: 19000}
      - {name: ซื้อหมึกพิมพ์, project_number: "67119000002", agreed_price: 8000}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.procurement.purchases import Purchases
from oit.thai.writing import fold

CODE = Code(
    "OIT613",
    Severity.WARNING,
    Bilingual(
        "“{name}”: เลขที่โครงการ {number} มีแล้วที่ {first}",
        "“{name}”: duplicate project number {number}; it is already at {first}",
    ),
    Bilingual(
        "ลบรายการที่ซ้ำ แก้เลขที่โครงการ หรือกรอกเลขที่สัญญาที่ต่างกัน",
        "delete the duplicate, correct the project number, or give different contract numbers",
    ),
    __doc__,
)


def check(purchases: Purchases) -> Iterator[Finding]:
    """Look for entries with the same project and contract number."""
    numbers, contracts = purchases.column("project_number"), purchases.column("contract_number")
    known = [fold(number) for number in numbers if number]
    if len(set(known)) == len(known):
        return
    first: dict[tuple[str, str], int] = {}
    for index, (number, contract) in enumerate(zip(numbers, contracts, strict=True)):
        key = fold(number or ""), fold(contract or "")
        if number and first.setdefault(key, index) != index:
            yield CODE.at(
                purchases.place(index, "project_number"),
                name=purchases.column("name")[index],
                number=number,
                first=purchases.place(first[key], "project_number"),
            )
