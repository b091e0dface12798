"""What an adopted document is called."""

from pathlib import Path

import pytest

from oit.adopt.naming import clean, name_in, says_something, title
from oit.data.checklist import Item
from sent_files import a_pdf

ITEM = Item(id="O7", title="รายงานผล", indicator="9", form="annual_report")


@pytest.mark.parametrize(
    "text",
    ["คลิก", "คลิกที่นี่ >>", "ดาวน์โหลด PDF", "Download (2.5 MB)", "O7", "ข้อ ๗", "เอกสารแนบ 2", "",
     "https://a.go.th/x", "www.a.go.th", "files/a.pdf", "รายงาน.pdf", "IMG_2041", "20231015-scan"],
)  # fmt: skip
def test_what_says_nothing_of_a_document(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize(
    "text", ["รายงานผลการดำเนินงาน พ.ศ. 2568", "O7 รายงานผล", "Annual report", "โครงสร้าง"]
)
def test_what_names_a_document(text: str) -> None:
    assert says_something(text)


def test_a_text_of_a_page_becomes_one_line_without_ids_and_hidden_characters() -> None:
    assert clean("แผน\u200b \n\x1b[2J\u202eงาน\u00a0ปี\x00") == "แผน [2J งาน ปี"
    assert clean("นาย ก 1-1017-00230-70-8") == "นาย ก 1-xxxx-xxxxx-70-8" or "1017" not in clean(
        "นาย ก 1-1017-00230-70-8"
    )


def a_titled_pdf(path: Path, own: str) -> Path:
    from fpdf import FPDF  # noqa: PLC0415 - for these tests alone

    made = FPDF()
    made.set_title(own)
    made.add_page()
    path.write_bytes(bytes(made.output()))
    return path


def test_the_link_comes_first_then_the_document_then_the_item(tmp_path: Path) -> None:
    file = a_titled_pdf(tmp_path / "a.pdf", "Microsoft Word - รายงานประจำปี 2568.docx")
    assert title("รายงานผล พ.ศ. 2568", file, ITEM, 2569) == "รายงานผล พ.ศ. 2568"
    assert title("คลิก", file, ITEM, 2569) == "รายงานประจำปี 2568"
    for own in ("untitled", "C:\\scan\\0001.pdf"):
        assert title("คลิก", a_titled_pdf(file, own), ITEM, 2569) == "รายงานผล 2569"
    (tmp_path / "b.xlsx").write_bytes(b"PK")
    assert title("คลิก", tmp_path / "b.xlsx", ITEM, 2569) == "รายงานผล 2569"
    file.write_bytes(b"%PDF-1.4 broken")
    assert title("คลิก", file, ITEM, 2569) == "รายงานผล 2569"
    file.write_bytes(a_pdf("one"))
    assert title("ก" * 300, file, ITEM, 2569) == "ก" * 200 + "…"


def test_the_name_of_a_file_in_an_address() -> None:
    assert name_in("https://a.go.th/x/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf?v=1") == "แผน.pdf"
    assert name_in("https://a.go.th/") == "https://a.go.th/"
