"""The pages of conflicts and of the last saves."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from desk.saving.conftest import SOMCHAI, Office
from oit.desk.app import make_app
from oit.desk.officer import ALONE
from oit.desk.saving.draft import keep, kept
from oit.desk.saving.save import save

pytest_plugins = ("desk.saving.conftest",)


@pytest.fixture
def client(office: Office) -> Iterator[TestClient]:
    """A desk at which somebody else has saved what the officer has changed, too."""
    theirs = office.typed(
        lambda tree: (
            tree["people"][0].update(phone="<b>111</b>"),
            tree["people"][1].update(phone="5"),
            tree["people"].pop(2),
        )
    )
    mine = office.typed(
        lambda tree: (
            tree["people"][0].update(phone="222", position="นายก"),
            tree["people"][2].update(phone="7"),
            tree["people"].pop(1),
        )
    )
    save(office.desk, SOMCHAI, office.file, theirs)
    keep(office.desk, ALONE, office.file, mine)
    save(office.desk, ALONE, office.file, mine)
    with TestClient(make_app(office.desk), follow_redirects=False) as client:
        yield client


def shown(html: str) -> str:
    found = re.search('name="shown" value="([^"]*)"', html)
    assert found
    return found[1]


def test_both_versions_are_shown_field_by_field(client: TestClient) -> None:
    html = client.get("/2569/o2/conflict/").text
    legends = re.findall(r"<legend[^>]*>([^<]*)", html)
    assert legends == [
        "ผู้บริหาร › รายการที่ 1 (นายหนึ่ง ตัวอย่าง) › โทรศัพท์",
        "ผู้บริหาร › รายการที่ 2 (นางสาม ตัวอย่าง)",
        "ผู้บริหาร › นายสอง ตัวอย่าง",
    ]
    for text in ("222", "&lt;b&gt;111&lt;/b&gt;", "0 4500 0001", "somchai", "(ลบแล้ว หรือว่าง)"):
        assert text in html
    assert "<b>" not in html
    # What is no conflict was saved.
    assert len(re.findall('type="radio"', html)) == 6


def test_each_field_is_settled(client: TestClient, office: Office) -> None:
    version = shown(client.get("/2569/o2/conflict/").text)
    chosen = {"c/people/0/phone": "mine", "c/people/1": "theirs"}
    answer = client.post("/2569/o2/conflict/", data={"shown": version, "do": "settle", **chosen})
    assert answer.status_code == 422
    assert "ยังไม่ได้เลือก 1 ช่อง" in answer.text
    assert 'value="mine" aria-describedby="mine/c/people/0/phone" checked' in answer.text
    chosen["c/people/@1"] = "mine"
    answer = client.post("/2569/o2/conflict/", data={"shown": version, "do": "settle", **chosen})
    assert answer.status_code == 303
    assert "บันทึกแล้ว 2 ช่อง" in client.get(answer.headers["location"]).text
    (person,) = office.file.root["people"]
    assert person == {"name": "นายหนึ่ง ตัวอย่าง", "position": "นายก", "phone": "222"}
    assert kept(office.desk, ALONE, office.file) is None
    # There is nothing to settle any more.
    assert client.get("/2569/o2/conflict/").headers["location"] == "/2569/o2/"


@pytest.mark.parametrize(
    ("do", "phones"), [("mine", ["222", "7"]), ("theirs", ["<b>111</b>", "5"])]
)
def test_all_at_once(client: TestClient, office: Office, do: str, phones: list[str]) -> None:
    version = shown(client.get("/2569/o2/conflict/").text)
    client.post("/2569/o2/conflict/", data={"shown": version, "do": do})
    assert [entry["phone"] for entry in office.file.root["people"]] == phones


def test_nothing_is_settled_that_was_not_shown(client: TestClient, office: Office) -> None:
    version = shown(client.get("/2569/o2/conflict/").text)
    save(
        office.desk,
        SOMCHAI,
        office.file,
        office.typed(lambda tree: tree["people"][0].update(phone="333")),
    )
    before = office.text
    answer = client.post("/2569/o2/conflict/", data={"shown": version, "do": "mine"})
    assert "ข้อมูลเปลี่ยนไปอีก" in answer.text
    assert "333" in answer.text
    assert office.text == before


def test_saves_are_listed_and_undone(client: TestClient, office: Office) -> None:
    html = client.get("/2569/o2/saves/").text
    numbers = re.findall('name="undo" value="([0-9]+)"', html)
    assert numbers == ["2", "1"]
    assert "somchai (บันทึก)" in html
    assert "ผู้บริหาร › โทรศัพท์" in html
    answer = client.post("/2569/o2/undo/", data={"undo": "2"})
    assert answer.headers["location"] == "/2569/o2/saves/?undone=2"
    assert "ย้อนการบันทึกแล้ว" in client.get(answer.headers["location"]).text
    assert office.file.root["people"][0]["position"] == "นายกเทศมนตรี"
    assert "ย้อนการบันทึก" in client.get("/2569/o2/saves/").text


def test_conflicts_of_an_undo_are_shown_the_same_way(client: TestClient, office: Office) -> None:
    save(
        office.desk,
        SOMCHAI,
        office.file,
        office.typed(lambda tree: tree["people"][0].update(phone="333")),
    )
    before = office.text
    html = client.post("/2569/o2/undo/", data={"undo": "1"}).text
    assert "ค่าที่แก้ภายหลัง" in html
    assert office.text == before
    assert shown(client.get("/2569/o2/conflict/?undo=1").text) == shown(html)
    answer = client.post(
        "/2569/o2/conflict/", data={"shown": shown(html), "do": "mine", "undo": "1"}
    )
    assert answer.headers["location"] == "/2569/o2/saves/"
    assert office.file.root["people"][0]["phone"] == "0 4500 0001"


@pytest.mark.parametrize("number", ["99", "x", "9" * 30, ""])
def test_a_save_that_is_not_kept(client: TestClient, number: str) -> None:
    assert client.post("/2569/o2/undo/", data={"undo": number}).status_code == 404


def test_a_full_disk_is_told_in_words(
    client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    version = shown(client.get("/2569/o2/conflict/").text)
    before = office.text
    monkeypatch.setattr("oit.desk.saving.save.write_atomically", full)
    answers = [
        client.post("/2569/o2/conflict/", data={"shown": version, "do": "mine"}),
        client.post("/2569/o2/undo/", data={"undo": "2"}),
    ]
    assert [answer.status_code for answer in answers] == [500, 500]
    assert all("ดิสก์อาจเต็ม" in answer.text for answer in answers)
    assert office.text == before
    assert kept(office.desk, ALONE, office.file) is not None
