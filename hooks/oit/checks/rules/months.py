"""OIT221 · ข้อมูลรายเดือนไม่ครบ · A month is missing

ไทย
    ข้อนี้ต้องแสดงเป็นรายเดือน ตั้งแต่ตุลาคมจนถึงเดือนที่สิ้นสุดแล้ว ณ วันที่ตรวจ
    เดือนที่ไม่มีรายการต้องมีข้อความยืนยันว่าไม่มี การรวมหลายเดือนไว้เป็นยอดเดียวนับว่าไม่ครบ

English
    The item must be shown month by month, from October to the last month that has ended on
    the day of the check. A month without entries must state that it has none. Several months
    combined into one total do not count.

fails data/2569/o11.yml
    months:
      - {month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
      - {month: 2568-12, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}

passes data/2569/o11.yml
    months:
      - {month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
      - {month: 2568-11, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
      - {month: 2568-12, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
      - {month: 2569-01, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
      - {month: 2569-02, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
      - {month: 2569-03, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
"""

from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount, month_part
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.values import has
from oit.thai import calendar, dates
from oit.thai.calendar import Month

CODE = Code(
    "OIT221",
    Severity.GAP,
    Bilingual("{element}: {amount}", "{element}: {amount}"),
    Bilingual(
        "เพิ่มเดือนนั้นใน {field} เดือนที่ไม่มีรายการให้เขียน nothing: ไม่มีการจัดซื้อจัดจ้าง",
        "add the month to {field}; if it has no entries, write nothing: <a statement>",
    ),
    __doc__,
)
IN_TABLE = Code(
    "OIT221",
    Severity.GAP,
    CODE.message,
    Bilingual(
        "นำเข้าแบบ สขร.1 ของเดือนนั้นด้วย oit import procurement ถ้าเดือนนั้นไม่มีรายการ "
        "เพิ่มใน {field} ของ {file}: - {{month: {month}, nothing: ไม่มีการจัดซื้อจัดจ้าง}}",
        "import the month with `oit import procurement`; if it has no entries, add to {field} "
        "in {file}: - {{month: {month}, nothing: <a statement>}}",
    ),
    __doc__,
)
NO_STATEMENT = Code(
    "OIT221",
    Severity.GAP,
    Bilingual(
        "{element}: เดือน {month} ไม่มีรายการและไม่ได้บอกว่าไม่มี",
        "{element}: {month} has no entries and does not state that there were none",
    ),
    Bilingual(
        "เพิ่มรายการของเดือนนั้น หรือเขียน nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้",
        "add the month's entries, or write nothing: <a statement>",
    ),
    __doc__,
)
PARAMETERS = ("field", "each", "year", "until")


def check(element: Element, record: Record, context: Context) -> Checked:
    """Look for every month that has ended, each with one of the fields in ``each``."""
    field = element.field or ""
    due = due_months(element, context)
    listed, shown, gaps = set(), set(), []
    for path, row in record.values(field):
        listed.add(row.month)
        if any(has(row, name) for name in element.each):
            shown.add(row.month)
        elif row.month in due:
            gaps.append(
                NO_STATEMENT.at(
                    record.place(path), element=element.text, month=dates.format_month(row.month)
                )
            )
    lacking = [month for month in due if month not in shown]
    amount = Amount(len(due) - len(lacking), len(due), "month", tuple(map(month_part, lacking)))
    missing = [month for month in due if month not in listed]
    if missing:
        place = record.place(tuple(field.split(".")))
        year = context.year_of(element)
        code = IN_TABLE if record.table and record.table.year == year else CODE
        gaps.append(
            code.at(
                place,
                element=element.text,
                field=record.label(field),
                amount=amount.words,
                file=place.file,
                month=dates.write_month(missing[0]),
            )
        )
    return Checked(amount, gaps)


def due_months(element: Element, context: Context) -> list[Month]:
    """Return the months that the element requires by the day of the check."""
    months = calendar.fiscal_months(context.year_of(element))
    if element.until == "half":
        months = months[:6]
    return [m for m in months if element.until == "end" or m.last_day < context.today]
