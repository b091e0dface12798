"""OIT425 · สิ้นสุดก่อนเริ่ม · An end before its beginning

ไทย
    วันสิ้นสุดสัญญาอยู่ก่อนวันทำสัญญา ปีสุดท้ายของแผนหรือเดือนสุดท้ายของรายงานอยู่ก่อนปีหรือเดือนแรก
    หรือระยะเวลาจบก่อนเริ่ม ซึ่งเป็นไปไม่ได้ มักเกิดจากพิมพ์ปีผิดหรือสลับช่อง องค์ประกอบที่ใช้ช่องเหล่านี้จึงยังไม่นับ

English
    A contract ends before its date, the last year of a plan or month of a report comes before its
    first, or a period ends before it begins. Usually a year is mistyped or two fields are
    swapped. An element that needs these fields does not count.

fails data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุ, contract_date: 2568-10-20, contract_end: 2568-10-02}

passes data/2569/o11.yml
    months:
      - month: 2568-10
        purchases:
          - {name: ซื้อวัสดุ, contract_date: 2568-10-20, contract_end: 2568-11-02}
"""

from collections.abc import Iterator, Sequence
from datetime import date

from oit.bilingual import Bilingual
from oit.checks.possible.columns import Group, has_fields
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.thai import dates
from oit.thai.calendar import Month
from oit.thai.periods import ends_first

CODE = Code(
    "OIT425",
    Severity.WARNING,
    Bilingual(
        "“{name}”: {ends} {end} อยู่ก่อน{starts} {start}",
        "“{name}”: {ends} {end} is before {starts} {start}",
    ),
    Bilingual("ตรวจปีของทั้งสองช่อง อาจสลับช่องกัน", "check the years of both; they may be swapped"),
    __doc__,
)
PERIOD = Code(
    "OIT425",
    Severity.WARNING,
    Bilingual(
        "“{name}”: ระยะเวลา “{text}” จบก่อนเริ่ม",
        "“{name}”: the period “{text}” ends before it begins",
    ),
    Bilingual("แก้เดือนหรือปีของระยะเวลา", "correct the months or years of the period"),
    __doc__,
)
_PAIRS = (("contract_date", "contract_end"), ("from_year", "to_year"), ("first", "last"))
_PERIOD = "period"


def check(record: Record, entries: Sequence[Group]) -> Iterator[Doubt]:
    """Look for ends before their beginnings."""
    for group in entries:
        for start, end in _PAIRS:
            if has_fields(group.form, start, end):
                yield from _pairs(group, start, end, record)
        if has_fields(group.form, _PERIOD):
            yield from _periods(group, record)


def _pairs(group: Group, start: str, end: str, record: Record) -> Iterator[Doubt]:
    cells = zip(group.cells(start), group.cells(end), strict=True)
    for index, (first, last) in enumerate(cells):
        if first and last and last < first:
            finding = CODE.at(
                record.place((*group.path(index), end)),
                name=group.name(index) if group.field else record.document.file,
                starts=group.title(start),
                start=_words(first),
                ends=group.title(end),
                end=_words(last),
            )
            fields = frozenset({group.dotted(start), group.dotted(end)})
            yield Doubt(finding, fields, [group.path(index)])


def _periods(group: Group, record: Record) -> Iterator[Doubt]:
    for index, text in enumerate(group.cells(_PERIOD)):
        if text and ends_first(text, record.document.year):
            place = record.place((*group.path(index), _PERIOD))
            name = group.name(index) if group.field else record.document.file
            finding = PERIOD.at(place, name=name, text=text)
            yield Doubt(finding, frozenset({group.dotted(_PERIOD)}), [group.path(index)])


def _words(value: date | int | Month) -> Bilingual:
    if isinstance(value, Month):
        return Bilingual(dates.format_month(value), dates.write_month(value))
    if isinstance(value, date):
        return dates.day_in_both(value)
    return Bilingual(str(value), str(value))
