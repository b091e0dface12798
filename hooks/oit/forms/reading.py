"""Convert the values of a file to a typed record, and report invalid values as findings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from oit.bilingual import Bilingual
from oit.findings.codes import (
    common_era,
    required_field,
    retired_field,
    unknown_field,
    wrong_type,
)
from oit.findings.finding import Finding, Place
from oit.forms.base import Form, form_at, title_of
from oit.forms.fields import FAULTS
from oit.forms.labels import entry_label, field_label, listed, name_of, own_label
from oit.source import Mapping, Scalar, Sequence, SourceFile, Value
from oit.source.values import KeyPath

FormType = TypeVar("FormType", bound=Form)

# pydantic's error types, mapped to those of our field types.
_ERROR_TYPES = {
    "missing": "required",
    "list_type": "list",
    "model_type": "fields",
    "model_attributes_type": "fields",
    "dict_type": "fields",
}
_EXPECTED = {"text": wrong_type.TEXT, "list": wrong_type.LIST, "fields": wrong_type.FIELDS}


@dataclass
class Reading(Generic[FormType]):
    """The result of reading a document with a form."""

    record: FormType | None = None
    """The record without its unreadable values; ``None`` if no record is possible."""
    root: Mapping = field(default_factory=Mapping)
    """The values from which the record was made, each with its place."""
    findings: list[Finding] = field(default_factory=list)
    """A finding for each unreadable value, and warnings."""
    unreadable: set[str] = field(default_factory=set)
    """The top-level fields with an unreadable value, and those that a misspelt field may mean."""
    dropped: Counter[str] = field(default_factory=Counter)
    """How many entries of each list, by its dotted name, cannot be shown."""


def read_form(form: type[FormType], document: SourceFile) -> Reading[FormType]:
    """Read a document with a form: keep every readable value and report every error."""
    reading = Reading[FormType]()
    values: Value | None = document.root
    details: list[ErrorDetails] = []
    of_other_era: list[tuple[Scalar, int]] = []
    context: dict[str, Any] = {"year": document.year, "other_era": of_other_era}
    while values is not None and reading.record is None:
        try:
            reading.record = form.model_validate(values, context=context)
            reading.root = cast("Mapping", values)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            # The first pass finds every error; later passes only miss what was removed.
            details = details or errors
            reading.dropped.update(_dotted(path) for path in {*_dropped(errors)})
            context = {"year": document.year}
            values = without(values, {detail["loc"] for detail in errors})
    reading.findings += [_fault(detail, form, document) for detail in details]
    reading.findings += [
        common_era.CODE.at(document.place(text), text=text, year=meant)
        for text, meant in of_other_era
    ]
    reading.unreadable |= {_field(detail, form) for detail in details}
    return reading


def place_of(path: KeyPath, document: SourceFile) -> Place:
    """Return the place of a value, or of the nearest enclosing value that exists.

    The place of a field is that of its name; the place of an entry of a list is its beginning.
    """
    value: Value = document.root
    nearest = value if document.root else None
    for part in path:
        if isinstance(value, Mapping) and isinstance(part, str):
            key = value.key(part)
            if key is None:
                break
            nearest, value = key, value[key]
        elif isinstance(value, Sequence) and isinstance(part, int) and part < len(value):
            nearest = value = value[part]
        else:
            break
    return document.place(nearest)


def _fault(detail: ErrorDetails, form: type[Form], document: SourceFile) -> Finding:
    path, kind = detail["loc"], _ERROR_TYPES.get(detail["type"], detail["type"])
    field = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        inside = form_at(form, path[:-1])
        if instead := inside.RETIRED.get(field):
            return retired_field.CODE.at(place_of(path, document), field=field, instead=instead)
        fields = inside.model_fields
        known = {name: about.title or name for name, about in fields.items()}
        return unknown_field.CODE.at(
            place_of(path, document),
            field=field,
            suggestion=unknown_field.did_you_mean(field, known),
        )
    if kind == "required" and path == (field,):
        return required_field.OF_FILE.at(
            document.place(), field=field_label(form, field), name=field
        )
    if kind == "required" and "field" in detail.get("ctx", {}):
        lacking, unless = detail["ctx"]["field"], detail["ctx"]["unless"]
        return required_field.UNLESS.at(
            place_of(path, document),
            field=own_label(form, f"{_dotted(path)}.{lacking}"),
            name=lacking,
            inside=_label(form, path, document),
            unless=unless,
            title=title_of(form, f"{_dotted(path)}.{unless}"),
        )
    if kind == "required" and isinstance(path[-1], str):
        return required_field.CODE.at(
            place_of(path[:-1], document),
            field=own_label(form, _dotted(path)),
            name=field,
            inside=_label(form, path[:-1], document),
        )
    if kind == "required":
        # An empty entry in a list of texts.
        kind = "text"
    value = detail["input"]
    place = document.place(value) if isinstance(value, Scalar) else place_of(path, document)
    names = [part for part in path if isinstance(part, str) and part != "[key]"]
    expected = _EXPECTED.get(kind)
    return FAULTS[kind].at(
        place,
        field=_label(form, path, document) if names else document.file,
        name=names[-1] if names else "",
        text=value,
        expected=expected,
        cure=expected and wrong_type.CURES[expected],
        suggestion=detail.get("ctx", {}).get("suggestion", ""),
    )


def _label(form: type[Form], path: KeyPath, document: SourceFile) -> Bilingual:
    """Name a field and the entry that it belongs to, or an entry of a list."""
    at = max((number for number, part in enumerate(path) if isinstance(part, int)), default=-1)
    label = own_label(form, _dotted(path))
    if at < 0:
        return label
    value: Any = document.root
    for part in path[: at + 1]:
        value = value[part]
    entry = entry_label(cast("int", path[at]), name_of(value))
    return listed([label, entry], " ") if at == len(path) - 1 else listed([entry, label], " › ")


def _dropped(errors: Iterable[ErrorDetails]) -> Iterator[KeyPath]:
    """Yield the paths of the entries that are no entries, or lack a required field."""
    for error in errors:
        path = error["loc"]
        if error["type"] == "missing":
            path = path[:-1]
        if path and isinstance(path[-1], int):
            yield path


def _dotted(path: KeyPath) -> str:
    return ".".join(part for part in path if isinstance(part, str) and part != "[key]")


def _field(detail: ErrorDetails, form: type[Form]) -> str:
    """Return the top-level field of an error; for a misspelt field, the nearest known one."""
    path = detail["loc"]
    if detail["type"] == "extra_forbidden" and len(path) == 1:
        if path[0] in form.RETIRED:
            return ""
        return unknown_field.nearest(str(path[0]), form.model_fields) or ""
    return str(path[0]) if path else ""


def without(value: Value, unreadable: set[KeyPath]) -> Value | None:
    """Copy a value without the given paths; drop an entry that lacks a required field.

    Nothing is left of a value without itself.
    """
    if () in unreadable:
        return None
    inner: dict[int | str, set[KeyPath]] = {}
    for path in unreadable:
        inner.setdefault(path[0], set()).add(path[1:])
    if isinstance(value, Mapping):
        if any(paths == {()} and name not in value for name, paths in inner.items()):
            return None
        copy: Any = Mapping()
        for key, child in value.items():
            kept = without(child, inner[key]) if key in inner else child
            if kept is not None:
                copy[key] = kept
    else:
        copy = Sequence()
        for index, child in enumerate(cast("Sequence", value)):
            kept = without(child, inner[index]) if index in inner else child
            if kept is not None:
                copy.append(kept)
    copy.line, copy.column = value.line, value.column
    return copy  # type: ignore[no-any-return]  # a Mapping or a Sequence
