"""Documents at the desk: handed in, shown page by page, attested."""

import errno
import html
import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.datastructures import FormData
from starlette.testclient import TestClient

from oit import worker
from oit.bilingual import Bilingual
from oit.desk.app import make_app
from oit.desk.asked import Asked, RefusedError
from oit.desk.desk import Desk
from oit.desk.documents import change
from oit.desk.documents.received import MOST_FILES
from oit.desk.documents.store import KEPT_DAYS, bring_back, put_away
from oit.desk.officer import ALONE, Officer, Role
from oit.desk.pages import documents as pages
from oit.desk.saving.draft import Draft, keep, open_draft
from oit.desk.saving.save import Outcome
from sent_files import REPORT, a_pdf, a_photo, a_picture, desk_with_report, many_pages

HOME = "/2569/o7/documents/"
NAME = "files/2569/o07-report.pdf"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_report(tmp_path / "agency")


@pytest.fixture
def browser(desk: Desk) -> Iterator[TestClient]:
    with TestClient(make_app(desk)) as client:
        yield client


def documents(desk: Desk) -> Any:
    file = desk.file(2569, "o7")
    assert file
    return file.root.get("documents", [])


def hand_in(browser: TestClient, *files: tuple[str, bytes], title: str = "") -> str:
    answer = browser.post(
        HOME,
        data={"do": "hand-in", "title": title},
        files=[("documents", file) for file in files],
    )
    assert answer.status_code == 200
    return html.unescape(answer.text)


def press(browser: TestClient, do: str, number: int = 1, name: str = NAME, **fields: str) -> str:
    answer = browser.post(f"{HOME}{number}/", data={"do": do, "file": name, **fields})
    return html.unescape(answer.text)


def in_docs(desk: Desk) -> set[str]:
    return {path.name for path in (desk.folder.docs / "files/2569").iterdir()}


def test_a_document_that_is_handed_in_is_saved_at_once(desk: Desk, browser: TestClient) -> None:
    text = hand_in(browser, ("แผน.pdf", a_pdf("one", "two")), title="แผนงาน <b>")
    assert "เก็บ “แผนงาน <b>” แล้ว" in text
    assert documents(desk)[1] == {"title": "แผนงาน <b>", "file": "files/2569/o07-แผนงาน-b.pdf"}
    assert "2 หน้า" in text


def test_values_do_not_become_markup(browser: TestClient) -> None:
    answer = browser.post(
        HOME,
        data={"do": "hand-in", "title": "</script><img src=x onerror=alert(1)>"},
        files=[("documents", ("<img src=x>.pdf", a_pdf("one")))],
    )
    assert "<img src=x" not in answer.text
    assert "<img src=x" not in browser.get(f"{HOME}2/").text


def test_several_at_once_and_the_limits_are_told(desk: Desk, browser: TestClient) -> None:
    form = browser.get(HOME).text
    assert "100 MB" in form
    assert f"{MOST_FILES} ไฟล์" in form
    text = hand_in(browser, ("a.pdf", a_pdf("one")), ("b.exe", b"MZ\0"), ("c.png", a_picture()))
    assert "เก็บ “a” แล้ว" in text
    assert "ยังไม่ได้เก็บ b.exe" in text
    assert "เก็บ “c” แล้ว" in text
    assert len(documents(desk)) == 3
    many = [(f"{number}.csv", b"a,%d" % number) for number in range(MOST_FILES + 1)]
    assert "ไม่เกิน 20 ไฟล์" in hand_in(browser, *many)
    assert len(documents(desk)) == 3 + MOST_FILES
    assert "ยังไม่ได้เลือกไฟล์" in browser.post(HOME, data={"do": "hand-in"}).text


def test_the_same_file_is_not_listed_twice(desk: Desk, browser: TestClient) -> None:
    assert NAME in hand_in(browser, ("again.pdf", REPORT.read_bytes()))
    assert len(documents(desk)) == 1
    assert in_docs(desk) == {"o07-report.pdf"}


def test_personal_data_is_asked_about_before_it_is_stored(desk: Desk, browser: TestClient) -> None:
    text = hand_in(browser, ("a.pdf", a_pdf("call 081-234-5678")))
    assert "รอคำตอบของท่าน" in text
    assert "หน้า 1" in text
    assert "081-234" not in text
    assert in_docs(desk) == {"o07-report.pdf"}
    [token] = re.findall(r"keep:(\w+)", text)
    assert "เก็บ “a” แล้ว" in browser.post(HOME, data={"do": f"keep:{token}"}).text
    assert documents(desk)[1]["file"] == "files/2569/o07-a.pdf"
    assert "ได้รับคำตอบแล้ว" in browser.post(HOME, data={"do": f"keep:{token}"}).text
    [token] = re.findall(r"clean:(\w+)", hand_in(browser, ("b.jpg", a_photo())))
    assert "ลบข้อมูลที่แฝง" in browser.post(HOME, data={"do": f"clean:{token}"}).text
    [token] = re.findall(r"drop:(\w+)", hand_in(browser, ("c.jpg", a_photo())))
    assert "ไม่เก็บ" in browser.post(HOME, data={"do": f"drop:{token}"}).text
    assert in_docs(desk) == {"o07-report.pdf", "o07-a.pdf", "o07-b.jpg"}
    assert browser.post(HOME, data={"do": "keep:../../../data"}).status_code == 200


def test_pages_are_shown_as_pictures(browser: TestClient) -> None:
    text = browser.get(f"{HOME}1/").text
    pictures = re.findall(r'<img src="([^"]+)" alt="(หน้า \d)" loading="lazy"', text)
    assert [alt for _, alt in pictures] == [f"หน้า {number}" for number in range(1, 9)]
    address = html.unescape(pictures[3][0])
    first, again = browser.get(address), browser.get(address)
    assert first.headers["content-type"] == "image/png"
    assert first.content == again.content
    assert Image.open(io.BytesIO(first.content)).width == 360
    assert browser.get(f"{HOME}1/pages/4/?size=2").status_code == 200
    assert (
        Image.open(io.BytesIO(browser.get(f"{HOME}1/pages/4.png?width=1400").content)).width == 1400
    )
    assert (
        Image.open(io.BytesIO(browser.get(f"{HOME}1/pages/4.png?width=99999").content)).width == 360
    )


@pytest.mark.parametrize("address", ["1/pages/0.png", "1/pages/9.png", "1/pages/9/", "2/", "0/"])
def test_what_does_not_exist_is_told(browser: TestClient, address: str) -> None:
    answer = browser.get(f"{HOME}{address}")
    assert answer.status_code == 404
    assert "ไม่มี" in answer.text


def test_an_element_is_attested_by_its_page(desk: Desk, browser: TestClient) -> None:
    text = press(browser, "page:8", element="recommendations")
    assert documents(desk)[0]["shows"] == {"results": "4", "recommendations": "8"}
    assert "“ข้อเสนอแนะ” อยู่หน้า 8 ของเอกสารนี้" in text
    assert 'value="page:8" aria-pressed="true"' in text
    press(browser, "page:7", element="recommendations")
    assert documents(desk)[0]["shows"]["recommendations"] == "7-8"
    for page in (7, 8):
        press(browser, f"page:{page}", element="recommendations")
    assert documents(desk)[0]["shows"] == {"results": "4"}


def test_the_status_of_an_attested_element_is_seen(browser: TestClient) -> None:
    press(browser, "page:8", element="recommendations")
    assert "สถานะ: อยู่ในเอกสาร" in press(browser, "choose", element="recommendations")
    assert "สถานะ: ยังไม่มี" in press(browser, "choose", element="problems")


@pytest.mark.parametrize("page", ["0", "9", "x", "9" * 5000, "-1", "๔๔"])
def test_a_page_that_does_not_exist_attests_nothing(
    desk: Desk, browser: TestClient, page: str
) -> None:
    assert "ไม่มีหน้านี้" in press(browser, f"page:{page}", element="recommendations")
    assert documents(desk)[0]["shows"] == {"results": "4"}


def test_an_element_has_to_be_chosen(desk: Desk, browser: TestClient) -> None:
    assert "เลือกองค์ประกอบก่อน" in press(browser, "page:4", element="unknown: x")
    assert documents(desk)[0]["shows"] == {"results": "4"}


def test_the_likely_page_is_suggested(browser: TestClient) -> None:
    text = browser.get(f"{HOME}1/").text
    assert "น่าจะอยู่หน้า 8" in text
    assert "น่าจะอยู่หน้า 4" not in text  # already attested
    assert "ไม่พบคำว่า" in text


def test_a_page_without_the_words_of_its_element_is_doubted(browser: TestClient) -> None:
    assert "ไม่มีคำของ" not in browser.get(f"{HOME}1/").text
    assert "หน้า 5 ของ" in press(browser, "page:5", element="recommendations")


def test_a_document_is_renamed(desk: Desk, browser: TestClient) -> None:
    press(browser, "rename", title="  รายงาน   ฉบับใหม่ ")
    assert documents(desk)[0]["title"] == "รายงาน ฉบับใหม่"
    assert "ชื่อเอกสารว่าง" in press(browser, "rename", title=" ")


def removed(desk: Desk) -> list[Path]:
    return sorted(desk.state.glob(f"removed/*/{NAME}"))


def test_undo_brings_the_file_of_a_removed_document_back(desk: Desk, browser: TestClient) -> None:
    before = documents(desk)
    press(browser, "remove")
    assert not (desk.folder.docs / NAME).exists()
    assert browser.post("/2569/o7/undo/", data={"undo": "1"}).status_code == 200
    assert documents(desk) == before
    assert (desk.folder.docs / NAME).read_bytes() == REPORT.read_bytes()
    # An undo can be undone.
    browser.post("/2569/o7/undo/", data={"undo": "2"})
    assert not documents(desk)
    assert not (desk.folder.docs / NAME).exists()
    browser.post("/2569/o7/undo/", data={"undo": "3"})
    assert (desk.folder.docs / NAME).read_bytes() == REPORT.read_bytes()


def test_undoing_what_was_handed_in_takes_the_file_out_of_docs(
    desk: Desk, browser: TestClient
) -> None:
    hand_in(browser, ("แผน.txt", "แผนของปีนี้".encode()))
    [new] = [each["file"] for each in documents(desk) if each["file"] != NAME]
    assert (desk.folder.docs / new).is_file()
    browser.post("/2569/o7/undo/", data={"undo": "1"})
    assert [each["file"] for each in documents(desk)] == [NAME]
    assert not (desk.folder.docs / new).exists()


def test_an_undo_reaches_no_file_outside_of_docs(desk: Desk) -> None:
    outside = desk.root / "outside.txt"
    for name in ("files/../../outside.txt", "files/..\\x", "/etc/passwd", "files/", "oit.css"):
        assert not bring_back(desk, name)
    assert not outside.exists()


def test_what_was_removed_long_ago_is_forgotten(
    desk: Desk, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(browser, "remove")
    [old] = removed(desk)
    (desk.folder.docs / NAME).write_bytes(b"again")
    later = time.time() + (KEPT_DAYS + 1) * 24 * 60 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    put_away(desk, NAME)
    assert [path.read_bytes() for path in removed(desk)] == [b"again"]
    assert not old.exists()


def test_a_removed_document_is_no_longer_published(desk: Desk, browser: TestClient) -> None:
    assert "นำออกจากเว็บไซต์แล้ว" in press(browser, "remove")
    assert not documents(desk)
    assert in_docs(desk) == set()
    assert [path.read_bytes() for path in removed(desk)] == [REPORT.read_bytes()]


def test_a_file_that_is_named_elsewhere_stays(desk: Desk, browser: TestClient) -> None:
    page = desk.folder.docs / "about.md"
    page.write_text("[รายงาน](files/2569/o07-report.pdf)\n", encoding="utf-8")
    assert "มีที่อื่นอ้างถึง" in press(browser, "remove")
    assert in_docs(desk) == {"o07-report.pdf"}


def replace(browser: TestClient, content: bytes, name: str = "new.pdf") -> str:
    answer = browser.post(
        f"{HOME}1/", data={"do": "replace", "file": NAME}, files=[("document", (name, content))]
    )
    return html.unescape(answer.text)


def test_a_replaced_file_keeps_its_address_and_what_it_shows(
    desk: Desk, browser: TestClient
) -> None:
    new = a_pdf(*"12345678")
    assert "เปลี่ยนไฟล์ของ" in replace(browser, new)
    assert documents(desk)[0] == {
        "title": "รายงานประจำปี",
        "file": NAME,
        "shows": {"results": "4"},
    }
    assert (desk.folder.docs / NAME).read_bytes() == new
    assert [path.read_bytes() for path in removed(desk)] == [REPORT.read_bytes()]


def test_pages_that_a_new_file_lacks_are_told(desk: Desk, browser: TestClient) -> None:
    text = replace(browser, a_pdf("one", "two"))
    assert "“ผลรายโครงการ” เคยอยู่หน้าที่ไฟล์ใหม่ไม่มี (ไฟล์ใหม่มี 2 หน้า)" in text
    assert "shows" not in documents(desk)[0]


def test_a_file_of_another_type_or_named_elsewhere_gets_a_new_address(
    desk: Desk, browser: TestClient
) -> None:
    other = desk.folder.path / "2569/o01.yml"
    other.write_text(
        other.read_text(encoding="utf-8") + f"documents:\n  - {{title: x, file: {NAME}}}\n",
        encoding="utf-8",
    )
    replace(browser, a_pdf(*"12345678"))
    assert documents(desk)[0]["file"] == "files/2569/o07-รายงานประจำปี.pdf"
    assert documents(desk)[0]["shows"] == {"results": "4"}
    assert (desk.folder.docs / NAME).read_bytes() == REPORT.read_bytes()


def test_a_replacement_with_personal_data_waits_too(desk: Desk, browser: TestClient) -> None:
    text = replace(browser, a_pdf(*"123", "081-234-5678"))
    assert (desk.folder.docs / NAME).read_bytes() == REPORT.read_bytes()
    [token] = re.findall(r"keep:(\w+)", text)
    assert "เปลี่ยนไฟล์ของ" in browser.post(HOME, data={"do": f"keep:{token}"}).text
    assert (desk.folder.docs / NAME).read_bytes() != REPORT.read_bytes()
    assert len(documents(desk)) == 1


def test_a_replacement_of_a_document_that_is_gone_is_not_stored(
    desk: Desk, browser: TestClient
) -> None:
    [token] = re.findall(r"keep:(\w+)", replace(browser, a_pdf("081-234-5678")))
    press(browser, "remove")
    assert "เพิ่งถูกแก้ไข" in browser.post(HOME, data={"do": f"keep:{token}"}).text
    assert not documents(desk)
    assert in_docs(desk) == set()


def test_a_document_that_was_changed_meanwhile_is_left_alone(
    desk: Desk, browser: TestClient
) -> None:
    for do in ("remove", "rename", "page:1", "replace"):
        assert "เพิ่งถูกแก้ไขจากที่อื่น" in press(browser, do, name="files/2569/old.pdf", title="x")
    assert len(documents(desk)) == 1


def test_a_document_that_cannot_be_listed_is_not_published(
    desk: Desk, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(change, "save", fail)
    assert "ดิสก์เต็ม" in hand_in(browser, ("a.pdf", a_pdf("one")))
    assert "ดิสก์เต็ม" in press(browser, "remove")
    assert "ดิสก์เต็ม" in press(browser, "page:8", element="problems")
    monkeypatch.setattr(change, "save", lambda *call, **_: Outcome(call[3]))
    assert "บันทึกรายการเอกสารไม่ได้" in hand_in(browser, ("a.pdf", a_pdf("one")))
    assert in_docs(desk) == {"o07-report.pdf"}
    assert len(documents(desk)) == 1


def test_a_damaged_file_of_an_item_is_told(desk: Desk, browser: TestClient) -> None:
    path = desk.folder.path / "2569/o07.yml"
    path.write_text("owner: [\n", encoding="utf-8")
    assert "ยังไม่ได้เก็บ a.pdf" in hand_in(browser, ("a.pdf", a_pdf("one")))
    assert path.read_text(encoding="utf-8") == "owner: [\n"
    assert in_docs(desk) == {"o07-report.pdf"}


def test_the_record_says_what_was_done_without_values(desk: Desk, browser: TestClient) -> None:
    hand_in(browser, ("a.pdf", a_pdf("one")), title="แผนลับ")
    press(browser, "page:8", element="recommendations")
    press(browser, "remove", 2, "files/2569/o07-แผนลับ.pdf")
    log = (desk.state / "saves.log").read_text(encoding="utf-8")
    assert [json.loads(line)["kind"] for line in log.splitlines()] == ["upload", "attest", "save"]
    assert "แผนลับ" not in log


def test_comments_and_order_of_the_file_stay(desk: Desk, browser: TestClient) -> None:
    path = desk.folder.path / "2569/o07.yml"
    before = f"# ของกองคลัง\n{path.read_text(encoding='utf-8')}# จบ\n"
    path.write_text(before, encoding="utf-8")
    press(browser, "page:8", element="recommendations")
    after = path.read_text(encoding="utf-8")
    assert after == before.replace("{results: 4}", "{results: 4, recommendations: 8}")


def test_a_file_without_documents_takes_none(desk: Desk, browser: TestClient) -> None:
    address = "/2569/agency/documents/"
    assert "ไม่มีรายการเอกสาร" in browser.get(address).text
    answer = browser.post(
        address, data={"do": "hand-in"}, files=[("documents", ("a.pdf", a_pdf("one")))]
    )
    assert answer.status_code == 404
    assert 'id="documents"' not in browser.get("/2569/agency/").text
    assert 'id="documents"' in browser.get("/2569/o7/").text
    assert in_docs(desk) == {"o07-report.pdf"}


@pytest.mark.parametrize(
    ("officer", "status"),
    [
        (Officer("reader", Role.READER), 403),
        (Officer("another", Role.OFFICER, ("กองช่าง",)), 404),
    ],
)
def test_only_who_may_change_an_item_hands_in(desk: Desk, officer: Officer, status: int) -> None:
    for page, do in ((pages.documents, "hand-in"), (pages.document, "remove")):
        form = FormData({"do": do, "file": NAME})
        path = {"year": "2569", "slug": "o7", "number": "1"}
        with pytest.raises(RefusedError) as refused:
            page(Asked(desk, officer, "POST", path, form=form))
        assert refused.value.status == status
    assert in_docs(desk) == {"o07-report.pdf"}


def test_a_reader_sees_no_forms(desk: Desk) -> None:
    reader = Officer("reader", Role.READER)
    path = {"year": "2569", "slug": "o7", "number": "1"}
    for page in (pages.documents, pages.document):
        text = bytes(page(Asked(desk, reader, path=path)).body).decode()
        assert "รายงานประจำปี" in text
        assert "<button" not in text.partition("<main")[2]


def test_what_else_was_typed_stays_a_draft(desk: Desk, browser: TestClient) -> None:
    file = desk.file(2569, "o7")
    assert file
    draft = open_draft(desk, ALONE, file)
    typed = {**draft.mine, "problems": "ยังเขียนไม่จบ"}  # type: ignore[dict-item]
    keep(desk, ALONE, file, Draft(draft.base, typed, draft.version))
    hand_in(browser, ("a.pdf", a_pdf("one")))
    press(browser, "page:8", element="recommendations")
    assert "ยังเขียนไม่จบ" not in file.path.read_text(encoding="utf-8")
    kept: Any = open_draft(desk, ALONE, file).mine
    assert kept["problems"] == "ยังเขียนไม่จบ"
    assert [entry["file"] for entry in kept["documents"]] == [NAME, "files/2569/o07-a.pdf"]
    assert kept["documents"][0]["shows"]["recommendations"] == "8"


def test_a_document_without_pages_is_attested_as_a_whole(desk: Desk, browser: TestClient) -> None:
    hand_in(browser, ("a.csv", b"a,b\n"))
    assert "ทั้งเอกสาร" in browser.get(f"{HOME}2/").text
    press(browser, "page:1", 2, "files/2569/o07-a.csv", element="problems")
    assert documents(desk)[1]["shows"] == {"problems": "1"}


def test_a_picture_is_its_own_page(browser: TestClient) -> None:
    hand_in(browser, ("a.png", a_picture(size=(2000, 1000))))
    picture = Image.open(io.BytesIO(browser.get(f"{HOME}2/pages/1.png").content))
    assert picture.size == (360, 180)


def test_ten_thousand_pages_are_shown_in_groups(browser: TestClient) -> None:
    hand_in(browser, ("a.pdf", many_pages(10_000)))
    text = browser.get(f"{HOME}2/?from=9999").text
    assert text.count("<img") == 16
    assert "จาก 10000" in text
    assert browser.get(f"{HOME}2/pages/10000.png").status_code == 200
    assert browser.get(f"{HOME}2/?from={'9' * 5000}").status_code == 200


def test_a_page_that_cannot_be_drawn_is_not_tried_again(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def fail(*call: object, **_: object) -> None:
        tried.append(call)
        raise worker.UnreadableError(Bilingual("ช้า", "slow"))

    browser.get(f"{HOME}1/")
    monkeypatch.setattr(worker, "read", fail)
    for page in (1, 2):
        assert browser.get(f"{HOME}1/pages/{page}.png").status_code == 404
    assert len(tried) == 1


@pytest.mark.parametrize(
    "entry",
    [
        "{title: x, file: ../../../etc/passwd}",
        "{title: x, file: /etc/passwd}",
        "{title: x, file: files/2569/none.pdf}",
        "{title: x}",
        "{file: [a]}",
        "{title: {a: b}, file: {c: d}, shows: [a]}",
        "text",
    ],
)
def test_broken_entries_are_shown_and_can_be_removed(
    desk: Desk, browser: TestClient, entry: str
) -> None:
    path = desk.folder.path / "2569/o07.yml"
    path.write_text(f"documents:\n  - {entry}\n", encoding="utf-8")
    assert browser.get(HOME).status_code == 200
    answer = browser.get(f"{HOME}1/")
    assert answer.status_code in {200, 404}
    assert "root:" not in answer.text
    assert browser.get(f"{HOME}1/pages/1.png").status_code == 404
    names = re.findall(r'name="file" value="([^"]*)"', answer.text)
    if names:
        press(browser, "remove", name=html.unescape(names[0]))
        assert in_docs(desk) == {"o07-report.pdf"}
