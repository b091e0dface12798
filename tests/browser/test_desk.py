"""Officers at the desk, from the first day of a new agency, by mouse and keyboard only."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from browser.at_desk import TODAY, Officer, a_file, desk, monthly_summaries, new_agency
from browser.conftest import NewPage
from oit.cli.main import main
from sent_files import a_pdf, a_picture

pytestmark = pytest.mark.browser

FILLED = ("O1", "O2", "O3", "O4", "O5", "O11", "O12")


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new agency, to be copied."""
    return new_agency(tmp_path_factory.mktemp("agency") / "town")


def read(folder: Path, item: str) -> dict[str, Any]:
    """Return what an item's file says."""
    path = folder / "data/2569" / f"o{int(item[1:]):02}.yml"
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


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
    assert read(town, "O1")["units"][1]["units"] == [
        {"name": "กองคลัง", "head": "ผู้อำนวยการกองคลัง"}
    ]
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
