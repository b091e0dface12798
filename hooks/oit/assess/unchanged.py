"""What of assessments is exactly as it was: the objects of before take the place of the new ones.

So what is made of them can be kept as long as it is made of the same objects. Everything that an
assessment consists of is compared, not what it was made of: nothing can be forgotten.
"""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from pydantic import BaseModel

from oit.assess.assessment import Assessment, ItemResult
from oit.data.record import Record
from oit.data.tables.table import Table
from oit.source import SourceFile
from oit.source.values import Scalar

T = TypeVar("T")


def unchanged(new: Sequence[Assessment], old: Sequence[Assessment]) -> list[Assessment]:
    """Return assessments of which every part that is exactly as before is the object of before."""
    before = {assessment.year: assessment for assessment in old}
    return [
        _year(assessment, before[assessment.year]) if assessment.year in before else assessment
        for assessment in new
    ]


def _year(new: Assessment, old: Assessment) -> Assessment:
    before = {result.item.id: result for result in old.items}
    cycle = _kept(new.cycle, old.cycle)
    items = (
        # An item of this year's turn of the cycle has the same object as the year.
        replace(result, cycle=cycle) if result.cycle is new.cycle else result
        for result in new.items
    )
    new = replace(
        new,
        agency=_kept(new.agency, old.agency),
        checklist=_kept(new.checklist, old.checklist),
        items=tuple(_result(result, before.get(result.item.id)) for result in items),
        cycle=cycle,
    )
    return _kept(new, old)


def _result(new: ItemResult, old: ItemResult | None) -> ItemResult:
    return new if old is None else _kept(new, old)


def _kept(new: T, old: T) -> T:
    return old if is_same(new, old) else new


def is_same(new: object, old: object) -> bool:
    """Tell whether two values are the same to the last digit: 1.5 and 1.50 are not."""
    if new is old:
        return True
    if type(new) is not type(old) or isinstance(new, Table):
        # A table whose file is the same is the same object.
        return False
    parts, others = _parts(new), _parts(old)
    if parts is None or others is None:
        # Equal numbers may have different digits.
        return new == old and repr(new) == repr(old)
    return len(parts) == len(others) and all(map(is_same, parts, others))


def _parts(value: object) -> Sequence[object] | None:
    """Return what a value consists of, if it consists of others."""
    parts: Sequence[object] | None = None
    match value:
        case Scalar():
            parts = (str(value), value.line, value.column)
        case list() | tuple():
            parts = value
        case dict():
            parts = [*value.items()]
        case BaseModel():
            parts = [*value.__dict__.items()]
        case SourceFile() if value.text:
            # Its values follow from its text.
            parts = (value.file, value.text, value.year, value.findings)
        case Record():
            # Its form follows from the document, without what the findings name.
            parts = (value.document, type(value.form), value.findings, value.table)
            parts = (*parts, value.unreadable, value.dropped)
        case _ if is_dataclass(value):
            parts = [getattr(value, field.name) for field in fields(value)]
    return parts
