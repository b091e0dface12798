"""Officers at the desk, from the first day of a new agency, by mouse and keyboard only."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Route, expect

from browser.at_desk import (
    TODAY,
    Officer,
    a_file,
    desk,
    monthly_summaries,
    new_agency,
    sign_in,
    with_accounts,
)
from browser.conftest import IDLE, NewPage
from oit.cli.main import main
from sent_files import a_pdf, a_picture
from shared import Shared

pytestmark = pytest.mark.browser

FILLED = ("O1", "O2", "O3", "O4", "O5", "O11", "O12")


@pytest.fixture(scope="module")
def agency(shared: Shared) -> Path:
    """A new agency, to be copied."""
    return shared.made("agency", lambda folder: new_agency(folder / "town")) / "town"


def read(folder: Path, item: str) -> dict[str, Any]:
    """Return what an item's file says."""
    path = folder / "data/2569" / f"o{int(item[1:]):02}.yml"
    text = path.read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts only
    return found


NEVER_LATE = """() => {
  const { setTimeout } = window;
  window.setTimeout = (late, after, ...more) =>
    after < 500 ? setTimeout(late, after, ...more) : 0;
}"""
"""Lets no long time pass for the page."""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_new_agency_is_filled(
    new_page: NewPage, agency: Path, tmp_path: Path, width: int
) -> None:
    town = shutil.copytree(agency, tmp_path / "town")
    with desk(town) as address:
        page = new_page(width)
        page.goto(address)
        officer = Officer(page)
        page.get_by_role("link", name="เริ่มข้อ O1").click()
        _structure(officer)
        _executives(officer)
        _contact(officer)
        _news(officer)
        _plan(officer)
        _purchases(officer)
        _report(officer)
        page.get_by_role("link", name="หน้าแรก", exact=True).click()
        expect(page.get_by_label("สรุป 26 ข้อ")).to_contain_text("ครบถ้วน 7")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide == width
    for item in FILLED:
        assert main(["check", "--item", item, "--today", TODAY, "--data", str(town / "data")]) == 0
    assert read(town, "O1")["units"][1]["units"] == [{"name": "กองคลัง", "head": "ผู้อำนวยการกองคลัง"}]
    assert read(town, "O1")["updated"] == TODAY
    assert [person["rank"] for person in read(town, "O2")["people"]] == ["head", "deputy", "head"]
    assert read(town, "O3")["channels"][0]["url"] == "https://www.donsai.go.th/ask"
    assert read(town, "O4")["news"][0]["date"] == "๕ พ.ย. ๖๘"
    assert read(town, "O5")["documents"][0]["shows"] == {"goals": "2", "indicators": "3"}
    assert read(town, "O11")["rows"] == "procurement.csv"
    assert read(town, "O12")["methods"][1]["spent"] == "9,705,518.75"


def _structure(officer: Officer) -> None:
    officer.add("แผนผังโครงสร้าง")
    officer.write("นายกเทศมนตรี", "นายกเทศมนตรี")
    officer.choose("ฝ่าย", "ฝ่ายการเมือง")
    officer.press("เพิ่มรายการใหม่")
    officer.write("ปลัดเทศบาล", "ปลัดเทศบาล")
    officer.choose("ฝ่าย", "ฝ่ายข้าราชการประจำ")
    officer.add("ส่วนงานภายใน")
    officer.write("กองคลัง", "ผู้อำนวยการกองคลัง")
    officer.save()
    officer.open("O1")
    officer.type("หน้าที่และอำนาจ รายการที่ 1", "จัดให้มีและบำรุงทางบกและทางน้ำ")
    officer.type("ผู้รับผิดชอบ", "สำนักปลัด")
    officer.page.get_by_label("ตรวจข้อมูลทั้งข้อแล้ว").check()
    officer.save()
    officer.is_complete("O1")
    officer.page.get_by_role("link", name="ดูข้อที่ยังไม่ครบ").click()
    expect(officer.page.get_by_text("แสดง 25 จาก 26 ข้อ")).to_be_visible()


def _executives(officer: Officer) -> None:
    officer.open("O2")
    for name, position, rank, side in (
        ("นายสมมติ หนึ่ง", "นายกเทศมนตรี", "ผู้บริหารสูงสุด", "ฝ่ายการเมือง"),
        ("นางสมมติ สอง", "รองนายกเทศมนตรี", "รองผู้บริหาร", "ฝ่ายการเมือง"),
        ("นายสมมติ สาม", "ปลัดเทศบาล", "ผู้บริหารสูงสุด", "ฝ่ายข้าราชการประจำ"),
    ):
        officer.add("ผู้บริหาร")
        officer.write(name, position)
        officer.choose("ระดับ", rank)
        officer.choose("ฝ่าย", side)
        photo = a_file("photo.png", a_picture(size=(300, 400)))
        officer.field("รูปถ่าย").set_input_files(photo)
        officer.type("โทรศัพท์", "0 4300 0001")
    officer.save()
    officer.is_complete("O2")


def _contact(officer: Officer) -> None:
    officer.open("O3")
    officer.type("ที่อยู่", "99 หมู่ที่ 2 ตำบลดอนทราย อำเภอเมือง จังหวัดขอนแก่น 40000")
    officer.type("โทรศัพท์", "0 4300 0000")
    officer.type("E-mail", "saraban@donsai.go.th")
    officer.type("ลิงก์แผนที่", "www.donsai.go.th/map")
    officer.add("ช่องทางการสอบถาม")
    # As people write it; the desk completes it.
    officer.write("ถาม–ตอบบนเว็บไซต์", "www.donsai.go.th/ask")
    officer.page.keyboard.press("Control+s")
    expect(officer.page.get_by_role("status").filter(has_text="บันทึกแล้ว")).to_be_visible()
    officer.is_complete("O3")


def _news(officer: Officer) -> None:
    officer.open("O4")
    officer.add("ข่าว")
    officer.write("ลอยกระทงปลอดเหล้า", "๕ พ.ย. ๖๘")
    officer.save()
    officer.is_complete("O4")


def _plan(officer: Officer) -> None:
    page = officer.page
    officer.open("O5")
    officer.type("ชื่อแผน", "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 – 2570)")
    officer.type("ปีแรกของแผน", "2566")
    officer.type("ปีสุดท้ายของแผน", "2570")
    officer.add("ยุทธศาสตร์")
    officer.write("ยุทธศาสตร์ที่ 1 น้ำไหล ไฟสว่าง ทางสะดวก")
    officer.save()
    officer.hand_in(a_file("แผน 66.pdf", a_pdf("Plan", "Goals", "Measures")), "แผนพัฒนาท้องถิ่น")
    page.get_by_role("link", name="แผนพัฒนาท้องถิ่น", exact=True).click()
    for element, number in (("เป้าหมาย", 2), ("ตัวชี้วัด", 3)):
        page.get_by_role("radio", name=element).check()
        page.get_by_role("button", name=f"หน้า {number}").click()
        expect(page.locator(f"#shows-{number}")).to_contain_text(f"แสดง {element}")
    officer.open("O5")
    officer.is_complete("O5")


def _purchases(officer: Officer) -> None:
    page = officer.page
    officer.open("O11")
    page.get_by_role("link", name="นำเข้าจาก Excel").click()
    summaries = a_file("สขร1.xlsx", monthly_summaries())
    page.locator('input[type="file"]').set_input_files(summaries)
    officer.press("อ่านให้ดูก่อน")
    expect(page.get_by_role("table", name="บวกจากรายการที่อ่านได้")).to_contain_text("35,580")
    officer.press("รับเข้าข้อมูล")
    officer.open("O11")
    officer.hand_in(summaries, "แบบ สขร.1 (Excel)")
    officer.hand_in(a_file("สขร1.pdf", a_pdf("SKR 1")), "แบบ สขร.1 (PDF)")
    officer.open("O11")
    officer.is_complete("O11")


def _report(officer: Officer) -> None:
    page = officer.page
    officer.open("O12")
    officer.type("ปีงบประมาณที่รายงาน", "2568")
    page.get_by_role("button", name="วางจากตาราง (Excel) (ผลการจัดซื้อจัดจ้างจำแนกตามวิธี)").click()
    page.get_by_label("แถวจาก Excel").click()
    page.keyboard.insert_text(
        "วิธีการจัดซื้อจัดจ้าง\tจำนวนโครงการ\tวงเงินงบประมาณ\tราคาที่ตกลงซื้อหรือจ้าง\n"
        "วิธีประกาศเชิญชวนทั่วไป\t4\t6,870,000\t6,512,500\n"
        "วิธีเฉพาะเจาะจง\t149\t9,845,600\t9,705,518.75\n"
    )
    officer.press("ดูก่อนรับ")
    officer.press("รับเข้าร่าง 2 รายการ")
    officer.type("ปัญหา/อุปสรรค", "ไม่มี")
    officer.type("ข้อเสนอแนะ", "ประกาศแผนจัดซื้อจัดจ้างตั้งแต่ต้นปี")
    officer.save()
    officer.is_complete("O12")


SOMSRI, WICHAI = "สมศรี", "วิชัย"


@pytest.fixture(scope="module")
def office(agency: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of an agency's desk on the network, and the agency's folder."""
    town = shutil.copytree(agency, tmp_path_factory.mktemp("office") / "town")
    with_accounts(town, SOMSRI, WICHAI)
    with desk(town, "--network", "--plain-http", "--host", "127.0.0.1") as address:
        yield address, town


@pytest.fixture
def signed_in(new_page: NewPage, office: tuple[str, Path]) -> Callable[..., Officer]:
    """Somebody who has signed in, in a browser of their own."""

    def enter(name: str = SOMSRI, **options: Any) -> Officer:
        page = new_page(**options)
        sign_in(page, office[0], name)
        return Officer(page)

    return enter


def test_two_officers_see_both_versions(
    signed_in: Callable[..., Officer], office: tuple[str, Path]
) -> None:
    somsri, wichai = signed_in(SOMSRI), signed_in(WICHAI)
    for officer in (somsri, wichai):
        officer.open("O3")
    somsri.type("โทรศัพท์", "0 4300 0001")
    somsri.type("E-mail", "saraban@donsai.go.th")
    somsri.save()
    wichai.type("โทรศัพท์", "0 4300 0002")
    wichai.type("ที่อยู่", "99 หมู่ที่ 2 ตำบลดอนทราย")
    wichai.press("บันทึก")
    expect(wichai.page.get_by_role("heading", level=1)).to_have_text("เลือกค่าที่จะใช้")
    for phone in ("0 4300 0001", "0 4300 0002"):
        expect(wichai.page.get_by_text(phone)).to_be_visible()
    wichai.page.get_by_role("radio", name="ใช้ของท่าน").check()
    wichai.press("ใช้ค่าที่เลือก")
    # Her page is older than what he has saved.
    somsri.field("โทรศัพท์").fill("0 4300 0003")
    somsri.press("บันทึก")
    for phone in ("0 4300 0002", "0 4300 0003"):
        expect(somsri.page.get_by_text(phone)).to_be_visible()
    somsri.page.get_by_role("radio", name=f"ใช้ของผู้อื่น ({WICHAI})").check()
    somsri.press("ใช้ค่าที่เลือก")
    assert read(office[1], "O3") == {
        "phone": "0 4300 0002",
        "email": "saraban@donsai.go.th",
        "address": "99 หมู่ที่ 2 ตำบลดอนทราย",
    }


def test_everything_works_without_scripts(
    signed_in: Callable[..., Officer], office: tuple[str, Path]
) -> None:
    officer = signed_in(java_script_enabled=False)
    officer.open("O4")
    officer.add("ข่าว")
    officer.write("ประชุมสภาเทศบาล", "31 ก.พ. 2569")
    officer.press("บันทึก")
    told = officer.page.get_by_role("alert", name="ยังไม่ได้บันทึก 1 ช่อง")
    told.get_by_role("link").click()
    expect(officer.field("วันที่")).to_be_focused()
    expect(officer.field("วันที่")).to_have_value("31 ก.พ. 2569")
    officer.field("วันที่").fill("28 ก.พ. 2569")
    officer.save()
    assert read(office[1], "O4") == {"news": [{"title": "ประชุมสภาเทศบาล", "date": "28 ก.พ. 2569"}]}


def test_a_day_is_chosen_with_the_keyboard(signed_in: Callable[..., Officer]) -> None:
    officer = signed_in()
    officer.open("O6")
    keys = officer.page.keyboard
    day = officer.field("ปรับปรุงล่าสุด")
    day.focus()
    keys.press("Tab")
    keys.press("Enter")
    dialog = officer.page.get_by_role("dialog", name="เลือกวันที่: ปรับปรุงล่าสุด")
    expect(dialog.locator(":focus")).to_have_accessible_name("วันอังคารที่ 20 มกราคม 2569")
    for key in ("PageUp", "ArrowUp", "ArrowLeft"):
        keys.press(key)
    expect(dialog.locator(":focus")).to_have_accessible_name("วันศุกร์ที่ 12 ธันวาคม 2568")
    keys.press("Enter")
    expect(day).to_have_value("2568-12-12")
    expect(officer.page.get_by_text("12 ธันวาคม 2568", exact=True)).to_be_visible()
    expect(officer.page.get_by_role("button", name="เลือกวันที่: ปรับปรุงล่าสุด")).to_be_focused()
    keys.press("Enter")
    keys.press("Escape")
    expect(day).to_have_value("2568-12-12")


def test_rows_are_pasted_and_dragged(
    signed_in: Callable[..., Officer], office: tuple[str, Path]
) -> None:
    officer = signed_in()
    page = officer.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    officer.open("O12")
    for method in ("วิธีประกาศเชิญชวนทั่วไป", "วิธีคัดเลือก", "วิธีเฉพาะเจาะจง"):
        officer.add("ผลการจัดซื้อจัดจ้างจำแนกตามวิธี")
        officer.write(method)
    page.evaluate("navigator.clipboard.writeText('4\\n0\\n149\\n')")
    page.get_by_label("จำนวนโครงการ").first.click()
    page.keyboard.press("Control+v")
    expect(officer.field("จำนวนโครงการ")).to_have_value("149")
    grips = page.locator(".grip")
    grips.last.scroll_into_view_if_needed()
    grips.last.hover()
    page.mouse.down()
    first = page.locator(".list .entry").first.bounding_box()
    assert first is not None
    with page.expect_navigation():
        page.mouse.move(first["x"] + 40, first["y"] - 60, steps=8)
        page.mouse.up()
    officer.save()
    methods = read(office[1], "O12")["methods"]
    assert [method["count"] for method in methods] == ["149", "4", "0"]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_button_that_moves_while_it_is_pressed_is_pressed(
    signed_in: Callable[..., Officer], width: int
) -> None:
    officer = signed_in()
    page = officer.page
    page.set_viewport_size({"width": width, "height": 800})
    officer.open("O4")
    officer.add("ข่าว")
    # Answers move the button, too: none comes between seeing it and pressing it.
    checks: list[Route] = []
    page.route("**/check/", lambda check: checks.append(check))  # noqa: PLW0108
    officer.write("ลอยกระทงปลอดเหล้า", "๕ พ.ย. ๖๘")
    button = page.get_by_role("button", name="บันทึก").last
    button.hover()
    page.mouse.down()
    # As far as an answer of the checker never moves it.
    button.evaluate("button => { button.style.translate = '0 -100px'; }")
    with page.expect_navigation():
        page.mouse.up()
        # It leaves once the desk has answered.
        for check in checks:
            check.continue_()
    expect(page.get_by_role("status").filter(has_text="บันทึกแล้ว")).to_be_visible()


def test_what_the_desk_says_leaves_the_button_that_saves_in_its_place(
    signed_in: Callable[..., Officer],
) -> None:
    officer = signed_in()
    officer.open("O5")
    # The form is longer than the window: the bar is at its bottom.
    officer.page.set_viewport_size({"width": 1280, "height": 600})
    officer.field("ชื่อแผน").click()
    button = officer.page.get_by_role("button", name="บันทึก").last
    before = button.bounding_box()
    officer.page.locator("#live").evaluate("said => { said.textContent = 'ก ข ค '.repeat(99); }")
    assert button.bounding_box() == before


def test_a_button_waits_for_the_check_of_the_field_before(
    signed_in: Callable[..., Officer],
) -> None:
    officer = signed_in()
    officer.open("O5")
    checks: list[Route] = []
    sent: list[str] = []
    page = officer.page

    def hold(route: Route) -> None:
        checks.append(route)

    page.route("**/check/", hold)
    page.on("request", lambda request: sent.append(request.url) if request.post_data else None)
    # A busy machine may take longer than the page waits before it asks, or gives up.
    page.evaluate(NEVER_LATE)
    officer.type("ปีแรกของแผน", "2566")
    button = page.get_by_role("button", name="เพิ่มรายการ (ยุทธศาสตร์)")
    with page.expect_request("**/check/"):
        button.click(no_wait_after=True)
    expect(button).to_be_focused()
    page.evaluate(IDLE)
    # An older draft that comes later would take the entry away.
    assert [address.endswith("/2569/o5/check/") for address in sent] == [True]
    checks[0].continue_()
    expect(page.locator("#form :focus")).to_have_id("f/strategies/0/name")
    expect(officer.field("ปีแรกของแผน")).to_have_value("2566")
    expect(page.get_by_role("button", name="นำข้อความ")).to_have_count(0)
