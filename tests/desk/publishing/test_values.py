"""What differs between two versions of a file, in the words of its form."""

import pytest

from oit.desk.publishing.values import LONGEST, Change, differences
from oit.forms.agency import Agency
from oit.forms.annual_report import AnnualReport
from oit.forms.base import Form
from oit.source.write import Plain

ROAD: dict[str, Plain] = {"name": "ถนน", "budget": "100"}
WELL: dict[str, Plain] = {"name": "บ่อน้ำ", "budget": "200"}
PROJECTS = "ผลการดำเนินการรายโครงการ/กิจกรรม"


def of(before: Plain, after: Plain, form: type[Form] = AnnualReport) -> list[Change]:
    return [*differences(form, before, after)]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ({}, {}, []),
        ({"owner": "ก"}, {"owner": "ก"}, []),
        ({"owner": "ก"}, {"owner": "ข"}, [("ผู้รับผิดชอบ", "ก", "ข")]),
        ({}, {"owner": "ข"}, [("ผู้รับผิดชอบ", "", "ข")]),
        ({"owner": "ก"}, {}, [("ผู้รับผิดชอบ", "ก", "")]),
        ({"owner": ""}, {}, []),
        ({"documents": []}, {}, []),
        ({"unknown": "ก"}, {"unknown": "ข"}, [("unknown", "ก", "ข")]),
        ({"owner": ["ก"]}, {"owner": "ข"}, [("ผู้รับผิดชอบ", '["ก"]', "ข")]),
        (
            {"projects": [ROAD]},
            {"projects": [{**ROAD, "budget": "150"}]},
            [(f"{PROJECTS} › รายการที่ 1 (ถนน) › งบประมาณที่ตั้งไว้ (บาท)", "100", "150")],
        ),
        (
            {"projects": [ROAD]},
            {"projects": [WELL, ROAD]},
            [(f"{PROJECTS} › เพิ่ม รายการที่ 1 (บ่อน้ำ)", "", "")],
        ),
        (
            {"projects": [WELL, ROAD]},
            {"projects": [ROAD]},
            [(f"{PROJECTS} › ลบ รายการที่ 1 (บ่อน้ำ)", "", "")],
        ),
        ({}, {"projects": [ROAD]}, [(f"{PROJECTS} › เพิ่ม รายการที่ 1 (ถนน)", "", "")]),
        # Of several changed entries those of the same name are the same.
        (
            {"projects": [ROAD, WELL]},
            {"projects": [{**WELL, "budget": "250"}]},
            [
                (f"{PROJECTS} › รายการที่ 1 (บ่อน้ำ) › งบประมาณที่ตั้งไว้ (บาท)", "200", "250"),
                (f"{PROJECTS} › ลบ รายการที่ 1 (ถนน)", "", ""),
            ],
        ),
    ],
)
def test_differences(before: Plain, after: Plain, changes: list[tuple[str, str, str]]) -> None:
    assert of(before, after) == changes


def test_fields_come_in_the_order_of_the_form() -> None:
    changed = of({"problems": "ก", "owner": "ก"}, {"problems": "ข", "owner": "ข"})
    assert [change.where for change in changed] == ["ผู้รับผิดชอบ", "ปัญหา/อุปสรรค"]


def test_choices_have_their_words() -> None:
    assert of({"kind": "school"}, {"kind": "police"}, Agency) == [
        ("ประเภทหน่วยงาน", "สถานศึกษา", "สถานีตำรวจ")
    ]


def test_long_values_are_shortened_and_persons_numbers_hidden() -> None:
    (change,) = of({}, {"summary": "ก\n" * 500})
    assert len(change.new) <= LONGEST + 1
    assert change.new.startswith("ก ก")
    (change,) = of({}, {"summary": "เลข 1-1017-00230-70-5"})
    assert "00230" not in change.new
