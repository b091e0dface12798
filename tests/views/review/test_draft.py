"""The draft of an answer to the assessors."""

from pathlib import Path

import pytest

from oit.data.folder import DataFolder
from oit.views.changes.history import History, changes_of
from oit.views.review.draft import Draft, Spot, drafts_of
from small_agency import AGENCY, SmallAgency
from views.changes.repository import Repository

SITE = "https://www.lek.example/oit-site"
PAGE = f"{SITE}/oit/2569/o7/"
REVIEW = "items: [{item: O7, score: 50}]\n"
DOCUMENTS = """\
documents:
  - {title: รายงาน, file: files/แผน ก.csv, shows: {results: 1, problems: 1}}
"""


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: {SITE}\n")
    small_agency.write("data/2569/review.yml", REVIEW)
    return small_agency


def draft(agency: SmallAgency, item: str = "O7", history: History | None = None) -> Draft:
    agency.write("data/2569/review.yml", REVIEW.replace("O7", item))
    (made,) = drafts_of(agency.assess(), history or {})
    return made


def described(made: Draft) -> list[str]:
    return [element.described() for element in made.lacking]


def test_it_says_where_each_element_stands(agency: SmallAgency) -> None:
    agency.write("docs/files/แผน ก.csv", "ก,ข\n")
    agency.add("data/2569/o07.yml", DOCUMENTS)
    made = draft(agency)
    file = f"{SITE}/files/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%81.csv"
    assert made.spots == (
        Spot("หน้าเว็บของข้อนี้", PAGE, ("ผลรายโครงการ",)),
        Spot("เอกสาร “รายงาน” หน้า 1", file, ("ผลรายโครงการ", "ปัญหา/อุปสรรค")),
    )
    assert made.statement.startswith("หน่วยงานเผยแพร่ข้อมูลของข้อนี้แล้ว 2 จาก 3 องค์ประกอบ")
    assert made.addresses == (PAGE, file)
    assert described(made) == ["ข้อเสนอแนะ: ยังไม่มี"]


def test_a_complete_item_claims_all_of_its_elements(agency: SmallAgency) -> None:
    agency.complete()
    made = draft(agency)
    assert made.statement.startswith("หน่วยงานเผยแพร่ข้อมูลของข้อนี้ครบ 3 องค์ประกอบ")
    assert made.spots == (Spot("หน้าเว็บของข้อนี้", PAGE, ("ผลรายโครงการ", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ")),)


def test_what_is_not_there_is_not_claimed(agency: SmallAgency) -> None:
    made = draft(agency, "O8")
    assert (made.statement, made.spots, made.since) == ("", (), ())
    assert described(made) == ["รายการ: ยังไม่มี"]


def test_how_much_is_there_is_said_as_everywhere_else(agency: SmallAgency) -> None:
    agency.add_items_in_part()
    assert described(draft(agency, "O22")) == ["สรุปผลรายเดือน: มี 5 จาก 6 เดือน ขาด ม.ค. 2569"]
    assert "ผลการใช้จ่าย: มีของปี 2567 ยังไม่มีของปี 2568" in described(draft(agency, "O23"))


def test_a_declaration_is_quoted(agency: SmallAgency) -> None:
    (spot,) = draft(agency, "O20").spots
    assert spot.where == "หน้าเว็บของข้อนี้ แจ้งว่าไม่มี: ไม่มีเรื่องร้องเรียนในปีงบประมาณ พ.ศ. 2568"


def test_an_item_that_does_not_apply_gives_its_reason(agency: SmallAgency) -> None:
    made = draft(agency, "O21")
    assert made.statement == "ข้อนี้ไม่เกี่ยวข้องกับหน่วยงาน: ใช้กับสถานศึกษาเท่านั้น"


def test_the_addresses_are_those_that_were_submitted(agency: SmallAgency) -> None:
    text = f"items: [{{item: o๐๗, addresses: ['{PAGE}?a=1']}}]\n"
    agency.write("data/2569/submitted.yml", text)
    assert draft(agency).addresses == (f"{PAGE}?a=1",)


def test_it_says_since_when(agency: SmallAgency) -> None:
    assert draft(agency).since == ("ปรับปรุงล่าสุด 28 กุมภาพันธ์ 2569 ก่อนวันปิดรับหรือส่งคำตอบ 30 เมษายน 2569",)
    late = (agency.data / "2569/o07.yml").read_text(encoding="utf-8")
    agency.write("data/2569/o07.yml", late.replace("2569-02-28", "2569-05-02"))
    assert draft(agency).since == ("ปรับปรุงล่าสุด 2 พฤษภาคม 2569",)


def test_git_says_since_when_too(agency: SmallAgency, tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    repository = Repository.make(agency.folder)
    repository.commit("นายสมชายขอให้แก้")
    agency.add("data/2569/o07.yml", "summary: ก\n")
    repository.commit("แก้")
    history = changes_of(DataFolder(agency.data, agency.folder))
    assert draft(agency, history=history).since[1:] == (
        "บันทึกล่าสุดในคลังข้อมูล (git) 2 มีนาคม 2569",
        "เริ่มบันทึก 1 มีนาคม 2569",
    )
    assert draft(agency, "O1", history).since[1:] == ("บันทึกล่าสุดในคลังข้อมูล (git) 1 มีนาคม 2569",)
