"""An officer confirms what `oit adopt` proposes, a page at a time."""

import html
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import FormData
from starlette.testclient import TestClient

from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.asked import Asked, RefusedError
from oit.desk.desk import Desk
from oit.desk.documents import pictures
from oit.desk.documents.proposals import open_questions
from oit.desk.officer import ALONE, Officer, Role
from oit.desk.pages import proposals as pages
from sent_files import REPORT, a_pdf
from small_agency import TODAY, SmallAgency

HOME = "/2569/o7/proposals/"
SURE, UNSURE = "files/2569/o07-1.pdf", "files/2569/o07-2.pdf"
O7 = f"""\
documents:
  - title: รายงาน <ปี>
    file: {SURE}
    # shows: {{results: 4, problems: 4, recommendations: 8}}   # พบคำเหล่านี้ เปิดดูก่อน
    ## ไม่พบคำว่า ขยะ ในเอกสารนี้
#   ## เป็นของปี 2567
#   - title: ของปีก่อน
#     file: {UNSURE}
#     # shows: {{problems: 1}}   # พบคำเหล่านี้ เปิดดูก่อน
"""
O8 = """\
## รายการ
# entries:
#   - title: ชื่อ

# documents:
#   - title: คู่มือ
#     file: files/2569/o08-1.xlsx
#   - title: ตัวอย่าง
#     file: files/2569/example.pdf
"""
ADOPTED = f"""\
sources: [https://www.example.go.th/ita]
documents:
  - {{item: O7, address: "https://www.example.go.th/o7.pdf", file: {SURE}, sha256: a,
     day: 2569-01-15}}
  - {{item: O7, address: "file:///ITA_files/old.pdf", file: {UNSURE}, sha256: b,
     day: 2569-01-15}}
  - {{item: O8, address: "javascript:alert(1)", file: files/2569/o08-1.xlsx, sha256: c}}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    agency = SmallAgency.make(tmp_path / "agency")
    files = agency.folder / "docs/files/2569"
    files.mkdir(parents=True)
    shutil.copy(REPORT, files / "o07-1.pdf")
    (files / "o07-2.pdf").write_bytes(a_pdf("one", "two"))
    (files / "o08-1.xlsx").write_bytes((REPORT.parent / "o12-procurement-2568.xlsx").read_bytes())
    for name, text in (("o07", O7), ("o08", O8), ("adopted", ADOPTED)):
        agency.write(f"data/2569/{name}.yml", text)
    return Desk(DataFolder(agency.data, agency.folder), TODAY)


@pytest.fixture
def browser(desk: Desk) -> Iterator[TestClient]:
    with TestClient(make_app(desk)) as client:
        yield client


def look(browser: TestClient, address: str = HOME, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status
    return html.unescape(answer.text)


def press(browser: TestClient, do: str, file: str = SURE, page: int = 4, home: str = HOME) -> Any:
    answer = browser.post(home, data={"do": do, "file": file, "page": str(page)})
    return answer, html.unescape(answer.text)


def text_of(desk: Desk, name: str = "o07") -> str:
    return (desk.folder.path / f"2569/{name}.yml").read_text(encoding="utf-8")


def documents(desk: Desk) -> Any:
    file = desk.file(2569, "o7")
    assert file
    return file.root["documents"]


def left(desk: Desk) -> list[tuple[str, str, int]]:
    return [question.key for question in open_questions(desk, ALONE, 2569)]


def test_the_first_page_counts_what_is_to_be_confirmed_and_leads_there(browser: TestClient) -> None:
    text = look(browser, "/")
    assert "เหลือ 5 เรื่องให้ยืนยัน" in text
    assert f'href="{HOME}"' in text
    assert "มีข้อเสนอจากเว็บไซต์เดิม 4 เรื่อง" in look(browser, "/2569/o7/documents/")


def test_proposals_are_asked_by_page_then_documents_that_are_comments(desk: Desk) -> None:
    assert left(desk) == [
        ("o7", SURE, 4),
        ("o7", SURE, 8),
        ("o7", UNSURE, 0),
        ("o8", "files/2569/o08-1.xlsx", 0),
    ]


def test_a_page_shows_its_picture_words_and_where_it_came_from(browser: TestClient) -> None:
    answer = browser.get(HOME)
    assert "รายงาน &lt;ปี&gt;" in answer.text
    text = html.unescape(answer.text)
    assert "หน้า 4 จาก 8" in text
    assert "คำที่พบในหน้านี้" not in text  # this page has none of them
    assert "คำที่พบในหน้านี้: ข้อเสนอแนะ" in look(browser, f"{HOME}?file={SURE}&page=8")
    assert "ไม่พบคำว่า ขยะ ในเอกสารนี้" in text
    assert 'href="https://www.example.go.th/o7.pdf"' in text
    assert "15 มกราคม 2569" in text
    assert "เหลือให้ยืนยันในข้อนี้ 4 เรื่อง · ทุกข้อของท่าน 5 เรื่อง" in text
    picture = browser.get(f"{HOME}pages/4.png?file={SURE}&v=1")
    assert picture.headers["Content-Type"] == "image/png"
    assert "max-age" in picture.headers["Cache-Control"]
    for wrong in (f"9.png?file={SURE}", "1.png?file=files/2569/example.pdf", "1.png"):
        assert browser.get(f"{HOME}pages/{wrong}").status_code == 404


def test_one_press_attests_and_leads_to_the_rest_of_the_page_then_to_the_next(
    desk: Desk, browser: TestClient
) -> None:
    answer, text = press(browser, "yes:results")
    assert answer.url.query.decode().endswith("page=4&done=yes")
    assert "บันทึกแล้ว" in text
    assert documents(desk)[0]["shows"] == {"results": "4"}
    assert "# shows: {problems: 4, recommendations: 8}   # พบ" in text_of(desk)
    answer, text = press(browser, "yes:problems")
    assert "หน้า 8 จาก 8" in text
    press(browser, "yes:recommendations", page=8)
    assert documents(desk)[0]["shows"] == {"results": "4", "problems": "4", "recommendations": "8"}
    assert text_of(desk).count("# shows") == 1  # of the other document
    log = (desk.state / "saves.log").read_text(encoding="utf-8").splitlines()
    assert json.loads(log[-1])["kind"] == "attest"


def test_a_page_that_shows_something_else_is_not_proposed_again(
    desk: Desk, browser: TestClient
) -> None:
    before = documents(desk)
    _, text = press(browser, "no:results")
    assert "ข้ามแล้ว" in text
    assert documents(desk) == before
    assert "# shows: {problems: 4, recommendations: 8}" in text_of(desk)
    answer, text = press(browser, "no:results")
    assert answer.status_code == 400
    assert "ไม่มีข้อเสนอนี้แล้ว" in text


def test_a_page_that_was_declined_by_mistake_is_proposed_again(
    desk: Desk, browser: TestClient
) -> None:
    before = left(desk), documents(desk)
    _, text = press(browser, "no:results")
    form = text[text.index("<form") :]
    assert form.startswith(f'<form method="post" action="{HOME}">')
    assert 'value="back:results"' in form[: form.index("</form>")]
    answer, text = press(browser, "back:results")
    assert answer.url.query.decode().endswith("page=4&done=back")
    assert "เสนออีกครั้งแล้ว" in text
    assert (left(desk), documents(desk)) == before
    assert text_of(desk).count("results") == 1
    press(browser, "back:results")
    assert text_of(desk).count("results") == 1


def test_only_what_an_item_can_show_is_proposed_again(desk: Desk, browser: TestClient) -> None:
    before = text_of(desk)
    for do, file, page in [
        ("back:nothing", SURE, 4), ("back:results", SURE, 9), ("back:results", SURE, 0),
        ("back:results", UNSURE, 1), ("back:results", "files/2569/none.pdf", 1),
    ]:  # fmt: skip
        assert press(browser, do, file, page)[0].status_code == 400
    assert text_of(desk) == before
    assert "back:" not in look(
        browser, f"{HOME}?done=no&of=../../x&was={SURE}&on=4&element=results"
    )


def test_a_document_that_is_used_is_asked_about_next(desk: Desk, browser: TestClient) -> None:
    text = look(browser, f"{HOME}?file={UNSURE}&page=0&view=2")
    assert "หน้า 2 จาก 2" in text
    assert "เป็นของปี 2567" in text
    assert "ITA_files/old.pdf (หน้าที่บันทึกไว้)" in text
    _, text = press(browser, "use", UNSURE, 0)
    assert "ใช้เอกสารกับข้อนี้แล้ว" in text
    assert "ของปีก่อน หน้า 1 จาก 2" in text
    assert documents(desk)[1] == {"title": "ของปีก่อน", "file": UNSURE}
    assert "#   - title" not in text_of(desk)
    assert ("o7", UNSURE, 1) in left(desk)


def test_a_document_that_is_not_of_the_item_leaves_the_site(
    desk: Desk, browser: TestClient
) -> None:
    _, text = press(browser, "drop", UNSURE, 0)
    assert "นำไฟล์ออกจากเว็บไซต์แล้ว" in text
    assert "o08" in text or "O8" in text
    assert UNSURE not in text_of(desk)
    assert not (desk.folder.docs / UNSURE).exists()
    assert documents(desk)[0]["file"] == SURE


def test_a_document_that_another_item_names_stays(desk: Desk, browser: TestClient) -> None:
    other = desk.folder.path / "2569/o01.yml"
    before = other.read_text(encoding="utf-8") if other.exists() else ""
    other.write_text(f"{before}\ndocuments: [{{title: ก, file: {UNSURE}}}]\n", encoding="utf-8")
    _, text = press(browser, "drop", UNSURE, 0)
    assert "ไฟล์ยังอยู่ในเว็บไซต์" in text
    assert (desk.folder.docs / UNSURE).exists()


def test_the_last_answer_leads_to_what_is_missing(desk: Desk, browser: TestClient) -> None:
    (desk.folder.path / "2569/o07.yml").unlink()
    text = look(browser)
    assert "ข้อนี้ไม่มีข้อเสนอที่รอยืนยัน" in text
    assert "ยืนยันข้อ O8 ต่อ" in text
    text = look(browser, "/2569/o8/proposals/")
    assert "แสดงเป็นรูปไม่ได้" in text
    assert 'href="javascript:' not in text
    _, text = press(browser, "use", "files/2569/o08-1.xlsx", 0, "/2569/o8/proposals/")
    assert "ใช้เอกสารกับข้อนี้แล้ว" in text
    assert "กลับหน้าแรก" in text
    assert left(desk) == []
    assert "เรื่องให้ยืนยัน" not in look(browser, "/")


@pytest.mark.parametrize(
    ("do", "file", "number"),
    [
        ("yes:other", SURE, 4),
        ("yes", SURE, 4),
        ("use", SURE, 4),
        ("drop", SURE, 4),
        ("yes:problems", UNSURE, 0),
        ("use", "../x.pdf", 0),
        ("", SURE, 4),
    ],
)
def test_a_press_that_answers_no_question_changes_nothing(
    desk: Desk, browser: TestClient, do: str, file: str, number: int
) -> None:
    answer, text = press(browser, do, file, number)
    assert answer.status_code == 400
    assert "ไม่มีข้อเสนอนี้แล้ว" in text
    assert text_of(desk) == O7


def test_a_page_after_the_last_can_only_be_declined(desk: Desk, browser: TestClient) -> None:
    path = desk.folder.path / "2569/o07.yml"
    path.write_text(O7.replace("problems: 4", "problems: 70"), encoding="utf-8")
    text = look(browser, f"{HOME}?file={SURE}&page=70")
    assert "เอกสารมี 8 หน้า ไม่มีหน้า 70" in text
    assert "yes:problems" not in text
    answer, _ = press(browser, "yes:problems", page=70)
    assert answer.status_code == 400
    press(browser, "no:problems", page=70)
    assert ("o7", SURE, 70) not in left(desk)


def test_a_file_that_changed_since_it_was_looked_at_stays(
    desk: Desk, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit.desk.documents.proposals.load", lambda *_: b"documents: [\n")
    answer, text = press(browser, "no:results")
    assert answer.status_code == 400
    assert "เพิ่งถูกแก้ไขจากที่อื่น" in text
    monkeypatch.setattr("oit.desk.documents.proposals.load", lambda *_: None)
    assert press(browser, "no:results")[0].status_code == 400
    assert text_of(desk) == O7


def test_a_page_that_cannot_be_drawn_says_so(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise pictures.NoPicture(Bilingual("วาดไม่ได้", "no"))

    monkeypatch.setattr(pictures, "picture_of", fail)
    assert "วาดไม่ได้" in look(browser, f"{HOME}pages/1.png?file={SURE}", 404)


def test_who_may_only_read_sees_no_buttons(desk: Desk) -> None:
    reader = Officer("มาลี", Role.READER)
    asked = Asked(desk, reader, path={"year": "2569", "slug": "o7"})
    text = pages.ask(asked).body.decode()  # type: ignore[union-attr]
    assert "หน้านี้แสดงเรื่องนี้" not in text
    assert open_questions(desk, reader, 2569) == []
    form = FormData({"do": "yes:results", "file": SURE, "page": "4"})
    with pytest.raises(RefusedError):
        pages.ask(Asked(desk, reader, "POST", {"year": "2569", "slug": "o7"}, form=form))


def test_files_without_proposals_have_none(desk: Desk, browser: TestClient) -> None:
    assert "ไม่มีข้อเสนอที่รอยืนยัน" in look(browser, "/2569/agency/proposals/")
    (desk.folder.path / "2569/adopted.yml").unlink()
    assert [key[:2] for key in left(desk)] == [("o7", SURE)] * 2
