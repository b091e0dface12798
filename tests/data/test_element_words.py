"""The words by which elements are recognised in documents."""

import pytest

from oit.data.checklist import Element, program_lists
from oit.data.element_words import words_of_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ข้อเสนอแนะ", ["ข้อเสนอแนะ"]),
        ("ปัญหา/อุปสรรค", ["ปัญหา", "อุปสรรค"]),
        ("ยุทธศาสตร์หรือแนวทาง", ["ยุทธศาสตร์", "แนวทาง"]),
        ("งบประมาณที่ใช้แล้วของแต่ละโครงการ/กิจกรรม", ["งบประมาณที่ใช้แล้ว"]),
        ("คู่มือการใช้งานแต่ละระบบ", ["คู่มือการใช้งาน"]),
        ("ช่องทางการให้บริการ เช่น สถานที่ E-Service", ["ช่องทางการให้บริการ"]),
        ("แนวปฏิบัติที่ควรทำ (Dos)", ["แนวปฏิบัติที่ควรทำ"]),
        ("กฎหมายที่เกี่ยวข้อง อย่างน้อย 5 ฉบับ", ["กฎหมายที่เกี่ยวข้อง"]),
        ("ตำแหน่งของผู้บริหารแต่ละคน", ["ตำแหน่ง"]),
        ("ข่าว", []),
    ],
)
def test_the_text_of_an_element_gives_words(text: str, words: list[str]) -> None:
    assert words_of_text(text, "present") == words


def test_years_are_recognised_by_their_numbers() -> None:
    assert words_of_text("เป็นรายงานผลของปีงบประมาณ ๒๕๖๘", "covers") == ["2568"]
    assert words_of_text("เป็นของปีก่อน", "covers") == []


def test_what_no_word_tells_has_no_words() -> None:
    assert words_of_text("ไฟล์มากกว่าหนึ่งรูปแบบ", "formats") == []
    assert words_of_text("เนื้อหาหรือเอกสารของข้อนี้", "contents") == []


def test_words_of_its_own_replace_those_of_its_text() -> None:
    derived = Element(id="a", text="อุปสรรค", rule="present")
    own = Element(id="a", text="อุปสรรค", rule="present", words=["ข้อจำกัด"])
    without = Element(id="a", text="อุปสรรค", rule="present", words=[])
    assert derived.words_in_documents == ["อุปสรรค"]
    assert own.words_in_documents == ["ข้อจำกัด"]
    assert without.words_in_documents == []


def test_nearly_every_element_of_the_programs_lists_has_words() -> None:
    without = {
        (checklist.year, item.id, element.id)
        for checklist in program_lists()
        for item in checklist.items
        for element in item.elements
        if element.rule not in {"contents", "formats"} and not element.words_in_documents
    }
    # Pictures, names and news are recognised by no word.
    assert {element for _, _, element in without} == {"photo", "name", "news"}
