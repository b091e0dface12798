"""JSON Schemas of the forms, for editors and for other checkers."""

import json
from pathlib import Path
from typing import Any

from oit.data.link_exceptions import LinkExceptions
from oit.forms import FORMS
from oit.forms.adopted import Adopted
from oit.forms.agency import Agency
from oit.forms.allowed import AllowList
from oit.forms.base import Form
from oit.forms.review import AssessorReview
from oit.forms.submitted import Submitted

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

OWN: dict[str, type[Form]] = {
    "adopted": Adopted,
    "agency": Agency,
    "allowed": AllowList,
    "links": LinkExceptions,
    "review": AssessorReview,
    "submitted": Submitted,
}
"""The forms of the files that do not belong to an item."""


def schema_of(form: type[Form]) -> dict[str, Any]:
    """Return the JSON Schema of a form, with the Thai names and explanations of its fields."""
    return {"$schema": _DIALECT, **form.model_json_schema(mode="validation")}


def write_schemas(folder: Path) -> list[Path]:
    """Write a schema for each form, and for agency.yml, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, form in {**OWN, **FORMS}.items():
        path = folder / f"{name}.schema.json"
        text = json.dumps(schema_of(form), ensure_ascii=False, indent=2, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")
        written.append(path)
    return written
