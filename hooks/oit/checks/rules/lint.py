"""Check a checklist itself: everything it names must exist, and ids must be unique.

Its items must also be those that the framework of its year knows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from oit.bilingual import Bilingual
from oit.checks.rules import RULES, covers, framework
from oit.data.checklist import Checklist, Element, Item, item_parts
from oit.data.checklists import ChecklistFile, Checklists
from oit.data.folder import DataFolder
from oit.findings.codes import checklist as fault
from oit.findings.finding import Finding
from oit.forms import FORMS, ita
from oit.forms.agency import KINDS, Agency
from oit.forms.base import ItemForm, form_at, title_of
from oit.forms.reading import place_of
from oit.source import SourceFile
from oit.source.values import KeyPath
from oit.thai.writing import fold

Problem = tuple[KeyPath, Bilingual]

# Excludes folders, drives and hidden files.
_FILE_NAME = re.compile(r"[^\s./\\:][^/\\:]*\.yml")


def lint(checklist: Checklist, document: SourceFile) -> Iterator[Finding]:
    """Yield the errors of a checklist that reading it did not find."""
    name = f"{checklist.checklist}-{checklist.year}.yml"
    if PurePosixPath(document.file).name != name:
        # Checklists are found by file name; a wrong name would apply it to another year.
        problem = Bilingual(f"ชื่อไฟล์ต้องเป็น {name}", f"the file must be named {name}")
        yield fault.CODE.at(document.place(), problem=problem)
    for path, problem in _problems(checklist):
        yield fault.CODE.at(place_of(path, document), problem=problem)
    yield from framework.check(checklist, document)


def linted(file: ChecklistFile) -> ChecklistFile:
    """Add what is wrong with an agency's own checklist; the tests lint those of the program."""
    if not file.is_own or file.checklist is None:
        return file
    return replace(file, findings=(*file.findings, *lint(file.checklist, file.document)))


def read_linted(
    folder: DataFolder, agency: Agency, year: int
) -> tuple[Checklist | None, list[Finding]]:
    """Read the checklist of a year; ``None`` if it has faults, as for ``oit check``."""
    file = linted(Checklists(folder, agency).of(year))
    return file.usable, list(file.findings)


def _problems(checklist: Checklist) -> Iterator[Problem]:
    indicators = [indicator.id for indicator in checklist.indicators]
    yield from _unknown_kinds(checklist.kinds, ("kinds",))
    yield from _duplicates(indicators, ("indicators",))
    yield from _duplicates([item.slug for item in checklist.items], ("items",))
    yield from _shared_titles(checklist)
    for index, item in enumerate(checklist.items):
        path: KeyPath = ("items", index)
        if not item_parts(item.id)[1]:
            yield (
                (*path, "id"),
                Bilingual(f'"{item.id}" ไม่มีเลขข้อ', f'the id "{item.id}" has no number'),
            )
        if item.indicator not in indicators:
            yield (*path, "indicator"), _unknown(item.indicator, indicators)
        yield from _file_problems(item, checklist, path)
        for number, old in enumerate(item.continues):
            if not item_parts(old)[1]:
                problem = Bilingual(f'"{old}" ไม่มีเลขข้อ', f'the id "{old}" has no number')
                yield (*path, "continues", number), problem
        if not item.elements:
            yield path, Bilingual(f"{item.id} ไม่มีองค์ประกอบ", f"{item.id} has no elements")
        if item.form not in FORMS:
            yield (*path, "form"), _unknown(item.form, FORMS)
            continue
        yield from _duplicates([element.id for element in item.elements], (*path, "elements"))
        for number, element in enumerate(item.elements):
            yield from _element_problems(element, item, (*path, "elements", number))


def _shared_titles(checklist: Checklist) -> Iterator[Problem]:
    """Yield the other titles (``also``) of an item that are titles already, as in `oit adopt`."""
    known = {fold(item.title): item.id for item in checklist.items}
    for index, item in enumerate(checklist.items):
        for number, title in enumerate(item.also):
            owner = known.get(fold(title))
            known.setdefault(fold(title), item.id)
            if owner:
                problem = Bilingual(
                    f'"{title}" เป็นชื่อของ {owner} อยู่แล้ว', f'"{title}" is already a title of {owner}'
                )
                yield ("items", index, "also", number), problem


def _file_problems(item: Item, checklist: Checklist, path: KeyPath) -> Iterator[Problem]:
    """Yield the errors in the fields ``file`` and ``file_year`` of an item."""
    if item.file_year and not item.file:
        yield (
            (*path, "file_year"),
            Bilingual('"file_year" ใช้คู่กับ "file"', '"file_year" requires "file"'),
        )
    if not item.file:
        return
    if not _FILE_NAME.fullmatch(item.file):
        yield (
            (*path, "file"),
            Bilingual(
                f'"{item.file}" ต้องเป็นชื่อไฟล์ .yml โดยไม่มีโฟลเดอร์',
                f'"{item.file}" must be the name of a .yml file, without a folder',
            ),
        )
    # A file is read only once, so all items that share it must have the same form.
    readers = [other.form for other in checklist.items if other.file_name == item.file]
    form = FORMS.get(item.form)
    forms = {FORMS[name] for name in readers if name in FORMS}
    if form and (forms | ({ita.Ita} if item.file == ita.FILE else set())) != {form}:
        yield (
            (*path, "file"),
            Bilingual(
                f'"{item.file}" เป็นไฟล์ของแบบข้อมูลอื่นด้วย',
                f'"{item.file}" is also a file of another form',
            ),
        )


def _element_problems(element: Element, item: Item, path: KeyPath) -> Iterator[Problem]:
    rule = RULES.get(element.rule)
    if rule is None:
        yield (*path, "rule"), _unknown(element.rule, RULES)
        return
    for parameter in rule.PARAMETERS:
        if not getattr(element, parameter):
            yield (
                path,
                Bilingual(
                    f'กฎ {element.rule} ต้องมีช่อง "{parameter}"',
                    f'the rule {element.rule} requires "{parameter}"',
                ),
            )
    if rule is covers and element.until not in (None, *covers.UNTIL):
        yield (*path, "until"), _unknown(element.until, covers.UNTIL)
    others = [other.id for other in item.elements if other is not element]
    for name in element.governs:
        if name not in others:
            yield (*path, "governs"), _unknown(name, others)
    yield from _unknown_kinds(element.only, (*path, "only"))
    yield from _field_problems(element, FORMS[item.form], path)


def _field_problems(element: Element, form: type[ItemForm], path: KeyPath) -> Iterator[Problem]:
    for parameter, field in _fields_named(element):
        if not _exists(field, form):
            yield (*path, parameter), _unknown(field, form.model_fields)
        elif parameter in {"field", "to"} and not _fits(element, field, form):
            yield (
                (*path, parameter),
                Bilingual(
                    f"กฎ {element.rule} ใช้กับช่อง {field} ไม่ได้",
                    f"the rule {element.rule} cannot check the field {field}",
                ),
            )


def _fields_named(element: Element) -> Iterator[tuple[str, str]]:
    """Yield each parameter of an element that names a field of the form, with that field."""
    if not element.field:
        return
    is_choice = element.rule in {"present", "contents"}
    for field in element.field.split("|") if is_choice else [element.field]:
        yield "field", field
    if element.to:
        yield "to", element.to
    if element.instead:
        yield "instead", element.instead
    if element.all_of:
        yield "all_of", ".".join([*element.field.split(".")[:-1], element.all_of])
    for names in element.each:
        for name in names.split("|"):
            yield "each", f"{element.field}.{name}"
    for name in element.where:
        yield "where", f"{element.field}.{name}"


def _exists(field: str, form: type[ItemForm]) -> bool:
    try:
        title_of(form, field)
    except KeyError:
        return False
    return True


def _fits(element: Element, field: str, form: type[ItemForm]) -> bool:
    """Return whether an element's rule can check a field; most rules can check any."""
    *path, name = field.split(".")
    if element.rule == "covers":
        kinds = (date | None, str | None) if element.until else (date | None, int | None)
        return form_at(form, path).model_fields[name].annotation in kinds
    return element.rule != "months" or _exists(f"{field}.month", form)


def _unknown_kinds(kinds: list[str], path: KeyPath) -> Iterator[Problem]:
    for index, kind in enumerate(kinds):
        if kind not in KINDS:
            yield (*path, index), _unknown(kind, KINDS)


def _duplicates(ids: list[str], path: KeyPath) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield (*path, index), Bilingual(f'รหัส "{name}" ซ้ำ', f'duplicate id "{name}"')


def _unknown(name: str, known: Iterable[str]) -> Bilingual:
    listed = ", ".join(known)
    return Bilingual(f'ไม่รู้จัก "{name}" ที่มีคือ {listed}', f'unknown "{name}"; known: {listed}')
