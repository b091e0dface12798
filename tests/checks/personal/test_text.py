"""The text of published files, with its places."""

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
import xlsxwriter
from docx import Document
from fpdf import FPDF

from archives import archive
from oit.checks.personal import text
from oit.checks.personal.passage import CELL, LINE, MARGIN, PAGE, PARAGRAPH, Passage, UnreadError
from oit.checks.personal.text import BROKEN, OLD, TOO_LARGE, TOO_LONG, passages
from oit.spreadsheets import limits

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def a_pdf(path: Path, *pages: str) -> Path:
    made = FPDF()
    made.set_font("Helvetica")
    for words in pages:
        made.add_page()
        made.multi_cell(0, 6, words)
    made.output(str(path))
    return path


def placed(passage: Passage) -> list[tuple[str, str]]:
    """Return the texts of a passage with their places."""
    texts = enumerate(passage.texts)
    return [(passage.at(index), words.strip()) for index, words in texts if words.strip()]


def why_unread(file: Path) -> object:
    with pytest.raises(UnreadError) as raised:
        list(passages(file))
    return raised.value.reason


def test_each_page_of_a_pdf(tmp_path: Path) -> None:
    file = a_pdf(tmp_path / "A.PDF", "one\nmore", "two")
    pages = [passage for passage in passages(file) if passage.unit is PAGE]
    assert [(passage.unit, placed(passage)) for passage in pages] == [
        (PAGE, [("1", "one\nmore")]),
        (PAGE, [("2", "two")]),
    ]


def test_a_pdf_is_read_up_to_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_PAGES", 2)
    assert list(passages(a_pdf(tmp_path / "a.pdf", "1", "2")))
    longer = passages(a_pdf(tmp_path / "b.pdf", "1", "2", "3"))
    assert [placed(next(longer)), placed(next(longer))] == [[("1", "1")], [("2", "2")]]
    with pytest.raises(UnreadError) as raised:
        next(longer)
    assert raised.value.reason == TOO_LONG


def test_each_sheet_by_its_cells(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        first = book.add_worksheet("รายชื่อ")
        first.write("B2", "เลขบัตร")
        first.write("B3", 1111111111119)
        first.write("C3", 1.5)
        book.add_worksheet("ว่าง")
        book.add_worksheet("กว้าง").write(
            "AB1", date(2026, 1, 15), book.add_format({"num_format": "d/m/yy"})
        )
    names, empty, wide, *_beside = passages(file)
    assert (names.unit, names.columns) == (CELL, 3)
    assert placed(names) == [
        ("รายชื่อ!B2", "เลขบัตร"),
        ("รายชื่อ!B3", "1111111111119"),
        ("รายชื่อ!C3", "1.5"),
    ]
    assert (empty.texts, empty.columns) == ([], 1)
    assert placed(wide) == [("กว้าง!AB1", "2026-01-15")]


def test_comments_and_properties_of_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write_comment("A1", "เลขบัตร 1-1111-11111-11-9")
        book.set_properties({"comments": "ฉบับร่าง"})
    words = "\n".join(text for passage in passages(file) for text in passage.texts)
    assert "เลขบัตร 1-1111-11111-11-9" in words
    assert "ฉบับร่าง" in words


@pytest.mark.parametrize("ending", ["zip", "rar", "doc"])
def test_an_archive_or_old_document_cannot_be_searched(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    file.write_bytes(b"PK")
    with pytest.raises(UnreadError):
        list(passages(file))


def test_a_sheet_that_would_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write("Z9", "x")
    monkeypatch.setattr(limits, "MAX_CELLS", 26 * 9 - 1)
    assert why_unread(file) == TOO_LARGE


def test_the_paragraphs_of_word(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("เลข 1-1111-")
    # Word divides a paragraph wherever somebody has edited it.
    paragraph.add_run("11111-11-9").bold = True
    paragraph.add_run("\tก & ข")
    document.add_table(1, 1).cell(0, 0).text = "ในตาราง"
    document.sections[0].footer.paragraphs[0].text = "ท้ายกระดาษ"
    document.save(str(tmp_path / "a.docx"))
    passage, *beside = passages(tmp_path / "a.docx")
    assert passage.unit is PARAGRAPH
    assert placed(passage)[:2] == [("1", "เลข 1-1111-11111-11-9 ก & ข"), ("2", "ในตาราง")]
    [footer] = [passage for passage in beside if passage.unit is MARGIN and any(passage.texts)]
    assert placed(footer) == [("", "ท้ายกระดาษ")]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.odt", {"content.xml": "<text:h>ก</text:h><text:p>ข<text:s/>ค<text:tab/>&lt;</text:p>"}),
        ("a.pptx", {"ppt__slides__slide1.xml": "<a:p><a:t>ก</a:t></a:p><a:p>ข ค\n&lt;</a:p>"}),
    ],
)
def test_other_documents(tmp_path: Path, name: str, parts: dict[str, str]) -> None:
    [passage] = passages(put(tmp_path / name, archive(**parts)))
    assert placed(passage) == [("1", "ก"), ("2", "ข ค <")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_the_lines_of_a_text(tmp_path: Path, encoding: str) -> None:
    file = put(tmp_path / "a.csv", "ชื่อ,เลข\nก,1\n".encode(encoding))
    [passage] = passages(file)
    assert passage.unit is LINE
    assert placed(passage) == [("1", "ชื่อ,เลข"), ("2", "ก,1")]


def test_long_texts_come_in_passages(tmp_path: Path) -> None:
    file = put(tmp_path / "a.txt", b"x\n" * 1200)
    assert [placed(passage)[0][0] for passage in passages(file)] == ["1", "501", "1001"]


def test_pictures_have_no_text(tmp_path: Path) -> None:
    assert list(passages(put(tmp_path / "a.png", b"\x89PNG\r\n\x1a\n"))) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7"),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.xlsx", archive(xl__workbook="<workbook/>")),
        ("a.ods", b""),
        ("a.xls", OLD_OFFICE),
        ("a.docx", b"PK\x03\x04"),
    ],
)
def test_a_broken_file(tmp_path: Path, name: str, content: bytes) -> None:
    assert why_unread(put(tmp_path / name, content)) == BROKEN


def test_a_part_that_cannot_be_unpacked(tmp_path: Path) -> None:
    whole = bytearray(archive(**{"word__document.xml": "<w:p>abc</w:p>"}))
    at = whole.index(b"abc")
    whole[at] ^= 1
    assert why_unread(put(tmp_path / "a.docx", bytes(whole))) == BROKEN


def test_an_old_word_document_is_not_read(tmp_path: Path) -> None:
    assert why_unread(put(tmp_path / "a.doc", OLD_OFFICE)) == OLD


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("a.txt", (text, "MOST_BYTES")),
        ("a.docx", (text, "MOST_BYTES")),
        ("a.docx", (limits, "MAX_INFLATED")),
        ("a.xlsx", (limits, "MAX_INFLATED")),
    ],
)
def test_a_file_that_exceeds_a_limit_is_not_read(
    tmp_path: Path, name: str, limit: tuple[ModuleType, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*limit, 5)
    content = b"123456" if name == "a.txt" else archive(a="123456")
    assert why_unread(put(tmp_path / name, content)) == TOO_LARGE
