"""A hospital: a checklist whose items are numbered MOIT1 to MOIT22, from the first day on."""

from pathlib import Path

import openpyxl
import pytest

from oit.assess.assessment import ItemStatus
from oit.views.answers.answer import answers_of
from oit.views.pages.site import make_site
from start.newcomer import Newcomer

IN_ORDER = [f"MOIT{number}" for number in range(1, 23)]
PROCEDURE = "owner: งานนิติการ\nupdated: 2569-01-15\nunit: กลุ่มงานบริหารทั่วไป\n"


@pytest.fixture
def hospital(newcomer: Newcomer) -> Newcomer:
    newcomer.init(kind="hospital", name="โรงพยาบาลใหม่")
    newcomer.write("2569/moit09.yml", PROCEDURE)
    return newcomer


def test_a_hospital_begins_with_its_own_list(hospital: Newcomer) -> None:
    assert "\nchecklist: health\n" in hospital.read("agency.yml")
    names = sorted(path.stem for path in (hospital.data / "2569").glob("*.yml"))
    assert names == [f"moit{number:02}" for number in range(1, 23)]
    assert [result.item.id for result in hospital.check().items] == IN_ORDER


def test_the_first_steps_name_a_file_that_exists(hospital: Newcomer) -> None:
    steps = (hospital.site / "README.md").read_text(encoding="utf-8")
    assert "เปิด `data/2569/moit01.yml`" in steps


def test_its_pages_send_readers_to_contacts_that_exist(hospital: Newcomer) -> None:
    assert all(result.item.form != "contact" for result in hospital.check().items)
    for page in ("about", "accessibility", "privacy"):
        text = (hospital.site / f"docs/{page}.md").read_text(encoding="utf-8")
        assert "ข้อมูลการติดต่อ" not in text
        assert "ที่หน้าแรก" in text


def test_an_address_is_the_id_in_small_letters_without_a_zero(hospital: Newcomer) -> None:
    results = hospital.check().items
    assert [result.url for result in results] == [f"oit/2569/{i.lower()}/" for i in IN_ORDER]


@pytest.mark.parametrize("item", ["MOIT9", "moit9", "moit09", "MOIT๙"])
def test_one_item_is_checked_however_its_id_is_written(hospital: Newcomer, item: str) -> None:
    result = hospital.on_data("check", "--item", item)
    assert result.status == 1
    assert "MOIT9 แนวปฏิบัติและช่องทางเรื่องร้องเรียน (บางส่วน)" in result.out
    assert "MOIT10" not in result.out


def test_a_wrong_name_of_a_file_is_corrected(hospital: Newcomer) -> None:
    (hospital.data / "2569/moit02.yml").unlink()
    hospital.write("2569/moit2.yml", "owner: ก\n")
    assert "หมายถึง moit02.yml ใช่หรือไม่" in hospital.on_data("check").out
    hospital.write("2569/o07.yml", "owner: ก\n")
    assert "O7 เป็นข้อของแบบวัด general" in hospital.on_data("check").out


def test_the_site_lists_its_items_in_order(hospital: Newcomer) -> None:
    pages = {page.url: page for page in make_site([hospital.check()]).pages.values()}
    # Long ids get the room that they need.
    assert "oit-items--long" in pages["oit/2569/"].html
    text = pages["oit/2569/"].text
    assert text.index("MOIT2 ") < text.index("MOIT10 ")
    urls = [url for url in pages if url.startswith("oit/2569/moit")]
    assert urls == [f"oit/2569/{item.lower()}/" for item in IN_ORDER]


def test_answers_are_by_its_ids(hospital: Newcomer) -> None:
    answers = answers_of(hospital.check(), "https://www.hospital.example/")
    assert [answer.id for answer in answers] == IN_ORDER
    assert answers[8].addresses == ["https://www.hospital.example/oit/2569/moit9/"]


def test_submitted_items_are_those_of_its_list(hospital: Newcomer) -> None:
    site_url = "site_url: https://www.hospital.example/\n"
    hospital.write("agency.yml", hospital.read("agency.yml") + site_url)
    assert hospital.on_data("answers", "--lock").status == 0
    text = hospital.read("2569/submitted.yml")
    assert "item: MOIT9" in text
    assert "OIT237" not in hospital.on_data("check").out
    hospital.write("2569/submitted.yml", text.replace("item: MOIT9", "item: O9"))
    told = hospital.on_data("check").out
    assert 'ไม่มีข้อ "O9" ในแบบวัดปี 2569 O9 เป็นข้อของแบบวัด general' in told


def test_a_workbook_goes_out_and_comes_back(hospital: Newcomer, tmp_path: Path) -> None:
    assert hospital.on_data("workbook", "export", "--out", str(tmp_path / "out")).status == 0
    path = tmp_path / "out/2569 งานนิติการ.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["MOIT9"]
    (cell,) = (c for row in sheet.iter_rows(max_col=5) for c in row if c.value == "งานนิติการ")
    cell.value = "งานกฎหมาย"
    book.save(path)
    assert hospital.on_data("workbook", "import", str(path)).status == 0
    assert hospital.read("2569/moit09.yml") == PROCEDURE.replace("งานนิติการ", "งานกฎหมาย")
    everything = openpyxl.load_workbook(tmp_path / "out/2569 ยังไม่ระบุผู้รับผิดชอบ.xlsx").sheetnames
    assert [name for name in everything if name.startswith("MOIT")] == [
        item for item in IN_ORDER if item != "MOIT9"
    ]


def test_a_score_may_be_assumed_for_an_item(hospital: Newcomer) -> None:
    assert "ถ้า MOIT12 = 100" in hospital.on_data("score", "--what-if", "moit๑๒=100").out
    assert "O7 เป็นข้อของแบบวัด general" in hospital.on_data("score", "--what-if", "O7=100").err


def test_a_removed_file_is_written_again(hospital: Newcomer) -> None:
    (hospital.data / "2569/moit12.yml").unlink()
    assert hospital.on_data("new", "moit12").status == 0
    assert "## MOIT12 การป้องกันการรับสินบน" in hospital.read("2569/moit12.yml")
    assert "O12 เป็นข้อของแบบวัด general" in hospital.on_data("new", "O12").err


def test_the_next_year_continues_its_items(hospital: Newcomer) -> None:
    assert hospital.on_data("new-year", "2570").status == 0
    assert "unit: กลุ่มงานบริหารทั่วไป" in hospital.read("2570/moit09.yml")
    assessment = hospital.check(2570)
    assert [result.item.id for result in assessment.items] == IN_ORDER
    assert assessment.items[8].status is ItemStatus.MISSING  # nobody has reviewed the copy
