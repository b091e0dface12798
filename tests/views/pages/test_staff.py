"""Pages and files that only staff builds have."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from commands import ROOT, oit, python
from oit.data.folder import DataFolder
from oit.publish.site import prepare
from oit.views.pages import make_site
from oit.views.pages.page import Page
from oit.views.pages.staff import staff_files, staff_pages
from small_agency import AGENCY, TODAY, SmallAgency


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency whose site address is known."""
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: https://www.lek.example/\n")
    return small_agency


def agenda(agency: SmallAgency, day: date = TODAY) -> Page:
    return next(iter(staff_pages(agency.assess(day))))


def test_agenda_has_a_section_for_each_owner(agency: SmallAgency) -> None:
    page = agenda(agency)
    assert page.url == "staff/"
    assert [section.title for section in page.sections] == [
        "วาระที่ 1 กองคลัง (1 เรื่อง)",
        "วาระที่ 2 ยังไม่ระบุผู้รับผิดชอบ (1 เรื่อง)",
    ]
    assert page.sections[0].text == (
        "เรื่อง สิ่งที่ต้องทำ กำหนด มติที่ประชุม ข้อมูล: O7 รายงานผลการดำเนินงาน "
        "ปัญหา/อุปสรรค: ยังไม่มี (data/2569/o07.yml:1:1) "
        "ข้อเสนอแนะ: ยังไม่มี (data/2569/o07.yml:1:1) 30 เมษายน 2569"
    )
    assert 'href="../oit/2569/o7/"' in page.html


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (TODAY, "ปิดรับคำตอบ 30 เมษายน 2569 (อีก 29 วัน)"),
        (date(2026, 5, 1), "ปิดรับคำตอบ 30 เมษายน 2569 (ผ่านมาแล้ว)"),
    ],
)
def test_agenda_says_how_many_days_are_left(agency: SmallAgency, day: date, expected: str) -> None:
    assert expected in agenda(agency, day).text
    assert ("เลยกำหนด" in agenda(agency, day).text) is (day > TODAY)


def test_agenda_without_tasks_says_so(agency: SmallAgency) -> None:
    agency.complete()
    agency.write("data/agency.yml", "name: ก\nkind: municipality\nchecklist: small\n")
    text = agenda(agency).text
    assert "ไม่มีเรื่องค้าง" in text
    assert "ปิดรับคำตอบ" not in text


def test_numerals_follow_the_agency(agency: SmallAgency) -> None:
    agency.add("data/agency.yml", "numerals: thai\n")
    assert "วาระที่ ๑ กองคลัง (๑ เรื่อง)" in agenda(agency).text


def test_data_is_escaped(agency: SmallAgency) -> None:
    agency.write("data/2569/o07.yml", 'owner: "<b>กอง"\n')
    assert "&lt;b&gt;กอง" in agenda(agency).html
    assert "<b>กอง" not in agenda(agency).html


def test_answers_exist_if_the_sites_address_is_known(agency: SmallAgency) -> None:
    urls = [page.url for page in staff_pages(agency.assess())]
    assert urls == ["staff/", "staff/answers/"]
    assert 'href="../staff/answers/"' in agenda(agency).html
    assert list(staff_files(agency.assess())) == [
        "staff/deadlines.ics",
        "staff/answers.csv",
        "staff/answers.xlsx",
    ]
    agency.write("data/agency.yml", AGENCY)
    assert [page.url for page in staff_pages(agency.assess())] == ["staff/"]
    assert "staff/answers/" not in agenda(agency).html
    assert list(staff_files(agency.assess())) == ["staff/deadlines.ics"]


def test_year_without_items_has_its_measures(agency: SmallAgency) -> None:
    agency.write("data/2569/ita.yml", "measures: [{name: อบรม, owner: สำนักปลัด}]\n")
    only_cycle = replace(agency.assess(), items=())
    (page,) = staff_pages(only_cycle)
    assert "มาตรการ: อบรม" in page.text
    assert list(staff_files(only_cycle)) == ["staff/deadlines.ics"]


def test_public_site_has_no_staff_pages(agency: SmallAgency) -> None:
    public, staff = (make_site([agency.assess()], staff=staff) for staff in (False, True))
    assert not [path for path in (*public.pages, *public.files) if path.startswith("staff")]
    assert not [page.url for page in public.pages.values() if "staff" in page.html]
    assert {"staff/index.md", "staff/answers.md"} <= staff.pages.keys()
    # The manifest shows whether a build is for staff.
    assert b'"staff/"' in staff.files["oit/manifest.json"]
    assert b"staff" not in public.files["oit/manifest.json"]


def test_menu_links_to_the_staff_pages(agency: SmallAgency) -> None:
    folder = DataFolder(agency.data, agency.folder)
    public, staff = (prepare(folder, TODAY, staff=staff).menu([]) for staff in (False, True))
    assert {"เจ้าหน้าที่": ["staff/index.md", "staff/answers.md"]} in staff
    assert "เจ้าหน้าที่" not in str(public)


def test_oit_build_makes_staff_pages_on_request(agency: SmallAgency, tmp_path: Path) -> None:
    arguments = ("build", "--data", agency.data, "--today", "2569-04-01", "--out")
    assert oit(*arguments, tmp_path / "public").returncode == 0
    assert oit(*arguments, tmp_path / "staff", "--staff").returncode == 0
    assert not (tmp_path / "public/staff").exists()
    assert (tmp_path / "staff/staff/index.html").is_file()
    assert (tmp_path / "staff/staff/deadlines.ics").is_file()
    mkdocs = ("build", "--quiet", "--config-file", ROOT / "mkdocs.yml", "--site-dir")
    served = python("mkdocs", *mkdocs, tmp_path / "served", OIT_DATA=agency.data, OIT_STAFF="1")
    assert served.returncode == 0
    assert (tmp_path / "served/staff/index.html").is_file()
