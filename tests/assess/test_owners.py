"""Owners that are spelt in several ways."""

from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.assessment import Assessment
from oit.assess.examine import examine

SAME = [
    ("สำนักปลัด", "สำนักปลัดเทศบาล"),
    ("กองคลัง", "กองการคลัง"),
    ("กองช่าง", "กอง ช่าง"),
    ("กองช่าง", "กอง\u200bช่าง"),
    ("กองช่าง", "กองข่าง"),
    ("สำนักปลัด", "สํานักปลัด"),
    ("สำนักปลัด", "สำนักปลัต"),
    ("กองการศึกษา", "กองการศึกษา ศาสนาและวัฒนธรรม"),
    ("กองสาธารณสุข", "กองสาธารณสุขและสิ่งแวดล้อม"),
]
OTHERS = [
    ("กองช่าง", "กองคลัง"),
    ("กองช่าง", "งานช่าง"),
    ("กองช่าง", "กองช่างและกองคลัง"),
    ("กองคลัง", "กองคลัง / กองช่าง"),
    ("สำนักปลัด", "สำนักปลัด งานนิติการ"),
    ("กลุ่มงาน ก", "กลุ่มงาน ข"),
    ("โรงเรียน 1", "โรงเรียน 2"),
]


def an_agency(folder: Path, *owners: str) -> Assessment:
    files = {"data/agency.yml": "name: เทศบาลตำบลบ้านใหม่\nkind: municipality\n"}
    for number, owner in enumerate(owners, 1):
        files[f"data/2569/o0{number}.yml"] = f"updated: 2568-11-01\nowner: {owner}\n"
    return examine(a_folder(folder, files), TODAY)


@pytest.mark.parametrize(("usual", "rare"), SAME)
def test_one_office_in_two_spellings_is_told_once(tmp_path: Path, usual: str, rare: str) -> None:
    assessment = an_agency(tmp_path, usual, rare, usual, rare, usual)
    (finding,) = (f for f in assessment.findings if f.code.id == "OIT409")
    assert (finding.place.file, finding.place.line) == ("data/2569/o02.yml", 2)
    assert "data/2569/o02.yml:2, data/2569/o04.yml:2" in finding.message()
    assert f'"{usual}" ที่ใช้ 3 ข้อ' in finding.message()
    assert f'"{usual}"' in finding.hint("en")


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_offices(tmp_path: Path, one: str, other: str) -> None:
    assert "OIT409" not in {f.code.id for f in an_agency(tmp_path, one, other).findings}


def test_what_looks_the_same_is_one_owner_in_reports(tmp_path: Path) -> None:
    assessment = an_agency(tmp_path, "กองช่าง", "กอง\u200bช่าง", "กองช่าง", "กองคลัง")
    owners = [result.owner for result in assessment.items[:4]]
    assert owners == ["กองช่าง", "กองช่าง", "กองช่าง", "กองคลัง"]
    assert len(assessment.only(owner="กอง\u200bช่าง").items) == 3
