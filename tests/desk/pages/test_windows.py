"""One officer, two windows of an item: what is typed in one never costs what is in the other."""

from datetime import date

import pytest
from starlette.testclient import TestClient

from given import a_folder
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.officer import ALONE
from oit.desk.saving import windows
from oit.desk.saving.draft import open_draft
from oit.desk.tree import without_origins
from sent_form import SentForm

PEOPLE = """\
people:
  - name: นายหนึ่ง ตัวอย่าง
    position: นายกเทศมนตรี
  - name: นายสอง ตัวอย่าง
    position: ปลัดเทศบาล
"""
FILES = {
    "data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n",
    "data/2569/o02.yml": PEOPLE,
}
O2 = "/2569/o2/"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(a_folder(tmp_path_factory.mktemp("windows"), FILES), date(2026, 11, 22))


@pytest.fixture
def client(desk: Desk) -> TestClient:
    client = TestClient(make_app(desk), follow_redirects=False)
    client.post(f"{O2}discard/")
    path = desk.folder.path / "2569/o02.yml"
    if path.read_text(encoding="utf-8") != PEOPLE:
        path.write_text(PEOPLE, encoding="utf-8")
    return client


class Window:
    """A window with the form of an item; a script sends it after each field."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.values = SentForm(client.get(O2).text).values

    def types(self, field: str, text: str) -> int:
        self.values[field] = text
        return self.client.post(f"{O2}check/", data=self.values).status_code

    def presses(self, do: str) -> str:
        answer = self.client.post(O2, data={**self.values, "do": do})
        location = answer.headers.get("location")
        return self.client.get(location).text if location else answer.text


def people(desk: Desk) -> list[dict[str, str]]:
    file = desk.file(2569, "o2")
    assert file is not None
    mine = without_origins(open_draft(desk, ALONE, file).mine)
    assert isinstance(mine, dict)
    return mine["people"]  # type: ignore[return-value]


def test_what_was_typed_in_another_window_stays(client: TestClient, desk: Desk) -> None:
    old, other = Window(client), Window(client)
    old.types("f/people/0/phone", "1")
    other.types("f/people/1/phone", "2")
    # The old one shows neither "2" nor a phone of the second person.
    old.types("f/people/0/phone", "12")
    other.types("f/people/1/name", "นายสอง คนใหม่")
    old.types("f/people/0/email", "a@example.go.th")
    assert people(desk) == [
        {
            "name": "นายหนึ่ง ตัวอย่าง",
            "position": "นายกเทศมนตรี",
            "phone": "12",
            "email": "a@example.go.th",
        },
        {"name": "นายสอง คนใหม่", "position": "ปลัดเทศบาล", "phone": "2"},
    ]
    saved = old.presses("save")
    assert "นายสอง คนใหม่" in saved
    assert "นายสอง คนใหม่" in (desk.folder.path / "2569/o02.yml").read_text(encoding="utf-8")


def test_different_texts_in_the_same_field_are_shown(client: TestClient, desk: Desk) -> None:
    client.post(f"{O2}check/", data={"f/people/0/phone": "0"})
    old, other = Window(client), Window(client)
    other.types("f/people/0/phone", "ในหน้าต่างใหม่")
    assert old.types("f/people/0/phone", "ในหน้าต่างเก่า") == 409
    assert "ในหน้าต่างเก่า" in old.presses("save")
    assert people(desk)[0]["phone"] == "ในหน้าต่างใหม่"


def test_a_window_that_sends_twice_is_not_another_one(client: TestClient, desk: Desk) -> None:
    window = Window(client)
    window.types("f/people/0/phone", "1")
    # The officer clicks before the first answer has come.
    window.values["f/people/0/phone"] = "12"
    assert "แบบฟอร์มนี้เก่าแล้ว" not in window.presses("add:people")
    assert people(desk)[0]["phone"] == "12"


def test_an_entry_that_another_window_has_removed_is_not_confused_with_the_next(
    client: TestClient, desk: Desk
) -> None:
    old, other = Window(client), Window(client)
    other.presses("remove:people/0")
    old.values["f/people/1/phone"] = "2"
    page = old.presses("remove:people/0")
    assert "ในอีกหน้าต่างหนึ่งของท่าน" in page
    assert people(desk) == [{"name": "นายสอง ตัวอย่าง", "position": "ปลัดเทศบาล", "phone": "2"}]


def test_what_somebody_else_has_saved_is_in_the_draft(client: TestClient, desk: Desk) -> None:
    old = Window(client)
    path = desk.folder.path / "2569/o02.yml"
    path.write_text(PEOPLE.replace("ปลัดเทศบาล", "รองปลัด"), encoding="utf-8")
    old.types("f/people/0/phone", "1")
    assert [each["position"] for each in people(desk)] == ["นายกเทศมนตรี", "รองปลัด"]
    old.types("f/people/0/phone", "12")
    assert [each["position"] for each in people(desk)] == ["นายกเทศมนตรี", "รองปลัด"]


def test_windows_that_are_long_gone_are_forgotten(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "_MOST", 2)
    Window(client).types("f/people/0/phone", "1")
    for _ in range(4):
        Window(client)
    assert len([*desk.state.glob("drafts/*/windows/*/*.json")]) == 2
