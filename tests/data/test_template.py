"""Templates of data files."""

from collections.abc import Mapping

from given import an_element
from oit.data.checklist import Item
from oit.data.template import RequiredItem, agency_file, item_file
from oit.forms import FORMS
from start.newcomer import uncommented


def a_file(
    form: str, *elements: Mapping[str, object], year: int = 2569, folder: int = 2569, **item: object
) -> str:
    known = {"id": "O7", "title": "ชื่อข้อ", "indicator": "9", "form": form, **item}
    made = Item.model_validate({**known, "elements": [an_element(**e) for e in elements]})
    return item_file([RequiredItem(made, year, "municipality")], folder)


def test_every_field_of_a_form_has_a_line() -> None:
    for form_name, form in FORMS.items():
        lines = a_file(form_name).splitlines()
        for name in form.model_fields:
            assert [line for line in lines if line.startswith(f"# {name}:")], (form_name, name)


def test_a_field_is_described_with_the_elements_that_check_it() -> None:
    text = a_file("annual_report", {"id": "problem", "rule": "present", "field": "problems"})
    assert "## ปัญหา/อุปสรรค · ไม่มีให้เขียนว่า ไม่มี · องค์ประกอบ problem\n# problems: " in text
    assert "##   problem: สิ่งที่ขอ (พบในแหล่งของปีนั้น)\n" in text


def test_fields_of_rows_are_described_with_the_elements_that_check_them() -> None:
    element = {"id": "money", "rule": "rows", "field": "projects", "each": ["budget|spent"]}
    lines = a_file("annual_report", element).splitlines()
    assert "องค์ประกอบ money" in next(line for line in lines if line.startswith("#     spent:"))
    assert "องค์ประกอบ money" in next(line for line in lines if line.startswith("#     budget:"))


def test_an_element_that_a_document_shows_is_named_at_the_documents() -> None:
    text = a_file("document", {"id": "plan", "rule": "document"})
    assert "## เอกสาร · องค์ประกอบ plan\n" in text
    assert "shows: {plan: 1}" in text


def test_the_years_are_those_that_the_checklist_requires() -> None:
    element = {"rule": "covers", "field": "year", "year": "previous"}
    text = a_file("annual_report", element)
    assert "# year: 2568\n" in text
    assert "# updated: 2569-01-15\n" in text
    assert "# rows: 2568/plan.csv\n" in text
    assert "oit import budget ไฟล์.xlsx --year 2568" in text


def test_a_period_of_two_fields() -> None:
    element = {"rule": "covers", "field": "from_year", "to": "to_year", "year": "this"}
    text = a_file("strategic_plan", element)
    assert text.count("องค์ประกอบ sought\n") == 2


def test_elements_for_other_kinds_of_agency_are_left_out() -> None:
    text = a_file(
        "contact", {"id": "schools_only", "rule": "present", "field": "phone", "only": ["school"]}
    )
    assert "schools_only" not in text


def test_a_form_that_contains_itself_is_shown_twice() -> None:
    text = uncommented(a_file("structure"))
    assert "\n    units:" in text
    assert "\n        units:" not in text


def test_a_title_of_several_lines_stays_a_comment() -> None:
    text = a_file("contact", title="ข้อมูล\n\t phone: 1", period="ปัจจุบัน\n# x")
    assert "\n## O7 ข้อมูล phone: 1 (แบบวัดปี 2569)\n" in text
    assert "\n## ปีที่ข้อมูลต้องครอบคลุม: ปัจจุบัน # x\n" in text


def test_the_given_fields_of_the_agency_are_not_comments() -> None:
    text = agency_file({"name": "ก", "kind": "school", "province": "ข", "year": "2570"})
    assert "\nname: ก\n" in text
    assert "\nkind: school\n" in text
    assert "\n# district: " in text
    assert "#     opens: 2570-01-15" in text
