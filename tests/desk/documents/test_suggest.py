"""What the words of a document say about its elements."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from oit.data.checklist import Element
from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.desk.documents.held import Held, documents_of, elements_of
from oit.desk.documents.suggest import suggestions
from oit.thai.pages import read_pages
from sent_files import ROOT
from small_agency import TODAY


def element(id_: str, *words: str) -> Element:
    return Element(id=id_, text=f"เรื่อง {id_}", rule="present", words=[*words])


ELEMENTS = [
    element("advice", "ข้อเสนอแนะ"),
    element("absent", "ไม่มีคำนี้ในเอกสาร", "และคำนี้ก็ไม่มี"),
    element("without"),
]


def held_of(desk: Desk) -> Held:
    file = desk.file(2569, "o7")
    assert file
    [held] = documents_of(desk, file)
    return held


def test_most_of_the_samples_pages_are_found_and_few_are_wrong() -> None:
    desk = Desk(DataFolder(ROOT / "data", ROOT), TODAY)
    found: Counter[str] = Counter()
    for file in desk.files(2569):
        elements = [result.element for result in elements_of(file.items)]
        for held in documents_of(desk, file):
            if held.pages < 2 or not held.shows:
                continue
            made = suggestions(replace(held, shows={}), elements)
            doubted = suggestions(held, elements)
            assert not any(id_ in doubted for id_ in held.shows)
            for id_, pages in held.shows.items():
                if pages and id_ in {element.id for element in elements}:
                    page = made[id_].page if id_ in made else None
                    found["none" if page is None else str(page in pages.numbers)] += 1
    assert found["True"] >= 12
    assert found["False"] <= 1
    assert found["none"] <= 1


def test_a_page_is_suggested_or_the_words_are_said_to_be_absent(desk: Desk) -> None:
    made = suggestions(held_of(desk), ELEMENTS)
    assert made.keys() == {"advice", "absent"}
    assert made["advice"] == (8, None)
    assert made["absent"].page is None
    remark = made["absent"].remark
    assert remark
    assert remark.th == "ไม่พบคำว่า ไม่มีคำนี้ในเอกสาร, และคำนี้ก็ไม่มี ในเอกสารนี้"


def test_a_page_that_was_chosen_is_doubted_only_if_it_lacks_the_words(desk: Desk) -> None:
    held = held_of(desk)
    right = replace(held, shows={"advice": read_pages("8"), "absent": None})
    assert suggestions(right, ELEMENTS) == {}
    wrong = replace(held, shows={"advice": read_pages("5")})
    remark = suggestions(wrong, ELEMENTS)["advice"].remark
    assert remark
    assert "หน้า 5" in remark.th
    assert "พบคำเหล่านี้ในหน้า" in remark.th


def test_a_document_that_cannot_be_read_suggests_nothing(desk: Desk) -> None:
    held = held_of(desk)
    assert suggestions(replace(held, is_scan=True), ELEMENTS) == {}
    Path(held.path).write_bytes(b"%PDF-1.7 broken")
    # It was there when its pages were counted.
    assert suggestions(held, ELEMENTS) == {}
    assert held_of(desk).trouble
    assert suggestions(held_of(desk), ELEMENTS) == {}
