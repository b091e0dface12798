"""The fields of a form in the editor's settings.

Every value is a text, as ``oit.source`` reads it: the editor never handles numbers or dates.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from oit.forms.base import Form, form_within, properties_of, takes_any_text
from oit.forms.fields import OneOf
from oit.views.pages.editor.patterns import PATTERNS

Shown = dict[str, Any]
"""A field in the editor's notation."""
KeyPath = tuple[str, ...]


class Asked(NamedTuple):
    """An element of the checklist."""

    id: str
    text: str


class Help(NamedTuple):
    """Help for filling in the fields of a file."""

    hints: Mapping[str, str]
    """The text below a field, by its dotted name."""
    elements: Sequence[Asked] = ()
    """The elements that a document may show."""


def shown(form: type[Form], names: Sequence[str], helps: Help) -> list[Shown]:
    """Return fields of a form, including nested forms."""
    return [_field(form, name, (), (form,), helps) for name in names]


def _field(
    form: type[Form], name: str, above: KeyPath, within: tuple[type[Form] | None, ...], helps: Help
) -> Shown:
    known, path = form.model_fields[name], (*above, name)
    field: Shown = {
        "name": name,
        "label": known.title or name,
        "required": known.is_required(),
        **_hint(helps.hints.get(".".join(path), known.description or "")),
    }
    schema, inner = properties_of(form)[name], form_within(form, name)
    is_list = "array" in schema.get("type", ())
    if inner is not None:
        around = (*within, inner)
        names = [n for n in inner.model_fields if _is_shown(inner, n, around, helps)]
        fields = [_field(inner, n, path, around, helps) for n in names]
        return {**field, **_group(is_list=is_list), "fields": fields}
    if is_list:
        entry = {"name": name, "label": known.title or name, "widget": "string"}
        return {**field, **_group(is_list=True), "field": entry}
    if schema.get("type") == "object":
        pages = [
            {
                "name": element.id,
                "label": element.text,
                "widget": "string",
                "required": False,
                "pattern": [*PATTERNS["3-5"]],
            }
            for element in helps.elements
        ]
        return {**field, **_group(is_list=False), "fields": pages}
    choices = next((m.choices for m in known.metadata if isinstance(m, OneOf)), None)
    if choices:
        options = [{"value": value, "label": label} for value, label in choices.items()]
        return {**field, "widget": "select", "options": options}
    return {**field, **_of_text(form, name, str(schema["examples"][0]))}


def _is_shown(
    form: type[Form], name: str, around: tuple[type[Form] | None, ...], helps: Help
) -> bool:
    """Return whether a field is shown: the editor refuses a group without fields."""
    if properties_of(form)[name].get("type") == "object" and form_within(form, name) is None:
        return bool(helps.elements)
    # Units contain units: show as many levels as the templates of files do.
    return around.count(form_within(form, name)) < 2


def _of_text(form: type[Form], name: str, example: str) -> Shown:
    if example.startswith("files/"):
        # Links to other sites belong into another field.
        only_own = {"choose_url": False, "media_library": {"config": {"multiple": False}}}
        return {"widget": "image" if example.endswith(".png") else "file", **only_own}
    # A text may have several lines, which a one-line field would lose.
    shown: Shown = {"widget": "text" if takes_any_text(form, name) and name != "rows" else "string"}
    return {**shown, "pattern": [*PATTERNS[example]]} if example in PATTERNS else shown


def _group(*, is_list: bool) -> Shown:
    return {"widget": "list" if is_list else "object", "collapsed": True}


def _hint(text: str) -> Shown:
    return {"hint": text} if text else {}
