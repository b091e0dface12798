"""The published files: are they there, and are they what they seem?"""

import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from archives import archive
from oit.bilingual import Bilingual
from oit.data.documents import check_documents, check_file, content_type, file_paths
from oit.data.isolated import page_count
from oit.data.record import Record
from oit.findings.codes import document_broken, document_type, picture_unusable
from oit.findings.finding import Place
from oit.forms import FORMS
from oit.forms.fields import FilePath, PicturePath
from oit.forms.reading import read_form
from oit.source import SourceFile, parse

HERE = Place("data/2569/o07.yml", 4, 11)


def pdf(pages: int = 1, password: str | None = None) -> bytes:
    made = FPDF()
    for _ in range(pages):
        made.add_page()
    if password is not None:
        made.set_encryption(owner_password="owner", user_password=password)  # noqa: S106 - a test
    return bytes(made.output())


def image(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (1, 1)).save(stream, kind)
    return stream.getvalue()


XLSX = archive(xl__workbook="<workbook/>")
ODS = archive(mimetype="application/vnd.oasis.opendocument.spreadsheet", content="<x/>")
ODT = archive(mimetype="application/vnd.oasis.opendocument.text\n")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    (docs / "files" / "2569").mkdir(parents=True)
    return docs


def put(docs: Path, name: str, content: bytes) -> Path:
    file = docs / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def reported(name: str, docs: Path) -> list[str]:
    return [f"{f.code.id} {f.message('en')}" for f in check_file(FilePath(name), docs, HERE)]


# Types


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf()),
        ("A.PDF", pdf()),
        ("รายงาน ปี 2569.pdf", pdf()),
        ("a.png", image("PNG")),
        ("a.jpg", image("JPEG")),
        ("a.jpeg", image("JPEG")),
        ("a.webp", image("WEBP")),
        ("a.xlsx", XLSX),
        ("a.docx", archive(word__document="<w/>")),
        ("a.pptx", archive(ppt__presentation="<p/>")),
        ("a.ods", ODS),
        ("a.odt", ODT),
        ("a.xls", OLD_OFFICE),
        ("a.doc", OLD_OFFICE),
        ("a.csv", "ชื่อ,งบประมาณ\n".encode()),
        ("a.csv", "ชื่อ,งบประมาณ\n".encode("cp874")),
        ("a.csv", b"\xef\xbb\xbfa,b\n"),
        ("a.txt", b"a < b"),
        ("a.json", b"{}"),
    ],
)
def test_files_of_an_allowed_type(docs: Path, name: str, content: bytes) -> None:
    put(docs, f"files/2569/{name}", content)
    assert reported(f"files/2569/{name}", docs) == []


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.pdf", b"<!doctype html><title>404</title>", "something else"),
        ("a.pdf", b"", "an empty file"),
        ("a.pdf", image("PNG"), "png"),
        ("a.pdf", XLSX, "xlsx"),
        ("a.pdf", b"text", "text"),
        ("a.png", image("JPEG"), "jpg"),
        ("a.jpg", b"<svg onload='alert(1)'/>", "something else"),
        ("a.webp", b"RIFF\0\0\0\0WAVEfmt ", "something else"),
        ("a.xlsx", archive(word__document="<w/>"), "docx"),
        ("a.xlsx", archive(evil__run="x"), "something else"),
        ("a.xlsx", ODS, "ods"),
        ("a.xlsx", b"PK\x03\x04 cut off", "something else"),
        ("a.xlsx", OLD_OFFICE, "office"),
        ("a.ods", archive(mimetype="application/epub+zip"), "something else"),
        ("a.odt", archive(mimetype="x" * 1000), "something else"),
        ("a.doc", pdf(), "pdf"),
        ("a.csv", b"MZ\x90\0", "something else"),
        ("a.csv", "a,b".encode("utf-16"), "something else"),
        ("a.csv", b"", "an empty file"),
        ("a.txt", b"<script>alert(1)</script>", "something else"),
        ("a.txt", b"\n \t<script>alert(1)</script>", "something else"),
        ("a.txt", b"\xef\xbb\xbf <script>alert(1)</script>", "something else"),
    ],
)
def test_a_file_is_reported_by_its_content(
    docs: Path, name: str, content: bytes, found: str
) -> None:
    put(docs, f"files/{name}", content)
    message = f'OIT302 the content of "files/{name}" does not match its extension (found: {found})'
    assert reported(f"files/{name}", docs) == [message]


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.exe", "a.zip", "a", "a.pdf.js", "pdf"])
def test_types_that_may_not_be_published(docs: Path, name: str) -> None:
    put(docs, f"files/{name}", pdf())
    [message] = reported(f"files/{name}", docs)
    assert message.startswith("OIT302")
    assert message.endswith(
        ".csv .doc .docx .jpeg .jpg .json .ods .odt .pdf .png .pptx .txt .webp .xls .xlsx"
    )


def test_a_long_list_of_members_is_not_read(docs: Path) -> None:
    whole = archive(**{f"word__{number}" + "x" * 3000: "" for number in range(1000)})
    assert content_type(put(docs, "files/a.docx", whole)) is None


def test_a_mimetype_that_unpacks_to_much_is_not_read(docs: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as made:
        made.writestr("mimetype", "x" * 90_000_000)
    start = stream.getvalue().rindex(b"PK\1\2") + 24
    whole = bytearray(stream.getvalue())
    whole[start : start + 4] = (40).to_bytes(4, "little")
    assert content_type(put(docs, "files/a.odt", bytes(whole))) is None


def test_a_file_that_may_not_be_read_is_reported(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(docs, "files/a.xlsx", XLSX)
    monkeypatch.setattr(os, "access", lambda *_: False)
    [finding] = check_file(FilePath("files/a.xlsx"), docs, HERE)
    assert finding.code is document_broken.LOCKED


def test_a_file_that_cannot_be_read_has_no_type(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    file = put(docs, "files/a.xlsx", XLSX)
    monkeypatch.setattr(Path, "open", fail)
    assert content_type(file) is None


def test_a_broken_archive_is_no_document(docs: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("ก", "x" * 1000)
    whole = stream.getvalue()
    chance = random.Random(1)  # noqa: S311 - the same chance each time
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(3):
            broken[chance.randrange(2, len(broken))] = chance.randrange(256)
        assert content_type(put(docs, "files/a.odt", bytes(broken))) in {"odt", None}


# Paths


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../secret.pdf", "which leads out of the folder"),
        ("files/../../secret.pdf", "which leads out of the folder"),
        ("files/2569/..", "which leads out of the folder"),
        ("/etc/passwd", "absolute path"),
        ("//server/share/a.pdf", "absolute path"),
        ("C:/a.pdf", "absolute path"),
        ("https://example.go.th/a.pdf", "web address"),
        ("www.example.go.th/a.pdf", "web address"),
        ("file:a.pdf", "absolute path"),
        ("files\\a.pdf", "use / instead"),
        ("..\\a.pdf", "use / instead"),
        ("\\\\server\\a.pdf", "use / instead"),
        ("files/.git/config", "begins with a dot"),
        ("files/.htaccess", "begins with a dot"),
        (".env", "begins with a dot"),
        ("./files/a.pdf", "it contains // or ./"),
        ("files//a.pdf", "it contains // or ./"),
        ("files/./a.pdf", "it contains // or ./"),
        ("files/a.pdf/", "it contains // or ./"),
        ("./", "it contains // or ./"),
        ("about.md", "not under files/"),
        ("data/2569/o07.yml", "not under files/"),
        ("files", "not under files/"),
        ("Files/a.pdf", "not under files/"),
        (" ", "not the path of a file"),
        ("ไม่มี", "not the path of a file"),
        ("รอถ่าย", "not the path of a file"),
        ("files/" + "a" * 252 + ".pdf", "too long"),
        ("files/" + "ก" * 84 + ".pdf", "too long"),
        ("files/" + "a/" * 500 + "a.pdf", "too long"),
    ],
)
def test_paths_that_may_not_be_used(docs: Path, name: str, reason: str) -> None:
    [message] = reported(name, docs)
    assert message.startswith("OIT305")
    assert reason in message


def test_links_may_not_be_used(docs: Path, tmp_path: Path) -> None:
    real = put(docs, "files/2569/real.pdf", pdf())
    outside = put(tmp_path / "outside", "secret.pdf", pdf())
    (docs / "files" / "out.pdf").symlink_to(outside)
    (docs / "files" / "in.pdf").symlink_to(real)
    (docs / "files" / "2570").symlink_to(outside.parent)
    (docs / "files" / "nowhere.pdf").symlink_to(tmp_path / "nowhere.pdf")
    names = ["out.pdf", "in.pdf", "2570/secret.pdf", "nowhere.pdf"]
    for name in names:
        [message] = reported(f"files/{name}", docs)
        assert message.startswith("OIT305")
        assert message.endswith("is a symbolic link")
    assert reported("files/2569/real.pdf", docs) == []


# Is it there?


def test_a_missing_file_is_reported_with_the_nearest(docs: Path) -> None:
    put(docs, "files/2569/o07-report.pdf", pdf())
    missing = 'OIT301 the file "files/2569/o07-repotr.pdf" is missing under docs/'
    assert reported("files/2569/o07-repotr.pdf", docs) == [
        f'{missing} (did you mean "o07-report.pdf"?)'
    ]


def test_small_and_capital_letters_count(docs: Path) -> None:
    put(docs, "files/a.pdf", pdf())
    [message] = reported("files/A.pdf", docs)
    assert message == 'OIT301 the file "files/A.pdf" is missing under docs/ (did you mean "a.pdf"?)'


def test_where_no_name_is_near_the_files_there_are_listed(docs: Path) -> None:
    put(docs, "files/2569/ก.png", image("PNG"))
    put(docs, "files/2569/ข.png", image("PNG"))
    put(docs, "files/2569/.gitkeep", b"")
    [message] = reported("files/2569/o07-report.pdf", docs)
    assert message.endswith("under docs/ (files in that folder: ก.png, ข.png)")


def test_names_that_cannot_be_printed_are_not_listed(docs: Path) -> None:
    # As an old program leaves them: the bytes of TIS-620.
    (Path(os.fsdecode(os.fsencode(docs / "files" / "2569") + b"/\xc3\xd2\xc2.pdf"))).touch()
    [message] = reported("files/2569/o07-report.pdf", docs)
    assert message.encode().endswith(b"under docs/")


def test_a_folder_is_not_suggested_for_a_file_of_its_name(docs: Path) -> None:
    (docs / "files" / "a.pdf").mkdir(parents=True)
    [message] = reported("files/a.pdf", docs)
    assert message.endswith("under docs/ (files in that folder: 2569)")


@pytest.mark.parametrize("name", ["files/none/a.pdf", "files/2569", "files/pipe.pdf"])
def test_what_is_no_file_is_missing(docs: Path, name: str) -> None:
    os.mkfifo(docs / "files" / "pipe.pdf")
    [message] = reported(name, docs)
    assert message.startswith("OIT301")


def test_a_fault_is_where_the_file_is_named(docs: Path) -> None:
    [finding] = check_file(FilePath("files/a.pdf"), docs, HERE)
    assert finding.place == HERE


def test_a_picture_is_a_picture_and_no_document(docs: Path) -> None:
    put(docs, "files/a.pdf", b"%PDF-1.7")
    put(docs, "files/a.png", b"\x89PNG\r\n\x1a\n")
    [finding] = check_file(PicturePath("files/a.pdf"), docs, HERE)
    assert finding.code is picture_unusable.CODE
    assert "found: .pdf" in finding.message("en")
    assert not list(check_file(PicturePath("files/a.png"), docs, HERE))


def test_a_picture_that_may_not_be_published_is_an_error(docs: Path) -> None:
    """It is in docs/, and an SVG may hold scripts."""
    put(docs, "files/a.svg", b"<svg/>")
    [finding] = check_file(PicturePath("files/a.svg"), docs, HERE)
    assert finding.code is document_type.NOT_ALLOWED
    assert "png" in finding.message("en")
    assert "pdf" not in finding.message("en")


# Pages


def test_pages_are_counted(docs: Path) -> None:
    assert page_count(put(docs, "files/a.pdf", pdf(3))) == 3
    assert page_count(put(docs, "files/b.pdf", pdf(2, password=""))) == 2


def test_a_file_that_changes_is_counted_again(docs: Path) -> None:
    assert page_count(put(docs, "files/a.pdf", pdf(1))) == 1
    assert page_count(put(docs, "files/a.pdf", pdf(4))) == 4


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"%PDF-1.7\nnothing more", id="cut off"),
        pytest.param(pdf()[:300], id="half"),
        pytest.param(pdf(password="secret"), id="locked"),  # noqa: S106
        pytest.param(
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
            id="pages inside themselves",
        ),
    ],
)
def test_a_pdf_that_cannot_be_opened_gives_the_reason(docs: Path, content: bytes) -> None:
    reason = page_count(put(docs, "files/a.pdf", content))
    assert isinstance(reason, Bilingual)
    assert ": " in reason.th


def test_no_bytes_make_counting_raise(docs: Path) -> None:
    whole = pdf(2)
    chance = random.Random(1)  # noqa: S311 - the same chance each time
    for number in range(60):
        broken = bytearray(whole)
        for _ in range(20):
            broken[chance.randrange(5, len(broken))] = chance.randrange(256)
        assert isinstance(
            page_count(put(docs, f"files/{number}.pdf", bytes(broken))), int | Bilingual
        )


# What a record points to

SOURCE = """\
documents:
  - title: รายงาน
    file: files/2569/report.pdf
    shows: {results: 3, problems: 4, spent: 0, owner: }
  - title: ภาพ
    file: files/2569/photo.png
    shows: {results: 1, problems: 2}
"""


def record(text: str, form: str = "annual_report") -> Record:
    document = parse(text.encode(), SourceFile("o07.yml"))
    reading = read_form(FORMS[form], document)
    assert document.findings + reading.findings == []
    assert reading.record is not None
    return Record(document, reading.record)


def found(text: str, docs: Path, ids: list[str] | None = None) -> list[tuple[str, int, int]]:
    findings = check_documents(record(text), docs, ids)
    return [(f.code.id, f.place.line, f.place.column) for f in findings]


def test_every_page_must_be_there(docs: Path) -> None:
    put(docs, "files/2569/report.pdf", pdf(3))
    put(docs, "files/2569/photo.png", image("PNG"))
    findings = list(check_documents(record(SOURCE), docs))
    assert [(f.place.line, f.place.column, f.message("en")) for f in findings] == [
        (
            4,
            25,
            'the document "files/2569/report.pdf" has only 3 pages, but shows refers to page 4',
        ),
        (
            4,
            38,
            'the document "files/2569/report.pdf" has only 3 pages, but shows refers to page 0',
        ),
        (7, 25, 'the document "files/2569/photo.png" has only 1 pages, but shows refers to page 2'),
    ]


def test_a_broken_document_is_reported_once_however_much_it_shows(docs: Path) -> None:
    put(docs, "files/2569/report.pdf", b"%PDF-1.7\n")
    put(docs, "files/2569/photo.png", image("PNG"))
    assert found(SOURCE, docs) == [("OIT304", 3, 5), ("OIT303", 7, 25)]


def test_pages_are_not_counted_of_what_is_no_document(docs: Path) -> None:
    put(docs, "files/2569/report.pdf", b"<html>")
    put(docs, "files/2569/photo.png", image("PNG"))
    assert found(SOURCE, docs) == [("OIT302", 3, 5), ("OIT303", 7, 25)]


def test_a_missing_document_is_reported_once(docs: Path) -> None:
    assert found(SOURCE, docs) == [("OIT301", 3, 5), ("OIT301", 6, 5)]


def test_a_path_that_may_not_be_used_is_not_opened(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(pdf(1))
    text = SOURCE.replace("files/2569/report.pdf", "../secret.pdf")
    put(docs, "files/2569/photo.png", image("PNG"))
    assert found(text, docs) == [("OIT305", 3, 5), ("OIT303", 7, 25)]


def test_elements_must_be_those_of_the_item(docs: Path) -> None:
    put(docs, "files/2569/report.pdf", pdf(4))
    put(docs, "files/2569/photo.png", image("PNG"))
    text = SOURCE.replace("spent: 0, owner: ", "problem: 1, x: 1").replace(", problems: 2", "")
    findings = list(check_documents(record(text), docs, ["results", "problems"]))
    assert [(f.place.line, f.place.column, f.message("en")) for f in findings] == [
        (4, 38, 'the item has no element "problem" (did you mean "problems"?)'),
        (4, 50, 'the item has no element "x" (elements of the item: results, problems)'),
    ]


def test_a_document_that_names_no_page_is_not_opened(docs: Path) -> None:
    put(docs, "files/2569/report.pdf", b"%PDF-1.7\n")
    text = "documents:\n  - title: ก\n    file: files/2569/report.pdf\n    shows: {results: }\n"
    assert found(text, docs, ["results"]) == []


def test_files_are_found_wherever_they_stand() -> None:
    text = (
        "people:\n  - name: ก\n  - {name: ข, photo: files/1.png}\n"
        "documents:\n  - {title: ค, file: files/2.pdf}\n"
    )
    assert dict(file_paths(record(text, "executives").form)) == {
        ("documents", 0, "file"): "files/2.pdf",
        ("people", 1, "photo"): "files/1.png",
    }


def test_photos_are_looked_at_too(docs: Path) -> None:
    put(docs, "files/1.png", b"<svg/>")
    item = record("people:\n  - {name: ข, photo: files/1.png}\n", "executives")
    [finding] = check_documents(item, docs)
    assert (finding.code.id, finding.place) == ("OIT413", ("o07.yml", 2, 15))
