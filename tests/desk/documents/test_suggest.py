"""The page on which an element may be."""

from collections import Counter
from pathlib import Path

from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.desk.documents.held import documents_of, elements_of
from oit.desk.documents.suggest import likely_pages
from sent_files import ROOT
from small_agency import TODAY


def test_most_of_the_samples_pages_are_found_and_few_are_wrong() -> None:
    desk = Desk(DataFolder(ROOT / "data", ROOT), TODAY)
    found: Counter[str] = Counter()
    for file in desk.files(2569):
        words = {result.element.id: result.element.text for result in elements_of(file.items)}
        for held in documents_of(desk, file):
            if held.pages < 2:
                continue
            likely = likely_pages(held, words)
            for element, pages in held.shows.items():
                if pages and element in words:
                    page = likely.get(element)
                    found["none" if page is None else str(page in pages.numbers)] += 1
    assert found["True"] >= 12
    assert found["False"] <= 1
    assert found["none"] <= 1


def test_a_document_without_text_suggests_nothing(desk: Desk) -> None:
    file = desk.file(2569, "o7")
    assert file
    [held] = documents_of(desk, file)
    assert likely_pages(held, {"a": "ข้อเสนอแนะ", "b": "ไม่มีคำนี้ในเอกสาร", "c": ""}) == {"a": 8}
    Path(held.path).write_bytes(b"%PDF-1.7 broken")
    [held] = documents_of(desk, file)
    assert held.trouble
    assert likely_pages(held, {"a": "ข้อเสนอแนะ"}) == {}
