"""What the item said a year ago, shown beside the form and copied from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oit.data.checklists import Checklists
from oit.data.continued import file_before, is_reusable
from oit.data.year_marks import says_when
from oit.desk.controls.kinds import shape_of
from oit.desk.desk import Desk
from oit.forms.base import Form, form_within
from oit.forms.labels import name_of
from oit.intake.workbook.files import ItemFile
from oit.source.edit import plain
from oit.source.write import Plain
from oit.thai import writing


@dataclass(frozen=True)
class Before:
    """The values of the item that this one continues."""

    values: Mapping[str, Any]
    may_take: bool
    """Whether they are of use this year; those of a report are to compare with only."""


def before(desk: Desk, file: ItemFile) -> Before | None:
    """Return what the item said a year ago; ``None`` if it said nothing."""
    if not file.asked:
        return None
    asked = file.asked[0]
    agency = desk.assessment().agency
    old = Checklists(desk.folder, agency).of(asked.year - 1).usable
    found = file_before(asked.item, old, desk.folder) if old else None
    values = plain(found[1].root) if found else None
    return Before(values, is_reusable(asked.item)) if isinstance(values, dict) else None


def same_entry(entry: object, entries: object) -> Any:
    """Return the entry of a year ago that is called the same; ``None`` if there is none."""
    name = called(entry)
    if not name or not isinstance(entries, list):
        return None
    return next((old for old in entries if called(old) == name), None)


def called(entry: object) -> str:
    """Return what an entry is called, without differences of spelling; empty without a name."""
    name = name_of(entry) if isinstance(entry, dict) else entry
    return writing.fold(name) if isinstance(name, str) else ""


def may_take(form: type[Form], name: str) -> bool:
    """Tell whether a value of a year ago may be copied: a day or a year is not, nor a document."""
    return name not in {"documents", "updated", "rows"} and not says_when(form, name)


def without_days(form: type[Form], value: Any) -> Plain:
    """Return a value of a year ago without what says when something was."""
    if isinstance(value, list):
        return [without_days(form, entry) for entry in value]
    if not isinstance(value, dict):
        return str(value)
    return {
        name: without_days(form_within(form, name) or form, inner)
        for name, inner in value.items()
        if name in form.model_fields and may_take(form, name)
        if shape_of(form, name) != "pairs"
    }
