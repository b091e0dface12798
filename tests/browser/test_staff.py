"""The page of the assessors' review, which only staff builds have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import commands
from browser.conftest import NewPage
from browser.host import serve
from browser.test_accessibility import all_violations, open_page
from shared import Shared

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def staff(shared: Shared) -> Iterator[str]:
    """The address of the sample's staff build, on a day of the round of clarification."""

    def make(folder: Path) -> None:
        out = folder / "site"
        built = commands.oit("build", "--staff", "--out", out, "--today", "2569-06-05")
        assert built.returncode == 0, built.stderr

    with serve(shared.made("staff", make) / "site") as address:
        yield address


def test_the_agenda_leads_to_the_review(page: Page, staff: str) -> None:
    page.goto(f"{staff}staff/")
    expect(page.locator(".oit-lead")).to_contain_text("ตั้งแต่ 1 มิถุนายน 2569 ถึง 15 มิถุนายน 2569")
    page.get_by_role("link", name="ผลการตรวจและร่างคำชี้แจง").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "คำชี้แจงผลการตรวจแบบวัด OIT ปีงบประมาณ 2569"
    )
    expect(page.get_by_text("อีก 10 วัน")).to_be_visible()


def test_it_shows_the_differences_and_the_drafts(page: Page, staff: str) -> None:
    page.goto(f"{staff}staff/review/")
    rows = page.get_by_role("region", name="ข้อที่เห็นต่างกัน").locator("tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("เปิดที่อยู่ที่ส่งแล้วไม่พบขั้นตอนและระยะเวลา")
    expect(page.get_by_text("ค่าธรรมเนียม: มี 5 จาก 6 รายการ")).to_be_visible()
    drafts = page.locator("h2[id^=answer-]")
    expect(drafts).to_have_count(8)
    address = page.get_by_role("region", name="ตำแหน่งของข้อมูล ข้อ O16").get_by_role("link").first
    expect(address).to_have_attribute("href", "https://oit.tuayang.example/oit/2569/o16/")


def test_the_word_file_can_be_downloaded(page: Page, staff: str) -> None:
    page.goto(f"{staff}staff/review/")
    with page.expect_download() as begun:
        page.get_by_role("link", name="ร่างคำชี้แจงเป็นไฟล์ Word").click()
    path = begun.value.path()
    assert Path(path).read_bytes().startswith(b"PK")


@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_accessible_and_fits_every_screen(new_page: NewPage, staff: str, width: int) -> None:
    page = open_page(new_page, width, f"{staff}staff/review/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all_violations(page) == []
