"""Write a field of the data and everything in it, under its Thai name."""

import re
from typing import Any

from oit.forms.base import Form, entry_form, title_of
from oit.forms.fields import OneOf
from oit.thai import dates

from .paper import Paper

OMITTED = {"photo", "link", "url"}
"""Fields that are useless on paper."""


def write_field(paper: Paper, form: type[Form], name: str, value: Any, depth: int = 0) -> None:
    """Write a field: a text, a group of fields, or a list of either."""
    indent = 5 * depth
    if isinstance(value, str):
        paper.write_text(_with_label(form, name, value), indent=indent)
        return
    if depth == 0:
        paper.write_heading(title_of(form, name), size=15)
    for number, entry in enumerate(value if isinstance(value, list) else [value], start=1):
        if isinstance(entry, str):
            paper.write_text(f"– {entry}", indent=indent + 4, after=0)
        else:
            _write_entry(paper, entry_form(form, name), entry, number, depth)


def _write_entry(
    paper: Paper, form: type[Form], entry: dict[str, Any], number: int, depth: int
) -> None:
    """Write an entry: its first field as the heading, its texts in one line, then its lists."""
    indent = 5 * depth
    first, *others = (name for name in form.model_fields if name in entry)
    named = entry[first]
    # A bare number gets its label: ตัวชี้วัดที่ 9.
    name = _with_label(form, first, named) if named.isdigit() else _in_thai(form, first, named)
    heading = f"{number}. {name}"
    texts = " · ".join(
        _with_label(form, name, entry[name])
        for name in others
        if isinstance(entry[name], str) and name not in OMITTED
    )
    if depth > 1:
        line = f"{heading} · {texts}" if texts else heading
        paper.write_text(line, size=12, indent=indent, after=0)
    else:
        paper.write_text(heading, indent=indent, bold=depth == 0, after=0)
        if texts:
            paper.write_text(texts, size=12, indent=indent + 4)
    for name in others:
        if not isinstance(entry[name], str):
            write_field(paper, form, name, entry[name], depth + 1)


def _with_label(form: type[Form], name: str, value: str) -> str:
    label, text = title_of(form, name).removesuffix(" (บาท)"), _in_thai(form, name, value)
    return text if text.startswith(label) or name == "summary" else f"{label} {text}"


def _in_thai(form: type[Form], name: str, value: str) -> str:
    """Translate a value for people: choices and dates into Thai."""
    for kind in form.model_fields[name].metadata:
        if isinstance(kind, OneOf):
            return kind.choices[value]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return dates.format_date(dates.read_day(value).date)
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return dates.format_month(dates.read_month(value))
    return value
