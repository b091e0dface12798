"""OIT424 · จำนวนเงินติดลบ · A negative amount

ไทย
    งบประมาณ ราคา และยอดใช้จ่ายติดลบไม่ได้ มักเกิดจากขีดหน้าตัวเลขหรือยอดคงเหลือที่คัดลอกมาผิดช่อง
    องค์ประกอบที่ใช้จำนวนนั้นจึงยังไม่นับ

English
    Budgets, prices and spending cannot be negative. Usually a dash precedes the number, or a
    balance was copied into the wrong field. An element that needs the amount does not count.

fails data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: -500000}

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
"""

from collections.abc import Iterator, Sequence

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group, fields_of
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.fields import Money
from oit.thai import money

CODE = Code(
    "OIT424",
    Severity.WARNING,
    Bilingual(
        "{what} ของ “{name}” ติดลบ: {found} บาท{more}",
        "{what} of “{name}” is negative: {found} baht{more}",
    ),
    Bilingual(
        "ลบเครื่องหมายลบ หรือเขียนจำนวนที่ถูกต้อง", "delete the minus sign, or write the right amount"
    ),
    __doc__,
)


def check(record: Record, entries: Sequence[Group]) -> Iterator[Doubt]:
    """Look for amounts below zero."""
    for group in entries:
        for name in fields_of(group.form, Money):
            amounts = group.cells(name)
            below = [i for i, amount in enumerate(amounts) if amount is not None and amount < 0]
            for index, more in group.first(below):
                finding = CODE.at(
                    record.place((*group.path(index), name)),
                    what=group.title(name),
                    name=group.name(index),
                    found=money.format_number(amounts[index]),
                    more=more,
                )
                fields = frozenset({group.dotted(name)})
                yield Doubt(finding, fields, group.reported_with(index, below))
