"""The rule ``rows``: every entry of a list has these fields."""

from pathlib import Path

import pytest

from data.tables.reading import TABLE, an_item
from given import TODAY, Place, an_element, gaps, places
from oit.checks.rules import rows
from oit.checks.rules.rule import Context


@pytest.mark.parametrize(
    ("each", "text", "expected"),
    [
        (["spent"], "projects: [{name: ก, spent: 500}, {name: ข, spent: ไม่ใช้งบประมาณ}]", []),
        (
            ["spent"],
            """\
            year: 2568
            projects:
              - name: ก
                spent: 500
              - name: ข
              - name: ค
                spent: '-'
            """,
            [("OIT202", 5, 5), ("OIT202", 6, 5)],
        ),
        (["spent", "result"], "projects: [{name: ก}]", [("OIT202", 1, 12)]),
        (["spent|budget"], "projects: [{name: ก, budget: 500}]", []),
        (["spent|budget"], "projects: [{name: ก, result: เสร็จ}]", [("OIT202", 1, 12)]),
        # Without entries the list itself is missing.
        (["spent"], "problems: ไม่มี\nprojects: []", [("OIT202", 2, 1)]),
        (["spent"], "# O7\nproblems: ไม่มี", [("OIT202", 2, 1)]),
        (["spent"], "", [("OIT202", 1, 1)]),
    ],
)
def test_every_entry_has_the_fields(each: list[str], text: str, expected: list[Place]) -> None:
    element = an_element(rule="rows", field="projects", each=each)
    assert places(gaps(element, "annual_report", text)) == expected


@pytest.mark.parametrize(
    ("each", "text", "expected"),
    [
        (["time"], "manuals: [{name: ก, steps: [{text: ข, time: 1 วัน}]}]", []),
        (
            ["time"],
            """\
            manuals:
              - name: ก
                steps:
                  - {text: หนึ่ง, time: 1 วัน}
                  - {text: สอง}
              - name: ข
                steps:
                  - {text: สาม}
            """,
            [("OIT202", 5, 9), ("OIT202", 8, 9)],
        ),
        (["time"], "summary: คู่มือ\nmanuals: [{name: ก}]", [("OIT202", 2, 1)]),
    ],
)
def test_the_list_may_be_inside_another(each: list[str], text: str, expected: list[Place]) -> None:
    element = an_element(rule="rows", field="manuals.steps", each=each)
    assert places(gaps(element, "staff_manual", text)) == expected


def test_a_dotted_field_leads_into_lists_of_an_entry() -> None:
    element = an_element(rule="rows", field="services", each=["time|steps.time"])
    text = """\
    services:
      - {name: ก, steps: [{text: หนึ่ง}, {text: สอง, time: 5 นาที}]}
      - {name: ข, steps: [{text: หนึ่ง}]}
    """
    assert places(gaps(element, "service_guide", text)) == [("OIT202", 3, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("months: [{month: 2568-10, nothing: ไม่มี}, {month: 2568-11, nothing: ไม่มี}]", []),
        (
            """\
            months:
              - {month: 2568-10, nothing: ไม่มี}
              - month: 2568-11
                purchases: [{name: กระดาษ}]
            """,
            [("OIT202", 4, 17)],
        ),
        ("months: [{month: 2568-10, nothing: ไม่มี}, {month: 2568-11}]", [("OIT202", 1, 1)]),
        ("months: []", [("OIT202", 1, 1)]),
    ],
)
def test_no_entries_are_required_if_every_month_states_that_it_has_none(
    text: str, expected: list[Place]
) -> None:
    element = an_element(rule="rows", field="months.purchases", each=["budget"])
    assert places(gaps(element, "procurement_monthly", text)) == expected


@pytest.mark.parametrize(
    ("form", "field", "text", "message"),
    [
        ("annual_report", "projects", "projects: [{name: ก่อสร้าง}]", "entry 1 (ก่อสร้าง) lacks"),
        ("news", "news", "news: [{title: ลอยกระทง}]", "entry 1 (ลอยกระทง) lacks"),
        (
            "staff_manual",
            "manuals.steps",
            "manuals: [{name: ก, steps: [{text: ข}]}]",
            "entry 1 (ข) lacks",
        ),
    ],
)
def test_the_message_gives_the_name_of_the_entry(
    form: str, field: str, text: str, message: str
) -> None:
    each = {"annual_report": "spent", "news": "date", "staff_manual": "time"}[form]
    (gap,) = gaps(an_element(rule="rows", field=field, each=[each]), form, text)
    assert message in gap.message("en")


def test_the_message_lists_all_missing_fields_with_their_titles() -> None:
    element = an_element(rule="rows", field="projects", each=["result", "spent|budget"])
    (gap,) = gaps(element, "annual_report", "projects: [{name: ก}]")
    assert gap.message().endswith(
        "ขาด ผลการดำเนินการ (result), งบประมาณที่ใช้จริง (บาท) (spent) / งบประมาณที่ตั้งไว้ (บาท) (budget)"
    )


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("name: นาย ก, position: ปลัด", [("OIT202", 2, 5)]),
        # A name beside vacant is the reason, whatever else is missing.
        ("name: นาย ก, position: ปลัด, vacant: true", [("OIT202", 2, 35)]),
        ("name: นาย ก, vacant: true", [("OIT202", 2, 5), ("OIT202", 2, 19)]),
        # A word instead of a name is reported as that word.
        ("name: (ว่าง), position: ปลัด", []),
        ("name: ตำแหน่งว่าง, position: ปลัด, vacant: true", []),
        ("position: ปลัด, vacant: true", []),
    ],
)
def test_a_post_that_may_be_vacant_gets_one_finding(person: str, expected: list[Place]) -> None:
    element = an_element(rule="rows", field="people", each=["position", "photo", "phone|email"])
    found = gaps(element, "executives", f"people:\n  - {{{person}}}\n")
    assert sorted(places(found)) == expected
    assert all("photo" not in gap.message() for gap in found if len(found) == 2)


# Entries in a table.


@pytest.mark.parametrize(
    ("each", "table", "expected"),
    [
        (["winner"], "month,name,winner\n2568-10,ก,ร้าน\n", []),
        (
            ["winner"],
            'month,name,winner\n2568-11,"ก\nข",\n2568-10,ค,ร้าน\n2568-10,ง,-\n',
            [("OIT202", 5, 3), ("OIT202", 2, 3)],  # by month
        ),
        (["method"], "month,name\n2568-10,ก\n", [("OIT202", 2, 1)]),
        (["method|winner"], "month,name,winner\n2568-10,ก,ร้าน\n", []),
        (["bidders.price"], "month,name,bidders\n2568-10,ก,ร้าน\n", [("OIT202", 2, 3)]),
        (["bidders", "bidders.price"], "month,name,bidders\n2568-10,ก,ร้าน = 5\n", []),
        (["winner"], "month,name,nothing\n2568-10,,ไม่มี\n", []),
        # Without rows the place is where the item names the table.
        (["winner"], "month,name\n", [("OIT202", 2, 1)]),
    ],
)
def test_every_row_of_a_table_has_the_fields(
    tmp_path: Path, each: list[str], table: str, expected: list[Place]
) -> None:
    element = an_element(rule="rows", field="months.purchases", each=each)
    text = "owner: กองคลัง\nrows: procurement.csv\n"
    record = an_item(tmp_path, "procurement_monthly", table, text)
    assert record.findings == ()
    found = list(rows.check(element, record, Context(2569, TODAY)).findings)
    assert places(found) == expected
    if table.count("\n") > 1:
        assert {gap.place.file for gap in found} <= {TABLE}


def test_the_message_gives_the_name_of_the_row(tmp_path: Path) -> None:
    element = an_element(rule="rows", field="purchases", each=["winner", "method"])
    record = an_item(tmp_path, "procurement_list", "name,winner\nซื้อวัสดุ,ร้าน\n")
    (gap,) = rows.check(element, record, Context(2569, TODAY)).findings
    assert "row 2 (ซื้อวัสดุ) lacks method" in gap.message("en")
    assert "แถวที่ 2 (ซื้อวัสดุ) ขาด " in gap.message()
    assert gap.hint().startswith("เติมคอลัมน์ วิธีการจัดซื้อจัดจ้าง (method) ของแถวที่ 2")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("projects: [{name: ก, budget: 500, period: ม.ค. 2569}]", []),
        ("committee: {order: คำสั่งที่ 1/2569}", []),
        # The order is enough, whatever the projects lack.
        ("projects: [{name: ก}]\ncommittee: {order: คำสั่งที่ 1/2569}", []),
        ("projects: [{name: ก, budget: 500}]", [("OIT202", 1, 12)]),
        ("year: 2569", [("OIT202", 1, 1)]),
    ],
)
def test_another_field_may_be_filled_in_instead(text: str, expected: list[Place]) -> None:
    element = an_element(
        rule="rows", field="projects", each=["budget", "period"], instead="committee.order"
    )
    found = gaps(element, "integrity_measures", text)
    assert places(found) == expected


def test_the_hint_names_the_field_to_fill_in_instead() -> None:
    element = an_element(rule="rows", field="projects", each=["period"], instead="committee.order")
    (gap,) = gaps(element, "integrity_measures", "year: 2569")
    assert "หรือกรอก คำสั่งแต่งตั้ง (committee.order) แทน" in gap.hint()
    assert "or fill in committee.order instead" in gap.hint("en")
