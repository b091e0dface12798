"""The first page: every item, what it lacks, and what to do next."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from given import ROOT, a_folder
from oit.assess.score.estimate import estimate
from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.asked import Asked
from oit.desk.desk import Desk
from oit.desk.officer import ALONE, Officer, Role
from oit.desk.pages.overview import rows_of
from oit.desk.pages.start import start
from oit.desk.saving.draft import Draft, fresh, keep

TODAY = date(2026, 11, 22)
AGENCY = "name: เทศบาลเล็ก\nkind: municipality\n"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("sample")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    return Desk(DataFolder(root / "data", root), TODAY)


def shown(desk: Desk, officer: Officer = ALONE, **query: str) -> str:
    response = start(Asked(desk, officer, query=query))
    return bytes(response.body).decode()


def listed(html: str) -> list[str]:
    return re.findall(r'<h3><a href="/2569/[a-z0-9]+/">(O[0-9]+) ', html)


def test_every_item_is_there_and_the_numbers_add_up(sample: Desk) -> None:
    html = shown(sample)
    assessment = sample.assessment()
    assert listed(html) == [result.item.id for result in assessment.items]
    summary = re.search(r'class="counts".*?</ul>', html, re.DOTALL)
    assert summary
    numbers = re.findall(r"(?:ทั้งหมด |</span> )([0-9]+)(?= ข้อ<|</li>)", summary[0])
    total, *parts = map(int, numbers)
    assert total == sum(parts) == len(assessment.items)
    assert parts == [count for count in assessment.item_counts.values() if count]


def test_how_much_is_there_and_what_is_lacking_is_told_in_the_words_of_the_report(
    sample: Desk,
) -> None:
    assert "มี 11 จาก 12 เดือน ขาด มิ.ย. 2569" in shown(sample)


def test_the_next_item_is_the_first_that_oit_score_says(sample: Desk) -> None:
    first = estimate(sample.assessment(), {}, {}).fix_first[0].result.item
    assert f"ข้อต่อไปที่ควรทำ: {first.id} " in shown(sample)
    assert listed(shown(sample, sort="next"))[0] == first.id


def test_the_choices_need_no_script(sample: Desk) -> None:
    rows = rows_of(Asked(sample))
    lacking = [row.result.item.id for row in rows if row.result.lacking]
    assert listed(shown(sample, way="lacking")) == lacking
    assert listed(shown(sample, way="no such way")) == [row.result.item.id for row in rows]
    owner = rows[0].owner
    of_owner = [row.result.item.id for row in rows if row.owner == owner]
    assert listed(shown(sample, owner=owner)) == of_owner
    assert "ไม่มีข้อที่ตรงกับที่เลือก" in shown(sample, owner="กองที่ไม่มี")
    assert f"แสดง {len(of_owner)} จาก {len(rows)} ข้อ" in shown(sample, owner=owner)


def test_an_officer_sees_her_own_items_only(sample: Desk) -> None:
    clerk = Officer("som", Role.OFFICER, ("กองคลัง",))
    rows = rows_of(Asked(sample, clerk))
    assert rows
    assert {row.owner for row in rows} == {"กองคลัง"}
    html = shown(sample, clerk)
    assert listed(html) == [row.result.item.id for row in rows]
    assert "/2569/agency/" not in html
    stranger = Officer("x", Role.OFFICER, ("กองอื่น",))
    assert "ยังไม่มีข้อที่เป็นของหน่วยท่าน" in shown(sample, stranger)


def test_a_reader_is_not_told_to_do_anything(sample: Desk) -> None:
    assert "ข้อต่อไปที่ควรทำ" not in shown(sample, Officer("r", Role.READER))


def test_a_draft_that_waits_is_told(sample: Desk) -> None:
    file = sample.file(2569, "o3")
    assert file is not None
    tree = fresh(file)
    keep(sample, ALONE, file, Draft(tree.base, {"address": "ที่อยู่ใหม่"}, tree.version))
    assert listed(shown(sample, way="draft")) == ["O3"]
    assert "มีร่างที่ยังไม่ได้บันทึก" in shown(sample)


def test_a_past_year_says_so(sample: Desk) -> None:
    assert "ผ่านไปแล้ว หน่วยงานกำลังทำปี 2569" in shown(sample, year="2568")


def test_a_year_that_is_not_there_is_no_page(sample: Desk) -> None:
    client = TestClient(make_app(sample))
    assert client.get("/?year=9999").status_code == 404


def test_a_new_agency_is_invited_to_begin_with_the_first_item(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/agency.yml": AGENCY, "data/2569/.keep": ""})
    html = shown(Desk(folder, TODAY))
    assert "เริ่มจากข้อ O1 " in html
    assert 'href="/2569/o1/"' in html


@pytest.mark.parametrize(
    ("files", "says", "leads"),
    [
        ({}, "ไม่พบโฟลเดอร์ข้อมูล", "/0/agency/"),
        ({"data/agency.yml": AGENCY}, "ไม่มีโฟลเดอร์ของปีงบประมาณ", ""),
        (
            {"data/agency.yml": "kind: municipality\n", "data/2569/.keep": ""},
            "ยังขาดช่อง",
            "/2569/agency/",
        ),
        ({"data/agency.yml": "a: b: c\n", "data/2569/.keep": ""}, "บรรทัด 1", "/2569/agency/"),
        (
            {"data/agency.yml": AGENCY, "data/2569/o07.yml": "a: b: c\n"},
            "2569/o07.yml บรรทัด 1",
            "/2569/o7/",
        ),
    ],
)
def test_broken_data_is_told_in_words_with_the_way_to_mend_it(
    tmp_path: Path, files: dict[str, str], says: str, leads: str
) -> None:
    desk = Desk(a_folder(tmp_path, files), TODAY)
    client = TestClient(make_app(desk))
    html = client.get("/").text
    assert says in html
    if leads:
        assert f'href="{leads}"' in html
        assert client.get(leads).status_code == 200


def test_names_are_escaped(tmp_path: Path) -> None:
    owner = "<script>alert(1)</script>"
    files = {"data/agency.yml": AGENCY, "data/2569/o07.yml": f"owner: {owner}\n"}
    html = shown(Desk(a_folder(tmp_path, files), TODAY))
    assert owner not in html
    assert "&lt;script&gt;" in html
