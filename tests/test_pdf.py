"""The pages of a PDF and their text."""

import io
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from oit.pdf import BrokenError, drawn, page_count, pages, texts

# Its page tree leads to one page, which cannot be loaded.
HOLLOW = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>"
)


def a_pdf(path: Path, *texts: str, password: str | None = None) -> Path:
    made = FPDF()
    made.set_font("Helvetica")
    for text in texts:
        made.add_page()
        made.text(10, 10, text)
    if password is not None:
        made.set_encryption(owner_password="owner", user_password=password)  # noqa: S106 - a test
    made.output(str(path))
    return path


def test_pages_and_their_text(tmp_path: Path) -> None:
    file = a_pdf(tmp_path / "รายงาน.pdf", "one", "two", "three")
    assert page_count(file) == 3
    assert [page.text for page in pages(file, 10)] == ["one", "two", "three"]
    assert [page.text for page in pages(file, 2)] == ["one", "two"]


def test_a_page_has_notes_beside_its_text(tmp_path: Path) -> None:
    made = FPDF()
    made.set_font("Helvetica")
    made.add_page()
    made.text(10, 10, "one")
    made.text_annotation(10, 10, "a note")
    made.output(str(tmp_path / "a.pdf"))
    assert list(pages(tmp_path / "a.pdf", 1)) == [("one", "a note")]


def test_text_outside_the_sheet_can_be_copied_too(tmp_path: Path) -> None:
    made = FPDF()
    made.set_font("Helvetica")
    made.add_page()
    made.text(900, 10, "outside")
    made.output(str(tmp_path / "a.pdf"))
    assert [page.text for page in pages(tmp_path / "a.pdf", 1)] == ["outside"]


def test_a_pdf_that_opens_without_a_password_is_not_locked(tmp_path: Path) -> None:
    assert page_count(a_pdf(tmp_path / "a.pdf", "one", password="")) == 1


@pytest.mark.parametrize("password", [None, "secret"])
def test_a_broken_or_locked_pdf_gives_the_reason(tmp_path: Path, password: str | None) -> None:
    file = a_pdf(tmp_path / "a.pdf", "one", password=password)
    if password is None:
        file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(BrokenError, match=r"PdfiumError: .+"):
        page_count(file)
    with pytest.raises(BrokenError, match=r"PdfiumError: .+"):
        list(pages(file, 1))


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(HOLLOW)
    assert page_count(file) == 2
    with pytest.raises(BrokenError, match=r"PdfiumError: .+"):
        list(pages(file, 9))


def test_the_texts_of_pages(tmp_path: Path) -> None:
    assert texts(a_pdf(tmp_path / "a.pdf", "one", "two"), 9) == ["one", "two"]


def size_of(picture: bytes) -> tuple[int, int]:
    opened = Image.open(io.BytesIO(picture))
    assert opened.format == "PNG"
    return opened.size


def test_a_page_is_drawn(tmp_path: Path) -> None:
    file = a_pdf(tmp_path / "a.pdf", "one", "two")
    assert size_of(drawn(file, 2, 300)) == (300, 425)
    for number in (0, 3, -1):
        with pytest.raises(BrokenError, match="no page"):
            drawn(file, number, 300)


@pytest.mark.parametrize("sides", ["999999999 1", "1 999999999", "0 0", "-5 -5", "1e30 1e30"])
def test_the_picture_of_a_page_is_small_however_large_the_page_says_it_is(
    tmp_path: Path, sides: str
) -> None:
    file = tmp_path / "a.pdf"
    sheet = f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sides}]>>endobj\n".encode()
    file.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" + sheet + b"trailer<</Root 1 0 R>>"
    )
    width, height = size_of(drawn(file, 1, 200))
    assert width <= 200
    assert height <= 12_000
