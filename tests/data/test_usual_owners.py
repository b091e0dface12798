"""The unit that usually keeps an item."""

import pytest

from oit.checks.rules.lint import lint
from oit.data.checklist import BASES, Item, available, load
from oit.data.template import RequiredItem, item_file
from oit.data.usual_owners import FILE, usual_owner
from oit.forms import FORMS
from oit.forms.agency import KINDS
from oit.source.own import read_own
from start.newcomer import uncommented

GROUPS = read_own(FILE)


def an_item(form: str, owner: str | None = None) -> Item:
    return Item(id="O1", title="ข้อ", indicator="9", form=form, owner=owner)


def test_the_file_names_kinds_and_forms_that_exist() -> None:
    kinds = [kind for group in GROUPS.values() for kind in group["kinds"]]
    assert set(kinds) <= set(KINDS)
    assert len(kinds) == len(set(kinds))
    for group in GROUPS.values():
        assert set(group["forms"]) <= set(FORMS)
        assert group["basis"] in BASES
        assert group["source"]


@pytest.mark.parametrize(
    ("kind", "form", "owner"),
    [
        ("municipality", "procurement_monthly", "กองคลัง"),
        ("subdistrict", "annual_plan", "กองยุทธศาสตร์และงบประมาณ"),
        ("municipality", "hr_plan", "งานการเจ้าหน้าที่"),
        ("college", "procurement_monthly", "งานพัสดุ"),
        ("college", "hr_plan", "งานบุคลากร"),
        # Nothing is known of these.
        ("municipality", "document", None),
        ("province", "procurement_monthly", None),
        ("other", "structure", None),
    ],
)
def test_it_depends_on_the_kind_of_agency_and_the_form(
    kind: str, form: str, owner: str | None
) -> None:
    assert usual_owner(an_item(form), kind) == owner


def test_a_checklist_may_name_the_unit_of_an_item() -> None:
    assert usual_owner(an_item("document", "งานพัสดุ"), "hospital") == "งานพัสดุ"


def test_a_template_offers_it_as_a_comment() -> None:
    asked = RequiredItem(an_item("procurement_monthly"), 2569, "municipality")
    text = item_file([asked], 2569)
    assert "\n# owner: กองคลัง\n" in text
    assert "\nowner: กองคลัง\n" in uncommented(text)


def test_every_list_of_the_program_is_valid_with_its_owners() -> None:
    for path in available().values():
        checklist, document, findings = load(path, path.name)
        assert checklist
        assert not [*findings, *lint(checklist, document)]
