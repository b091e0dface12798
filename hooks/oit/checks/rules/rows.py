"""OIT202 · บางรายการกรอกไม่ครบ · An incomplete entry

ไทย
    แบบวัดของปีนี้ขอให้ทุกรายการมีข้อมูลนี้ แต่บางรายการยังเว้นว่าง หรือยังไม่มีรายการเลย
    ข้อความบอกบรรทัดที่รายการนั้นเริ่ม ให้กรอกช่องที่ขาดของรายการนั้น

English
    The year's checklist requires this in every entry, but some entries leave it empty, or there
    are no entries at all. The message gives the line where the entry begins. Fill in the
    missing fields of that entry.

fails data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
      - {name: จัดอบรมเยาวชน, result: แล้วเสร็จ}

passes data/2569/o07.yml
    year: 2568
    projects:
      - {name: ปรับปรุงถนน, result: แล้วเสร็จ, spent: 500000}
      - {name: จัดอบรมเยาวชน, result: แล้วเสร็จ, spent: ไม่ใช้งบประมาณ}
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.checks.filled import vacant
from oit.checks.filled.nothing import how_to_say
from oit.checks.filled.words import is_vacant
from oit.checks.rules.amount import Amount, Part, first_of
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Finding, Place, Severity
from oit.forms.base import Form, form_at
from oit.forms.executives import VACANT, Executive
from oit.forms.labels import entry_label, field_label, listed, name_of, row_label
from oit.forms.values import has, lacking
from oit.source.values import KeyPath
from oit.thai import dates

CODE = Code(
    "OIT202",
    Severity.GAP,
    Bilingual(
        "{element}: {entry} ขาด {missing}",
        "{element}: {entry} lacks {missing}",
    ),
    Bilingual(
        "เติม{where}{none}{vacant} หรือบอกหน้าของเอกสารที่แสดงใน shows: {{{id}: หน้า}}",
        "fill in {where}{none}{vacant}; or give the page of a document that shows it in "
        "shows: {{{id}: page}}",
    ),
    __doc__,
)
EMPTY = Code(
    "OIT202",
    Severity.GAP,
    Bilingual(
        "ยังไม่มี{element}: ช่อง {field} ยังไม่มีรายการ",
        "{element}: {field} has no entries",
    ),
    Bilingual(
        "เพิ่มรายการใน {field} แต่ละรายการมี {missing}{instead} "
        "หรือบอกหน้าของเอกสารที่แสดงใน shows: {{{id}: หน้า}}",
        "add entries to {field}, each with {missing}{instead}; or give the page of a document that "
        "shows it in shows: {{{id}: page}}",
    ),
    __doc__,
)
DOUBTFUL = Code(
    "OIT202",
    Severity.GAP,
    vacant.CODE.message,
    Bilingual(
        "ถ้ามีผู้ดำรงตำแหน่งแล้ว ให้ลบ vacant แล้วเติมรูปถ่ายและช่องทางติดต่อที่ยังขาด ถ้าว่างจริง ให้ลบ {fields}",
        "if somebody holds the post, delete vacant and add what is missing of photograph and "
        "contact details; if it is vacant, delete {fields}",
    ),
    __doc__,
)
"""Said instead of OIT225 of a post that lacks what the checklist asks for."""
PARAMETERS = ("field", "each")


def check(element: Element, record: Record, context: Context) -> Checked:
    """Check that every entry of a list has the required fields.

    If the field ``instead`` is filled in, no entries are required.
    """
    del context
    field = element.field or ""
    if element.instead and has(record.form, element.instead):
        return Checked(Amount(1, 1, "field"), ())
    lists = list(record.lists(field))
    count = sum(len(entries) for _, entries in lists)
    if not count and not _is_declared_empty(field, record):
        gap = EMPTY.at(
            record.place(tuple(field.split("."))),
            element=element.text,
            field=record.label(field),
            missing=_names(element.each, field, record),
            instead=_instead(element, record),
            id=element.id,
        )
        return Checked(Amount(0, 1, "entry"), [gap])
    incomplete = list(_incomplete(element, record))
    parts = first_of(_part(each, record) for each in incomplete)
    needed = count + record.dropped.get(field, 0)
    amount = Amount(count - len(incomplete), needed, "entry", parts)
    # A long table may lack something in every row: each finding is made only if it is read.
    return Checked(amount, (gap for each in incomplete for gap in _gaps(each, element, record)))


def _instead(element: Element, record: Record) -> Bilingual:
    """Return the field that may be filled in instead of entries."""
    if not element.instead:
        return Bilingual("", "")
    name = record.label(element.instead)
    return Bilingual(f" หรือกรอก {name.th} แทน", f", or fill in {name.en} instead")


class _Incomplete(NamedTuple):
    """An entry that lacks some of the required fields."""

    path: KeyPath
    entries: Sequence[Form]
    """The list that holds it: a table makes a row when it is read, and need not keep them all."""
    missing: list[str]
    doubt: Finding | None = None
    """Reported of a post that is said to be vacant and has a holder."""

    @property
    def entry(self) -> Form:
        return self.entries[int(self.path[-1])]


def _incomplete(element: Element, record: Record) -> Iterator[_Incomplete]:
    field = element.field or ""
    is_post = issubclass(form_at(type(record.form), field.split(".")), Executive)
    for path, entries in record.lists(field):
        for index, lacked in lacking(entries, element.each):
            incomplete = _Incomplete((*path, index), entries, lacked)
            if not is_post:
                yield incomplete
            else:
                yield from _of_post(incomplete, record)


def _of_post(incomplete: _Incomplete, record: Record) -> Iterator[_Incomplete]:
    """Yield what a post lacks: of one that may be vacant, only what no holder would have."""
    entry, lacked = incomplete.entry, incomplete.missing
    missing = [names for names in lacked if not _is_of_doubtful_holder(entry, names)]
    is_doubtful = missing != lacked
    doubt = vacant.about(record, entry, incomplete.path, DOUBTFUL) if is_doubtful else None
    if missing or doubt:
        yield incomplete._replace(missing=missing, doubt=doubt)


def _gaps(incomplete: _Incomplete, element: Element, record: Record) -> Iterator[Finding]:
    if incomplete.doubt:
        yield incomplete.doubt
    if incomplete.missing:
        yield _gap(incomplete, element, record)


def _gap(incomplete: _Incomplete, element: Element, record: Record) -> Finding:
    field, form, missing = element.field or "", type(record.form), incomplete.missing
    fields, entry = _names(missing, field, record), incomplete.entry
    # An officer looks for a row of a table by its number, and for the column by its name.
    column = re.split(r"[|.]", missing[0])[0]
    place = record.place((*incomplete.path, column))
    line = _line(place, record)
    if line:
        where = Bilingual(
            f"คอลัมน์ {fields.th} ของแถวที่ {line}", f"the column {fields.en} of row {line}"
        )
    else:
        place, where = record.place(incomplete.path), Bilingual("ในรายการนั้น", "it")
    return CODE.at(
        place,
        element=element.text,
        entry=_label(entry, incomplete.path, line),
        missing=fields,
        where=where,
        none=how_to_say(
            element, form, ([f"{field}.{n}" for n in names.split("|")] for names in missing)
        ),
        vacant=_if_vacant(entry, missing),
        id=element.id,
    )


def _label(entry: Form, path: KeyPath, line: int) -> Bilingual:
    name = name_of(entry)
    return row_label(line, name) if line else entry_label(int(path[-1]), name)


def _line(place: Place, record: Record) -> int:
    """Return the line of a place in the record's table; 0 if it is in the item's file."""
    return place.line if record.table and place.file == record.table.file else 0


def _part(incomplete: _Incomplete, record: Record) -> Part:
    """Return an entry as a part that is lacking; an entry of a month says which."""
    path = incomplete.path
    label = _label(incomplete.entry, path, _line(record.place(path), record))
    key = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    month = getattr(record.value(path[:-2]), "month", None)
    if not month:
        return Part(key, label)
    short = dates.format_month_short(month)
    return Part(key, Bilingual(f"{short} {label.th}", f"{dates.write_month(month)} {label.en}"))


def _is_of_doubtful_holder(entry: Form, names: str) -> bool:
    """Tell whether an entry lacks what only a holder has and both has one and says it is vacant.

    A name such as "(ว่าง)" is reported already.
    """
    return (
        isinstance(entry, Executive)
        and bool(entry.vacant or is_vacant(entry.name or ""))
        and not Executive.OF_HOLDER.isdisjoint(names.split("|"))
    )


def _if_vacant(entry: Form, missing: list[str]) -> Bilingual:
    """Return what to write if the entry is a post that nobody holds."""
    names = {name for names in missing for name in names.split("|")}
    if isinstance(entry, Executive) and names & Executive.OF_HOLDER:
        return Bilingual(
            f" ถ้า{VACANT}ให้เขียน vacant: true แทนชื่อ รูปถ่าย และช่องทางติดต่อ",
            "; if the post is vacant, write vacant: true instead of name, photo and contact",
        )
    return Bilingual("", "")


def _is_declared_empty(field: str, record: Record) -> bool:
    """Return whether every parent of such entries states that it has none."""
    outer = [row for _, row in record.values(field.rpartition(".")[0] or field)]
    return bool(outer) and all(getattr(row, "nothing", None) for row in outer)


def _names(fields: list[str], inside: str, record: Record) -> Bilingual:
    form = form_at(type(record.form), inside.split("."))
    return listed(field_label(form, names) for names in fields)
