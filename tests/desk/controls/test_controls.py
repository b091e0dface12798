"""From a form, a tree and the checklist to the controls of a page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oit.assess.assessment import ElementResult, ElementStatus, ItemResult
from oit.data.checklist import Element, Item
from oit.data.template import RequiredItem
from oit.desk.checked import Checked
from oit.desk.controls.before import Before
from oit.desk.controls.controls import Builder, ItemControls, page_of
from oit.desk.controls.kinds import choices_of, help_of, kind_of, shape_of
from oit.desk.controls.model import Control, Entries, Entry, Group, Kept, Pairs, Texts, Value
from oit.desk.controls.names import name_of, path_of
from oit.desk.controls.proposal import proposal_of
from oit.desk.tree import with_origins
from oit.findings.codes import common_era, link
from oit.findings.finding import Place
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form, form_within
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile

ERROR = link.EMAIL.at(Place("x"), field="ก", name="email", text="x")
REMARK = common_era.CODE.at(Place("x"), text="2026", year=2569)


def builder(
    form: str,
    tree: Any,
    *elements: dict[str, Any],
    kind: str = "municipality",
    found: Any = None,
    old: Before | None = None,
) -> Builder:
    known = [Element(id=f"e{n}", text=f"ข้อความ {n}", **of) for n, of in enumerate(elements)]
    item = Item(id="O7", title="ก", indicator="9", form=form, elements=known)
    asked = RequiredItem(item, 2569, kind)
    own = Agency if form == "agency" else FORMS[form]
    file = ItemFile(Path("o07.yml"), "o07.yml", own, (), SourceFile(""), "", (asked,), "เล็ก")
    results = tuple(ElementResult(element, ElementStatus.MISSING) for element in known)
    checked = Checked((ItemResult(item, None, results, (), ""),), found or {})
    return Builder(file, with_origins(tree), checked, old)  # type: ignore[arg-type]  # a mapping


def every(controls: ItemControls) -> dict[str, Control]:
    """Return the controls of a page by their keys."""
    outer = [*controls.statements, *controls.fields, *controls.about]
    outer += [controls.documents] if controls.documents else []
    return {control.key: control for top in outer for control in top.all()}


PHONE = {"rule": "each", "field": "people", "each": ["phone|email"]}


def test_a_field_knows_the_elements_that_ask_for_it() -> None:
    controls = every(builder("executives", {"people": [{}]}, PHONE).item())
    assert [r.element.id for r in controls["people/0/phone"].asked_by] == ["e0"]
    assert [r.element.id for r in controls["people"].asked_by] == ["e0"]
    assert not controls["people/0/line"].asked_by


def test_what_nobody_asks_for_comes_last() -> None:
    made = builder("executives", {"people": [{"line": "@a"}]}, PHONE).item()
    people = made.fields.first[0]
    assert isinstance(people, Entries)
    fields = people.entries[0].fields
    assert [control.path[-1] for control in fields.first] == ["name", "position", "phone", "email"]
    assert "line" in [control.path[-1] for control in fields.more]
    assert fields.more_filled == 1
    unasked = builder("contact", {}, {"rule": "present", "field": "phone"}).item()
    assert [control.key for control in unasked.fields.first] == ["phone"]


def test_an_element_of_other_kinds_of_agencies_asks_for_nothing() -> None:
    only: dict[str, Any] = {"rule": "present", "field": "phone", "only": ["school"]}
    assert not every(builder("contact", {}, only).item())["phone"].asked_by
    assert every(builder("contact", {}, only, kind="school").item())["phone"].asked_by


def test_if_nothing_is_asked_for_every_field_is_in_sight() -> None:
    assert not builder("contact", {}).item().fields.more
    agency = builder("agency", {}).item()
    assert len(agency.fields.first) == len(Agency.model_fields)
    assert not agency.statements


def test_unknown_fields_and_unreadable_parts_are_kept_in_sight() -> None:
    tree = {"titel": "ก", "phone": ["a"], "channels": ["x", {"nmae": "ข"}]}
    made = builder("contact", tree).item()
    controls = every(made)
    assert [kept.key for kept in made.fields.kept] == ["phone", "titel"]
    assert isinstance(controls["phone"], Kept)
    assert controls["channels/1/nmae"].is_filled
    channels = controls["channels"]
    assert isinstance(channels, Entries)
    assert [len(entry.fields.kept) for entry in channels.entries] == [1, 1]


def test_findings_are_at_their_fields_and_counted_in_rows() -> None:
    tree = {"units": [{"name": "ก", "units": [{"name": "ข"}]}, {"name": "ค"}]}
    found = {("units", 0, "units", 0, "name"): (ERROR, REMARK), ("law",): (ERROR,)}
    made = builder("structure", tree, found=found)
    controls = every(made.item())
    assert controls["law"].is_invalid
    units = controls["units"]
    assert isinstance(units, Entries)
    assert units.as_rows
    assert [(entry.errors, entry.remarks) for entry in units.entries] == [(1, 1), (0, 0)]
    part = made.part(("units", 0, "units", 0))
    assert isinstance(part, Entry)
    assert [c.key for c in part.all() if c.findings] == ["units/0/units/0/name"]


def people_of(*people: dict[str, str], found: Any = None) -> Entries:
    made = builder("executives", {"people": [*people]}, PHONE, found=found).item()
    people_control = made.fields.first[0]
    assert isinstance(people_control, Entries)
    return people_control


DONE = {"name": "นายก่อ", "position": "นายก", "phone": "044 123 456"}


def test_entries_that_lack_nothing_are_folded() -> None:
    done = people_of(DONE, DONE | {"name": "นายขอ"}, DONE)
    assert done.opened == ()
    assert done.entries[0].gist == "044 123 456"
    half = people_of(DONE, {"name": "นายขอ"}, {"name": "นายคอ"})
    # The first that lacks something is enough to go on with.
    assert half.opened == (half.entries[1],)
    assert half.entries[2].lacking
    wrong = people_of(DONE, DONE, found={("people", 1, "email"): [ERROR]})
    assert wrong.opened == (wrong.entries[1],)


def test_an_entry_that_was_just_begun_or_is_alone_is_open() -> None:
    alone = people_of(DONE)
    assert alone.opened == alone.entries
    begun = people_of(DONE, DONE)
    new = replace(begun.entries[1], was="", fields=people_of({}).entries[0].fields)
    assert replace(begun, entries=(begun.entries[0], new)).opened == (new,)


def test_long_and_deep_lists_are_rows() -> None:
    few = {"people": [{"name": "ก"}] * 30}
    many = {"people": [{"name": "ก"}] * 31}
    assert page_of(FORMS["executives"], few, ("people", 3, "name")) == ()
    assert page_of(FORMS["executives"], many, ("people", 3, "name")) == ("people", 3)
    months: Any = {"months": [{"purchases": [{"bidders": [{}]}]}]}
    deep = ("months", 0, "purchases", 0, "bidders", 0, "name")
    assert page_of(FORMS["procurement_monthly"], months, deep) == deep[:4]
    assert page_of(FORMS["executives"], {}, ("nothing", 0)) == ()


@pytest.mark.parametrize(
    "path", [(), ("people",), ("people", 5), ("people", 0, "x", 0), ("summary", 0), ("evil", 0)]
)
def test_there_is_no_page_of_what_is_not_there(path: tuple[Any, ...]) -> None:
    assert builder("executives", {"people": [{"name": "ก"}], "summary": "ก"}).part(path) is None


def test_the_rows_of_a_table_take_the_place_of_a_list() -> None:
    assert "months" in every(builder("procurement_monthly", {}).item())
    assert "months" not in every(builder("procurement_monthly", {"rows": "a.csv"}).item())
    mixed = {"rows": "a.csv", "months": [{"month": "2568-10"}]}
    assert "months" in every(builder("procurement_monthly", mixed).item())
    assert "methods" in every(builder("procurement_report", {"rows": "a.csv"}).item())


def test_statements_are_offered_where_they_may_be_made() -> None:
    def offered(form: str, tree: Any, *elements: Any) -> list[str]:
        return [control.key for control in builder(form, tree, *elements).item().statements]

    none: dict[str, Any] = {"rule": "present", "field": "news", "none_allowed": "yes"}
    assert offered("news", {}) == ["not_applicable"]
    assert offered("news", {}, none) == ["nothing_to_report", "not_applicable"]
    assert offered("news", {"nothing_to_report": "ก"}) == ["nothing_to_report", "not_applicable"]
    assert builder("news", {"nothing_to_report": ""}).item().chosen == "nothing_to_report"
    assert builder("news", {}).item().chosen == "data"


def test_a_proposed_statement_names_the_year_that_it_covers() -> None:
    now = builder("complaint_statistics", {}, {"rule": "present", "field": "total"})
    before = builder(
        "complaint_statistics", {}, {"rule": "present", "field": "total", "year": "previous"}
    )
    assert proposal_of(now.file) == "ไม่มีเรื่องร้องเรียนการทุจริตในปีงบประมาณ พ.ศ. 2569"
    assert proposal_of(before.file) == "ไม่มีเรื่องร้องเรียนการทุจริตในปีงบประมาณ พ.ศ. 2568"


def test_what_was_said_a_year_ago_is_beside_what_is_called_the_same() -> None:
    old = Before(
        {"people": [{"name": "ข", "phone": "2"}, {"name": "ก", "phone": "1"}], "updated": "2568"},
        may_take=True,
    )
    tree = {"people": [{"name": "ก", "phone": "9"}, {"name": "ค"}]}
    controls = every(builder("executives", tree, old=old).item())
    assert controls["people/0/phone"].last_year == "1"
    assert not controls["people/0/name"].last_year
    assert not controls["people/1/phone"].last_year
    assert not controls["updated"].last_year
    assert controls["people"].taken == 1
    report = every(builder("executives", tree, old=replace(old, may_take=False)).item())
    assert not report["people"].taken
    assert not report["people/0/phone"].may_take


def test_titles_lead_through_the_entries() -> None:
    made = builder("structure", {"units": [{"name": "กอง", "units": [{"name": "ฝ่าย"}]}]})
    assert made.title(("units", 0, "units", 0, "head")) == (
        "แผนผังโครงสร้าง › รายการที่ 1 (กอง) › ส่วนงานภายใน › รายการที่ 1 (ฝ่าย) › ตำแหน่งหัวหน้า"
    )
    assert made.title(("titel",)) == "titel"


def _fields(
    form: type[Form], within: tuple[type[Form], ...] = ()
) -> Iterator[tuple[type[Form], str]]:
    for name in form.model_fields:
        yield form, name
        inner = form_within(form, name)
        if inner and inner not in within:
            yield from _fields(inner, (*within, inner))


def test_every_field_of_every_form_has_a_control() -> None:
    shapes = {"value": Value, "texts": Texts, "group": Group, "entries": Entries, "pairs": Pairs}
    forms: list[type[Form]] = [*FORMS.values(), Agency]
    for form in forms:
        for inner, name in _fields(form, (form,)):
            shape = shape_of(inner, name)
            assert shape in shapes
            assert (kind_of(inner, name) == "choice") == bool(choices_of(inner, name))
            # Nobody at the desk sees a file of YAML.
            for word in ("docs/", "เครื่องหมายคำพูด", "เขียน true", "{"):
                assert word not in help_of(inner, name), (inner, name)


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("contact", "phone", "text"),
        ("contact", "email", "email"),
        ("contact", "map", "link"),
        ("contact", "latitude", "number"),
        ("contact", "address", "long"),
        ("contact", "updated", "day"),
        ("contact", "review_every", "interval"),
        ("annual_plan", "year", "year"),
        ("agency", "colour", "colour"),
        ("agency", "logo", "picture"),
        ("agency", "kind", "choice"),
        ("agency", "https_only", "choice"),
    ],
)
def test_kinds_follow_from_types(form: str, name: str, kind: str) -> None:
    assert kind_of(Agency if form == "agency" else FORMS[form], name) == kind


@pytest.mark.parametrize("key", ["a", "a/b", "a b", "~", "~2f~", "ก\nข", "@was"])
def test_any_key_can_be_in_a_name(key: str) -> None:
    name = name_of(("documents", 0, "shows", key))
    assert path_of(name) == ("documents", 0, "shows", key)
    assert not any(character.isspace() for character in name)
