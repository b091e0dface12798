"""From a form, a tree and what the checker says of it to the controls of a page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from oit.assess.assessment import ElementResult
from oit.data import year_marks
from oit.data.checklist import Element
from oit.desk.checked import Checked
from oit.desk.controls.before import Before, may_take, same_entry
from oit.desk.controls.kinds import (
    choices_of,
    example_hint,
    help_of,
    kind_of,
    shape_of,
)
from oit.desk.controls.model import (
    Control,
    Entries,
    Entry,
    Fields,
    Group,
    Kept,
    Pairs,
    Texts,
    Value,
)
from oit.desk.controls.sent import as_sent
from oit.desk.saving.refusing import origin
from oit.desk.tree import WAS, without_origins
from oit.findings.finding import Finding, Severity
from oit.forms.base import Form, ItemForm, entry_form, form_at, form_within, is_needed
from oit.forms.labels import NAMES, entry_label, name_of
from oit.forms.tabular import TableForm
from oit.intake.workbook.files import ItemFile
from oit.source.edit import value_at
from oit.source.values import KeyPath
from oit.source.write import Plain, in_block
from oit.thai import writing

STATEMENTS = ("nothing_to_report", "not_applicable")
"""The fields that are chosen instead of contents."""

_ABOUT = ("owner", "updated", "review_every", "summary", "rows")
_MOST_INLINE = 30
"""A list with more entries is shown as rows."""


def chosen_of(tree: Mapping[str, Any]) -> str:
    """Return the statement that takes the place of contents; ``data`` if none does."""
    return next((name for name in reversed(STATEMENTS) if name in tree), "data")


def unwritten_of(tree: Any) -> str:
    """Return the statement that is chosen but says nothing yet; empty if none is."""
    name = chosen_of(tree) if isinstance(tree, dict) else ""
    return name if name in STATEMENTS and writing.is_blank(str(tree[name])) else ""


def is_in_table(form: type[Form], tree: Mapping[str, Any], name: str) -> bool:
    """Tell whether the rows of a table take the place of a list."""
    return (
        issubclass(form, TableForm)
        and not writing.is_blank(str(tree.get("rows", "")))
        and name in form.FILLS
        and not form.STATES_TOTALS
        and shape_of(form, name) == "entries"
        and not tree.get(name)
    )


def is_rows(form: type[Form], entries: Sequence[Any]) -> bool:
    """Tell whether each entry of a list has a page of its own: it is large, or there are many."""
    has_lists = any(shape_of(form, name) == "entries" for name in form.model_fields)
    return has_lists or len(entries) > _MOST_INLINE


def page_of(form: type[Form], tree: Any, path: KeyPath) -> KeyPath:
    """Return the entry on whose page a value is; ``()`` if it is on the page of the file."""
    page: KeyPath = ()
    for depth, step in enumerate(path):
        here = path[: depth + 1]
        inner = tree.get(step) if isinstance(tree, dict) else None
        if isinstance(step, int):
            inner = tree[step] if isinstance(tree, list) and step < len(tree) else None
            try:
                is_page = isinstance(tree, list) and is_rows(form_at(form, here), tree)
            except KeyError:
                return page
            page = here if is_page else page
        tree = inner
    return page


@dataclass(frozen=True)
class ItemControls:
    """The controls of a file, in the parts of its page."""

    fields: Fields
    about: tuple[Control, ...] = ()
    """Who is responsible, when it was updated, and so on."""
    documents: Control | None = None
    statements: tuple[Value, ...] = ()
    """The sentences that may take the place of contents."""
    chosen: str = "data"
    """Which of them does; ``data`` if none."""

    @property
    def documents_have_messages(self) -> bool:
        """Whether something is wrong with a document."""
        return self.documents is not None and any(c.findings for c in self.documents.all())


@dataclass(frozen=True)
class Builder:
    """Makes the controls of a file."""

    file: ItemFile
    tree: Mapping[str, Any]
    checked: Checked
    before: Before | None = None

    @cached_property
    def elements(self) -> list[ElementResult]:
        """The elements that are asked of the agency, with their status."""
        asked = {element.id for item in self.file.asked for element in item.elements}
        return [r for item in self.checked.items for r in item.elements if r.element.id in asked]

    @cached_property
    def _counts(self) -> dict[KeyPath, Counter[bool]]:
        """How many findings are at or below every value, errors and others."""
        counts: dict[KeyPath, Counter[bool]] = {}
        for path, findings in self.checked.findings.items():
            errors = Counter(finding.severity is Severity.ERROR for finding in findings)
            for depth in range(len(path) + 1):
                counts.setdefault(path[:depth], Counter()).update(errors)
        return counts

    @cached_property
    def _marked(self) -> frozenset[KeyPath]:
        """Where the file has values that were copied from the year before and not looked at."""
        file = self.file
        return frozenset(year_marks.marked_in(file.document, file.form, file.year or 0))

    def _is_marked(self, path: KeyPath, value: object) -> bool:
        place = origin(self.tree, path) if self._marked else None
        return place in self._marked and bool(value_at(self.file.root, place) == value)

    @cached_property
    def _askers(self) -> dict[str, tuple[ElementResult, ...]]:
        """The elements that ask for a field, by its dotted name, as far as they are known."""
        return {}

    def item(self) -> ItemControls:
        """Return the controls of the file's page."""
        form = self.file.form
        old = self.before.values if self.before else {}
        if not issubclass(form, ItemForm):
            return ItemControls(self._fields(form, (), self.tree, old))
        names = [n for n in form.model_fields if n not in {*_ABOUT, *STATEMENTS, "documents"}]
        about = [name for name in _ABOUT if name in form.model_fields]
        return ItemControls(
            self._fields(
                form, (), self.tree, old, [n for n in names if not is_in_table(form, self.tree, n)]
            ),
            tuple(self._control(form, name, (), self.tree, old) for name in about),
            self._control(form, "documents", (), self.tree, {}),
            tuple(self._statements(form, old)),
            chosen_of(self.tree),
        )

    def part(self, path: KeyPath) -> Entry | None:
        """Return the controls of one entry; ``None`` if there is no such entry."""
        value: Any = self.value(path)
        old: Any = self.before.values if self.before else {}
        for depth, step in enumerate(path):
            if isinstance(step, int):
                old = same_entry(self.value(path[: depth + 1]), old)
            else:
                old = old.get(step) if isinstance(old, dict) else None
        try:
            form = form_at(self.file.form, path)
        except KeyError:
            return None
        if not path or not isinstance(path[-1], int) or not isinstance(value, dict):
            return None
        return self._entry(form, path, value, old, as_row=False)

    def value(self, path: KeyPath) -> Any:
        """Return the value at a path; ``None`` if there is none."""
        value: Any = self.tree
        for step in path:
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else None
            else:
                value = value.get(step) if isinstance(value, dict) else None
        return value

    def in_words(self, path: KeyPath, finding: Finding) -> Finding:
        """Return what the checker says of the same fault at the same place, or else the finding."""
        known = self.checked.findings.get(path, ())
        return next((each for each in known if each.code is finding.code), finding)

    def title(self, path: KeyPath) -> str:
        """Return what a value is called, with the entries around it."""
        parts = []
        for depth, step in enumerate(path):
            here = path[: depth + 1]
            if isinstance(step, int):
                parts.append(
                    entry_label(step, _called(_form_at(self.file.form, here), self.value(here))).th
                )
            else:
                parts.append(_title(self.file.form, here))
        return as_sent(" › ".join(parts))

    def _statements(self, form: type[Form], old: Mapping[str, Any]) -> Iterator[Value]:
        may_say_none = any(r.element.none_allowed == "yes" for r in self.elements)
        for name in STATEMENTS:
            if name in self.tree or name == "not_applicable" or may_say_none:
                control = self._control(form, name, (), self.tree, old)
                if isinstance(control, Value):
                    yield control

    def _fields(
        self,
        form: type[Form],
        path: KeyPath,
        value: Mapping[str, Any],
        old: object,
        names: Sequence[str] | None = None,
    ) -> Fields:
        names = list(form.model_fields) if names is None else names
        old = old if isinstance(old, dict) else {}
        controls = {name: self._control(form, name, path, value, old) for name in names}
        # What an entry is called is always in sight, and what a plan is.
        known_by = set(NAMES) if path else {"name"}
        first = [n for n in names if self._asks((*path, n)) or is_needed(form, n) or n in known_by]
        if not any(self._asks((*path, name)) for name in names):
            first = list(names)
        unknown = [n for n in value if n not in form.model_fields and n != WAS]
        kept = [c for c in controls.values() if isinstance(c, Kept)]
        return Fields(
            tuple(controls[n] for n in first if not isinstance(controls[n], Kept)),
            tuple(
                controls[n] for n in names if n not in first and not isinstance(controls[n], Kept)
            ),
            (*kept, *(self._kept(form, name, (*path, name), value[name]) for name in unknown)),
        )

    def _control(
        self,
        form: type[Form],
        name: str,
        path: KeyPath,
        values: Mapping[str, Any],
        old_values: Mapping[str, Any],
    ) -> Control:
        value, old, path = values.get(name, ""), old_values.get(name), (*path, name)
        is_blank = isinstance(value, str) and writing.is_blank(value)
        common = self._common(form, name, path, value, old)
        match shape_of(form, name):
            case "value" if isinstance(value, str):
                return self._value(form, name, common, value)
            case "texts" if is_blank or _are_texts(value):
                texts = [] if is_blank else value
                return Texts(**common, texts=tuple(self._texts(form, name, path, texts)))
            case "pairs" if is_blank or isinstance(value, dict):
                pairs = {} if is_blank else value
                return Pairs(**common, pairs=tuple(self._pairs(path, pairs)))
            case "group" if is_blank or isinstance(value, dict):
                inner = self._fields(entry_form(form, name), path, {} if is_blank else value, old)
                return Group(**common, fields=inner)
            case "entries" if is_blank or isinstance(value, list):
                return self._entries(entry_form(form, name), common, [] if is_blank else value, old)
            case _:
                return self._kept(form, name, path, value)

    def _common(
        self, form: type[Form], name: str, path: KeyPath, value: object, old: object
    ) -> dict[str, Any]:
        is_said = isinstance(old, str) and old != value and not writing.is_blank(old)
        is_fresh = name == "updated" or kind_of(form, name) in {"file", "picture"}
        said = str(old) if is_said and not is_fresh else ""
        taken = self.before is not None and self.before.may_take and may_take(form, name)
        return {
            "path": path,
            "title": form.model_fields[name].title or name,
            "help": help_of(form, name),
            "example": example_hint(form, name),
            "asked_by": self._asked_by(path),
            "findings": self._findings(path),
            "is_needed": is_needed(form, name),
            "is_marked": self._is_marked(path, value),
            "last_year": as_sent(said),
            "may_take": taken,
            "taken": len(old) if taken and isinstance(old, list | dict) and not value else 0,
        }

    @staticmethod
    def _value(form: type[Form], name: str, common: dict[str, Any], text: str) -> Value:
        return Value(
            **common,
            kind=kind_of(form, name),
            text=as_sent(text),
            choices=choices_of(form, name),
        )

    def _texts(
        self, form: type[Form], name: str, path: KeyPath, texts: Sequence[str]
    ) -> Iterator[Value]:
        title = form.model_fields[name].title or name
        for index, text in enumerate([*texts, ""]):
            here = (*path, index)
            yield Value(
                here,
                f"{title} รายการที่ {index + 1}",
                findings=self._findings(here),
                kind=kind_of(form, name),
                text=as_sent(text),
                choices=choices_of(form, name),
            )

    def _pairs(self, path: KeyPath, pairs: Mapping[str, Any]) -> Iterator[Value]:
        elements = {r.element.id: r for r in self.elements}
        for name in [*elements, *(name for name in pairs if name not in elements)]:
            here, text = (*path, name), pairs.get(name, "")
            title = elements[name].element.text if name in elements else name
            if isinstance(text, str):
                yield Value(
                    here, title, findings=self._findings(here), kind="pages", text=as_sent(text)
                )

    def _entries(
        self, form: type[Form], common: dict[str, Any], values: Sequence[Any], old: object
    ) -> Entries:
        as_rows = is_rows(form, values)
        entries = tuple(
            self._entry(
                form, (*common["path"], index), value, same_entry(value, old), as_row=as_rows
            )
            for index, value in enumerate(values)
        )
        olds = old if isinstance(old, list) and common["may_take"] else []
        taken = sum(same_entry(entry, list(values)) is None for entry in olds)
        return Entries(**{**common, "taken": taken}, entries=entries, as_rows=as_rows)

    def _entry(
        self, form: type[Form], path: KeyPath, value: Any, old: object, *, as_row: bool
    ) -> Entry:
        counts = self._counts.get(path, Counter())
        index = path[-1] if isinstance(path[-1], int) else 0
        if not isinstance(value, dict):
            fields = Fields(kept=(self._kept(form, "", path, value),))
        elif as_row:
            fields = Fields()
        else:
            fields = self._fields(form, path, value, old)
        return Entry(
            path,
            as_sent(entry_label(index, _called(form, value)).th),
            findings=self._findings(path),
            fields=fields,
            was=str(value.get(WAS, "")) if isinstance(value, dict) else "",
            errors=counts[True],
            remarks=counts[False],
        )

    def _kept(self, form: type[Form], name: str, path: KeyPath, value: Any) -> Kept:
        known = form.model_fields.get(name)
        title = (known.title if known else None) or str(path[-1])
        return Kept(
            path, as_sent(title), findings=self._findings(path), text=as_sent(_as_text(value))
        )

    def _findings(self, path: KeyPath) -> tuple[Finding, ...]:
        return self.checked.beside(path)

    def _asks(self, path: KeyPath) -> bool:
        return bool(self._asked_by(path))

    def _asked_by(self, path: KeyPath) -> tuple[ElementResult, ...]:
        """Return the elements that ask for a field, or for something within it."""
        dotted = ".".join(step for step in path if isinstance(step, str))
        if dotted not in self._askers:
            self._askers[dotted] = tuple(r for r in self.elements if _asks_for(r.element, dotted))
        return self._askers[dotted]


def _asks_for(element: Element, dotted: str) -> bool:
    names = element.checked_fields
    return dotted in element.form_fields or any(
        name == dotted or name.startswith(f"{dotted}.") for name in names
    )


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _called(form: type[Form], entry: Any) -> object:
    """Return what an entry is called: its name, or else the first thing that it says."""
    if not isinstance(entry, dict):
        return entry
    if name := name_of(entry):
        return name
    for field in form.model_fields:
        text = entry.get(field)
        if isinstance(text, str) and text.strip():
            return choices_of(form, field).get(text, text)
    return None


def _form_at(form: type[Form], path: KeyPath) -> type[Form]:
    """Return the form at a path, or the nearest one around what no form knows."""
    for step in path:
        form = (form_within(form, step) if isinstance(step, str) else None) or form
    return form


def _title(form: type[Form], path: KeyPath) -> str:
    known = _form_at(form, path[:-1]).model_fields.get(str(path[-1]))
    return (known.title if known else None) or str(path[-1])


def _as_text(value: Any) -> str:
    values: Plain = without_origins(value)
    return values if isinstance(values, str) else in_block(values)
