"""Documents in the text of an item's file."""

import pytest

from oit.adopt.entries import Entry, with_documents
from oit.source.edit import values
from start.newcomer import uncommented

TEMPLATE = """\
# yaml-language-server: $schema=x
## ผู้รับผิดชอบ
# owner: กองคลัง

## เอกสาร
# documents:
#   - title: ชื่อ  # ชื่อเอกสาร
#     file: files/2569/o07-report.pdf  # ไฟล์

## ไม่มีเรื่องต้องรายงาน
# nothing_to_report: ไม่มี
"""
FILE = "files/2569/o07-1.pdf"


def test_a_live_entry_has_its_proposal_below() -> None:
    entry = Entry("รายงาน", FILE, True, ("ชื่อไม่ตรง",), {"results": 4}, ("ปัญหา",))
    text = with_documents(TEMPLATE, [entry])
    assert text == TEMPLATE.replace(
        """\
# documents:
#   - title: ชื่อ  # ชื่อเอกสาร
#     file: files/2569/o07-report.pdf  # ไฟล์
""",
        """\
documents:
  - title: รายงาน
    file: files/2569/o07-1.pdf
    ## ชื่อไม่ตรง
    # shows: {results: 4}   # พบคำเหล่านี้ เปิดดูก่อน
    ## ไม่พบคำว่า ปัญหา ในเอกสารนี้
""",
    )
    assert values(text) == {"documents": [{"title": "รายงาน", "file": FILE}]}
    shown = values(text.replace("# shows", "shows"))
    assert shown == {"documents": [{"title": "รายงาน", "file": FILE, "shows": {"results": "4"}}]}


def test_a_doubtful_entry_counts_once_its_comments_are_removed() -> None:
    entries = [Entry("แน่", FILE, True), Entry("ไม่แน่", "files/2569/o07-2.pdf", False, ("ดูก่อน",))]
    both = [{"title": "แน่", "file": FILE}, {"title": "ไม่แน่", "file": "files/2569/o07-2.pdf"}]
    text = with_documents(TEMPLATE, entries)
    assert values(text) == {"documents": both[:1]}
    restored = "\n".join(
        line.removeprefix("# ") if line.startswith("#   ") else line for line in text.split("\n")
    )
    assert values(restored) == {"documents": both}


def test_a_file_of_comments_only_says_nothing_until_all_are_removed() -> None:
    text = with_documents(
        TEMPLATE, [Entry("ก", FILE, False, ("ดู",), {"results": 4})], ["https://a.go.th/o7"]
    )
    assert values(text) == {}
    assert "\n## หน้าของข้อนี้ในเว็บไซต์เดิม: https://a.go.th/o7\n# documents:\n" in text
    whole = values(uncommented(text))
    assert isinstance(whole, dict)
    assert whole["documents"] == [{"title": "ก", "file": FILE}]


@pytest.mark.parametrize("title", ["a: b", "# x", "- y", "'", '"', "{x}", "yes", "2569", "[a"])
def test_a_title_is_read_back_as_it_was(title: str) -> None:
    for is_live in (True, False):
        text = with_documents(TEMPLATE, [Entry(title, FILE, is_live)])
        lines = text if is_live else uncommented(text)
        found = values(lines)
        assert isinstance(found, dict)
        assert found["documents"] == [{"title": title, "file": FILE}]
