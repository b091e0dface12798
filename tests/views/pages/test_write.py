"""The site as Markdown and files."""

from pathlib import Path

import markdown
import pytest

from oit.data.folder import DataFolder
from oit.publish.verify.markup import normalized
from oit.views.pages.hosting.settings import HOSTING_FILES
from oit.views.pages.line_breaks import keep_words
from oit.views.pages.site import make_site
from oit.views.pages.write import clear, hand_written, source_of, write_site
from small_agency import SmallAgency

FENCES = """
problems: |
  เริ่ม
  ``` { .x onclick=window.hit=1 }
  ใน
  ```
  ~~~
  นอก
  ~~~
recommendations: ไม่มี
"""
EXTENSIONS = ["attr_list", "admonition", "fenced_code", "md_in_html", "tables", "toc"]


@pytest.fixture
def folder(small_agency: SmallAgency) -> DataFolder:
    small_agency.add("data/2569/o07.yml", FENCES)
    small_agency.write("docs/files/a.txt", "ก")
    return DataFolder(small_agency.data, small_agency.folder)


def test_pages_files_docs_and_assets_are_written(
    small_agency: SmallAgency, folder: DataFolder, tmp_path: Path
) -> None:
    site = make_site([small_agency.assess()])
    out = tmp_path / "deep" / "out"
    write_site(site, folder, out)
    write_site(site, folder, out)  # a second time, overwriting
    for page in site.pages.values():
        head = page.markdown(with_body=False).rstrip("\n")
        assert (out / source_of(page)).read_text(encoding="utf-8").startswith(head)
    for path in site.files:
        assert (out / path).read_bytes() == site.read(path)
    assert (out / "files/a.txt").read_text(encoding="utf-8") == "ก"
    assert (out / "assets/oit.css").is_file()


def test_markdown_parsers_leave_the_html_of_a_page_unchanged(
    small_agency: SmallAgency, folder: DataFolder, tmp_path: Path
) -> None:
    site = make_site([small_agency.assess()])
    write_site(site, folder, tmp_path)
    assert "onclick" in site.pages["oit/2569/o7.md"].html
    for page in site.pages.values():
        body = (tmp_path / source_of(page)).read_text(encoding="utf-8").split("---\n\n", 1)[1]
        assert normalized(markdown.markdown(body, extensions=EXTENSIONS)) == normalized(
            keep_words(page.html)
        ), page.url


def test_page_is_the_index_of_its_folder(small_agency: SmallAgency) -> None:
    site = make_site([small_agency.assess()])
    assert [source_of(site.pages[path]) for path in ("index.md", "oit/2569/o7.md")] == [
        "index.md",
        "oit/2569/o7/index.md",
    ]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[ก](oit/2569/o7.md)", "[ก](oit/2569/o7/index.md)"),
        ("[ก](oit/2569/o7.md#problems 'ข')", "[ก](oit/2569/o7/index.md#problems 'ข')"),
        ("[ก]: oit/2569/o7.md", "[ก]: oit/2569/o7/index.md"),
        ("[ก](oit/2569/index.md)", "[ก](oit/2569/index.md)"),
        ("[ก](more/other.md)", "[ก](more/other.md)"),
        ("oit/2569/o7.md", "oit/2569/o7.md"),
    ],
)
def test_links_of_hand_written_pages_are_adjusted(
    small_agency: SmallAgency, folder: DataFolder, tmp_path: Path, link: str, expected: str
) -> None:
    small_agency.write("docs/about.md", link)
    small_agency.write("docs/more/other.markdown", link.replace("oit/", "../oit/"))
    write_site(make_site([small_agency.assess()]), folder, tmp_path)
    assert (tmp_path / "about.md").read_text(encoding="utf-8") == expected
    other = (tmp_path / "more/other.md").read_text(encoding="utf-8")
    assert other == expected.replace("oit/", "../oit/")


def test_hidden_files_are_not_published(
    small_agency: SmallAgency, folder: DataFolder, tmp_path: Path
) -> None:
    small_agency.write("docs/.git/config", "ก")
    small_agency.write("docs/files/.DS_Store", "ก")
    write_site(make_site([small_agency.assess()]), folder, tmp_path / "out")
    hidden = {path.name for path in (tmp_path / "out").rglob(".*")}
    assert hidden <= HOSTING_FILES
    assert hand_written(folder.docs) == []


def test_page_in_another_encoding_is_copied_unchanged(
    small_agency: SmallAgency, folder: DataFolder, tmp_path: Path
) -> None:
    (small_agency.folder / "docs/old.md").write_bytes("เก่า".encode("cp874"))
    write_site(make_site([small_agency.assess()]), folder, tmp_path)
    assert (tmp_path / "old.md").read_bytes() == "เก่า".encode("cp874")


def test_clearing_removes_everything_except_the_folder_and_targets_of_links(tmp_path: Path) -> None:
    kept, folder = tmp_path / "kept", tmp_path / "folder"
    (folder / "deep/er").mkdir(parents=True)
    (folder / "file").write_text("")
    kept.mkdir()
    (kept / "mine").write_text("")
    (folder / "link").symlink_to(kept, target_is_directory=True)
    clear(folder)
    clear(tmp_path / "none")
    assert list(folder.iterdir()) == []
    assert (kept / "mine").is_file()
