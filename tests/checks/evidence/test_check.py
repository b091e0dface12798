"""Evidence that not everyone can read: scans, pictures, links to sites of others."""

import io
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from given import TODAY, a_folder
from oit.assess.examine import examine
from oit.checks.evidence.hosts import foreign
from oit.checks.personal.isolated import search_file
from oit.findings.finding import Finding, Severity

MAP = "- {title: ก, file: files/a.png, shows: {map: }}"
DRIVE = "https://drive.google.com/file/d/1/view"


def png() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (30, 30)).save(stream, "PNG")
    return stream.getvalue()


def pdf(*pages: str) -> bytes:
    """Make a PDF with a picture on every page, and the text of each."""
    made = FPDF()
    for text in pages:
        made.add_page()
        made.image(io.BytesIO(png()), w=100)
        if text:
            made.set_font("Helvetica")
            made.multi_cell(0, text=text)
    return bytes(made.output())


def findings(
    folder: Path, item: str, text: str, files: dict[str, bytes] | None = None
) -> list[Finding]:
    data = a_folder(
        folder,
        {"data/agency.yml": "name: ก\nkind: municipality\n", f"data/2569/{item}.yml": text},
    )
    for name, content in (files or {}).items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return [f for f in examine(data, TODAY).findings if f.code.id in {"OIT309", "OIT310", "OIT315"}]


def found(folder: Path, item: str, text: str, files: dict[str, bytes] | None = None) -> list[str]:
    made = findings(folder, item, text, files)
    assert {f.severity for f in made} <= {Severity.WARNING}
    return [f"{f.code.id}:{f.place.line}" for f in made]


# Scans


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (pdf("", ""), True),
        (pdf("12", "", "3"), True),
        (pdf("This page was exported from a program."), False),
        (pdf(*[""] * 5, "The sixth page has the text of a report."), False),
        (b"%PDF-1.7\nbroken", False),
    ],
)
def test_scans(tmp_path: Path, content: bytes, is_one: bool) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    assert search_file(file).is_scan is is_one


def test_a_scan_is_reported_where_an_item_names_it(tmp_path: Path) -> None:
    text = "documents:\n  - title: ก\n    file: files/a.pdf\n  - title: ข\n    file: files/b.pdf\n"
    files = {"files/a.pdf": pdf(""), "files/b.pdf": pdf("A text of more than twenty letters.")}
    assert found(tmp_path, "o03", text, files) == ["OIT309:3"]
    # The second time from the cache, until the file changes.
    assert found(tmp_path, "o03", text, files) == ["OIT309:3"]
    files["files/a.pdf"] = pdf("Now it has a text of more than twenty letters.")
    assert found(tmp_path, "o03", text, files) == []


def test_a_file_with_an_error_is_not_opened(tmp_path: Path) -> None:
    text = "documents:\n  - title: ก\n    file: files/a.pdf\n"
    assert found(tmp_path, "o03", text, {"files/a.pdf": b"<html>"}) == []
    assert found(tmp_path, "o03", text) == []


# Pictures


@pytest.mark.parametrize(
    ("documents", "lines"),
    [
        ("- {title: ก, file: files/a.png}", [2]),
        ("- {title: ก, file: files/a.png, shows: {phone: }}", [2]),
        ("- {title: ก, file: files/a.png}\n  - {title: ข, file: files/b.txt}", []),
        (f"{MAP}\n  - {{title: ข, file: files/b.txt, shows: {{phone: }}}}", [2]),
        (f"{MAP}\n  - {{title: ข, file: files/b.txt, shows: {{map: }}}}", []),
    ],
)
def test_a_picture_in_the_place_of_a_document(
    tmp_path: Path, documents: str, lines: list[int]
) -> None:
    files = {"files/a.png": png(), "files/b.txt": b"x"}
    text = f"documents:\n  {documents}\n"
    assert found(tmp_path, "o03", text, files) == [f"OIT315:{line}" for line in lines]


# Links


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        *(
            (a, "drive")
            for a in (DRIVE, "https://docs.google.com/document/d/1", "http://1drv.ms/x")
        ),
        *(
            (a, "drive")
            for a in ("https://agency-my.sharepoint.com/x", "https://www.dropbox.com/s")
        ),
        *((a, "social") for a in ("https://www.facebook.com/x", "https://m.facebook.com/x")),
        *((a, "social") for a in ("https://line.me/R/ti/p/x", "https://youtu.be/1", "www.x.com/a")),
        *(
            (a, "shortener")
            for a in ("https://bit.ly/3x", "http://tinyurl.com/x", "HTTPS://GOO.GL/x")
        ),
        *((a, None) for a in ("https://www.example.go.th/", "https://docs.google.com/forms/d/1")),
        *(
            (a, None)
            for a in ("https://maps.app.goo.gl/x", "https://notfacebook.com/", "https://[x")
        ),
    ],
)
def test_sites_of_others(address: str, kind: str | None) -> None:
    at = foreign(address)
    assert (at and at.kind) == kind


@pytest.mark.parametrize(
    ("item", "text", "lines"),
    [
        ("o04", f"news:\n  - {{title: ก, link: '{DRIVE}'}}", [2]),
        ("o04", "news:\n  - {title: ก, link: https://www.facebook.com/x}", [2]),
        ("o04", "news:\n  - {title: ก, link: https://www.example.go.th/x}", []),
        ("o04", f"news:\n  - {{title: ก, link: '{DRIVE}', photo: files/a.png}}", []),
        (
            "o04",
            f"documents: [{{title: ก, file: files/a.txt}}]\nnews: [{{title: ก, link: '{DRIVE}'}}]",
            [],
        ),
        ("o04", f"news: [{{title: ก, link: '{DRIVE}', summary: ปิดถนนสายบ้านเหนือเพื่อซ่อมแซม}}]", []),
        ("o03", f"address: '{DRIVE}'", [1]),
        ("o03", f"address: ดูที่ {DRIVE}", [1]),
        ("o03", f"address: 99 หมู่ 2 ตำบลตัวอย่าง อำเภอเมือง รายละเอียดที่ {DRIVE}", []),
        ("o03", "channels:\n  - {name: เฟซบุ๊ก, url: https://www.facebook.com/x}", []),
        ("o03", "channels:\n  - {name: ไลน์, url: https://bit.ly/x}", [2]),
        ("o03", "map: https://maps.app.goo.gl/x", []),
        ("o03", "map: https://bit.ly/x", []),
    ],
)
def test_the_only_evidence(tmp_path: Path, item: str, text: str, lines: list[int]) -> None:
    files = {"files/a.txt": b"x", "files/a.png": png()}
    expected = [f"OIT310:{line}" for line in lines]
    assert found(tmp_path, item, text, files) == expected
