"""Which control a field of a form has, according to its type."""

from functools import cache
from typing import Any, Literal, get_origin

from oit.data.template import example_of
from oit.forms.base import Form, form_within, is_text, may_be_number, properties_of, written_as
from oit.forms.fields import (
    LINE_EXPLANATION,
    BackColour,
    Coordinate,
    Count,
    Date,
    Email,
    Every,
    File,
    Flag,
    Link,
    Money,
    MonthOf,
    OneOf,
    OptionalFile,
    Percent,
    Picture,
    Score,
    Year,
)

Shape = Literal["value", "texts", "group", "entries", "pairs"]
Kind = Literal[
    "text",
    "long",
    "day",
    "month",
    "year",
    "interval",
    "money",
    "number",
    "percent",
    "choice",
    "link",
    "email",
    "colour",
    "file",
    "picture",
    "pages",
]

_KINDS: tuple[tuple[Any, Kind], ...] = (
    (Date, "day"),
    (MonthOf, "month"),
    (Year, "year"),
    (Every, "interval"),
    (Money, "money"),
    (Count, "number"),
    (Score, "number"),
    (Coordinate, "number"),
    (Percent, "percent"),
    (Link, "link"),
    (Email, "email"),
    (BackColour, "colour"),
    (Picture, "picture"),
    (File, "file"),
    (OptionalFile, "file"),
)
_READERS = tuple((kind.__metadata__[0], name) for kind, name in _KINDS)

HELP: dict[Kind, str] = {
    "day": "วัน เดือน ปี พ.ศ. เช่น 15 ม.ค. 2569",
    "month": "เดือนและปี พ.ศ. เช่น ต.ค. 2568",
    "year": "ปี พ.ศ. เช่น 2569",
    "money": "บาท เช่น 1,500,000.50",
    "colour": "รหัสสีเข้ม เช่น #7a1f2b ใช้กับแถบบน ปุ่ม และลิงก์",
}
"""How to write a value, where the form itself does not say it."""

_SHORT = 20
"""A text whose example is no longer than this is written on one line."""

# These explain how to write what a control of its own asks for, in a file of YAML.
_OWN_WAY = {"file", "picture", "colour"}


@cache
def shape_of(form: type[Form], name: str) -> Shape:
    """Return what a field of a file holds."""
    schema, inner = properties_of(form)[name], form_within(form, name)
    if get_origin(form.model_fields[name].annotation) is list:
        return "entries" if inner else "texts"
    if inner:
        return "group"
    return "pairs" if schema.get("type") == "object" else "value"


@cache
def kind_of(form: type[Form], name: str) -> Kind:
    """Return how a value is entered; of a list of texts, each of them."""
    annotations = written_as(form, name)
    if any(isinstance(part, OneOf) for part in annotations):
        return "choice"
    for reader, kind in _READERS:
        if reader in annotations:
            return kind
    known = form.model_fields[name]
    if known.is_required() or may_be_number(form, name) or not is_text(form, name):
        return "text"
    example = example_of(form, name)
    return "text" if example and len(example) <= _SHORT else "long"


@cache
def choices_of(form: type[Form], name: str) -> dict[str, str]:
    """Return the words that a field takes, each with its Thai label."""
    parts = written_as(form, name)
    return dict(next((part.choices for part in parts if isinstance(part, OneOf)), {}))


@cache
def help_of(form: type[Form], name: str) -> str:
    """Return what to write, in words for who sees a control and no YAML."""
    written, kind = form.model_fields[name].description or "", kind_of(form, name)
    is_flag = any(isinstance(part, Flag) for part in form.model_fields[name].metadata)
    if kind in _OWN_WAY or written == LINE_EXPLANATION:
        return HELP.get(kind, "LINE ID หรือลิงก์ https://line.me/…" if kind == "text" else "")
    if shape_of(form, name) == "pairs" or (is_flag and "true" in written):
        return ""
    return written or HELP.get(kind, "")


@cache
def example_hint(form: type[Form], name: str) -> str:
    """Return the invented example of a field as a hint; empty if its help has one."""
    example = (example_of(form, name) or "").strip("'\"")
    is_of_text = shape_of(form, name) in {"value", "texts"} and kind_of(form, name) != "choice"
    return example if is_of_text and "เช่น" not in help_of(form, name) else ""
