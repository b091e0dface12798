"""No hint leads into an error: what a hint says is written into the data, and is accepted."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from given import TODAY, a_folder
from oit.assess.assessment import Assessment, ElementStatus
from oit.assess.counted import count
from oit.assess.examine import examine
from oit.checks.filled.check import Item as FilledItem
from oit.checks.rules.rule import Context
from oit.cli.commands.explain import catalogue
from oit.data.checklist import OWN_FOLDER, Checklist, Element, load
from oit.data.record import Record
from oit.findings.documentation import explain
from oit.findings.finding import Finding, Severity
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form, ItemForm, form_within, is_needed, properties_of
from oit.forms.reading import read_form
from oit.source import SourceFile, parse

CHECKLISTS = [
    checklist
    for path in sorted(OWN_FOLDER.glob("*.yml"))
    if (checklist := load(path, path.name)[0])
]
ELEMENTS = [(c, item, element) for c in CHECKLISTS for item in c.items for element in item.elements]
NONE = 'ให้เขียนว่า "ไม่มี"'
VACANT = "ให้เขียน vacant: true"

Data = dict[str, Any]


def a_record(form: type[ItemForm], data: Data) -> tuple[Record, list[Finding]]:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    document = parse(text.encode(), SourceFile("data/2569/o07.yml"))
    reading = read_form(form, document)
    found = [*document.findings, *reading.findings]
    return Record(document, reading.record or form()), found


def gaps(element: Element, year: int, record: Record) -> list[Finding]:
    item = FilledItem([element], "เทศบาลตำบลบ้านใหม่", year)
    return list(count(record, item).check(element, Context(year, TODAY)).findings)


def an_entry(form: type[Form]) -> Data:
    """Return an entry of a list with what it cannot do without."""
    return {name: "เรื่องที่หนึ่ง" for name in form.model_fields if is_needed(form, name)}


def with_entries(form: type[Form], path: list[str]) -> Data:
    """Return nested lists of one entry each, down to a field."""
    inner = form_within(form, path[0])
    if inner is None:
        return {}
    entry = {**an_entry(inner), **(with_entries(inner, path[1:]) if path[1:] else {})}
    is_list = "array" in properties_of(form)[path[0]].get("type", ())
    return {path[0]: [entry] if is_list else entry}


def put(data: Data, path: list[str], value: object) -> Data:
    """Write a value into a field, and into every entry of the lists on the way."""
    if len(path) == 1:
        return {**data, path[0]: value}
    inside = data.get(path[0], {})
    inner = [put(e, path[1:], value) for e in inside] if isinstance(inside, list) else None
    return {**data, path[0]: inner if inner is not None else put(inside, path[1:], value)}


def asked_fields(element: Element) -> Iterator[list[str]]:
    """Yield the path of each field that an element asks for, the first of alternatives."""
    if element.rule == "rows":
        for names in element.each:
            yield [*(element.field or "").split("."), *names.split("|")[0].split(".")]
    else:
        yield (element.field or "").split("|")[0].split(".")


def is_a_list(form: type[Form], path: list[str]) -> bool:
    for name in path[:-1]:
        form = form_within(form, name) or form
    return "array" in properties_of(form)[path[-1]].get("type", ())


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda c: f"{c.checklist}-{c.year}")
def test_none_is_accepted_wherever_a_hint_offers_it(checklist: Checklist) -> None:
    offered = 0
    for item in checklist.items:
        for element in item.elements:
            if element.rule not in {"present", "rows"}:
                continue
            form, fields = FORMS[item.form], list(asked_fields(element))
            data: Data = {}
            for path in fields:
                data = {**with_entries(form, path[:-1]), **data} if path[1:] else data
            record, _ = a_record(form, data)
            found = gaps(element, checklist.year, record)
            if not any(NONE in gap.hint() for gap in found):
                continue
            offered += 1
            for path in fields:
                data = put(data, path, ["ไม่มี"] if is_a_list(form, path) else "ไม่มี")
            record, faults = a_record(form, data)
            assert not [f for f in faults if f.severity is Severity.ERROR], (item.id, element.id)
            assert gaps(element, checklist.year, record) == [], (item.id, element.id)
    # Where the elements are not known, no field is asked for.
    known = [element for item in checklist.items for element in item.elements]
    assert offered or {element.rule for element in known} == {"contents"}


def test_none_is_offered_for_no_photograph_date_or_address() -> None:
    for checklist, item, element in ELEMENTS:
        if element.rule != "rows":
            continue
        form = FORMS[item.form]
        data = with_entries(form, [*(element.field or "").split(".")])
        found = gaps(element, checklist.year, a_record(form, data)[0])
        if {"photo", "contract_date", "url", "date"} & set(element.each):
            assert not any(NONE in gap.hint() for gap in found), (item.id, element.id)


def test_a_vacant_post_is_accepted_wherever_a_hint_offers_it() -> None:
    offered = set()
    for checklist, item, element in ELEMENTS:
        if item.form != "executives" or element.rule != "rows":
            continue
        named = {"people": [{"name": "นาย ก ใจดี", "position": "ปลัด"}]}
        found = gaps(element, checklist.year, a_record(FORMS[item.form], named)[0])
        if any(VACANT in gap.hint() for gap in found):
            offered.add(element.id)
            vacant = {"people": [{"position": "ปลัด", "vacant": "true"}]}
            record, faults = a_record(FORMS[item.form], vacant)
            assert faults == []
            assert gaps(element, checklist.year, record) == []
    assert offered == {"photo", "contact"}


def test_a_document_that_shows_the_element_is_accepted_wherever_a_hint_offers_it(
    tmp_path: Path,
) -> None:
    """Every file of the year gets a document that shows all elements whose hint offers that.

    It shows the year too: elements of an unknown year are outdated, which has a hint of its own.
    """
    files = {"data/agency.yml": "name: เทศบาลตำบลบ้านใหม่\nkind: municipality\n"}
    items = next(c for c in CHECKLISTS if (c.checklist, c.year) == ("general", 2569)).items
    own = [item for item in items if item.file is None]
    files |= {f"data/2569/{item.file_name}": "summary: ข้อมูลของเทศบาล\n" for item in own}
    before = of_folder(tmp_path / "before", files)
    offering = {
        (result.item.id, found.element.id)
        for result in before.items
        for found in result.elements
        if any("shows: {" in gap.hint() for gap in found.findings)
    }
    for item in own:
        ids = [e.id for e in item.elements if (item.id, e.id) in offering or e.rule == "covers"]
        shown = ", ".join(f"{name}: 1" for name in ids)
        document = f"{{title: รายงานของเทศบาล, file: files/a.csv, shows: {{{shown}}}}}"
        files[f"data/2569/{item.file_name}"] += f"documents:\n  - {document}\n"
    after = of_folder(tmp_path / "after", {**files, "docs/files/a.csv": "ก,ข\n1,2\n"})
    attested = {
        (result.item.id, found.element.id)
        for result in after.items
        for found in result.elements
        if found.status is ElementStatus.ATTESTED
    }
    assert len(offering) > 60
    assert offering <= attested
    assert not [f for f in after.findings if f.severity is Severity.ERROR]


def of_folder(folder: Path, files: dict[str, str]) -> Assessment:
    return examine(a_folder(folder, files), TODAY)


def fields_of(
    form: type[Form], seen: tuple[type[Form], ...] = ()
) -> Iterator[tuple[type[Form], str]]:
    for name in form.model_fields:
        yield form, name
        if (inner := form_within(form, name)) and inner not in (*seen, form):
            yield from fields_of(inner, (*seen, form))


FORM_CLASSES: list[type[Form]] = [*FORMS.values(), Agency]
ALL_FIELDS = dict.fromkeys(field for form in FORM_CLASSES for field in fields_of(form))


def test_what_a_description_tells_to_write_is_read() -> None:
    told = 0
    for form, name in ALL_FIELDS:
        about = form.model_fields[name].description or ""
        match = re.search(r"ให้?เขียน(?:ว่า)? (\S+)|เขียน (true)", about)
        if not match:
            continue
        told += 1
        text = match[1] or match[2]
        value = [text] if "array" in properties_of(form)[name].get("type", ()) else text
        data = {**an_entry(form), name: value}
        if text == "true":
            data.pop("name", None)
        source = yaml.safe_dump(data, allow_unicode=True)
        reading = read_form(form, parse(source.encode(), SourceFile("a.yml")))
        assert reading.findings == [], (form.__name__, name, text)
    assert told >= 5


# These hints are about files and folders, not about a value that can be written in its place.
ABOUT_FILES = {
    "OIT110",
    "OIT206",
    "OIT301",
    "OIT305",
    "OIT306",
    "OIT307",
    "OIT400",
    "OIT401",
    "OIT404",
}


def test_the_example_in_the_hint_of_a_value_is_accepted_in_its_place(tmp_path: Path) -> None:
    followed = []
    for number, code in enumerate(catalogue().values()):
        fails = [example for example in explain(code).examples if example.fails]
        if not fails or code.id in ABOUT_FILES:
            continue
        agency = "name: หน่วยงานตัวอย่าง\nkind: municipality\n"
        files = {"data/agency.yml": agency, fails[0].path: fails[0].text}
        folder = tmp_path / str(number)
        for index, finding in enumerate(of_folder(folder, files).findings):
            match = re.search(r"(?:เช่น|เป็น) (?:\w+: )?([0-9a-zA-Z][^\s,]*)", finding.hint())
            if finding.code.id != code.id or not match:
                continue
            lines = files[finding.place.file].splitlines()
            line, column = lines[finding.place.line - 1], finding.place.column - 1
            written = re.match(r"(?:\w+: )?([^,}\n]*)", line[column:])
            assert written is not None
            start = column + written.start(1)
            lines[finding.place.line - 1] = (
                line[:start] + match[1] + line[start:].removeprefix(written[1])
            )
            fixed = {**files, finding.place.file: "\n".join(lines) + "\n"}
            left = of_folder(tmp_path / f"{number}-{index}", fixed).findings
            places = [(f.code.id, f.place) for f in left]
            assert (code.id, finding.place) not in places, (code.id, match[1])
            followed.append(code.id)
    assert len(set(followed)) >= 3


def test_a_month_without_purchases_says_what_its_hint_says() -> None:
    checklist = next(c for c in CHECKLISTS if (c.checklist, c.year) == ("general", 2569))
    item = next(item for item in checklist.items if item.form == "procurement_monthly")
    months = next(element for element in item.elements if element.rule == "months")
    data: Data = {"months": [{"month": "2568-10"}]}
    for _ in range(8):
        record, faults = a_record(FORMS[item.form], data)
        assert faults == []
        found = gaps(months, 2569, record)
        if not found:
            break
        (said,) = (re.search(r"nothing: (\S+)", gap.hint()) for gap in found[:1])
        assert said is not None
        known = {entry["month"] for entry in data["months"]}
        every = ["2568-10", "2568-11", "2568-12", "2569-01", "2569-02", "2569-03"]
        added = [{"month": month} for month in every if month not in known]
        data = {"months": [{**e, "nothing": said[1]} for e in (*data["months"], *added)]}
    assert gaps(months, 2569, a_record(FORMS[item.form], data)[0]) == []


def test_every_hint_about_a_named_post_offers_what_is_read(tmp_path: Path) -> None:
    text = "people:\n  - {position: ปลัดเทศบาล, rank: other}\n"
    agency = "name: เทศบาลตำบลบ้านใหม่\nkind: municipality\n"
    folder = {"data/agency.yml": agency, "data/2569/o02.yml": text}
    found = [f for f in of_folder(tmp_path / "a", folder).findings if f.code.id == "OIT207"]
    assert [VACANT in f"{f.hint()}" for f in found] == [True]
    folder["data/2569/o02.yml"] = text.replace("rank", "vacant: true, rank")
    left = of_folder(tmp_path / "b", folder).findings
    assert not [f for f in left if f.severity is Severity.ERROR]
