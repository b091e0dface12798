"""OIT420 · วันที่ยังมาไม่ถึง · A date in the future

ไทย
    ช่องนี้บอกวันที่ของสิ่งที่เกิดขึ้นแล้ว เช่น วันที่ปรับปรุงข้อมูล วันที่ทำสัญญา วันที่ลงนาม
    หรือวันที่ของความก้าวหน้า วันหลังวันที่ตรวจจึงเป็นไปไม่ได้ มักเกิดจากพิมพ์ปีหรือเดือนผิด
    องค์ประกอบที่ใช้วันนั้นยังไม่นับว่ามี กิจกรรม ข่าว และหนังสือที่กำหนดวันไว้ล่วงหน้าเป็นเพียงคำเตือน

English
    The field gives the date of something that happened: an update, a contract, a signature, the
    progress so far. A date after the day of the check cannot be right; usually a year or month
    is mistyped. An element that needs the date does not count. For activities, news and letters,
    which may be planned, this is only a warning.

fails data/2569/o03.yml
    updated: 2569-12-31

passes data/2569/o03.yml
    updated: 2569-01-15
"""

from collections.abc import Iterator, Sequence
from datetime import date

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group, fields_of
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.base import Form
from oit.forms.fields import Date
from oit.forms.ita import Measure, Memo
from oit.forms.news import Story
from oit.forms.participation import Involvement
from oit.forms.parts import Activity
from oit.forms.purchase import Purchase
from oit.thai import dates

CODE = Code(
    "OIT420",
    Severity.WARNING,
    Bilingual(
        "{what} เป็น {day} ซึ่งยังมาไม่ถึง (วันที่ตรวจคือ {today}){more}",
        "{what} is {day}, which is in the future (the day of the check is {today}){more}",
    ),
    Bilingual(
        "แก้วัน เดือน หรือปีให้ตรงกับวันที่เกิดขึ้นจริง ถ้ายังไม่เกิดขึ้น ให้เว้นว่างไว้ก่อน",
        "correct the day, month or year; leave the field empty if it has not happened yet",
    ),
    __doc__,
)
PLANNED: set[tuple[type[Form], str]] = {(Purchase, "contract_end"), (Measure, "deadline")}
"""The dates that lie ahead by their nature."""
_MAY_BE_PLANNED: set[type[Form]] = {Activity, Story, Involvement, Memo}
"""The forms of what may be announced before it happens."""


def check(record: Record, entries: Sequence[Group], today: date) -> Iterator[Doubt]:
    """Look for dates after the day of the check."""
    for group in entries:
        for name in fields_of(group.form, Date):
            if (group.form, name) in PLANNED:
                continue
            days = group.cells(name)
            ahead = [index for index, day in enumerate(days) if day and day > today]
            if not ahead:
                continue
            is_odd = group.form in _MAY_BE_PLANNED
            fields = frozenset() if is_odd else frozenset({group.dotted(name)})
            for index, more in group.first(ahead):
                finding = CODE.at(
                    record.place((*group.path(index), name)),
                    what=group.title(name),
                    day=dates.day_in_both(days[index]),
                    today=dates.day_in_both(today),
                    more=more,
                )
                yield Doubt(finding, fields, group.reported_with(index, ahead))
