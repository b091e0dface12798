"""The base classes of forms.

A form defines which fields a file may have and their types. Which of them are required differs
from year to year and is defined by the checklist.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, TypeGuard, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from oit.bilingual import Bilingual
from oit.forms.fields import (
    SAY_NONE,
    TEXT_READERS,
    Date,
    Every,
    File,
    MayBeNumber,
    MayBeUnderWay,
    Name,
    PagesOf,
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

    # Validators take long to build, and a form inside another is read by that one's.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    NEEDED: ClassVar[frozenset[str]] = frozenset()
    """Optional fields without which an entry usually cannot be shown."""
    RETIRED: ClassVar[Mapping[str, Bilingual]] = {}
    """Fields that an earlier version of the program used, and what takes their place."""

    def __iter__(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]  # as of BaseModel
        """Yield the fields and their values; pydantic would look for private ones each time."""
        return iter(self.__dict__.items())

    @property
    def not_asked(self) -> frozenset[str]:
        """The fields that nobody can fill in here, such as the name of a vacant post's holder."""
        return frozenset()


def _read_shows(value: object) -> object:
    """Accept an empty ``shows:``."""
    if isinstance(value, str) and writing.is_blank(value):
        return {}
    if not isinstance(value, dict):
        raise PydanticCustomError("fields", "not fields")
    return value


class Document(Form):
    """A published file, and the elements of the item that it shows."""

    # Every form of an item includes it.
    model_config = ConfigDict(defer_build=False)

    title: Name = required("ชื่อเอกสาร")
    file: File = required("ไฟล์", "ที่อยู่ใต้ docs/ เช่น files/2569/o07-report.pdf")
    shows: Annotated[dict[str, PagesOf], BeforeValidator(_read_shows)] = Field(
        default_factory=dict,
        title="องค์ประกอบที่เอกสารแสดง",
        description="รหัสองค์ประกอบ: เลขหน้าในไฟล์ เช่น {results: 5, spent: 3-5}",
    )


class ItemForm(Form):
    """The fields that the file of any item may have besides its contents."""

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


def is_form(value: Any) -> TypeGuard[Form]:
    """Tell whether a value is a form, faster than ``isinstance`` does of pydantic's classes."""
    return _is_form(type(value))  # type: ignore[arg-type]  # classes can be hashed


@cache
def _is_form(kind: type) -> bool:
    return issubclass(kind, Form)


@cache
def forms_within(form: type[Form]) -> Mapping[str, type[Form] | None]:
    """Return for each field the form of its value or entries, or ``None`` if it is no form."""
    return {name: form_within(form, name) for name in form.model_fields}


def entry_form(form: type[Form], name: str) -> type[Form]:
    """Return the form of a field's value, or of the entries if it is a list.

    Raises:
        KeyError: the field does not exist, or its values are not forms.
    """
    annotation: Any = form.model_fields[name].annotation
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, Form):
            return candidate
    raise KeyError(name)


@cache
def form_within(form: type[Form], name: str) -> type[Form] | None:
    """Return the form of a field's value or entries, or ``None`` if they are not forms."""
    try:
        return entry_form(form, name)
    except KeyError:
        return None


@cache
def properties_of(form: type[Form]) -> dict[str, Any]:
    """Return the JSON Schema of each field of a form."""
    schema = form.model_json_schema()
    # The schema of a recursive form is a reference to its definition.
    properties: dict[str, Any] = (
        schema.get("properties") or schema["$defs"][form.__name__]["properties"]
    )
    return properties


def form_at(form: type[Form], path: Iterable[int | str]) -> type[Form]:
    """Return the form at a path of fields; indexes of lists are ignored.

    Raises:
        KeyError: a field of the path does not exist, or its values are not forms.
    """
    for key in path:
        if isinstance(key, str):
            form = entry_form(form, key)
    return form


def title_of(form: type[Form], field: str) -> str:
    """Return the Thai title of a field; a dotted name leads into entries.

    Raises:
        KeyError: the field does not exist.
    """
    *path, name = field.split(".")
    return form_at(form, path).model_fields[name].title or name


def takes_any_text(form: type[Form], field: str) -> bool:
    """Return whether a field accepts any text, including the statement that there is nothing."""
    *path, name = field.split(".")
    metadata = form_at(form, path).model_fields[name].metadata
    return any(getattr(part, "func", None) is read_text for part in metadata)


@cache
def may_say_none(form: type[Form], field: str) -> bool:
    """Return whether a field tells its users to write that there is nothing, or is for that."""
    *path, name = field.split(".")
    known = form_at(form, path).model_fields[name]
    return SAY_NONE in (known.description or "") or (known.title or "").startswith("ไม่มี")


@cache
def written_as(form: type[Form], name: str) -> tuple[Any, ...]:
    """Return the annotations of a field's text, or of the entries if it is a list of texts."""
    known = form.model_fields[name]
    inner: tuple[Any, ...] = getattr(known.annotation, "__args__", ())
    if get_origin(known.annotation) is list and inner:
        return getattr(inner[0], "__metadata__", ())
    return tuple(known.metadata)


@cache
def is_text(form: type[Form], name: str) -> bool:
    """Return whether a field holds words, or a list of them."""
    return any(getattr(part, "func", None) in TEXT_READERS for part in written_as(form, name))


@cache
def may_be_number(form: type[Form], name: str) -> bool:
    """Return whether a text may be a number only, such as that of a contract."""
    return any(isinstance(part, MayBeNumber) for part in written_as(form, name))


@cache
def may_be_under_way(form: type[Form], name: str) -> bool:
    """Return whether a text may say only how far something is, such as a status."""
    return any(isinstance(part, MayBeUnderWay) for part in written_as(form, name))


def is_needed(form: type[Form], name: str) -> bool:
    """Return whether an entry cannot be shown without a field."""
    return form.model_fields[name].is_required() or name in form.NEEDED
