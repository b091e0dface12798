"""OIT422 · ใช้จ่ายเกินงบประมาณ · More was spent than the budget

ไทย
    งบประมาณที่ใช้จริงของโครงการหรือวิธีจัดซื้อสูงกว่างบประมาณที่ตั้งไว้ มักเกิดจากพิมพ์ตัวเลขผิดหรือสลับช่อง
    ถ้าถูกต้อง (เช่น โอนงบประมาณเพิ่ม) ให้แก้งบประมาณเป็นยอดหลังโอน ถ้าไม่ใช้งบประมาณแต่มียอดใช้จ่าย
    ให้ตรวจทั้งสองช่อง

English
    More was spent on a project or a method than its budget. Usually a number is mistyped or in
    the wrong column. If it is correct, as after a transfer of budget, write the budget after the
    transfer.

fails data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, budget: 500000, spent: 5000000}

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, budget: 500000, spent: 500000}
"""

from collections.abc import Iterator, Sequence

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group, has_fields
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.thai import money

CODE = Code(
    "OIT422",
    Severity.WARNING,
    Bilingual(
        "“{name}”: ใช้จ่าย {spent} บาท เกินงบประมาณ {budget} บาท",
        "“{name}”: {spent} baht were spent, more than the budget of {budget} baht",
    ),
    Bilingual(
        "ตรวจตัวเลขทั้งสองช่อง ถ้าโอนงบประมาณเพิ่ม ให้เขียนงบประมาณหลังโอน",
        "check both numbers; after a transfer of budget, write the budget after the transfer",
    ),
    __doc__,
)


def check(record: Record, entries: Sequence[Group]) -> Iterator[Doubt]:
    """Look for entries that spent more than their budget."""
    for group in entries:
        if not has_fields(group.form, "budget", "spent"):
            continue
        cells = zip(group.cells("budget"), group.cells("spent"), strict=True)
        for index, (budget, spent) in enumerate(cells):
            if budget is not None and spent is not None and spent > budget:
                finding = CODE.at(
                    record.place((*group.path(index), "spent")),
                    name=group.name(index),
                    spent=money.format_number(spent),
                    budget=money.format_number(budget),
                )
                yield Doubt(finding)
