"""Properties of every form."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import oit.forms
from oit.forms import FORMS
from oit.forms.adopted import Adopted
from oit.forms.agency import Agency
from oit.forms.allowed import AllowList
from oit.forms.base import Form, form_within, properties_of, title_of
from oit.forms.reading import read_form
from oit.forms.submitted import Submitted
from oit.source import SourceFile, parse

CYCLE_FORMS = {"ita_development": "ita", "measures_report": "ita"}
"""Items that show parts of the same file share a form."""
OTHER_MODULES = {
    *("adopted", "agency", "allowed", "review", "submitted"),  # files that are not items
    *("base", "bidders", "fields", "parts", "purchase", "tabular"),  # parts of forms
    *("labels", "layouts", "licence", "reading", "values"),
}

ALL: dict[str, type[Form]] = {
    **FORMS,
    "adopted": Adopted,
    "agency": Agency,
    "allowed": AllowList,
    "submitted": Submitted,
}


def fields(
    form: type[Form], above: tuple[type[Form], ...] = ()
) -> Iterator[tuple[type[Form], str]]:
    """Yield every field of a form and of the forms inside it."""
    for name in form.model_fields:
        yield form, name
        inner = form_within(form, name)
        if inner and inner not in (*above, form):
            yield from fields(inner, (*above, form))


NAMES = sorted({name for form in ALL.values() for _, name in fields(form)})
TEXTS = st.text(max_size=12) | st.sampled_from(
    [
        *("", "-", "ก", "2569", "๒๕๖๙", "2569-01-15", "2026-01-15", "2568-10", "2025-10"),
        *("1,500.50", "no", "files/a.pdf", "https://a.th", "https://[", "a@b.th", "head"),
        *("{}", "{x}", "9" * 5000),
    ]
)
KEYS = st.sampled_from(NAMES) | st.text(max_size=8)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def dumped(values: dict[str, Any]) -> SourceFile:
    text = yaml.safe_dump(values, default_style='"', sort_keys=False)
    return parse(text.encode(), SourceFile("o07.yml"))


def test_every_field_has_a_thai_name() -> None:
    for form in ALL.values():
        for inner, name in fields(form):
            assert title_of(inner, name) != name, inner.__name__


def test_a_form_describes_itself_to_editors() -> None:
    for form in ALL.values():
        assert list(properties_of(form)) == list(form.model_fields), form.__name__


def test_an_empty_file_is_an_empty_record() -> None:
    for name, form in FORMS.items():
        reading = read_form(form, dumped({}))
        assert reading.findings == [], name
        assert reading.record == form(), name


def test_every_field_may_be_empty() -> None:
    for name, form in FORMS.items():
        reading = read_form(form, dumped(dict.fromkeys(form.model_fields, "")))
        assert reading.findings == [], name
        assert reading.record == form(), name


def test_every_form_of_an_item_is_listed_by_the_name_of_its_module() -> None:
    modules = {module.name for module in pkgutil.iter_modules(oit.forms.__path__)}
    listed = {name: CYCLE_FORMS.get(name, name) for name in FORMS}
    # The name DocumentForm avoids a conflict with base.Document.
    assert set(listed.values()) == modules - OTHER_MODULES
    for name, form in FORMS.items():
        assert form.__module__ == importlib.import_module(f"oit.forms.{listed[name]}").__name__


@pytest.mark.untraced
@pytest.mark.parametrize("form", ALL.values(), ids=ALL)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_input_gives_a_record_or_findings_with_messages(
    form: type[Form], data: st.DataObject
) -> None:
    own = st.sampled_from(list(form.model_fields)) | KEYS
    values = data.draw(st.dictionaries(own, VALUES, max_size=6))
    document = dumped(values)
    reading = read_form(form, document)
    assert reading.record is not None or reading.findings
    for finding in document.findings + reading.findings:
        assert finding.text("th")
        assert finding.text("en")
    found = [(finding.code.id, finding.place, finding.message()) for finding in reading.findings]
    assert len(found) == len(set(found))
