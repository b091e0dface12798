"""Proposals of `oit adopt`: comments of an item's file, read and settled."""

import pytest

from oit.adopt.entries import Entry, with_documents
from oit.data.proposed import (
    Proposed,
    proposed,
    settled,
    with_element,
    without_document,
    without_element,
)
from oit.source.edit import NotPossibleError, insert_all, put, remove, values
from oit.source.write import Plain

TEMPLATE = """\
## O7 รายงาน

# projects:
#   - name: ถนน  # ชื่อ
#     result: แล้วเสร็จ

# documents:
#   - title: ชื่อ  # ชื่อเอกสาร
#     file: files/2569/o07-report.pdf  # ไฟล์

# nothing_to_report: ไม่มี
"""
SURE = Entry(
    "รายงาน", "files/2569/o07-1.pdf", True, ("ชื่อไม่ตรง",), {"results": 4, "spent": 6}, ("ปัญหา",)
)
UNSURE = Entry(
    "แผน: ปี 2567", "files/2569/o07-2.pdf", False, ("เป็นของปี 2567",), {"spent": 3}, ("ปี",)
)
BOTH = with_documents(TEMPLATE, [SURE, UNSURE])
OF_SURE = Proposed(
    SURE.title, SURE.file, True, SURE.shows, remarks=("ชื่อไม่ตรง", "ไม่พบคำว่า ปัญหา ในเอกสารนี้")
)
OF_UNSURE = Proposed(
    UNSURE.title, UNSURE.file, False, UNSURE.shows, UNSURE.doubts, ("ไม่พบคำว่า ปี ในเอกสารนี้",)
)
SHOWN = ("documents", 0, "shows")


def test_what_adopt_writes_is_read() -> None:
    for text in (BOTH, BOTH.replace("\n", "\r\n")):
        assert proposed(text) == [OF_SURE, OF_UNSURE]
    assert proposed(with_documents(TEMPLATE, [UNSURE])) == [OF_UNSURE]
    assert proposed(with_documents(TEMPLATE, [Entry("ก", "files/2569/o07-1.pdf", True)])) == []


def test_an_example_of_the_template_is_read_like_a_document() -> None:
    """Whether there is such a file, and where it came from, says who has the folder."""
    assert [document.file for document in proposed(TEMPLATE)] == ["files/2569/o07-report.pdf"]


@pytest.mark.parametrize(
    "note",
    [
        "# shows: {results: 4-5}",
        "# shows: {results: 0}",
        "# shows: {results: {a: 1}}",
        "# shows: {results: [}",
        "# shows: ดูหน้า 4",
        "# แก้แล้ว",
    ],
)
def test_a_comment_that_says_something_else_is_none_of_ours(note: str) -> None:
    text = f"documents:\n  - title: ก\n    file: files/ก.pdf\n    {note}\n"
    assert proposed(text) == []
    assert settled(text) == text
    assert without_element(text, "files/ก.pdf", "spent") == text


def test_what_a_document_shows_needs_no_proposal() -> None:
    text = settled(put(BOTH, (*SHOWN, "results"), "4"))
    assert "    # shows: {spent: 6}   # พบคำเหล่านี้ เปิดดูก่อน\n" in text
    assert proposed(text)[0].shows == {"spent": 6}
    text = settled(put(text, (*SHOWN, "spent"), "7"))
    assert "{spent: 6}" not in text
    assert "## ไม่พบคำว่า ปัญหา ในเอกสารนี้" in text
    assert proposed(text)[0].shows == {}


def test_a_proposal_can_come_back() -> None:
    text = with_element(without_element(BOTH, SURE.file, "results"), SURE.file, "results", 4)
    assert proposed(text)[0].shows == {"results": 4, "spent": 6}
    assert values(text) == values(BOTH)
    assert with_element(text, SURE.file, "results", 5) == text
    shown = put(BOTH, (*SHOWN, "results"), "4")
    assert with_element(shown, SURE.file, "results", 4) == shown


def test_a_proposal_that_does_not_hold_goes() -> None:
    text = without_element(BOTH, SURE.file, "results")
    assert proposed(text)[0].shows == {"spent": 6}
    assert values(text) == values(BOTH)
    assert proposed(without_document(BOTH, UNSURE.file)) == [OF_SURE]
    assert without_document(BOTH, "files/other.pdf") == BOTH
    assert without_element(BOTH, "files/other.pdf", "results") == BOTH


def test_what_is_proposed_of_a_document_moves_below_it_once_the_item_has_it() -> None:
    document: Plain = {"title": UNSURE.title, "file": UNSURE.file}
    for text in (BOTH, BOTH.replace("\n", "\r\n")):
        after = settled(insert_all(text, ("documents",), 1, [document]))
        of_unsure = Proposed(UNSURE.title, UNSURE.file, True, UNSURE.shows, (), OF_UNSURE.remarks)
        assert proposed(after) == [OF_SURE, of_unsure]
        assert "#   - title: แผน" not in after
        assert settled(after) == after
    only = settled(put(with_documents(TEMPLATE, [UNSURE]), ("documents",), [document]))
    assert proposed(only) == [of_unsure]


def test_proposals_go_with_their_document() -> None:
    assert proposed(remove(BOTH, ("documents", 0))) == [OF_UNSURE]


def test_a_file_that_cannot_be_read_stays_as_it_is() -> None:
    assert settled("a: [\n") == "a: [\n"


def test_a_list_between_brackets_has_no_comments() -> None:
    text = "documents: [{title: ก, file: files/ก.pdf, shows: {results: 4}}]\n"
    assert proposed(text) == []
    assert settled(text) == text
    mixed = text + "#   - title: ก\n#     file: files/ก.pdf\n"
    assert settled(mixed) == text


def test_lines_of_a_text_are_not_removed_like_comments() -> None:
    text = 'summary: "\n#   - title: ก\n#     file: files/ก.pdf\n"\n'
    assert "file" in str(values(text))
    with pytest.raises(NotPossibleError):
        without_document(text, "files/ก.pdf")
    both = f"{text}documents:\n  - {{title: ก, file: files/ก.pdf}}\n"
    assert settled(both) == both


def test_a_comment_that_is_no_document_is_passed_over() -> None:
    text = "#   - a: [\n#   - title: ก\n#   - {title: ก, file: [x]}\n#   - ก\n"
    assert proposed(text) == []
