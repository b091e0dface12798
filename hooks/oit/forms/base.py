"""What every form has.

A form says which fields a file may have and of what type. It does not say which of them
the checklist wants: that differs from year to year and is the checklist's to say.
"""

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from oit.forms.fields import (
    Count,
    Date,
    Every,
    File,
    Name,
    Rows,
    Text,
    label,
    read_text,
    required,
    rows,
)
from oit.thai import writing


class Form(BaseModel):
    """A group of fields: a file, or an entry of a list in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _blank_is_none_shown(value: object) -> object:
    """Let ``shows:`` stand empty."""
    if isinstance(value, str) and writing.is_blank(value):
        return {}
    if not isinstance(value, dict):
        raise PydanticCustomError("fields", "not fields")
    return value


class Document(Form):
    """A published file, and the elements of the item that it shows."""

    title: Name = required("ชื่อเอกสาร")
    file: File = required("ไฟล์", "ที่อยู่ใต้ docs/ เช่น files/2569/o07-report.pdf")
    shows: Annotated[dict[str, Count], BeforeValidator(_blank_is_none_shown)] = Field(
        default_factory=dict,
        title="องค์ประกอบที่เอกสารแสดง",
        description="รหัสองค์ประกอบ: เลขหน้าในไฟล์ เช่น {results: 5, spent: 12}",
    )


class ItemForm(Form):
    """What the file of every item may have beside its contents."""

    owner: Text = label("ผู้รับผิดชอบ", "สำนัก/กอง ที่ดูแลข้อนี้")
    updated: Date = label("ปรับปรุงล่าสุด")
    review_every: Every = label(
        "ทบทวนทุก", "เช่น 3 เดือน, 90 วัน, ทุกปี โปรแกรมเตือนเมื่อเลยกำหนดนับจากวันที่ปรับปรุงล่าสุด"
    )
    summary: Text = label("คำอธิบาย", "ข้อความสั้น ๆ นำหน้าข้อมูล")
    documents: Annotated[list[Document], Rows] = rows("เอกสาร")
    nothing_to_report: Text = label(
        "ไม่มีเรื่องต้องรายงาน", "ข้อความยืนยันว่าไม่มี เช่น ไม่มีเรื่องร้องเรียนในปีงบประมาณ พ.ศ. 2568"
    )
    not_applicable: Text = label("ไม่เกี่ยวข้องกับหน่วยงาน", "เหตุผลที่ข้อนี้ใช้กับหน่วยงานไม่ได้")


def entry_form(form: type[Form], name: str) -> type[Form]:
    """Return the form of a field's value, or of its list's entries.

    Raises:
        KeyError: there is no such field, or it holds no form.
    """
    annotation: Any = form.model_fields[name].annotation
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, Form):
            return candidate
    raise KeyError(name)


def form_within(form: type[Form], name: str) -> type[Form] | None:
    """Return the form of a field's value, or of its list's entries, where it holds one."""
    try:
        return entry_form(form, name)
    except KeyError:
        return None


@cache
def properties_of(form: type[Form]) -> dict[str, Any]:
    """Return what JSON Schema says of each field of a form."""
    schema = form.model_json_schema()
    # A form that holds itself is given by its name.
    properties: dict[str, Any] = (
        schema.get("properties") or schema["$defs"][form.__name__]["properties"]
    )
    return properties


def form_at(form: type[Form], path: Iterable[int | str]) -> type[Form]:
    """Follow the fields of a path (indexes of lists are passed over) to the form it leads to.

    Raises:
        KeyError: a field of the path does not exist or holds no form.
    """
    for step in path:
        if isinstance(step, str):
            form = entry_form(form, step)
    return form


def title_of(form: type[Form], field: str) -> str:
    """Return the Thai name of a field; a dotted name is followed into its entries.

    Raises:
        KeyError: there is no such field.
    """
    *path, name = field.split(".")
    return form_at(form, path).model_fields[name].title or name


def takes_any_text(form: type[Form], field: str) -> bool:
    """Tell whether a field takes whatever is written, so that one may write that there is none."""
    *path, name = field.split(".")
    metadata = form_at(form, path).model_fields[name].metadata
    return any(getattr(part, "func", None) is read_text for part in metadata)
