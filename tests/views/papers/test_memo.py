"""The memo that submits the report to the executive."""

from datetime import date

import pytest

from blocks import AGENCY, every, only
from given import a_cycle
from oit.views.papers import memo
from oit.views.papers.paper import Paper, Points, Signatures, Text

QUOTED = {"O25": ["มาตรการ", "ผู้รับผิดชอบ"]}


def paper(fields: str) -> Paper:
    made = memo.paper(a_cycle(f"memo: {fields}", quoted=QUOTED), AGENCY)
    assert made
    return made


def test_without_a_memo_there_is_no_paper() -> None:
    assert memo.paper(a_cycle("measures: [{name: ก}]"), AGENCY) is None


def test_memo_has_the_usual_parts() -> None:
    made = paper(
        """
          office: สำนักปลัด
          reference: ที่ 1/2569
          date: 2569-04-01
          subject: รายงานผล
          to: นายกเทศมนตรี
          background: ตามที่ได้ประเมิน
          facts: บัดนี้ได้ดำเนินการ
          proposal: เห็นควรเผยแพร่
          closing: จึงเรียนมาเพื่อพิจารณา
        """
    )
    assert (made.slug, made.title, made.subtitle) == ("memo", "บันทึกข้อความ", "เทศบาลตำบลเล็ก")
    assert every(Text, made.blocks) == [
        Text("สำนักปลัด", "ส่วนราชการ"),
        Text("ที่ 1/2569", "ที่"),
        Text(date(2026, 4, 1), "วันที่"),
        Text("รายงานผล", "เรื่อง"),
        Text("นายกเทศมนตรี", "เรียน"),
        Text("ตามที่ได้ประเมิน", "เรื่องเดิม"),
        Text("บัดนี้ได้ดำเนินการ", "ข้อเท็จจริง"),
        Text("เห็นควรเผยแพร่", "ข้อพิจารณาและเสนอแนะ"),
        Text("จึงเรียนมาเพื่อพิจารณา"),
    ]


def test_missing_parts_are_left_out_except_the_closing() -> None:
    assert every(Text, paper("{subject: ก}").blocks) == [
        Text("ก", "เรื่อง"),
        Text("จึงเรียนมาเพื่อโปรดทราบ"),
    ]


# The requirements of the checklist.


@pytest.mark.parametrize("item", ["O25", "o๒๕"])
def test_memo_quotes_the_requirements_of_the_item(item: str) -> None:
    made = paper(f"{{item: {item}}}")
    assert only(Points, made.blocks) == Points(["มาตรการ", "ผู้รับผิดชอบ"], numbered=True)
    assert every(Text, made.blocks)[:2] == [
        Text("", "ข้อเท็จจริง"),
        Text("แบบวัด OIT ปีงบประมาณ 2569 ขอให้แสดงอย่างน้อย"),
    ]


def test_quotation_by_the_agency_replaces_the_checklist() -> None:
    assert only(Points, paper("{item: O25, quoted: [ก]}").blocks).lines == ["ก"]


@pytest.mark.parametrize("fields", ["{item: O1}", "{subject: ก}"])
def test_unknown_item_is_not_quoted(fields: str) -> None:
    assert every(Points, paper(fields).blocks) == []


# Signers.


def test_named_signers_sign() -> None:
    (signer,) = only(Signatures, paper("{signers: [{position: นิติกร, name: ก}]}").blocks).signers
    assert (signer.position, signer.name) == ("นิติกร", "ก")


def test_without_named_signers_there_is_space_for_one() -> None:
    (signer,) = only(Signatures, paper("{subject: ก}").blocks).signers
    assert (signer.position, signer.name) == ("", None)


def test_a_memo_is_passed_on_line_by_line() -> None:
    made = paper(
        """
          signers: [{position: หัวหน้าสำนักปลัด}]
          endorsements:
            - {to: นายกเทศมนตรี, text: เพื่อโปรดทราบ, position: ปลัดเทศบาล}
            - {to: หัวหน้าสำนักปลัด}
        """
    )
    assert Text("นายกเทศมนตรี", "เรียน") in made.blocks
    assert Text("เพื่อโปรดทราบ") in made.blocks
    signed = [block.signers[0].position for block in every(Signatures, made.blocks)]
    assert signed == ["หัวหน้าสำนักปลัด", "ปลัดเทศบาล", ""]
