"""Templates of data files: every field of a form as a comment, with a description and an example.

A line that begins with ``## `` explains; any other comment becomes YAML when ``# `` is removed.
An editor that uncomments the whole file removes one ``#`` of each, so explanations stay comments.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic.fields import FieldInfo

from oit.data.checklist import BASES, Checklist, Element, Item
from oit.data.usual_owners import usual_owner
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form, ItemForm, form_within, properties_of
from oit.forms.fields import OneOf
from oit.forms.layouts import kind_of
from oit.forms.review import AssessorReview, ReviewedItem
from oit.forms.tabular import TableForm
from oit.source.own import read_own
from oit.source.write import pair

SCHEMAS = ".oit/schemas"

_EXAMPLES = Path(__file__).with_name("examples.yml")
_INSTRUCTIONS = (
    'ลบ "# " หน้าบรรทัดที่จะใช้ แล้วแก้ตัวอย่างเป็นข้อมูลจริง ช่องที่ไม่ใช้ปล่อยไว้ได้',
    "แสดงไว้ในเอกสารก็ได้: ใส่เอกสารใน documents แล้วบอกเลขหน้าขององค์ประกอบใน shows",
)
_ROUND = {"opens": "06-01", "closes": "06-15"}
"""Examples of the round in which an agency may answer: the month and day, as in 2565."""
# The fields that every item has: the first group comes before the contents, the other after them.
_BEFORE = ("owner", "updated", "summary", "rows")
_AFTER = ("documents", "nothing_to_report", "not_applicable")


@dataclass(frozen=True)
class RequiredItem:
    """An item that a file holds, and the year of the checklist that requires it."""

    item: Item
    year: int
    kind: str
    """The kind of the agency: some elements are required of some kinds only."""

    @property
    def elements(self) -> list[Element]:
        """The elements that are required of the agency."""
        return [e for e in self.item.elements if not e.only or self.kind in e.only]


@dataclass(frozen=True)
class _Context:
    """What the lines of a file depend on, beside its form."""

    year: int
    """The year of the folder."""
    data_year: int
    """The year of most of the data."""
    years: Mapping[str, int] = field(default_factory=dict)
    """The year that a field must contain, by its dotted name."""
    checked_by: Mapping[str, list[str]] = field(default_factory=dict)
    """The elements that check a field, by its dotted name."""
    elements: Sequence[str] = ()
    stem: str = "o07"
    """The beginning of the names of the item's documents."""
    owner: str | None = None
    """The unit that usually keeps the item."""

    def example(self, form: type[Form], name: str, path: str, of_schema: Any) -> str:
        """Return an example of a field's value."""
        if path == "owner" and self.owner:
            return self.owner
        if "enum" in of_schema:
            return str(of_schema["enum"][0])
        example = str(of_schema["examples"][0])
        if issubclass(form, TableForm) and name == "rows":
            folder = f"{self.data_year}/" if self.data_year != self.year else ""
            return f"{folder}{form.TABLE}.csv"
        dated = {
            "2569": str(self.years.get(path, self.data_year)),
            "2569-01-15": f"{self.year}-01-15",
            "2568-10": f"{self.data_year - 1}-10",
        }
        if example in dated:
            return dated[example]
        if example.startswith("files/"):
            return example.replace("2569", str(self.year)).replace("o07", self.stem)
        return example_of(form, name) or example


@cache
def example_of(form: type[Form], name: str) -> str | None:
    """Return the invented example of a field; ``None`` if it follows from the field's type."""
    examples = _examples()
    example = examples.get(form.__name__, {}).get(name, examples["any"].get(name))
    return None if example is None else str(example)


def is_ordinary(example: str) -> bool:
    """Tell whether an example may well be what an agency has to say, word for word."""
    return example in _examples()["ordinary"]


@cache
def _examples() -> Any:
    """Return the invented examples, by form and field."""
    return read_own(_EXAMPLES)


class Line(NamedTuple):
    """A line of YAML that is part of a field."""

    text: str
    path: str
    """The dotted name of the field."""
    known: FieldInfo
    """The field in its form."""
    about: str = ""
    """Its description; empty if the line continues the one before."""


def lines_of(asked: Sequence[RequiredItem], year: int) -> Iterator[Line]:
    """Yield the lines of every field that the file of an item may have, in the file's order."""
    form, context = FORMS[asked[0].item.form], _context(asked, year)
    for name in _ordered(form):
        yield from _field(form, name, "", context, (form,))


def item_file(asked: Sequence[RequiredItem], year: int) -> str:
    """Return the text of the file of one or more items in the folder of a year."""
    form, context = FORMS[asked[0].item.form], _context(asked, year)
    lines = header_lines(asked, year)
    for name in _ordered(form):
        lines += ["", *_top_field(form, name, context)]
    return "\n".join(lines) + "\n"


def header_lines(asked: Sequence[RequiredItem], year: int) -> list[str]:
    """Return the first lines of a file: what is required, and how to fill it in."""
    name = asked[0].item.form
    form = FORMS[name]
    lines = [
        _schema_line(name, "../../"),
        *(line for item in asked for line in _requirements(item)),
    ]
    lines += [f"## {line}" for line in _INSTRUCTIONS]
    if issubclass(form, TableForm):
        lines.append(f"## {_import_instruction(form, _context(asked, year).data_year)}")
    return lines


def agency_file(given: Mapping[str, str]) -> str:
    """Return the text of agency.yml with the given fields; the others are comments."""
    context = _context([], int(given["year"]))
    lines = [_schema_line("agency", "../"), "## หน่วยงานนี้คือใคร", f"## {_INSTRUCTIONS[0]}"]
    for name in Agency.model_fields:
        description, *example = _top_field(Agency, name, context)
        value = given.get(name)
        lines += ["", description, *([pair(name, value)] if value else example)]
    return "\n".join(lines) + "\n"


def review_file(checklist: Checklist) -> str:
    """Return the text of review.yml: an entry for each item, to be filled in."""
    year = checklist.year
    lines = [
        _schema_line("review", "../../"),
        f"## ผลการตรวจของผู้ประเมิน ปีงบประมาณ {year} คัดลอกจากระบบ สำหรับเจ้าหน้าที่ ไม่เผยแพร่บนเว็บไซต์",
        "## กรอกแล้วสั่ง oit review",
        "##",
        *(f"##   {name}: {_about(ReviewedItem, name)}" for name in ReviewedItem.model_fields),
    ]
    for name, day in _ROUND.items():
        lines += ["", f"## {_about(AssessorReview, name)}", f"# {name}: {year}-{day}"]
    lines += ["", "items:"]
    for item in checklist.items:
        lines += [f"  ## {_one_line(item.title)}", f"  - {pair('item', item.id)}"]
        lines += ["    score:", "    remark:"]
    return "\n".join(lines) + "\n"


def _about(form: type[Form], name: str) -> str:
    known = form.model_fields[name]
    return " · ".join(filter(None, (known.title, known.description)))


def _schema_line(name: str, up: str) -> str:
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{name}.schema.json"


def _requirements(asked: RequiredItem) -> Iterator[str]:
    item = asked.item
    yield f"## {item.id} {_one_line(item.title)} (แบบวัดปี {asked.year})"
    if item.period:
        yield f"## ปีที่ข้อมูลต้องครอบคลุม: {_one_line(item.period)}"
    yield "##"
    yield "## องค์ประกอบที่ต้องแสดง"
    for element in asked.elements:
        yield f"##   {element.id}: {_one_line(element.text)} ({BASES[element.basis].th})"
    yield "##"


def _import_instruction(form: type[TableForm], year: int) -> str:
    command = f"oit import {kind_of(form.TABLE)} ไฟล์.xlsx --year {year}"
    return f"มีตารางอยู่แล้ว: สั่ง {command} แล้วใช้บรรทัด rows แทนการพิมพ์รายการ"


def _context(asked: Sequence[RequiredItem], year: int) -> _Context:
    years: dict[str, int] = {}
    checked_by: dict[str, list[str]] = {}
    elements = [(item, element) for item in asked for element in item.elements]
    for item, element in elements:
        for path in element.checked_fields:
            checked_by.setdefault(path, []).append(element.id)
            if element.year:
                years[path] = item.year - (element.year == "previous")
    # If the checklist requires several years, most of the data is of the latest.
    data_year = max(years.values(), default=year)
    stem = asked[0].item.file_name.removesuffix(".yml") if asked else "agency"
    ids = [element.id for _, element in elements]
    owner = usual_owner(asked[0].item, asked[0].kind) if asked else None
    return _Context(year, data_year, years, checked_by, ids, stem, owner)


def _ordered(form: type[ItemForm]) -> list[str]:
    names = list(form.model_fields)
    before = [name for name in _BEFORE if name in names]
    contents = [name for name in names if name not in (*_BEFORE, *_AFTER)]
    return [*before, *contents, *_AFTER]


def _top_field(form: type[Form], name: str, context: _Context) -> Iterator[str]:
    first, *others = _field(form, name, "", context, (form,))
    yield f"## {first.about}"
    yield f"# {first.text}"
    for line in others:
        yield f"# {line.text}  # {line.about}" if line.about else f"# {line.text}"


def _field(
    form: type[Form], name: str, path: str, context: _Context, within: tuple[type[Form], ...]
) -> Iterator[Line]:
    """Yield the lines of a field.

    Args:
        form: the form that the field belongs to.
        name: the field.
        path: the dotted name of the form's own field; empty for the form of the file.
        context: what the lines depend on.
        within: the forms around the field; some contain themselves: a unit has units.
    """
    path = f"{path}.{name}" if path else name
    known = form.model_fields[name]
    description = _description(known, name, path, context)
    of_schema = properties_of(form)[name]
    inner = form_within(form, name)
    is_list = "array" in of_schema.get("type", ())
    if inner is None and is_list:
        yield Line(f"{name}:", path, known, description)
        example = context.example(form, name, path, of_schema["items"])
        yield Line(f"  - {example}", path, known)
    elif inner is None and of_schema.get("type") == "object":
        element = next(iter(context.elements), "element")
        yield Line(f"{name}: {{{element}: 1}}", path, known, description)
    elif inner is None:
        example = context.example(form, name, path, of_schema)
        yield Line(f"{name}: {example}", path, known, description)
    elif within.count(inner) < 2:
        yield Line(f"{name}:", path, known, description)
        indent = "  - " if is_list else "  "
        for inner_name in inner.model_fields:
            for line in _field(inner, inner_name, path, context, (*within, inner)):
                yield line._replace(text=indent + line.text)
                indent = " " * len(indent)


def _description(known: FieldInfo, name: str, path: str, context: _Context) -> str:
    """Describe a field: its name, what to write, its choices, the elements that check it."""
    parts = [known.title or name, "ต้องมี" if known.is_required() else "", known.description or ""]
    for part in known.metadata:
        if isinstance(part, OneOf):
            choices = ", ".join(f"{word} = {title}" for word, title in part.choices.items())
            parts.append(f"เลือก {choices}")
    elements = ", ".join(dict.fromkeys(context.checked_by.get(path, ())))
    parts.append(f"องค์ประกอบ {elements}" if elements else "")
    return _one_line(" · ".join(part for part in parts if part))


def _one_line(text: str) -> str:
    return " ".join(text.split())
