"""The answers as a paper for Word, and as a page for the staff."""

import io

import docx
import pytest
from docx.document import Document

from oit.views.papers.paper import Heading, Paper, PaperTable, Points, Text
from oit.views.papers.word import write_word
from oit.views.review.draft import drafts_of
from oit.views.review.paper import paper, staff_paper
from small_agency import AGENCY, TODAY, SmallAgency

REVIEW = """\
opens: 2569-03-25
closes: 2569-04-08
items:
  - {item: O1, score: 50, remark: "ไม่พบ <b>โทรศัพท์</b>"}
  - {item: O7, score: 0}
  - {item: O8, score: 0, remark: ไม่มีข้อมูล}
"""


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: https://www.lek.example/\n")
    small_agency.write("data/2569/review.yml", REVIEW)
    return small_agency


def of_staff(agency: SmallAgency) -> Paper:
    return staff_paper(agency.assess(), drafts_of(agency.assess(), {}))


def filed(agency: SmallAgency) -> Paper:
    return paper(agency.assess(), drafts_of(agency.assess(), {}))


def headings(made: Paper) -> list[str]:
    return [block.text for block in made.blocks if isinstance(block, Heading)]


def texts(made: Paper) -> dict[str, str]:
    return {b.label: str(b.text) for b in made.blocks if isinstance(b, Text) and b.label}


def word(made: Paper) -> Document:
    return docx.Document(io.BytesIO(write_word(made, TODAY)))


def test_the_paper_has_the_items_with_something_to_answer(agency: SmallAgency) -> None:
    made = filed(agency)
    assert made.title == "คำชี้แจงผลการตรวจแบบวัด OIT ปีงบประมาณ 2569"
    assert headings(made) == ["O1 การติดต่อ", "O7 รายงานผลการดำเนินงาน"]
    assert "ยังขาดในข้อมูล (สำหรับเจ้าหน้าที่)" not in texts(made)


def test_word_has_the_remark_the_answer_and_where_to_look(agency: SmallAgency) -> None:
    document = word(filed(agency))
    lines = [line.text for line in document.paragraphs]
    assert "ข้อสังเกตของผู้ประเมิน  ไม่พบ <b>โทรศัพท์</b>" in lines
    assert "ผลการตรวจ  50 จาก 100 คะแนน" in lines
    assert "https://www.lek.example/oit/2569/o1/" in lines
    assert lines[-1] == "ผู้บริหารเทศบาลตำบลเล็ก"
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [
        ["ตำแหน่ง", "องค์ประกอบ", "ที่อยู่"],
        ["หน้าเว็บของข้อนี้", "ที่อยู่\nโทรศัพท์", "https://www.lek.example/oit/2569/o1/"],
    ]


def test_an_id_number_in_a_remark_is_masked(agency: SmallAgency) -> None:
    found = "พบเลข 1-1017-00230-70-8 ในเอกสาร"
    agency.write("data/2569/review.yml", f"items: [{{item: O1, score: 50, remark: {found}}}]")
    for made in (of_staff(agency), filed(agency)):
        assert "00230" not in str(made.blocks)


def test_the_staff_read_the_round_the_differences_and_every_answer(agency: SmallAgency) -> None:
    made = of_staff(agency)
    assert headings(made) == [
        "ข้อที่โปรแกรมกับผู้ประเมินเห็นต่างกัน",
        "O1 การติดต่อ",
        "O7 รายงานผลการดำเนินงาน",
        "O8 ข้อมูลทั่วไป",
    ]
    labelled = texts(made)
    assert labelled["ชี้แจงได้"] == "ตั้งแต่ 25 มีนาคม 2569 ถึง 8 เมษายน 2569 (อีก 7 วัน)"
    assert labelled["ยังไม่กรอกคะแนน"] == "O2, O20, O21"
    assert made.blocks[-2:] == [
        Text("", "ยังขาดในข้อมูล (สำหรับเจ้าหน้าที่)"),
        Points(["รายการ: ยังไม่มี"]),
    ]
    (table, *_) = [block for block in made.blocks if isinstance(block, PaperTable)]
    ((_, rows),) = table.groups
    assert [row[:2] for row in rows] == [["O1 การติดต่อ", "ครบ"]]
    assert any(isinstance(b, Points) and "ไม่ต้องชี้แจง" in b.lines[0] for b in made.blocks)


def test_without_days_the_staff_are_told_where_to_write_them(agency: SmallAgency) -> None:
    agency.write("data/2569/review.yml", "items: [{item: O1, score: 100}]\n")
    labelled = texts(of_staff(agency))
    assert labelled["ชี้แจงได้"] == "ยังไม่ได้กรอก opens และ closes ใน review.yml"
    assert texts(filed(agency)) == {}
