"""Files to be filled in: every field of a form as a comment, with what it is and an example.

A line that begins with ``## `` explains; any other comment is YAML once ``# `` is taken away.
An editor that uncomments the whole file takes one ``#`` of each, and the explanations stay.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic.fields import FieldInfo

from oit.data.checklist import BASES, Element, Item
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form, ItemForm, form_within, properties_of
from oit.forms.fields import OneOf
from oit.forms.layouts import LAYOUTS
from oit.forms.tabular import TableForm
from oit.source.written import comment, scalar
from oit.start.files import examples

SCHEMAS = ".oit/schemas"

_HOW = (
    'ลบ "# " หน้าบรรทัดที่จะใช้ แล้วแก้ตัวอย่างเป็นข้อมูลจริง ช่องที่ไม่ใช้ปล่อยไว้ได้',
    "แสดงไว้ในเอกสารก็ได้: ใส่เอกสารใน documents แล้วบอกเลขหน้าขององค์ประกอบใน shows",
)
# Beside the contents: the first stand before them, the others after.
_BEFORE = ("owner", "updated", "summary", "rows")
_AFTER = ("documents", "nothing_to_report", "not_applicable")


@dataclass(frozen=True)
class Asked:
    """An item that a file is to hold, and the year of the list that asks for it."""

    item: Item
    year: int
    kind: str
    """The kind of the agency: some elements are asked of some kinds only."""

    @property
    def elements(self) -> list[Element]:
        """What is asked of the agency."""
        return [one for one in self.item.elements if not one.only or self.kind in one.only]


@dataclass(frozen=True)
class _Sheet:
    """What the lines of a file are written from."""

    year: int
    """That of the folder."""
    about: int
    """That of most of the data."""
    years: Mapping[str, int] = field(default_factory=dict)
    """The year that a field must say, by its dotted name."""
    serves: Mapping[str, list[str]] = field(default_factory=dict)
    """The elements that look at a field, by its dotted name."""
    elements: Sequence[str] = ()
    stem: str = "o07"
    """What the names of the item's documents begin with."""

    def example(self, form: type[Form], name: str, path: str, of_schema: Any) -> str:
        """Return what may stand in a field."""
        if "enum" in of_schema:
            return str(of_schema["enum"][0])
        shown = str(of_schema["examples"][0])
        if issubclass(form, TableForm) and name == "rows":
            folder = f"{self.about}/" if self.about != self.year else ""
            return f"{folder}{form.TABLE}.csv"
        by_kind = {
            "2569": str(self.years.get(path, self.about)),
            "2569-01-15": f"{self.year}-01-15",
            "2568-10": f"{self.about - 1}-10",
        }
        if shown in by_kind or shown.startswith("files/"):
            path = shown.replace("2569", str(self.year)).replace("o07", self.stem)
            return by_kind.get(shown, path)
        known = examples()
        by_name = known["any"].get(name, shown)
        return scalar(known.get(form.__name__, {}).get(name, by_name))


class Line(NamedTuple):
    """A line of YAML that a field may be written by."""

    text: str
    path: str
    """The dotted name of the field."""
    known: FieldInfo
    """What the form says of it."""
    about: str = ""
    """The same in words; empty where the line only goes on with the one before."""


def lines_of(asked: Sequence[Asked], year: int) -> Iterator[Line]:
    """Yield the lines of every field that the file of an item may have, in the file's order."""
    form, sheet = FORMS[asked[0].item.form], _sheet(asked, year)
    for name in _ordered(form):
        yield from _field(form, name, "", sheet, (form,))


def item_file(asked: Sequence[Asked], year: int) -> str:
    """Write the file of an item, or of several that share one, into a year's folder."""
    form, sheet = FORMS[asked[0].item.form], _sheet(asked, year)
    lines = header(asked, year)
    for top in _ordered(form):
        lines += ["", *_top_field(form, top, sheet)]
    return "\n".join(lines) + "\n"


def header(asked: Sequence[Asked], year: int) -> list[str]:
    """Return the lines that a file begins with: what is asked for, and how to fill it in."""
    name = asked[0].item.form
    form, about = FORMS[name], _sheet(asked, year).about
    lines = [_schema_line(name, "../../"), *(line for one in asked for line in _head(one))]
    lines += [f"## {line}" for line in _HOW]
    if issubclass(form, TableForm):
        lines.append(f"## {_how_to_import(form, about)}")
    return lines


def agency_file(given: Mapping[str, str]) -> str:
    """Write agency.yml with what is known; the other fields stand as comments."""
    year = int(given["year"])
    sheet = _sheet([], year)
    lines = [_schema_line("agency", "../"), "## หน่วยงานนี้คือใคร", f"## {_HOW[0]}"]
    for name in Agency.model_fields:
        about, *rest = _top_field(Agency, name, sheet)
        known = given.get(name)
        lines += ["", about, *([f"{name}: {scalar(known)}"] if known else rest)]
    return "\n".join(lines) + "\n"


def _schema_line(name: str, up: str) -> str:
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{name}.schema.json"


def _head(asked: Asked) -> Iterator[str]:
    item = asked.item
    yield f"## {item.id} {comment(item.title)} (แบบวัดปี {asked.year})"
    if item.period:
        yield f"## ปีที่ข้อมูลต้องครอบคลุม: {comment(item.period)}"
    yield "##"
    yield "## องค์ประกอบที่ต้องแสดง"
    for element in asked.elements:
        yield f"##   {element.id}: {comment(element.text)} ({BASES[element.basis].th})"
    yield "##"


def _how_to_import(form: type[TableForm], year: int) -> str:
    kind = next(kind for kind, tables in LAYOUTS.items() if form.TABLE in tables)
    return (
        f"มีตารางอยู่แล้ว: สั่ง oit import {kind} ไฟล์.xlsx --year {year} แล้วใช้บรรทัด rows แทนการพิมพ์รายการ"
    )


def _sheet(asked: Sequence[Asked], year: int) -> _Sheet:
    years: dict[str, int] = {}
    serves: dict[str, list[str]] = {}
    elements = [(one, element) for one in asked for element in one.elements]
    for one, element in elements:
        for path in _looked_at(element):
            serves.setdefault(path, []).append(element.id)
            if element.year:
                years[path] = one.year - (element.year == "previous")
    # The data is of the year that the list mostly asks for, the latest where it asks for several.
    about = max(years.values(), default=year)
    stem = asked[0].item.file_name.removesuffix(".yml") if asked else "agency"
    return _Sheet(year, about, years, serves, [element.id for _, element in elements], stem)


def _looked_at(element: Element) -> Iterator[str]:
    """Yield the fields that an element looks at, by their dotted names."""
    fields = [name for name in (element.field or "").split("|") if name]
    rows = [f"{element.field}.{name}" for names in element.each for name in names.split("|")]
    if element.rule in {"document", "formats"}:
        fields.append("documents")
    yield from rows or fields
    yield from (f"{element.field}.{name}" for name in element.where)
    if element.to:
        yield element.to


def _ordered(form: type[ItemForm]) -> list[str]:
    names = list(form.model_fields)
    before = [name for name in _BEFORE if name in names]
    contents = [name for name in names if name not in (*_BEFORE, *_AFTER)]
    return [*before, *contents, *_AFTER]


def _top_field(form: type[Form], name: str, sheet: _Sheet) -> Iterator[str]:
    first, *others = _field(form, name, "", sheet, (form,))
    yield f"## {first.about}"
    yield f"# {first.text}"
    for line in others:
        yield f"# {line.text}  # {line.about}" if line.about else f"# {line.text}"


def _field(
    form: type[Form], name: str, path: str, sheet: _Sheet, within: tuple[type[Form], ...]
) -> Iterator[Line]:
    """Yield the lines of a field; ``within`` are the forms around it: a unit has units."""
    path = f"{path}.{name}" if path else name
    known = form.model_fields[name]
    told = _told(known, name, path, sheet)
    of_schema = properties_of(form)[name]
    inner = form_within(form, name)
    is_list = "array" in of_schema.get("type", ())
    if inner is None and is_list:
        of_entry = of_schema["items"]
        yield Line(f"{name}:", path, known, told)
        yield Line(f"  - {sheet.example(form, name, path, of_entry)}", path, known)
    elif inner is None and of_schema.get("type") == "object":
        shown = next(iter(sheet.elements), "element")
        yield Line(f"{name}: {{{shown}: 1}}", path, known, told)
    elif inner is None:
        example = sheet.example(form, name, path, of_schema)
        yield Line(f"{name}: {example}", path, known, told)
    elif within.count(inner) < 2:
        yield Line(f"{name}:", path, known, told)
        lead = "  - " if is_list else "  "
        for below in inner.model_fields:
            for line in _field(inner, below, path, sheet, (*within, inner)):
                yield line._replace(text=lead + line.text)
                lead = " " * len(lead)


def _told(known: FieldInfo, name: str, path: str, sheet: _Sheet) -> str:
    """Say what a field is: its name, what to write, its choices, the elements that it serves."""
    parts = [known.title or name, "ต้องมี" if known.is_required() else "", known.description or ""]
    choices = [one.choices for one in known.metadata if isinstance(one, OneOf)]
    parts += ["เลือก " + ", ".join(f"{word} = {said}" for word, said in c.items()) for c in choices]
    serves = ", ".join(dict.fromkeys(sheet.serves.get(path, ())))
    parts.append(f"องค์ประกอบ {serves}" if serves else "")
    return comment(" · ".join(part for part in parts if part))
