"""Turn the values of a file into a typed record, and what does not fit into findings."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from oit.findings.codes import common_era, required_field, unknown_field, wrong_shape
from oit.findings.finding import Finding, Place
from oit.forms.base import Form, form_at
from oit.forms.fields import FAULTS
from oit.source import Mapping, Scalar, Sequence, SourceFile, Value
from oit.source.values import KeyPath
from oit.thai.calendar import ERA

FormType = TypeVar("FormType", bound=Form)

# pydantic's own names for what our field types call by ours.
_OUR_NAMES = {
    "missing": "required",
    "list_type": "list",
    "model_type": "fields",
    "model_attributes_type": "fields",
    "dict_type": "fields",
}
_WANTED = {"text": wrong_shape.TEXT, "list": wrong_shape.LIST, "fields": wrong_shape.FIELDS}


@dataclass
class Reading(Generic[FormType]):
    """What a form made of a document."""

    record: FormType | None = None
    """The record without the values that could not be read; ``None`` where none can stand."""
    root: Mapping = field(default_factory=Mapping)
    """The values that the record was made of, each with its place."""
    findings: list[Finding] = field(default_factory=list)
    """A finding for each value that could not be read, and warnings."""
    unreadable: set[str] = field(default_factory=set)
    """The fields of the file that hold such a value, or that a misspelt one may stand for."""


def read_form(form: type[FormType], document: SourceFile) -> Reading[FormType]:
    """Read a document by a form: everything that can be read, and every fault, in one go."""
    reading = Reading[FormType]()
    values: Value | None = document.root
    details: list[ErrorDetails] = []
    common_era_dates: list[tuple[Scalar, int]] = []
    context: dict[str, Any] | None = {"common_era": common_era_dates}
    while values is not None and reading.record is None:
        try:
            reading.record = form.model_validate(values, context=context)
            reading.root = cast("Mapping", values)
        except ValidationError as error:
            now = error.errors(include_url=False)
            # The first reading finds all there is; a later one only misses what we took out.
            details = details or now
            context = None
            values = _without(values, {detail["loc"] for detail in now})
    reading.findings += [_fault(detail, form, document) for detail in details]
    reading.findings += [
        common_era.CODE.at(document.place(text), text=text, year=year + ERA)
        for text, year in common_era_dates
    ]
    reading.unreadable |= {_field(detail, form) for detail in details}
    return reading


def place_of(path: KeyPath, document: SourceFile) -> Place:
    """Return where a value stands, or the nearest thing around it that is there.

    A field stands where its name stands; an entry of a list where it begins.
    """
    value: Value = document.root
    place = document.place(value if document.root else None)
    for step in path:
        if isinstance(value, Mapping) and isinstance(step, str):
            key = value.key(step)
            if key is None:
                break
            place, value = document.place(key), value[key]
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            value = value[step]
            place = document.place(value)
        else:
            break
    return place


def _fault(detail: ErrorDetails, form: type[Form], document: SourceFile) -> Finding:
    path, kind = detail["loc"], _OUR_NAMES.get(detail["type"], detail["type"])
    field = str(path[-1]) if path else ""
    inside = next((str(step) for step in reversed(path[:-1]) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        known = form_at(form, path[:-1]).model_fields
        return unknown_field.CODE.at(
            place_of(path, document),
            field=field,
            suggestion=unknown_field.did_you_mean(field, known),
        )
    if kind == "required" and path == (field,):
        return required_field.OF_FILE.at(document.place(), field=field)
    if kind == "required" and isinstance(path[-1], str):
        return required_field.CODE.at(place_of(path[:-1], document), field=field, inside=inside)
    if kind == "required":
        # An entry of a list of texts that says nothing.
        kind = "text"
    given = detail["input"]
    place = document.place(given) if isinstance(given, Scalar) else place_of(path, document)
    names = [step for step in path if isinstance(step, str) and step != "[key]"]
    return FAULTS[kind].at(
        place,
        field=names[-1] if names else document.file,
        text=given,
        wanted=_WANTED.get(kind),
        suggestion=detail.get("ctx", {}).get("allowed", ""),
    )


def _field(detail: ErrorDetails, form: type[Form]) -> str:
    """Return the field of the file that a fault lies in; for a misspelt one the nearest."""
    path = detail["loc"]
    if detail["type"] == "extra_forbidden" and len(path) == 1:
        return unknown_field.nearest(str(path[0]), form.model_fields) or ""
    return str(path[0]) if path else ""


def _without(value: Value, unreadable: set[KeyPath]) -> Value | None:
    """Copy a value without the places given; an entry that lacks something required goes whole."""
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
            kept = _without(child, inner[key]) if key in inner else child
            if kept is not None:
                copy[key] = kept
    else:
        copy = Sequence()
        for index, child in enumerate(cast("Sequence", value)):
            kept = _without(child, inner[index]) if index in inner else child
            if kept is not None:
                copy.append(kept)
    copy.line, copy.column = value.line, value.column
    return copy  # type: ignore[no-any-return]  # a Mapping or a Sequence
