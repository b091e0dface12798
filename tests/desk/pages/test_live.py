"""After each field: the draft is kept, and the checker's words come back as parts of the page."""

from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from given import a_folder
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.officer import ALONE
from oit.desk.saving import draft as drafts
from oit.desk.saving.draft import open_draft

TODAY = date(2026, 11, 22)
FILES = {
    "data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n",
    "data/2569/o07.yml": "owner: กองช่าง\nyear: 2568\nproblems: งบประมาณมาช้า\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(a_folder(tmp_path, FILES), TODAY)


def mine(desk: Desk) -> object:
    file = desk.file(2569, "o7")
    assert file is not None
    return open_draft(desk, ALONE, file).mine


def test_what_is_typed_is_kept_and_what_is_wrong_comes_back_by_its_place(desk: Desk) -> None:
    client = TestClient(make_app(desk))
    answer = client.post("/2569/o7/check/", data={"f/updated": "<b>เมื่อวาน"}).json()
    assert isinstance(kept := mine(desk), dict)
    assert kept["updated"] == "<b>เมื่อวาน"
    assert "เก็บร่างแล้ว" in answer["kept"]
    assert "&lt;b&gt;เมื่อวาน" in answer["messages"]["m/updated"]
    assert "<b>เมื่อวาน" not in answer["messages"]["m/updated"] + answer["status"]
    assert 'href="/2569/o7/#f/updated"' in answer["status"]
    assert (desk.folder.path / "2569/o07.yml").read_text(encoding="utf-8") == FILES[
        "data/2569/o07.yml"
    ]


def test_an_element_is_complete_as_soon_as_its_field_is_filled(desk: Desk) -> None:
    client = TestClient(make_app(desk))
    lacking = client.post("/2569/o7/check/", data={}).json()
    assert "ไปที่ช่อง ข้อเสนอแนะ" in lacking["status"]
    filled = client.post("/2569/o7/check/", data={"f/recommendations": "ควรเร่งจัดซื้อตั้งแต่ต้นปี"}).json()
    assert "ไปที่ช่อง ข้อเสนอแนะ" not in filled["status"]
    assert "m/recommendations" not in filled["messages"]


def test_what_is_typed_back_leaves_no_draft(desk: Desk) -> None:
    client = TestClient(make_app(desk))
    client.post("/2569/o7/check/", data={"f/problems": "อย่างอื่น"})
    answer = client.post("/2569/o7/check/", data={"f/problems": "งบประมาณมาช้า"}).json()
    assert answer["kept"] == ""


def test_a_full_disk_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(drafts, "write_atomically", full)
    answer = TestClient(make_app(desk)).post("/2569/o7/check/", data={"f/problems": "ใหม่"}).json()
    assert "เก็บร่างไม่ได้" in answer["problem"]
    assert "kept" not in answer


def test_there_is_nothing_to_check_elsewhere(desk: Desk) -> None:
    client = TestClient(make_app(desk))
    assert client.post("/2569/o99/check/", data={}).status_code == 404
    assert client.get("/2569/o7/check/").status_code == 405


def test_the_agency_and_the_ita_cycle_are_checked_alike(desk: Desk) -> None:
    client = TestClient(make_app(desk))
    answer = client.post("/2569/agency/check/", data={"f/latitude": "ไม่ทราบ"}).json()
    assert "m/latitude" in answer["messages"]
    assert client.post("/2569/ita/check/", data={}).status_code == 200


def test_the_page_of_an_item_says_it_without_scripts(desk: Desk) -> None:
    html = TestClient(make_app(desk)).get("/2569/o7/").text
    assert 'data-check="/2569/o7/check/"' in html
    assert "ไปที่ช่อง ข้อเสนอแนะ" in html


def test_what_cannot_be_saved_is_told_once_and_in_the_words_of_the_form(desk: Desk) -> None:
    client = TestClient(make_app(desk))
    html = client.post("/2569/o7/", data={"f/updated": "เมื่อวาน", "do": "save"}).text
    assert "ยังไม่ได้บันทึก 1 ช่อง" in html
    assert html.count('id="m/updated"') == 1
    below = html.split('id="m/updated"')[1].split("</ul>")[0]
    assert below.count("เมื่อวาน") == 1
    assert "(updated)" not in html
