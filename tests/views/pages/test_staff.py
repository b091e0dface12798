"""Pages and files that only staff builds have."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from commands import ROOT, oit, python
from oit.data.folder import DataFolder
from oit.publish.site import prepare
from oit.views.pages.page import Page
from oit.views.pages.site import make_site
from oit.views.pages.staff import staff_files, staff_pages
from small_agency import AGENCY, TODAY, SmallAgency


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency whose site address is known."""
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: https://www.lek.example/\n")
    return small_agency


def agenda(agency: SmallAgency, day: date = TODAY) -> Page:
    return next(iter(staff_pages(agency.assess(day), {})))


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


def test_agenda_offers_the_usual_owner_of_an_item_without_one(agency: SmallAgency) -> None:
    assert "โดยทั่วไป" not in agenda(agency).text
    agency.write("data/2569/o07.yml", "year: 2568\n")
    (nobody,) = agenda(agency).sections
    assert "รายงานผลการดำเนินงาน โดยทั่วไปคือ กองยุทธศาสตร์และงบประมาณ" in nobody.text
    # Nothing is known of O8.
    assert nobody.text.count("โดยทั่วไปคือ") == 1


def test_pages_for_staff_say_that_the_list_is_provisional(agency: SmallAgency) -> None:
    assessment = agency.assess(TODAY)
    sentence = "แบบวัดปีนี้ยังไม่ประกาศ <b>"
    checklist = assessment.checklist.model_copy(update={"provisional": sentence})
    pages = list(staff_pages(replace(assessment, checklist=checklist), {}))
    assert len(pages) == 3
    assert all("ยังไม่ประกาศ &lt;b&gt;" in page.html for page in pages)
    assert all("ยังไม่ประกาศ" not in page.html for page in staff_pages(assessment, {}))


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
    urls = [page.url for page in staff_pages(agency.assess(), {})]
    assert urls == ["staff/", "staff/checklist/", "staff/answers/"]
    assert 'href="../staff/answers/"' in agenda(agency).html
    assert list(staff_files(agency.assess(), {})) == [
        "staff/deadlines.ics",
        "staff/answers.csv",
        "staff/answers.xlsx",
    ]
    agency.write("data/agency.yml", AGENCY)
    assert [page.url for page in staff_pages(agency.assess(), {})] == ["staff/", "staff/checklist/"]
    assert "staff/answers/" not in agenda(agency).html
    assert list(staff_files(agency.assess(), {})) == ["staff/deadlines.ics"]


REVIEW = """\
opens: 2569-03-25
closes: 2569-04-08
items: [{item: O1, score: 55, remark: "ลับ-7d41 <b>ไม่พบ</b>"}]
"""


def test_review_has_a_page_and_a_word_file_if_there_are_scores(agency: SmallAgency) -> None:
    agency.write("data/2569/review.yml", REVIEW.partition("items")[0])
    assert "staff/review/" not in [page.url for page in staff_pages(agency.assess(), {})]
    agency.write("data/2569/review.yml", REVIEW)
    page = next(page for page in staff_pages(agency.assess(), {}) if page.url == "staff/review/")
    assert "ลับ-7d41 &lt;b&gt;ไม่พบ&lt;/b&gt;" in page.html
    assert 'href="https://www.lek.example/oit/2569/o1/"' in page.html
    assert 'href="../../staff/review.docx"' in page.html
    assert not page.searched
    assert staff_files(agency.assess(), {})["staff/review.docx"].startswith(b"PK")
    assert 'href="../staff/review/"' in agenda(agency).html
    assert "ชี้แจงผลการตรวจได้ตั้งแต่ 25 มีนาคม 2569 ถึง 8 เมษายน 2569" in agenda(agency).text


@pytest.mark.untraced
def test_no_part_of_the_public_site_has_a_remark_of_the_assessors(
    agency: SmallAgency, tmp_path: Path
) -> None:
    # The odd score makes a warning: what is found in the file is not published either.
    agency.write("data/2569/review.yml", REVIEW)
    agency.write("data/2569/ita.yml", "measures: [{name: อบรม, owner: สำนักปลัด}]\n")
    findings = agency.assess().findings
    assert [f.code.id for f in findings if "review.yml" in f.place.file] == ["OIT518"]
    public, staff = tmp_path / "public", tmp_path / "staff"
    arguments = ("build", "--data", agency.data, "--today", "2569-04-01", "--out")
    assert oit(*arguments, public).returncode == 0
    assert oit(*arguments, staff, "--staff").returncode == 0
    marks = ["ลับ-7d41", "review.yml", "OIT518"]
    assert _holding(public, marks) == set()
    assert _holding(staff, marks[:1]) == {"staff/review/index.html", "staff/review.docx"}


def _holding(site: Path, marks: list[str]) -> set[str]:
    """Return the files that hold one of some texts, also inside archives such as Word files."""
    found = set()
    for path in site.rglob("*"):
        raw = path.read_bytes() if path.is_file() else b""
        if zipfile.is_zipfile(io.BytesIO(raw)):
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                raw = b"".join(archive.read(name) for name in archive.namelist())
        if any(mark.encode() in raw or ascii(mark)[1:-1].encode() in raw for mark in marks):
            found.add(path.relative_to(site).as_posix())
    return found


def test_year_without_items_has_its_measures(agency: SmallAgency) -> None:
    agency.write("data/2569/ita.yml", "measures: [{name: อบรม, owner: สำนักปลัด}]\n")
    only_cycle = replace(agency.assess(), items=())
    (page,) = staff_pages(only_cycle, {})
    assert "มาตรการ: อบรม" in page.text
    assert list(staff_files(only_cycle, {})) == ["staff/deadlines.ics"]


def test_staff_see_where_each_element_is_from_and_the_notes(agency: SmallAgency) -> None:
    agency.write("data/2569/ita.yml", "results: {year: 2568, notes: [เอกสารพิมพ์ข้อ 6 สองครั้ง]}\n")
    page = list(staff_pages(agency.assess(), {}))[1]
    assert page.url == "staff/checklist/"
    assert "เอกสารพิมพ์ข้อ 6 สองครั้ง" in page.text
    assert "อนุมานจากแนวปฏิบัติ" in page.text


def test_staff_see_printed_scores_beside_computed_ones(agency: SmallAgency) -> None:
    agency.write(
        "data/2569/ita.yml",
        "results: {total: 90, instruments: "
        "[{id: IIT, score: 90, note: เลือน}, {id: EIT, score: 80}, {id: OIT, score: 100}], "
        "note: ขัดกัน, indicators: [{id: 9, note: เลขซ้ำ}]}\n",
    )
    page = list(staff_pages(agency.assess(), {}))[1]
    assert "คะแนนที่พิมพ์เทียบกับที่คำนวณได้" in page.text
    assert "ต่างกัน 1.00" in page.text
    assert "คะแนนรวม: ขัดกัน IIT: เลือน ตัวชี้วัดที่ 9: เลขซ้ำ" in page.text


def test_a_year_without_items_has_the_notes_of_its_documents(agency: SmallAgency) -> None:
    agency.write("data/2569/ita.yml", "results: {year: 2568, notes: [เลขซ้ำ]}\n")
    _, page = staff_pages(replace(agency.assess(), items=()), {})
    assert "เลขซ้ำ" in page.text


def test_public_site_has_no_staff_pages(agency: SmallAgency) -> None:
    public, staff = (make_site([agency.assess()], staff=staff) for staff in (False, True))
    assert not [path for path in (*public.pages, *public.files) if path.startswith("staff")]
    assert not [page.url for page in public.pages.values() if "staff" in page.html]
    assert {"staff/index.md", "staff/answers.md"} <= staff.pages.keys()
    # The manifest shows whether a build is for staff.
    assert b'"staff/"' in staff.read("oit/manifest.json")
    assert b"staff" not in public.read("oit/manifest.json")


def test_menu_links_to_the_staff_pages(agency: SmallAgency) -> None:
    folder = DataFolder(agency.data, agency.folder)
    public, staff = (prepare(folder, TODAY, staff=staff).menu([]) for staff in (False, True))
    assert {"เจ้าหน้าที่": ["staff/index.md", "staff/checklist.md", "staff/answers.md"]} in staff
    assert "เจ้าหน้าที่" not in str(public)


def test_oit_build_makes_staff_pages_on_request(agency: SmallAgency, tmp_path: Path) -> None:
    arguments = ("build", "--data", agency.data, "--today", "2569-04-01", "--out")
    assert oit(*arguments, tmp_path / "public").returncode == 0
    assert oit(*arguments, tmp_path / "staff", "--staff").returncode == 0
    assert not (tmp_path / "public/staff").exists()
    assert (tmp_path / "staff/staff/index.html").is_file()
    assert (tmp_path / "staff/staff/deadlines.ics").is_file()
    # Search engines index every public page and no page of a site for the staff.
    for name in ("public", "staff"):
        pages = [page.read_text(encoding="utf-8") for page in (tmp_path / name).rglob("*.html")]
        is_hidden = {'<meta name="robots" content="noindex">' in page for page in pages}
        assert is_hidden == {name == "staff"}
        assert ("X-Robots-Tag" in (tmp_path / name / "_headers").read_text()) == (name == "staff")
        site_map = (tmp_path / name / "sitemap.xml").read_text(encoding="utf-8")
        assert "/oit/2569/o1/</loc>" in site_map
        assert "staff/" not in site_map
        assert "404" not in site_map
    mkdocs = ("build", "--quiet", "--config-file", ROOT / "mkdocs.yml", "--site-dir")
    served = python("mkdocs", *mkdocs, tmp_path / "served", OIT_DATA=agency.data, OIT_STAFF="1")
    assert served.returncode == 0
    assert (tmp_path / "served/staff/index.html").is_file()
