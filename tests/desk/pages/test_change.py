"""What the buttons of an item's form do."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.documents.store import Refused, Stored
from oit.desk.officer import ALONE, Officer, Role
from oit.desk.pages import change
from oit.desk.saving.draft import Draft, fresh, keep, open_draft
from oit.desk.saving.save import Outcome
from oit.findings.codes import required_field
from oit.findings.finding import Place
from sent_form import SentForm

ROOT = Path(__file__).parents[3]
O2, O1 = "/2569/o2/", "/2569/o1/"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copytree(ROOT / "docs", root / "docs")
    return Desk(DataFolder(root / "data", root), date(2026, 3, 1))


@pytest.fixture
def client(desk: Desk) -> TestClient:
    shutil.rmtree(desk.state, ignore_errors=True)
    return TestClient(make_app(desk), follow_redirects=False)


def draft_of(desk: Desk, slug: str = "o2") -> Draft:
    file = desk.file(2569, slug)
    assert file is not None
    return open_draft(desk, ALONE, file)


def press(client: TestClient, address: str, do: str, **typed: str) -> Response:
    """Type into the form of a page and press one of its buttons."""
    form = SentForm(client.get(address).text)
    assert do in form.buttons, do
    fields = {name.replace("__", "/"): text for name, text in typed.items()}
    assert set(fields) <= set(form.values)
    return client.post(form.action, data={**form.values, **fields, "do": do})


def test_a_new_row_is_added_and_the_officer_goes_on_in_it(client: TestClient, desk: Desk) -> None:
    answer = press(client, O2, "add:people", f__people__0__phone="0 0000 0000")
    assert answer.headers["location"] == f"{O2}#f/people/11/name"
    mine: Any = draft_of(desk).mine
    assert mine["people"][11] == {}
    assert mine["people"][0]["phone"] == "0 0000 0000", "what was typed is kept as well"


def test_rows_are_moved_copied_and_removed_without_saving(client: TestClient, desk: Desk) -> None:
    file = desk.file(2569, "o2")
    assert file is not None
    before = file.path.read_bytes()
    assert press(client, O2, "down:people/0").headers["location"] == f"{O2}#f/people/1"
    assert press(client, O2, "copy:people/1").headers["location"] == f"{O2}#f/people/2"
    assert press(client, O2, "remove:people/0").headers["location"] == f"{O2}#f/people/0"
    mine: Any = draft_of(desk).mine
    origins = [entry.get("@was") for entry in mine["people"]]
    assert origins[:3] == ["0", None, "2"]
    assert file.path.read_bytes() == before


def test_a_large_entry_is_opened_on_a_page_of_its_own(client: TestClient, desk: Desk) -> None:
    answer = press(client, O1, "add:units")
    part, _, field = answer.headers["location"].partition("#")
    assert part == f"{O1}part/units/3/"
    assert field == "f/units/3/name"
    press(client, part, "add:units/3/units", f__units__3__name="กองใหม่")
    mine: Any = draft_of(desk, "o1").mine
    assert mine["units"][3] == {"name": "กองใหม่", "units": [{}]}
    page = client.get(f"{O1}part/units/1/").text
    assert f'href="{O1}part/units/0/" rel="prev"' in page
    assert f'href="{O1}part/units/2/" rel="next"' in page
    assert client.get(f"{O1}part/units/99/").status_code == 404
    assert client.get(f"{O1}part/units/").status_code == 404
    assert client.get(f"{O1}part/evil/0/").status_code == 404


def _saving(
    monkeypatch: pytest.MonkeyPatch, outcome: Callable[[Draft], Outcome] | OSError
) -> list[Draft]:
    """Stand in for saving, whose own tests are elsewhere; return what it was given."""
    given: list[Draft] = []

    def save(desk: Desk, officer: Officer, file: Any, draft: Draft) -> Outcome:
        given.append(draft)
        if isinstance(outcome, OSError):
            raise outcome
        left = outcome(draft)
        keep(desk, officer, file, left.draft)
        return left

    monkeypatch.setattr(change, "save", save)
    return given


def test_after_a_save_the_page_says_what_was_saved_and_what_was_not(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = required_field.CODE.at(Place("x"), field="a", name="b", inside="c")
    given = _saving(
        monkeypatch,
        lambda draft: Outcome(
            draft,
            saved=(Bilingual("โทรศัพท์ของหนึ่ง", "phone"),),
            refused=((("people", 0, "email"), fault),),
            problems=(Bilingual("ปัญหาอื่น", "other"),),
        ),
    )
    press(client, O2, "add:people")
    answer = press(client, O2, "save", f__people__0__email="ไม่ใช่")
    mine: Any = given[0].mine
    assert len(mine["people"]) == 11, "a row without a word is not saved"
    page = client.get(answer.headers["location"]).text
    assert "โทรศัพท์ของหนึ่ง" in page
    assert "ปัญหาอื่น" in page
    assert f'<a href="{O2}#f/people/0/email">' in page
    assert 'name="f/people/0/email" value="ไม่ใช่"' in page
    assert 'aria-describedby="h/people/0/email m/people/0/email" aria-invalid="true"' in page
    assert 'aria-describedby="h/people/0/phone m/people/0/phone" aria-invalid="true"' not in page


def test_a_conflict_leads_to_the_page_of_conflicts(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    conflict: Any = object()
    _saving(monkeypatch, lambda draft: Outcome(draft, conflicts=(conflict,)))
    assert press(client, O2, "save").headers["location"] == f"{O2}conflict/"


def test_a_full_disk_is_told_and_what_was_typed_is_still_there(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saving(monkeypatch, OSError(28, "No space left on device"))
    answer = press(client, O2, "save", f__people__0__phone="7")
    assert answer.status_code == 500
    assert "บันทึกไม่ได้" in answer.text
    assert SentForm(answer.text).values["f/people/0/phone"] == "7"
    assert draft_of(desk).is_changed

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(change, "keep", full)
    answer = press(client, O2, "add:people", f__people__0__phone="8")
    assert "เก็บร่างไม่ได้" in answer.text
    assert SentForm(answer.text).values["f/people/0/phone"] == "8"


def test_a_form_of_an_old_version_is_compared_with_that_version(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = desk.file(2569, "o22")
    assert file is not None
    old = client.get("/2569/o22/").text
    text = file.path.read_text(encoding="utf-8")
    file.path.write_text(f"{text}\nnotes: ใหม่\n", encoding="utf-8")
    given = _saving(monkeypatch, Outcome)
    form = SentForm(old)
    client.post("/2569/o22/", data={**form.values, "f/summary": "ของฉัน", "do": "save"})
    now = desk.file(2569, "o22")
    assert now is not None
    # What was saved in the meantime is there, too.
    assert given[0] == replace(fresh(now), mine={**now.root, "summary": "ของฉัน"})
    changed = replace(fresh(now), mine={"summary": "ในหน้าต่างอื่น"})
    keep(desk, ALONE, now, changed)
    answer = client.post("/2569/o22/", data={**form.values, "f/summary": "<b>เดิม", "do": "save"})
    assert answer.status_code == 409
    assert "&lt;b&gt;เดิม" in answer.text
    assert open_draft(desk, ALONE, now) == changed
    unknown = {**form.values, "version": "../../agency.yml", "window": "../x", "do": "save"}
    assert client.post("/2569/o22/", data=unknown).status_code == 409
    file.path.write_text(text, encoding="utf-8")


def test_a_file_that_was_handed_in_is_stored_and_named_in_its_field(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []

    def store(_desk: Desk, _file: Any, upload: Any, **_: object) -> Any:
        sent.append(f"{upload.filename}: {upload.file.read().decode()}")
        if upload.filename == "big.png":
            raise Refused(Bilingual("รูปใหญ่เกินไป", "too large"))
        return Stored("files/2569/new.png", (Bilingual("ลบข้อมูลที่แฝงมา", "cleaned"),))

    monkeypatch.setattr(change, "store", store)
    form = SentForm(client.get(O2).text)
    assert "u/people/0/photo" in form.files
    files = {
        "u/people/0/photo": ("a.png", b"A"),
        "u/people/1/photo": ("big.png", b"B"),
        "u/people/2/photo": ("", b""),
        "u/people/0/name": ("evil.png", b"C"),
        "u/evil": ("evil.png", b"D"),
    }
    answer = client.post(O2, data={**form.values, "do": "down:people/0"}, files=files)
    assert sent == ["a.png: A", "big.png: B"]
    people: Any = draft_of(desk).mine
    assert people["people"][1]["photo"] == "files/2569/new.png"
    page = client.get(answer.headers["location"]).text
    assert "ลบข้อมูลที่แฝงมา" in page
    assert "big.png: รูปใหญ่เกินไป" in page


def test_a_draft_is_thrown_away_after_a_question(client: TestClient, desk: Desk) -> None:
    press(client, O2, "down:people/0")
    assert "ทิ้งร่าง" in client.get(O2).text
    assert client.get(f"{O2}discard/").status_code == 200
    assert draft_of(desk).is_changed
    client.post(f"{O2}discard/")
    assert not draft_of(desk).is_changed


def test_what_a_year_ago_said_is_offered(client: TestClient, desk: Desk) -> None:
    answer = press(client, O2, "take:summary")
    assert answer.status_code == 303
    mine: Any = draft_of(desk).mine
    assert mine["summary"].startswith("ผู้บริหาร")
    assert draft_of(desk).is_changed


def test_a_reader_sees_the_values_and_no_button(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Officer("ผู้อ่าน", Role.READER)
    monkeypatch.setattr(Desk, "may_change", lambda *_: reader.may_change(""))
    for address in (O2, O1, f"{O1}part/units/1/", "/2569/agency/"):
        page = client.get(address).text
        form = SentForm(page)
        assert not form.buttons
        assert not form.files
        assert "f/people/0/name" in form.values or address != O2
    assert client.post(O2, data={"do": "add:people"}).status_code == 403


def test_a_statement_that_is_chosen_but_not_written_stays_chosen(
    client: TestClient, desk: Desk
) -> None:
    address = O2
    form = SentForm(client.get(address).text)
    # The browser's script sends the choice, then the page is loaded again.
    client.post(f"{address}check/", data={**form.values, "says": "not_applicable"})
    again = client.get(address).text
    assert SentForm(again).values["says"] == "not_applicable"
    assert "ยังไม่มีข้อความ" in again
    # Saving says what is needed, and keeps the choice.
    answer = client.post(address, data={**SentForm(again).values, "do": "save"})
    after = client.get(answer.headers["location"]).text
    assert "เลือกไว้ว่า “ไม่เกี่ยวข้องกับหน่วยงาน” แต่ยังไม่มีข้อความ" in after
    assert SentForm(after).values["says"] == "not_applicable"
    # The other way leads back, and leaves no draft.
    client.post(f"{address}check/", data={**SentForm(after).values, "says": "data"})
    assert not draft_of(desk).is_changed


COPIED = """\
## คัดลอกจากไฟล์ 2568/o06.yml
# ปรับเป็นปี 2569
year: 2568
updated: 2568-10-20  # ปรับเป็นปี 2569
projects:
  # ปรับเป็นปี 2569
  - {name: ปรับปรุงถนน, start: 2568-10-01, end: 2569-03-31}
  - name: ขุดลอกคลอง
    budget: 500000  # ปรับเป็นปี 2569
"""


def test_a_copied_value_that_is_still_right_loses_its_mark_only(
    client: TestClient, desk: Desk
) -> None:
    file = desk.file(2569, "o6")
    assert file is not None
    before = file.path.read_text(encoding="utf-8")
    file.path.write_text(COPIED, encoding="utf-8")
    address = "/2569/o6/"
    try:
        page = SentForm(client.get(address).text)
        marked = {do for do in page.buttons if do.startswith("right:")}
        assert marked >= {"right:updated", "right:year", "right:projects/1/budget"}
        assert "right:projects/1/name" not in marked
        answer = press(client, address, "right:projects/1/budget", f__updated="2569-01-15")
        after = client.get(answer.headers["location"].partition("#")[0]).text
        assert "ยังถูกต้องสำหรับปีนี้แล้ว" in after
        text = COPIED.replace("500000  # ปรับเป็นปี 2569", "500000")
        assert file.path.read_text(encoding="utf-8") == text
        # What was typed besides stays a draft; a value that was changed is not asked about.
        form = SentForm(after)
        assert form.values["f/updated"] == "2569-01-15"
        assert "right:updated" not in form.buttons
        for do in ("right:updated", "right:projects/1/name", "right:projects/9/name", "right:"):
            client.post(address, data={**form.values, "do": do})
            assert file.path.read_text(encoding="utf-8") == text
        press(client, address, "right:year")
        assert "# ปรับเป็นปี 2569\nyear" not in file.path.read_text(encoding="utf-8")
    finally:
        file.path.write_text(before, encoding="utf-8")
