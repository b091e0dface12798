"""OIT616 · รายงานไม่ตรงกับรายการ · The report differs from the purchases

ไทย
    จำนวนโครงการ วงเงิน หรือราคาที่ตกลงในรายงานประจำปี ไม่เท่ากับผลรวมของรายการในตารางที่ช่อง rows อ้างถึง
    ให้ตรวจว่ารายการครบทุกเดือนหรือไม่ แล้วแก้ตัวเลขที่ผิด ถ้าลบช่อง methods โปรแกรมจะรวมยอดจากตารางให้เอง

English
    The number of projects, the budget or the agreed price in the yearly report differs from the
    total of the table that rows names. Check that every month is complete and correct the wrong
    numbers. If you delete methods, the program computes the totals from the table.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from oit.bilingual import Bilingual
from oit.data.tables.table import TableRows
from oit.findings.finding import Code, Finding, Severity
from oit.forms.procurement_report import ProcurementReport, by_method
from oit.forms.tabular import total
from oit.procurement.purchases import Purchases
from oit.thai import money

CODE = Code(
    "OIT616",
    Severity.WARNING,
    Bilingual(
        "{what}ในรายงานรวม {reported} แต่รายการใน {file} รวม {summed}",
        "the report gives {reported} for {what}, but the purchases in {file} add up to {summed}",
    ),
    Bilingual(
        "ตรวจว่ารายการครบทุกเดือน แล้วแก้ตัวเลข หรือลบ methods เพื่อให้รวมยอดจากตาราง",
        "check that no month is missing and correct the number, or delete methods to use the table",
    ),
    __doc__,
)
_FIELDS = {
    "count": Bilingual("จำนวนโครงการ", "the number of projects"),
    "budget": Bilingual("วงเงินงบประมาณ", "the budget"),
    "spent": Bilingual("ราคาที่ตกลง", "the agreed price"),
}


def check(purchases: Purchases) -> Iterator[Finding]:
    """Compare the totals of a report with the totals of its purchases."""
    form, rows = purchases.record.form, purchases.rows
    if not isinstance(form, ProcurementReport) or not isinstance(rows, TableRows):
        return
    summed = by_method(rows)
    for field, what in _FIELDS.items():
        reported = total([getattr(method, field) for method in form.methods])
        added = total([getattr(method, field) for method in summed])
        if reported is not None and reported != added:
            yield CODE.at(
                purchases.record.place(("methods",)),
                what=what,
                reported=money.format_number(reported),
                summed=money.format_number(added or Decimal(0)),
                file=Path(rows.table.file).name,
            )
