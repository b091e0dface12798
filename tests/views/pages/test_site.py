"""The front page, the lists and the items of a small agency."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from oit.assess.assessment import Assessment, ElementStatus
from oit.views.pages.page import Page, text_of
from oit.views.pages.site import make_site
from oit.views.pages.words import gap_of
from small_agency import OF_ANOTHER_YEAR, SmallAgency


def pages_of(agency: SmallAgency) -> dict[str, Page]:
    return make_site([agency.assess()]).pages


def older(assessment: Assessment) -> Assessment:
    """Turn this year's assessment into last year's."""
    items = tuple(replace(r, url=r.url.replace("2569", "2568")) for r in assessment.items)
    checklist = assessment.checklist.model_copy(update={"year": 2568})
    return replace(assessment, checklist=checklist, items=items)


def agency_with(agency: SmallAgency, fields: str) -> dict[str, Page]:
    agency.write("data/agency.yml", f"name: ก\nkind: municipality\nchecklist: small\n{fields}")
    return pages_of(agency)


# The front page


def test_front_page_links_to_common_tasks(small_agency: SmallAgency) -> None:
    home = pages_of(small_agency)["index.md"]
    link = re.compile(r'<a href="([^"]+)" class="oit-task[^"]*">.*?<strong>([^<]+)', re.DOTALL)
    tasks = link.findall(home.html)
    assert tasks == [("oit/2569/o1/", "ติดต่อเรา")]
    assert (home.url, home.is_index, home.wide) == ("", True, True)


def test_front_page_lists_apart_what_is_still_prepared(small_agency: SmallAgency) -> None:
    there = pages_of(small_agency)["index.md"]
    assert "ที่อยู่ โทรศัพท์ แผนที่ และช่องทางสอบถาม" in there.text
    (small_agency.data / "2569/o01.yml").unlink()
    missing = pages_of(small_agency)["index.md"]
    assert "ยังไม่มีข้อมูล: ติดต่อเรา" in missing.text
    assert "oit-task" not in missing.html
    assert "ท่านต้องการทำอะไร" not in missing.text


@pytest.fixture
def new_agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency that has no data yet."""
    for file in (small_agency.data / "2569").glob("o*.yml"):
        file.unlink()
    small_agency.add("data/agency.yml", "phone: 0 4500 0000\n")
    return small_agency


def test_front_page_of_a_new_agency_says_what_comes_when_and_whom_to_call(
    new_agency: SmallAgency,
) -> None:
    home = pages_of(new_agency)["index.md"]
    assert "กำลังเตรียมข้อมูล 6 ข้อตามแบบวัด OIT กำหนดเผยแพร่ภายใน วันที่ 30 เมษายน 2569" in home.text
    assert "ศูนย์ข้อมูลข่าวสารของเทศบาลตำบลเล็ก โทร 0 4500 0000" in home.text
    assert "<progress" not in home.html
    assert "ยังไม่มีข้อมูล" not in home.text
    assert [section.id for section in home.sections if not section.text] == []


def test_a_day_that_has_passed_is_not_announced(new_agency: SmallAgency) -> None:
    late = replace(new_agency.assess(), today=date(2026, 5, 1))
    assert "กำหนดเผยแพร่" not in make_site([late]).pages["index.md"].text


def test_contacts_are_typed_once(small_agency: SmallAgency) -> None:
    """The item on contacts comes first; agency.yml says what the item does not."""
    small_agency.write("data/2569/o01.yml", "phone: 0 4599 9999\nhours: 08.30–16.30\n")
    pages = agency_with(small_agency, "phone: 0 4500 0000\naddress: เลขที่ 1\npostcode: 99000\n")
    contact = next(part for part in pages["index.md"].sections if part.id == "contact")
    assert "โทรศัพท์ 0 4599 9999 เวลาทำการ 08.30–16.30 ที่อยู่ เลขที่ 1 99000" in contact.text
    assert "0 4500 0000" not in pages["index.md"].html
    assert "โทร 0 4599 9999" in pages["oit/2569/o7.md"].text


def test_a_list_is_called_what_its_items_are_called(small_agency: SmallAgency) -> None:
    """Hospitals know theirs as MOIT."""
    year = small_agency.assess()
    items = [item.model_copy(update={"id": f"M{item.id}"}) for item in year.checklist.items]
    hospital = replace(year, checklist=year.checklist.model_copy(update={"items": items}))
    pages = make_site([hospital]).pages
    assert "การเปิดเผยข้อมูลสาธารณะ (MO) ปีงบประมาณ 2569" in pages["index.md"].text
    assert pages["oit/2569/index.md"].title == "การเปิดเผยข้อมูลสาธารณะ (MO) ปีงบประมาณ 2569"


def test_front_page_shows_how_much_is_disclosed(small_agency: SmallAgency) -> None:
    text = pages_of(small_agency)["index.md"].text
    counts = "✓ ครบถ้วน 3 + ◐ ยังไม่ครบ 1 + ✗ ยังไม่มีข้อมูล 1 + – ไม่เกี่ยวข้อง 1 = ทั้งหมด 6 ข้อ"
    assert counts in text
    assert counts in pages_of(small_agency)["oit/2569/index.md"].text
    assert "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ครบ 2 จาก 4 ข้อ" in text
    assert "ตัวชี้วัดที่ 10 การป้องกันการทุจริต ครบ 1 จาก 2 ข้อ (ไม่เกี่ยวข้อง 1)" in text


def test_front_page_shows_the_three_latest_news(small_agency: SmallAgency) -> None:
    days = "".join(f"  - {{title: ข่าว{day}, date: 2569-01-{day:02}}}\n" for day in range(1, 6))
    small_agency.write("data/2569/o02.yml", f"news:\n{days}  - {{title: ไม่มีวันที่}}\n")
    home = pages_of(small_agency)["index.md"]
    assert re.findall(r"<strong>(ข่าว\d|ไม่มีวันที่)</strong>", home.html) == ["ข่าว5", "ข่าว4", "ข่าว3"]
    assert '<a href="oit/2569/o2/">ข่าวทั้งหมด</a>' in home.html
    links = re.findall(r'<a href="oit/2569/o2/#(news-\d)">', home.html)
    assert links == ["news-5", "news-4", "news-3"]
    assert all(
        f'<li id="{name}">' in pages_of(small_agency)["oit/2569/o2.md"].html for name in links
    )


@pytest.mark.parametrize("change", ["no file", "no item"])
def test_front_page_without_news_has_no_news_section(
    small_agency: SmallAgency, change: str
) -> None:
    if change == "no file":
        (small_agency.data / "2569/o02.yml").unlink()
    assessment = small_agency.assess()
    if change == "no item":
        assessment = assessment.only(item="o1")
    assert "ข่าวล่าสุด" not in make_site([assessment]).pages["index.md"].text


def test_front_page_describes_the_agency_for_search_engines(small_agency: SmallAgency) -> None:
    (small_agency.data / "2569/o01.yml").unlink()
    pages = agency_with(
        small_agency,
        "name_en: K\nphone: 0 4500 0000\nprovince: '</script><b>&'\nwebsite: https://a.example/\n",
    )
    (script,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', pages["index.md"].html
    )
    assert not set(script) & set("<>&")
    data: dict[str, Any] = json.loads(script)
    assert data == {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": "ก",
        "alternateName": "K",
        "url": "https://a.example/",
        "telephone": "0 4500 0000",
        "address": {
            "@type": "PostalAddress",
            "addressRegion": "</script><b>&",
            "addressCountry": "TH",
        },
    }


def test_description_is_the_agencys_own(small_agency: SmallAgency) -> None:
    assert pages_of(small_agency)["index.md"].description == (
        "เว็บไซต์เปิดเผยข้อมูลสาธารณะของเทศบาลตำบลเล็ก"
    )
    assert agency_with(small_agency, "about: เมืองน่าอยู่\n")["index.md"].description == "เมืองน่าอยู่"


# The lists


def test_list_shows_every_item_with_its_status_in_words(small_agency: SmallAgency) -> None:
    page = pages_of(small_agency)["oit/2569/index.md"]
    items = re.findall(
        r'<li data-state="\w+"><a href="([^"]+)">.*?class="oit-title">([^<]+)<.*?</span> ([^<]+)<',
        page.html,
    )
    assert items == [
        ("../../oit/2569/o1/", "การติดต่อ", "ครบถ้วน"),
        ("../../oit/2569/o2/", "ข่าวประชาสัมพันธ์", "ครบถ้วน"),
        ("../../oit/2569/o7/", "รายงานผลการดำเนินงาน", "ยังไม่ครบ"),
        ("../../oit/2569/o8/", "ข้อมูลทั่วไป", "ยังไม่มีข้อมูล"),
        ("../../oit/2569/o20/", "สถิติเรื่องร้องเรียน", "ครบถ้วน"),
        ("../../oit/2569/o21/", "การรับทรัพย์สิน", "ไม่เกี่ยวข้อง"),
    ]


def test_each_row_says_in_one_line_what_is_missing_and_when_it_was_updated(
    small_agency: SmallAgency,
) -> None:
    small_agency.add("data/2569/o01.yml", "updated: 2569-01-15\n")
    page = pages_of(small_agency)["oit/2569/index.md"]
    rows = re.findall(r'class="oit-id">(O\d+).*?</li>', page.html, re.DOTALL)
    lines = {row.partition("<")[0]: text_of(row) for row in page.html.split('class="oit-id">')[1:]}
    assert list(lines) == rows
    assert "ครบถ้วน ปรับปรุง 15 มกราคม 2569" in lines["O1"]
    assert "ยังไม่ครบ ยังไม่มี ปัญหา/อุปสรรค และ ข้อเสนอแนะ" in lines["O7"]
    assert "ยังไม่มีข้อมูล ยังไม่มี " in lines["O8"]
    assert "ไม่เกี่ยวข้อง ใช้กับสถานศึกษาเท่านั้น" in lines["O21"]


def test_an_item_of_another_year_is_counted_as_such(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    text = pages_of(small_agency)["oit/2569/index.md"].text
    counts = "✓ ครบถ้วน 3 + ◐ ยังไม่ครบ 3 + ↻ เป็นของปีอื่น 1 + ✗ ยังไม่มีข้อมูล 1 + – ไม่เกี่ยวข้อง 1"
    assert f"{counts} = ทั้งหมด 9 ข้อ" in text
    assert "↻ เป็นของปีอื่น มีของปี 2567 ยังไม่มีของปี 2568" in text


def test_only_the_first_elements_that_lack_are_named(small_agency: SmallAgency) -> None:
    result = next(r for r in small_agency.assess().items if r.item.id == "O7")
    lacking = tuple(e for e in result.elements if e.status is ElementStatus.MISSING)
    assert gap_of(replace(result, elements=(*result.elements, *lacking))) == (
        "ยังไม่มี ปัญหา/อุปสรรค และ ข้อเสนอแนะ และอีก 2 เรื่อง"
    )


def test_an_item_for_other_agencies_says_so(small_agency: SmallAgency) -> None:
    result = next(r for r in small_agency.assess().items if r.item.id == "O21")
    assert gap_of(replace(result, record=None)) == "แบบวัดไม่ได้กำหนดให้หน่วยงานประเภทนี้แสดง"


def test_list_says_that_it_is_not_the_assessors_score(small_agency: SmallAgency) -> None:
    text = pages_of(small_agency)["oit/2569/index.md"].text
    assert "ณ วันที่ 1 เมษายน 2569" in text
    assert "ไม่ใช่คะแนนจากผู้ประเมิน" in text


def test_lists_link_to_each_other_and_to_the_status_file(small_agency: SmallAgency) -> None:
    newest = small_agency.assess()
    site = make_site([newest, older(newest)])
    pages = site.pages
    assert '<a href="../../oit/2568/">ปีงบประมาณ 2568</a>' in pages["oit/2569/index.md"].html
    assert '<a href="../../oit/2569/">ปีงบประมาณ 2569</a>' in pages["oit/2568/index.md"].html
    assert '<a href="../oit/2568/">ปีงบประมาณ 2568</a>' in pages["oit/index.md"].html
    for year in (2569, 2568):
        assert f'href="../../oit/{year}/status.json"' in pages[f"oit/{year}/index.md"].html
        assert json.loads(site.read(f"oit/{year}/status.json"))["year"] == year
    assert pages["oit/2569/index.md"].newest
    assert not pages["oit/2568/index.md"].newest
    assert not pages["oit/2568/o7.md"].newest


def test_other_years_are_listed_with_their_state(small_agency: SmallAgency) -> None:
    newest = small_agency.assess()
    page = make_site([newest, older(newest)]).pages["oit/years.md"]
    assert re.findall(r'href="([^"]+)"', page.html) == ["../../oit/2569/", "../../oit/2568/"]
    assert "ปีงบประมาณ 2568 ข้อมูลสาธารณะ (OIT) ปีงบประมาณ 2568 ✓ ครบถ้วน 3" in page.text
    assert "oit/years.md" not in make_site([newest]).pages


def test_pages_of_a_past_year_say_so_and_lead_to_the_newest(small_agency: SmallAgency) -> None:
    newest = small_agency.assess()
    continued = tuple(
        replace(r, item=r.item.model_copy(update={"continues": ["O7"]})) if r.item.id == "O8" else r
        for r in newest.items
    )
    pages = make_site([replace(newest, items=continued), older(newest)]).pages
    past = pages["oit/2568/o7.md"]
    assert past.title == "O7 รายงานผลการดำเนินงาน (OIT ปีงบประมาณ 2568)"
    assert "(OIT ปีงบประมาณ 2568)</span></h1>" in past.html
    assert 'href="../../../oit/2569/o8/">O8 ข้อมูลทั่วไป ปีงบประมาณ 2569</a></p>' in past.html
    # What no item continues leads to the list.
    for path in ("oit/2568/o2.md", "oit/2568/index.md"):
        assert "หน้านี้เป็นข้อมูลของปีงบประมาณ 2568" in pages[path].text
        assert 'oit/2569/">ข้อมูลสาธารณะ (OIT) ปีงบประมาณ 2569</a></p>' in pages[path].html
    for path in ("oit/2569/o7.md", "oit/2569/index.md", "oit/index.md"):
        assert "หน้านี้เป็นข้อมูลของ" not in pages[path].text
    assert pages["oit/2569/o7.md"].title == "O7 รายงานผลการดำเนินงาน"


def test_item_page_lists_the_elements_for_this_kind_of_agency(small_agency: SmallAgency) -> None:
    page = pages_of(small_agency)["oit/2569/o21.md"]
    assert "แบบวัดขออะไร" not in page.text
    small_agency.write("data/agency.yml", "name: ก\nkind: school\nchecklist: small\n")
    page = pages_of(small_agency)["oit/2569/o21.md"]
    assert "แบบวัดขออะไรในข้อนี้ องค์ประกอบ สถานะ รายการ" in page.text


def test_list_of_the_only_year_links_to_no_other(small_agency: SmallAgency) -> None:
    assert "ปีอื่น" not in pages_of(small_agency)["oit/index.md"].text


# Items


def test_item_says_what_is_missing(small_agency: SmallAgency) -> None:
    page = pages_of(small_agency)["oit/2569/o7.md"]
    (lacking,) = [section for section in page.sections if section.id == "lacking"]
    assert "ปัญหา/อุปสรรค (ยังไม่มี) ข้อเสนอแนะ (ยังไม่มี)" in lacking.text
    assert "ผลรายโครงการ" not in lacking.text


def test_item_without_a_file_has_a_page(small_agency: SmallAgency) -> None:
    page = pages_of(small_agency)["oit/2569/o8.md"]
    assert "หน่วยงานยังไม่ได้เผยแพร่ข้อมูลของข้อนี้" in page.text
    assert (page.source, page.updated) == (None, None)


@pytest.mark.parametrize(("text", "is_empty"), [("owner: ก\n", True), (OF_ANOTHER_YEAR, False)])
def test_a_page_tells_nothing_yet_from_something_that_lacks(
    text: str, is_empty: bool, small_agency: SmallAgency
) -> None:
    small_agency.write("data/2569/o07.yml", text)
    page = pages_of(small_agency)["oit/2569/o7.md"]
    assert ("หน่วยงานยังไม่ได้เผยแพร่ข้อมูลของข้อนี้" in page.text) is is_empty
    assert ("แต่หน้านี้ยังไม่มี มีบางส่วน" in page.text) is not is_empty


def test_complete_item_lists_nothing_missing(small_agency: SmallAgency) -> None:
    page = pages_of(small_agency)["oit/2569/o1.md"]
    assert "lacking" not in {section.id for section in page.sections}
    assert "ครบถ้วน" in page.text
    assert page.description == "การติดต่อ ของเทศบาลตำบลเล็ก ตามแบบ OIT ข้อ O1 ปีงบประมาณ 2569 (ครบถ้วน)"


def test_item_shows_declarations_of_no_data(small_agency: SmallAgency) -> None:
    pages = pages_of(small_agency)
    assert "ไม่มีเรื่องร้องเรียนในปีงบประมาณ พ.ศ. 2568" in pages["oit/2569/o20.md"].text
    assert "ใช้กับสถานศึกษาเท่านั้น" in pages["oit/2569/o21.md"].text


def test_item_links_to_its_neighbours(small_agency: SmallAgency) -> None:
    pages = pages_of(small_agency)
    assert re.findall(r'href="([^"]+)" rel="(\w+)"', pages["oit/2569/o7.md"].html) == [
        ("../../../oit/2569/o2/", "prev"),
        ("../../../oit/2569/o8/", "next"),
    ]
    assert 'rel="prev"' not in pages["oit/2569/o1.md"].html
    assert 'rel="next"' not in pages["oit/2569/o21.md"].html


def test_document_is_linked_at_the_page_that_shows_an_element(small_agency: SmallAgency) -> None:
    small_agency.add(
        "data/2569/o07.yml",
        "documents:\n"
        "  - {title: รายงาน, file: files/a.PDF, shows: {problems: 3, recommendations: }}\n"
        "  - {title: ตาราง, file: files/a.xlsx, shows: {results: 1}}\n",
    )
    page = pages_of(small_agency)["oit/2569/o7.md"]
    assert re.findall(r'href="[./]+files/([^"]+)">([^<]+)<', page.html) == [
        ("a.PDF", "รายงาน"),
        ("a.PDF#page=3", "ปัญหา/อุปสรรค (หน้า 3)"),
        ("a.PDF", "ข้อเสนอแนะ (หน้า 1)"),
        ("a.xlsx", "ตาราง"),
        ("a.xlsx", "ผลรายโครงการ (หน้า 1)"),
    ]


def test_how_sure_the_checklist_is_stands_on_one_page(small_agency: SmallAgency) -> None:
    pages = pages_of(small_agency)
    method = pages["oit/2569/method.md"]
    assert [path for path, page in pages.items() if "อนุมาน" in page.text] == ["oit/2569/method.md"]
    assert "O7 รายงานผลการดำเนินงาน" in method.text
    for url in ("oit/2569/index.md", "oit/2569/o7.md"):
        assert "วิธีตรวจและที่มาของแบบวัด" in pages[url].text


def test_a_gap_says_where_to_ask(small_agency: SmallAgency) -> None:
    pages = agency_with(small_agency, "email: lek@lek.example\n")
    asked = "ขอดูหรือขอสำเนาข้อมูลนี้ได้ที่ ศูนย์ข้อมูลข่าวสารของก โทร 0 4500 0000 อีเมล lek@lek.example"
    assert asked in pages["oit/2569/o7.md"].text
    assert 'href="../../../oit/2569/o1/">ศูนย์ข้อมูลข่าวสารของก</a>' in pages["oit/2569/o7.md"].html
    assert "ขอดูหรือขอสำเนา" not in pages["oit/2569/o1.md"].text


@pytest.mark.parametrize("contacts", ["owner: ก\n", "owner: ก\nphone: 0 4500 0000\n"])
def test_a_gap_of_the_contacts_does_not_link_to_itself(
    contacts: str, small_agency: SmallAgency
) -> None:
    small_agency.write("data/2569/o01.yml", contacts)
    pages = pages_of(small_agency)
    assert 'o1/">ศูนย์ข้อมูลข่าวสาร' not in pages["oit/2569/o1.md"].html
    has_contacts = "phone" in contacts
    assert ('o1/">ศูนย์ข้อมูลข่าวสาร' in pages["oit/2569/o7.md"].html) is has_contacts


def test_a_notice_stands_on_the_first_pages(small_agency: SmallAgency) -> None:
    pages = agency_with(small_agency, "notice: เว็บไซต์ตัวอย่าง <b>\n")
    for path in ("index.md", "oit/2569/index.md", "oit/2569/o1.md"):
        assert "เว็บไซต์ตัวอย่าง &lt;b&gt;" in pages[path].html


# The manifest


def test_manifest_has_the_data_file_of_each_page(small_agency: SmallAgency) -> None:
    manifest = json.loads(make_site([small_agency.assess()]).read("oit/manifest.json"))
    by_url = {page["url"]: page for page in manifest["pages"]}
    assert by_url["oit/2569/o7/"]["data"] == "data/2569/o07.yml"
    assert by_url["oit/2569/o7/"]["title"] == "O7 รายงานผลการดำเนินงาน"
    assert by_url["oit/2569/o8/"] == {
        "url": "oit/2569/o8/",
        "title": "O8 ข้อมูลทั่วไป",
        "data": None,
        "sha256": None,
    }
    before = by_url["oit/2569/o7/"]["sha256"]
    small_agency.add("data/2569/o07.yml", "# a comment is part of the file\n")
    again = json.loads(make_site([small_agency.assess()]).read("oit/manifest.json"))
    after = {page["url"]: page["sha256"] for page in again["pages"]}
    assert after["oit/2569/o7/"] != before
    assert after["oit/2569/o1/"] == by_url["oit/2569/o1/"]["sha256"]


def test_item_in_part_says_how_much_is_there_and_links_to_it(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    pages = pages_of(small_agency)
    page = pages["oit/2569/o24.md"]
    assert "มีบางส่วน มี 3 จาก 4 รายการ ขาด รายการที่ 2 (จัดอบรมเยาวชน) ดูส่วนที่มีแล้ว" in page.text
    assert 'href="#projects-2"' in page.html
    assert '<tr id="projects-2">' in page.html
    months = pages["oit/2569/o22.md"]
    assert "มี 5 จาก 6 เดือน ขาด ม.ค. 2569" in months.text
    assert 'href="#month-1"' in months.html
    assert "มี 5 จาก 6 เดือน ขาด ม.ค. 2569" in pages["oit/2569/index.md"].text


def test_item_of_another_year_says_of_which(small_agency: SmallAgency) -> None:
    small_agency.add_items_in_part()
    pages = pages_of(small_agency)
    assert pages["oit/2569/o23.md"].text.count("มีของปี 2567 ยังไม่มีของปี 2568") == 5
    listed = pages["oit/2569/index.md"].html
    assert listed.count("มีของปี 2567 ยังไม่มีของปี 2568") == 1
    assert "มีของปี 2567" in pages["oit/2569/o23.md"].description
