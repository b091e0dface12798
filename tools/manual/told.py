"""What an officer is told of an item: its fields, and the messages that it usually gets."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_origin

from oit.checks.ita import (
    incomplete_measure,
    overdue_measure,
    report_due,
    unanswered_question,
    unrelated_measure,
)
from oit.checks.procurement import CHECKS
from oit.checks.rules import RULES, item_file
from oit.data.template import Asked, Line, lines_of
from oit.findings.codes import (
    document_missing,
    document_page,
    none_not_asked,
    table_file,
    table_row,
    unknown_field,
)
from oit.findings.documentation import explain
from oit.findings.finding import Code
from oit.forms import FORMS, fields
from oit.forms.base import ItemForm
from oit.forms.ita import Ita
from oit.forms.purchase import Purchase
from oit.forms.tabular import TableForm

_KINDS: tuple[tuple[Any, str, str], ...] = (
    (fields.Date, "วันที่ (พ.ศ.)", "date"),
    (fields.MonthOf, "เดือน (พ.ศ.)", "month"),
    (fields.Year, "ปี (พ.ศ.)", "year"),
    (fields.Every, "รอบเวลา", "interval"),
    (fields.Money, "จำนวนเงิน", "money"),
    (fields.Count, "จำนวนนับ", "count"),
    (fields.Percent, "ร้อยละ", "percent"),
    (fields.Score, "คะแนน 0 – 100", "score"),
    (fields.Coordinate, "พิกัด", "coordinate"),
    (fields.Link, "ที่อยู่เว็บ", "link"),
    (fields.Email, "อีเมล", "email"),
    (fields.Picture, "ไฟล์ภาพ", ""),
    (fields.File, "ไฟล์", ""),
    (fields.OptionalFile, "ไฟล์", ""),
    (fields.TableName, "ไฟล์ CSV", ""),
    (fields.QuestionId, "เลขข้อ", "question"),
    (fields.OptionalQuestionId, "เลขข้อ", "question"),
    (fields.IndicatorId, "เลขตัวชี้วัด", "indicator"),
    (fields.OptionalIndicatorId, "เลขตัวชี้วัด", "indicator"),
    (fields.TopicId, "เลขประเด็น", "topic"),
)
"""What a type is called, and the fault of a value that is none of it."""

_OF_MEASURES = (
    incomplete_measure,
    overdue_measure,
    unanswered_question,
    unrelated_measure,
    report_due,
)

_LISTED = 5
"""How many elements and fields a message is listed with."""


class Field(NamedTuple):
    """A field of an item's file."""

    path: str
    kind: str
    about: str
    example: str
    fault: Code | None = None
    """What is told of a value that cannot be read."""


class Message(NamedTuple):
    """A message that the item may get."""

    code: str
    title: str
    where: str
    """The elements or fields that it is told of."""


def fields_of(asked: Asked, year: int) -> list[Field]:
    """Return what the item's file may have beside what every item's may."""
    return [_field(line, more) for line, more in _pairs(asked, year) if not _is_common(line)]


def common_fields(asked: Asked, year: int) -> list[Field]:
    """Return what the file of every item may have."""
    return [_field(line, more) for line, more in _pairs(asked, year) if _is_common(line)]


def messages_of(asked: Asked, of_fields: Iterable[Field]) -> Iterator[Message]:
    """Yield the messages that an item usually gets: of its elements, then of its fields."""
    yield _message(item_file.CODE, "ทั้งข้อ")
    # A code may be worded in several ways.
    named: dict[str, tuple[Code, list[str]]] = {}
    for element in asked.elements:
        code = vars(RULES[element.rule])["CODE"]
        named.setdefault(code.id, (code, []))[1].append(element.id)
    for field in of_fields:
        if field.fault:
            named.setdefault(field.fault.id, (field.fault, []))[1].append(field.path)
    for code, names in named.values():
        more = " เป็นต้น" if len(names) > _LISTED else ""
        yield _message(code, ", ".join(f"`{name}`" for name in names[:_LISTED]) + more)
    if all(element.none_allowed != "yes" for element in asked.elements):
        yield _message(none_not_asked.CODE, "`nothing_to_report`")
    yield _message(unknown_field.CODE, "ชื่อช่องที่สะกดผิด")
    yield _message(document_missing.CODE, "`documents.file`")
    yield _message(document_page.CODE, "`documents.shows`")
    form = FORMS[asked.item.form]
    if issubclass(form, TableForm):
        yield _message(table_file.CODE, "`rows`")
        yield _message(table_row.CODE, "แถวของตาราง")
    if issubclass(form, TableForm) and form.ROW is Purchase:
        yield from (_message(check.CODE, "รายการจัดซื้อจัดจ้าง") for check in CHECKS)
    if issubclass(form, Ita):
        yield from (_message(check.CODE, "`measures`") for check in _OF_MEASURES)


def _message(code: Code, where: str) -> Message:
    return Message(code.id, explain(code).title_th, where)


def _pairs(asked: Asked, year: int) -> Iterator[tuple[Line, Line | None]]:
    """Yield each field's first line and, of a list of plain values, the line of its entry."""
    lines = list(lines_of([asked], year))
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if line.about:
            yield line, None if following is None or following.about else following


def _is_common(line: Line) -> bool:
    return line.path.partition(".")[0] in ItemForm.model_fields


def _field(line: Line, more: Line | None) -> Field:
    example = more.text.strip() if more else line.text.partition(":")[2].strip()
    kind, fault = _kind(line)
    return Field(line.path, kind, line.about, example, fault)


def _kind(line: Line) -> tuple[str, Code | None]:
    metadata = line.known.metadata
    choice = next((one for one in metadata if isinstance(one, fields.OneOf)), None)
    if choice:
        return "คำที่เลือก", fields.FAULTS["choice"]
    for of_type, kind, fault in _KINDS:
        if all(one in metadata for one in of_type.__metadata__):
            return kind, fields.FAULTS.get(fault)
    if get_origin(line.known.annotation) is dict:
        return "องค์ประกอบ: เลขหน้า", None
    if fields.Rows in metadata:
        return "รายการ", None
    return ("กลุ่มของช่อง" if fields.Group in metadata else "ข้อความ"), None
