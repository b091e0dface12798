"""Everything in docs/ is looked at: it is published whether an item names it or not."""

import os
import sys
from pathlib import Path, PurePosixPath

import pytest

from oit.assess.examine import examine_all
from oit.checks.published.check import is_named
from oit.data.folder import DataFolder
from small_agency import TODAY, SmallAgency


def found(agency: SmallAgency, *codes: str) -> list[str]:
    """Return the findings of docs/, of all years, as place, code and severity."""
    years = examine_all(DataFolder(agency.data, agency.folder), TODAY)
    findings = {str(f.place) + f.code.id: f for year in years for f in year.findings}
    return [
        f"{f.place.file}:{f.place.line} {f.code.id} {f.severity}"
        for f in findings.values()
        if f.code.id in codes
    ]


def put(agency: SmallAgency, path: str, content: bytes) -> Path:
    file = agency.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("sw.js", b"", "OIT307"),
        ("files/2569/CNAME", b"x", "OIT307"),
        ("files/2568/a.pdf", b"<script>", "OIT307"),
        ("files/.htaccess", b"x", "OIT307"),
        ("assets/oit.js", b"x", "OIT403"),
        ("Search/oit.json", b"{}", "OIT403"),
        ("search/texts.json", b"{}", "OIT403"),
        ("search/2569.json", b"{}", "OIT403"),
        ("DATA/a.csv", b"a", "OIT403"),
        ("api/x.md", b"# x", "OIT403"),
        ("staff/index.md", b"# x", "OIT403"),
        ("about.md", b"<script>x</script>", "OIT308"),
    ],
)
def test_what_may_not_be_published_is_an_error(
    small_agency: SmallAgency, path: str, content: bytes, code: str
) -> None:
    put(small_agency, f"docs/{path}", content)
    assert found(small_agency, "OIT307", "OIT308", "OIT403") == [f"docs/{path}:1 {code} error"]


@pytest.mark.parametrize(
    "path", ["about.md", "robots.txt", "oit/2568/o7.md", "files/.gitkeep", "assets.md"]
)
def test_other_files_may(small_agency: SmallAgency, path: str) -> None:
    put(small_agency, f"docs/{path}", b"# x\n")
    assert found(small_agency, "OIT307", "OIT308", "OIT403") == []


def test_the_owners_scripts_are_named_in_the_settings(small_agency: SmallAgency) -> None:
    put(small_agency, "docs/extra/own.js", b"")
    assert found(small_agency, "OIT307") == ["docs/extra/own.js:1 OIT307 error"]
    small_agency.write("mkdocs.yml", "extra_javascript:\n  - extra/own.js\n")
    assert found(small_agency, "OIT307") == []


def test_a_cache_remembers_files_until_they_change(small_agency: SmallAgency) -> None:
    page = put(small_agency, "docs/about.md", b"<script>x</script>")
    picture = put(small_agency, "docs/files/a.png", b"<svg>")
    both = ["docs/about.md:1 OIT308 error", "docs/files/a.png:1 OIT307 error"]
    assert found(small_agency, "OIT307", "OIT308") == both
    assert found(small_agency, "OIT307", "OIT308") == both
    page.write_bytes(b"# x")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert found(small_agency, "OIT307", "OIT308") == []


def test_a_fault_is_not_reported_again_where_an_item_already_has_it(
    small_agency: SmallAgency,
) -> None:
    put(small_agency, "docs/files/2569/a.svg", b"<svg/>")
    put(small_agency, "docs/files/2569/b.pdf", b"<svg/>")
    documents = "".join(f"  - {{title: {n}, file: files/2569/{n}}}\n" for n in ("a.svg", "b.pdf"))
    small_agency.add("data/2569/o01.yml", f"documents:\n{documents}")
    assert found(small_agency, "OIT307", "OIT314", "OIT311") == []
    assert [f.code.id for f in small_agency.assess().findings].count("OIT302") == 2


def test_files_that_nothing_links_to(small_agency: SmallAgency) -> None:
    names = ("data.txt", "page.txt", "ก ข.txt", "logo.txt", "old/alone.txt", "alone.txt")
    for name in names:
        put(small_agency, f"docs/files/{name}", b"x")
    small_agency.add("data/2569/o01.yml", "documents: [{title: ก, file: files/data.txt}]\n")
    small_agency.write(
        "docs/about.md", "[ก](files/page.txt) [ข](files/%E0%B8%81%20%E0%B8%82.txt)\n"
    )
    small_agency.write("mkdocs.yml", "theme: {logo: files/logo.txt}\n")
    assert found(small_agency, "OIT311") == [
        "docs/files/alone.txt:1 OIT311 warning",
        "docs/files/old/alone.txt:1 OIT311 warning",
    ]


def test_files_of_other_years_are_not_doubted(small_agency: SmallAgency) -> None:
    small_agency.write("data/2568/ita.yml", "")
    put(small_agency, "docs/files/2568/a.txt", b"x")
    put(small_agency, "docs/files/2569/b.txt", b"x")
    findings = small_agency.assess().findings
    assert [f.place.file for f in findings if f.code.id == "OIT311"] == ["docs/files/2569/b.txt"]


def test_large_files(small_agency: SmallAgency) -> None:
    small_agency.write("docs/about.md", "files/a.png files/b.png files/c.txt files/d.txt")
    for name, size in {"a.png": 2_000_001, "b.png": 1_900_000, "c.txt": 30_000_001}.items():
        head = b"\x89PNG\r\n\x1a\n" if name.endswith("png") else b"x"
        with put(small_agency, f"docs/files/{name}", head).open("ab") as file:
            file.truncate(size)
    assert found(small_agency, "OIT312") == [
        "docs/files/a.png:1 OIT312 warning",
        "docs/files/c.txt:1 OIT312 warning",
    ]


def test_what_does_not_open(small_agency: SmallAgency) -> None:
    put(small_agency, "docs/files/empty.pdf", b"")
    put(small_agency, "docs/files/text.docx", b"x")
    assert found(small_agency, "OIT314") == [
        "docs/files/empty.pdf:1 OIT314 warning",
        "docs/files/text.docx:1 OIT314 warning",
    ]


def test_names_that_trouble_others(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/con.yml", "")
    small_agency.write("data/2569/O07.yml", "")
    small_agency.write("docs/about.md", "files/A.txt files/a.txt files/a\nb.txt")
    for name in ("A.txt", "a.txt", "a\n\x1b[31mb.txt"):
        put(small_agency, f"docs/files/{name}", b"x")
    assert found(small_agency, "OIT313") == [
        "data/2569/con.yml:1 OIT313 warning",
        "data/2569/o07.yml:1 OIT313 warning",
        "docs/files/a.txt:1 OIT313 warning",
        r"docs/files/a\n\x1b[31mb.txt:1 OIT313 warning",
    ]


def test_no_message_has_what_a_terminal_obeys(small_agency: SmallAgency) -> None:
    put(small_agency, "docs/files/a\n\x1b[31m\u202eb.exe", b"x")
    text = "\n".join(f.text("th") for f in small_agency.assess().findings)
    assert r"docs/files/a\n\x1b[31m\u202eb.exe" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    agency = SmallAgency.make(tmp_path)
    os.mkfifo(agency.data / "2569" / "pipe.yml")
    assert not is_named(DataFolder(agency.data, agency.folder), PurePosixPath("files/a.pdf"))
