"""The fields that an item's file may have, as the manual explains them."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_origin

from oit.data.template import Line, RequiredItem, lines_of
from oit.findings.finding import Code
from oit.forms import fields
from oit.forms.base import ItemForm

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
"""What a type is called in the manual, and the fault of a value that cannot be read as it."""


class Field(NamedTuple):
    """A field of an item's file."""

    path: str
    kind: str
    about: str
    example: str
    fault: Code | None = None
    """The message about a value that cannot be read."""


def fields_of(asked: RequiredItem, year: int) -> list[Field]:
    """Return the fields of the item's own file, without those that every item may have."""
    return [_field(line, entry) for line, entry in _pairs(asked, year) if not _is_common(line)]


def common_fields(asked: RequiredItem, year: int) -> list[Field]:
    """Return the fields that the file of every item may have."""
    return [_field(line, entry) for line, entry in _pairs(asked, year) if _is_common(line)]


def _pairs(asked: RequiredItem, year: int) -> Iterator[tuple[Line, Line | None]]:
    """Yield each field's line, and the line of its entry if it is a list of plain values."""
    lines = list(lines_of([asked], year))
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if line.about:
            yield line, None if following is None or following.about else following


def _is_common(line: Line) -> bool:
    return line.path.partition(".")[0] in ItemForm.model_fields


def _field(line: Line, entry: Line | None) -> Field:
    example = entry.text.strip() if entry else line.text.partition(":")[2].strip()
    kind, fault = _kind(line)
    return Field(line.path, kind, line.about, example, fault)


def _kind(line: Line) -> tuple[str, Code | None]:
    metadata = line.known.metadata
    if any(isinstance(part, fields.OneOf) for part in metadata):
        return "คำที่เลือก", fields.FAULTS["choice"]
    for field_type, kind, fault in _KINDS:
        if all(part in metadata for part in field_type.__metadata__):
            return kind, fields.FAULTS.get(fault)
    if get_origin(line.known.annotation) is dict:
        return "องค์ประกอบ: เลขหน้า", None
    if fields.Rows in metadata:
        return "รายการ", None
    return ("กลุ่มของช่อง" if fields.Group in metadata else "ข้อความ"), None
