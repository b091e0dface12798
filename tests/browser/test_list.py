"""The filter of the list of items."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.kinds import LIST

pytestmark = pytest.mark.browser

SHOWN = """() => [...document.querySelectorAll(".oit-items > li")]
  .filter((row) => row.checkVisibility())
  .map((row) => row.querySelector(".oit-id").textContent)"""


def test_items_are_filtered_by_the_keyboard(page: Page, site: str) -> None:
    page.goto(site + LIST)
    status = page.locator(".oit-narrow [role=status]")
    everything = page.evaluate(SHOWN)
    expect(status).to_have_text(f"แสดง {len(everything)} จาก {len(everything)} ข้อ")

    word = page.get_by_label("ค้นในรายการ")
    word.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("ยังไม่ครบ")).to_be_checked()
    partial = page.evaluate(SHOWN)
    assert partial == ["O2", "O7", "O9", "O11"]
    expect(status).to_have_text(f"แสดง 4 จาก {len(everything)} ข้อ")
    expect(page.get_by_role("heading", name="ตัวชี้วัดที่ 10")).to_be_hidden()

    page.keyboard.press("Shift+Tab")
    expect(word).to_be_focused()
    page.keyboard.type("จัดซื้อ มิ.ย. ๒๕๖๙")
    assert page.evaluate(SHOWN) == ["O11"]
    page.keyboard.type("ไม่มีคำนี้")
    assert page.evaluate(SHOWN) == []
    expect(status).to_contain_text("ไม่พบข้อที่ตรงกับที่เลือก")


def test_without_a_script_the_list_is_complete(reader: NewPage, site: str) -> None:
    page = reader(java_script_enabled=False)
    page.goto(site + LIST)

    expect(page.locator(".oit-narrow")).to_be_hidden()
    expect(page.locator(".oit-items > li:visible")).to_have_count(26)
