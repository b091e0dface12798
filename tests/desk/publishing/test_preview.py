"""A preview is the page that a build would make if the draft were saved."""

import re
from pathlib import Path
from time import monotonic, sleep

import pytest

from oit.desk.desk import Desk
from oit.desk.publishing.frame import NoPlaceError, fill
from oit.desk.publishing.job import Job
from oit.desk.publishing.preview import (
    NoPreviewError,
    NotReadyError,
    asset,
    is_ready,
    page_of,
    preview,
    urls_of,
)
from oit.desk.saving.draft import fresh
from oit.intake.workbook.files import ItemFile
from oit.publish.build import build_site
from oit.source.write import Plain
from oit.views.pages.page import Page
from small_agency import SmallAgency

O7 = "oit/2569/o7/"


def item(desk: Desk, slug: str = "o7") -> ItemFile:
    found = desk.file(2569, slug)
    assert found is not None
    return found


def draft(file: ItemFile, **changes: Plain) -> Plain:
    tree = fresh(file).mine
    assert isinstance(tree, dict)
    return {**tree, **changes}


def wait_for(desk: Desk, url: str = O7) -> None:
    limit = monotonic() + 60
    while not is_ready(desk, url):
        assert monotonic() < limit
        sleep(0.05)


def ended(desk: Desk) -> None:
    limit = monotonic() + 60
    while Job(desk.state / "preview").is_running:
        assert monotonic() < limit
        sleep(0.05)


def text_of(page: Page | None) -> str:
    assert page is not None
    return page.text


def test_preview_equals_the_built_page_after_saving(
    desk: Desk, small_agency: SmallAgency, tmp_path: Path
) -> None:
    file = item(desk)
    with pytest.raises(NotReadyError):
        preview(desk, file, fresh(file).mine, O7)
    wait_for(desk)
    typed = draft(file, problems="ขาดคน", summary="<script>alert(1)</script> & สรุป\nสอง")
    begun = preview(desk, file, typed, O7)
    assert not begun.is_dated
    assert "ขาดคน" in re.sub("<[^>]*>", "", begun.html)
    assert "<script>alert" not in begun.html
    assert "ขาดคน" not in small_agency.data.joinpath("2569/o07.yml").read_text(encoding="utf-8")
    small_agency.add("data/2569/o07.yml", "problems: ขาดคน\n")
    small_agency.add("data/2569/o07.yml", 'summary: "<script>alert(1)</script> & สรุป\\nสอง"\n')
    assert build_site(desk.folder.path, tmp_path / "site", desk.today) == (True, "")
    built = (tmp_path / "site" / O7 / "index.html").read_text(encoding="utf-8")
    assert begun.html == built


def test_frame_is_made_anew_if_what_is_in_the_menus_changes(
    desk: Desk, small_agency: SmallAgency, framed: list[bool]
) -> None:
    assert framed
    wait_for(desk)
    small_agency.add("data/2569/o07.yml", "problems: ขาดคน\n")
    assert not preview(desk, item(desk), fresh(item(desk)).mine, O7).is_dated
    small_agency.add("data/agency.yml", "motto: โปร่งใส\n")
    again = preview(desk, item(desk), fresh(item(desk)).mine, O7)
    assert again.is_dated, "the menus are made of agency.yml"
    assert "ขาดคน" in again.html
    ended(desk)
    assert not preview(desk, item(desk), fresh(item(desk)).mine, O7).is_dated


def test_values_that_cannot_be_read_are_left_out(desk: Desk) -> None:
    file = item(desk)
    typed = draft(file, year="ปีหน้า", problems="ขาดคน\x00\u202e", nothing="ไม่มีช่องนี้")
    text = text_of(page_of(desk, file, typed, O7))
    assert "ขาดคน" in text
    assert "ปีหน้า" not in text
    assert "ปรับปรุงถนน" in text


def test_item_without_a_file(desk: Desk) -> None:
    file = item(desk, "o8")
    assert not file.digest
    typed: Plain = {"entries": [{"title": "แผนที่ตำบล"}]}
    assert "แผนที่ตำบล" in text_of(page_of(desk, file, typed, "oit/2569/o8/"))
    assert not file.path.exists()


def test_agency_has_the_front_page(desk: Desk) -> None:
    file = item(desk, "agency")
    assert urls_of(file) == [""]
    assert "โปร่งใส" in text_of(page_of(desk, file, draft(file, motto="โปร่งใส"), ""))


def test_site_that_cannot_be_built_is_told_until_the_data_is_fixed(
    desk: Desk, small_agency: SmallAgency, framed: list[bool]
) -> None:
    framed.append(False)
    with pytest.raises(NoPreviewError, match="fix the errors"):
        wait_for(desk)
    framed.append(True)
    with pytest.raises(NoPreviewError):
        is_ready(desk, O7)
    small_agency.write("data/2569/o02.yml", "owner: ก\n")
    wait_for(desk)


def test_only_pictures_of_the_draft_and_files_of_the_theme_are_served(
    desk: Desk, small_agency: SmallAgency
) -> None:
    small_agency.write("docs/files/2569/ก.png", "ภาพ")
    small_agency.write("docs/files/2569/ข.png", "ภาพ")
    small_agency.write("docs/files/2569/ค.pdf", "เอกสาร")
    site = desk.state_folder("preview") / "site"
    (site / "assets").mkdir(parents=True)
    (site / "assets/oit.css").write_text("x")
    (site / "index.html").write_text("x")
    (desk.state / "preview/secret.css").write_text("x")
    tree: Plain = {"news": [{"@was": "0", "image": "files/2569/ก.png", "link": "files/2569/ค.pdf"}]}
    assert asset(desk, tree, "files/2569/ก.png") == desk.folder.docs / "files/2569/ก.png"
    assert asset(desk, tree, "assets/oit.css") == site / "assets/oit.css"
    for path in (
        *("files/2569/ข.png", "files/2569/ค.pdf", "index.html", "../secret.css", "assets"),
        *("assets/../../secret.css", "/etc/passwd.css", "assets/\0.css", "files/2569/ไม่มี.png"),
    ):
        assert asset(desk, tree, path) is None, path


def test_frame_without_a_place_for_the_contents() -> None:
    page = Page("", "ก", "ข", "<h1>ก</h1>")
    with pytest.raises(NoPlaceError):
        fill("<html><body></body></html>", page)


def test_contents_may_look_like_a_frame_or_a_pattern() -> None:
    frame = (
        '<meta name="description" content="เดิม">\n'
        '<article class="md-content__inner md-typeset">\nเดิม\n </article>'
    )
    body = r'<p>\1 \g<0></p><meta name="description" content="ใน">'
    made = fill(frame, Page("", "ก", 'a "b" <c>', body))
    assert body in made
    assert '<meta name="description" content="a ”b” ‹c›">' in made
    assert "เดิม" not in made
