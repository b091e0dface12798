"""The pages behind the comforts of forms: the look, what is understood, rows that are pasted."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from commands import ROOT
from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.officer import ALONE
from oit.desk.saving.draft import Draft, keep, open_draft

PASTE = "/2569/o2/paste/people/"
ROWS = "ชื่อ\tตำแหน่ง\tฝ่าย\n<b>นาย ก</b>\tนายก\tฝ่ายการเมือง\nนาง ข\tปลัด\t\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("desk")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    return Desk(DataFolder(root / "data", root), date(2026, 4, 1))


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(make_app(desk)) as client:
        yield client


def drafted(desk: Desk) -> list[dict[str, str]]:
    file = desk.file(2569, "o2")
    assert file is not None
    mine = open_draft(desk, ALONE, file).mine
    assert isinstance(mine, dict)
    return [entry for entry in mine["people"] if "@was" not in entry]  # type: ignore[misc]


def test_the_head_names_files_that_are_served_and_may_be_kept(client: TestClient) -> None:
    text = client.get("/").text
    addresses = {part.split('"')[0] for part in text.split('"/')[1:]}
    files = [f"/{address}" for address in addresses if address.startswith(("look/", "static/"))]
    assert any(file.startswith("/look/assets/agency/logo.png?") for file in files)
    assert any(file.startswith("/look/fonts/sarabun.css?") for file in files)
    assert {client.get(file).status_code for file in files} == {200}
    answer = client.get("/look/fonts/sarabun-400.woff2")
    assert answer.headers["Content-Type"] == "font/woff2"
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["", "x.css", "..%2f..%2fdata/agency.yml", "files/2569/logo.png"])
def test_only_files_of_the_look_are_served(client: TestClient, name: str) -> None:
    assert client.get(f"/look/{name}").status_code == 404


def test_a_page_has_no_script_or_style_of_its_own(client: TestClient) -> None:
    for page in ("/", PASTE):
        text = client.get(page).text
        assert "style=" not in text
        assert "<style" not in text
        assert text.count("<script") == text.count('<script type="module" src="/static/')


def test_the_years_can_be_chosen(client: TestClient) -> None:
    text = client.get("/").text
    assert 'href="/?year=2568"' in text
    assert 'href="/?year=2569" aria-current="true"' in text
    assert 'href="/?year=2568" aria-current="true"' in client.get("/?year=2568").text


def test_what_is_understood_is_answered(client: TestClient) -> None:
    asked = {"kind": "day", "text": "15 ม.ค. 69", "year": "2569"}
    answer = client.get("/understood/", params=asked)
    assert answer.json() == {"value": "2569-01-15", "words": "15 มกราคม 2569"}


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"kind": "day"},
        {"kind": "__class__", "text": "1"},
        {"kind": "day", "text": "15 ม.ค. 69", "year": "9" * 5_000},
        {"kind": "money", "text": "<script>"},
    ],
)
def test_nothing_is_answered_if_nothing_can_be_read(
    client: TestClient, asked: dict[str, str]
) -> None:
    answer = client.get("/understood/", params=asked)
    assert answer.status_code == 200
    assert "value" not in answer.json() or asked["kind"] == "day"


def test_the_form_says_how_its_values_are_understood(client: TestClient) -> None:
    text = client.get("/2569/o7/").text
    assert re.search(
        r'<output class="understood" id="w/updated" for="f/updated">\d+ [ก-๙.]+ 25', text
    )
    assert "บาทถ้วน)</output>" in text


def test_the_form_keeps_what_was_typed_before_rows_are_pasted(
    client: TestClient, desk: Desk
) -> None:
    assert 'value="paste:people"' in client.get("/2569/o2/").text
    sent = {"f/summary": "ก่อนวาง", "do": "paste:people"}
    answer = client.post("/2569/o2/", data=sent, follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, PASTE)
    file = desk.file(2569, "o2")
    assert file is not None
    mine = open_draft(desk, ALONE, file).mine
    assert isinstance(mine, dict)
    assert mine["summary"] == "ก่อนวาง"


@pytest.mark.parametrize("where", ["", "//evil.example", "..", "x\r\ny: z", "https://x.example/"])
def test_the_way_to_paste_never_leads_elsewhere(client: TestClient, where: str) -> None:
    sent = {"do": f"paste:{where}"}
    answer = client.post("/2569/o2/", data=sent, follow_redirects=False)
    assert answer.headers["Location"].startswith("/2569/o2/")
    assert client.get(answer.headers["Location"]).status_code in {200, 404}


def test_rows_are_shown_before_they_are_taken(client: TestClient, desk: Desk) -> None:
    before = drafted(desk)
    text = client.post(PASTE, data={"do": "look", "text": ROWS}).text
    assert "รับเข้าร่าง 2 รายการ" in text
    assert "&lt;b&gt;นาย ก&lt;/b&gt;" in text
    assert "<b>" not in text
    assert '<option value="name" selected>' in text
    assert drafted(desk) == before


def test_columns_without_a_heading_are_chosen_and_then_taken(
    client: TestClient, desk: Desk
) -> None:
    text = client.post(PASTE, data={"do": "accept", "text": "ปลัด\tนาง ค"}).text
    assert "ไม่พบหัวตาราง" in text
    assert "รับเข้าร่าง" not in text
    chosen = {"seen": "1", "column/0": "position", "column/1": "name", "column/2": "photo"}
    sent = {"do": "accept", "text": "ปลัด\tนาง ค", **chosen}
    answer = client.post(PASTE, data=sent, follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/2569/o2/#f/people")
    assert drafted(desk)[-1] == {"position": "ปลัด", "name": "นาง ค"}


def test_rows_are_added_to_the_draft_and_not_to_the_data(client: TestClient, desk: Desk) -> None:
    data = (desk.folder.path / "2569/o02.yml").read_bytes()
    file = desk.file(2569, "o2")
    assert file is not None
    draft = open_draft(desk, ALONE, file)
    assert isinstance(draft.mine, dict)
    keep(desk, ALONE, file, Draft(draft.base, {**draft.mine, "summary": "พิมพ์ไว้"}, draft.version))
    client.post(PASTE, data={"do": "accept", "text": ROWS})
    assert drafted(desk)[-2:] == [
        {"name": "<b>นาย ก</b>", "position": "นายก", "side": "political"},
        {"name": "นาง ข", "position": "ปลัด"},
    ]
    mine = open_draft(desk, ALONE, file).mine
    assert isinstance(mine, dict)
    assert mine["summary"] == "พิมพ์ไว้"
    assert (desk.folder.path / "2569/o02.yml").read_bytes() == data


@pytest.mark.parametrize(
    "chosen",
    [
        {"column/0": "name", "column/1": "name"},
        {"column/0": "@was"},
        {"column/0": "__class__"},
        {},
    ],
)
def test_columns_that_make_no_sense_are_not_taken(
    client: TestClient, desk: Desk, chosen: dict[str, str]
) -> None:
    before = drafted(desk)
    sent = {"do": "accept", "seen": "1", "text": "ก\tข", **chosen}
    assert client.post(PASTE, data=sent).status_code == 200
    assert drafted(desk) == before


def test_cells_are_split_for_the_script(client: TestClient) -> None:
    answer = client.post(PASTE, data={"do": "cells", "text": 'ก\t"ข\nค"\nง'})
    assert json.loads(answer.text) == {"rows": [["ก", "ข\nค"], ["ง", ""]], "has_heading": False}


def test_too_much_is_told_and_stays_in_the_box(client: TestClient) -> None:
    text = client.post(PASTE, data={"do": "look", "text": "แถวที่หนึ่ง\n" * 1_100}).text
    assert "ไม่เกิน 1,000 แถว" in text
    assert "แถวที่หนึ่ง" in text


@pytest.mark.parametrize("list_", ["owner", "people/0", "nonsense", "people/0/nonsense", "x/y/z"])
def test_what_is_no_list_cannot_be_pasted_into(client: TestClient, list_: str) -> None:
    answer = client.get(f"/2569/o2/paste/{list_}/")
    assert answer.status_code == 404
    assert "ไม่มีรายการนี้" in answer.text


def test_an_entry_that_is_gone_is_told(client: TestClient) -> None:
    sent = {"do": "accept", "text": "ขั้นตอน\tระยะเวลา\nก\tข"}
    answer = client.post("/2569/o9/paste/services/99/steps/", data=sent)
    assert answer.status_code == 404


def test_a_folder_without_an_agency_or_a_logo_has_a_look(tmp_path: Path) -> None:
    (tmp_path / "data" / "2569").mkdir(parents=True)
    with TestClient(make_app(Desk(DataFolder(tmp_path / "data", tmp_path)))) as client:
        assert client.get("/understood/").status_code == 200
        assert client.get("/look/assets/agency/logo.png").status_code == 404
        assert client.get("/look/assets/agency/icon.png").status_code == 200


@pytest.mark.parametrize("logo", ["../data/agency.yml", "/etc/passwd", "files", "no.png", "a\0b"])
def test_a_logo_outside_of_the_published_files_is_not_shown(tmp_path: Path, logo: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs/files").mkdir(parents=True)
    text = f"name: ก\nkind: other\nlogo: {json.dumps(logo)}\ncolour: '#7a1f2b'\n"
    (tmp_path / "data/agency.yml").write_text(text, encoding="utf-8")
    with TestClient(make_app(Desk(DataFolder(tmp_path / "data", tmp_path)))) as client:
        assert client.get("/look/assets/agency/logo.png").status_code == 404
        sheet = client.get("/look/assets/agency.css").text
        assert "--md-primary-fg-color: #7a1f2b;" in sheet
        assert "prefers-color-scheme: dark" in sheet
