"""The pages of the ITA cycle, and the links between them and the items."""

import io
import json
import re
import shutil

import docx
import pytest

from oit.assess.assessment import Assessment
from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.views.pages.page import Page
from oit.views.pages.site import Site, make_site
from small_agency import CHECKLIST, TODAY, SmallAgency

ITEMS = """\
  - id: O25
    title: มาตรการส่งเสริม
    indicator: "10"
    form: ita_development
    file: ita.yml
    continues: [O27]
    elements:
      - {id: measures, text: มาตรการ, rule: present, field: measures, each: [owner]}
  - id: O26
    title: รายงานผลมาตรการ
    indicator: "10"
    form: measures_report
    file: ita.yml
    file_year: previous
    elements:
      - {id: outcome, text: ผลลัพธ์, rule: present, field: measures.outcome}
"""

THIS_YEAR = """\
owner: กองยุทธศาสตร์
updated: 2569-02-01
summary: จุดอ่อนคือการมีส่วนร่วม
results:
  year: 2568
  total: 88.42
  level: ผ่านดี
  questions: [{id: e7, text: เปิดโอกาสให้มีส่วนร่วม, score: 79}]
measures:
  - {name: ประชาคมหมู่บ้าน, questions: [e7], owner: สำนักปลัด, period: ไตรมาสที่ 2}
"""

LAST_YEAR = """\
results: {year: 2567, total: 80}
measures:
  - {name: ป้ายงบประมาณ, owner: กองช่าง, outcome: [ติดครบ 4 โครงการ]}
"""

OLDER_CHECKLIST = """\
checklist: small
year: 2568
title: แบบวัดย่อ
indicators: [{id: "10", title: การป้องกันการทุจริต}]
items:
  - id: O27
    title: มาตรการปีก่อน
    indicator: "10"
    form: ita_development
    file: ita.yml
    elements:
      - {id: measures, text: มาตรการ, rule: present, field: measures}
  - id: O3
    title: ข่าวเดิม
    indicator: "10"
    form: news
    elements:
      - {id: news, text: ข่าว, rule: present, field: news}
"""


@pytest.fixture
def agency(small_agency: SmallAgency) -> SmallAgency:
    """An agency with an ITA cycle in its newest year, and one in the year before."""
    small_agency.add("data/checklists/small-2569.yml", ITEMS)
    small_agency.write("data/2569/ita.yml", THIS_YEAR)
    small_agency.write("data/2568/ita.yml", LAST_YEAR)
    return small_agency


def assessed(agency: SmallAgency) -> list[Assessment]:
    return examine_all(DataFolder(agency.data, agency.folder), TODAY)


def site_of(agency: SmallAgency) -> Site:
    return make_site(assessed(agency))


def pages_of(agency: SmallAgency) -> dict[str, Page]:
    return site_of(agency).pages


def links(page: Page, section: str = "") -> list[str]:
    """Return the links of a page, or of one of its sections."""
    _, _, markup = page.html.partition(f'<h2 id="{section}"') if section else ("", "", page.html)
    return re.findall(r'href="([^"]+)"', markup.split("<h2 ")[0] if section else markup)


def sections(page: Page) -> list[str]:
    return [section.id for section in page.sections]


# The overview of a year


def test_overview_shows_the_results_and_the_number_of_measures(agency: SmallAgency) -> None:
    page = pages_of(agency)["ita/2569/index.md"]
    assert page.title == "การประเมิน ITA และมาตรการ ปีงบประมาณ 2569"
    assert page.description == (
        "ผลการประเมิน ITA มาตรการ และความก้าวหน้าของเทศบาลตำบลเล็ก ปีงบประมาณ 2569"
    )
    assert "คะแนนรวม ปี 2568 88.42 ระดับ ผ่านดี มาตรการ 1" in page.text
    assert "จุดอ่อนคือการมีส่วนร่วม" in page.text
    assert "ผู้รับผิดชอบ กองยุทธศาสตร์ ปรับปรุง 1 กุมภาพันธ์ 2569" in page.text
    assert page.is_index
    assert page.source
    assert (page.source.file, str(page.updated)) == ("data/2569/ita.yml", "2026-02-01")


def test_overview_links_to_every_paper_and_its_word_file(agency: SmallAgency) -> None:
    page = pages_of(agency)["ita/2569/index.md"]
    assert links(page, "papers") == [
        *("../../ita/2569/development/", "../../ita/2569/development.docx"),
        *("../../ita/2569/measures/", "../../ita/2569/measures.docx"),
    ]


def test_overview_links_to_the_items_with_the_same_data(agency: SmallAgency) -> None:
    page = pages_of(agency)["ita/2569/index.md"]
    # O26 reads the file of the previous year, which has its own overview.
    assert links(page, "items") == ["../../oit/2569/o25/"]
    assert "O25 มาตรการส่งเสริม ✓ ครบถ้วน" in page.text


def test_overview_shows_the_trend_and_the_timeline(agency: SmallAgency) -> None:
    page = pages_of(agency)["ita/2569/index.md"]
    assert sections(page) == ["papers", "items", "trend", "timeline", "years"]
    (trend,) = [section for section in page.sections if section.id == "trend"]
    assert "2567 80 – ไม่มีข้อมูล 2568 88.42 ผ่านดี" in trend.text
    assert "ประชาคมหมู่บ้าน ดำเนินการ" in page.text


def test_overviews_of_the_years_link_to_each_other(agency: SmallAgency) -> None:
    pages = pages_of(agency)
    assert links(pages["ita/2569/index.md"], "years") == ["../../ita/2568/"]
    assert links(pages["ita/2568/index.md"], "years") == ["../../ita/2569/"]


def test_overview_of_an_empty_cycle_has_only_its_header(
    small_agency: SmallAgency,
) -> None:
    small_agency.write("data/2569/ita.yml", "year: 2569\n")
    page = pages_of(small_agency)["ita/2569/index.md"]
    assert sections(page) == []
    assert page.text == "มาตรการ 0"


# The papers


def test_paper_links_to_the_overview_and_its_word_file(agency: SmallAgency) -> None:
    page = pages_of(agency)["ita/2569/measures.md"]
    assert links(page)[:3] == [
        *("../../../ita/2569/measures.css", "../../../ita/2569/"),
        "../../../ita/2569/measures.docx",
    ]
    assert '<h1 id="content">มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน</h1>' in page.html
    assert "เทศบาลตำบลเล็ก · ปีงบประมาณ 2569" in page.text
    assert "ประชาคมหมู่บ้าน" in page.text
    assert page.title.endswith("ปีงบประมาณ 2569")
    assert not page.is_index


def test_paper_has_a_word_file_and_a_style_sheet(agency: SmallAgency) -> None:
    site = site_of(agency)
    word = docx.Document(io.BytesIO(site.read("ita/2569/measures.docx")))
    assert word.paragraphs[0].text == "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    assert "ปีงบประมาณ 2569" in site.read("ita/2569/measures.css").decode()
    assert {path for path in site.files if path.startswith("ita/2568/")} == {
        f"ita/2568/{paper}.{end}"
        for paper in ("development", "measures", "report")
        for end in ("docx", "css")
    }


def test_wide_table_of_a_landscape_paper_is_marked(agency: SmallAgency) -> None:
    agency.write(
        "data/2569/ita.yml",
        f"measures: [{{name: ก, finding: [{'ประชาชนขอให้แก้ไข' * 36}], steps: [ค]}}]\n",
    )
    page = pages_of(agency)["ita/2569/measures.md"]
    assert "oit-table--wide" in page.html
    assert "oit-record" not in page.html


def test_measures_that_do_not_fit_in_a_table_are_records(agency: SmallAgency) -> None:
    agency.write(
        "data/2569/ita.yml",
        f"measures: [{{name: ก, topic: 1, finding: [ข], steps: [{'ประชาชนขอให้แก้ไข' * 99}]}}]\n",
    )
    page = pages_of(agency)["ita/2569/measures.md"]
    assert "<h4>ก</h4>" in page.html
    assert "<dt>ข้อค้นพบ</dt><dd><ul><li>ข</li></ul></dd>" in page.html
    assert "<table" not in page.html


def test_evidence_is_linked(agency: SmallAgency) -> None:
    agency.write("docs/files/a b.jpg", "")
    agency.write(
        "data/2569/ita.yml",
        """\
measures:
  - name: ก
    progress:
      - round: 6
        evidence:
          - {title: ภาพถ่าย, file: files/a b.jpg}
          - {title: ข่าว, url: "https://a.example/?a=1&b=2"}
          - {title: คำสั่งที่ 1}
""",
    )
    page = pages_of(agency)["ita/2569/progress-6.md"]
    assert '<a href="../../../files/a%20b.jpg">ภาพถ่าย</a>' in page.html
    outside = '<a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer external">ข่าว'
    assert outside in page.html
    assert "<li>คำสั่งที่ 1</li>" in page.html


def test_memo_numbers_the_requirements_of_the_checklist(agency: SmallAgency) -> None:
    agency.add("data/2569/ita.yml", "memo: {subject: รายงานผล, item: O25}\n")
    page = pages_of(agency)["ita/2569/memo.md"]
    assert "<ol><li>มาตรการ</li></ol>" in page.html
    assert "<strong>เรื่อง</strong> รายงานผล" in page.html
    # Without a named signer there is a line to write on, and no empty position.
    assert page.html.count('class="oit-line"') == 2
    assert "<span></span>" not in page.html


def test_papers_of_older_years_are_marked(agency: SmallAgency) -> None:
    pages = pages_of(agency)
    newest = {path: page.newest for path, page in pages.items() if path.startswith("ita/")}
    assert newest == {path: path.startswith("ita/2569/") for path in newest}


def test_caption_that_repeats_its_heading_is_only_for_screen_readers(
    agency: SmallAgency,
) -> None:
    html = pages_of(agency)["ita/2569/measures.md"].html
    headings = re.findall(r"<h2[^>]*>([^<]*)</h2>", html)
    captions = re.findall(r'<caption( class="oit-hidden")?>([^<]*)</caption>', html)
    assert {bool(hidden) for hidden, _ in captions} == {True, False}
    for hidden, caption in captions:
        assert bool(hidden) == (caption in headings), caption


def test_papers_use_thai_numerals_if_the_agency_does(agency: SmallAgency) -> None:
    agency.add("data/agency.yml", "numerals: thai\n")
    site = site_of(agency)
    paper = site.pages["ita/2569/measures.md"]
    assert "ปีงบประมาณ ๒๕๖๙" in paper.text
    assert not set(paper.text) & set("0123456789")
    assert not set(site.pages["ita/2569/index.md"].text.replace("O25", "")) & set("0123456789")
    css = site.read("ita/2569/measures.css").decode()
    assert "๒๕๖๙" in css
    assert "2569" not in css
    word = docx.Document(io.BytesIO(site.read("ita/2569/measures.docx")))
    assert word.paragraphs[2].text.endswith("ปีงบประมาณ ๒๕๖๙")


# The items that read the cycle


def test_item_shows_the_contents_of_its_papers_and_links_to_them(agency: SmallAgency) -> None:
    page = pages_of(agency)["oit/2569/o25.md"]
    assert links(page, "papers") == [
        "../../../ita/2569/development/",
        "../../../ita/2569/measures/",
    ]
    assert sections(page) == [
        "results",
        "questions",
        "trend",
        "measures",
        "papers",
        "asked",
    ]
    assert "ประชาคมหมู่บ้าน" in page.text
    # Only the paper has space to sign.
    assert "ลงชื่อ" not in page.text


def test_summary_is_shown_once(agency: SmallAgency) -> None:
    pages = pages_of(agency)
    for path in ("oit/2569/o25.md", "ita/2569/development.md", "ita/2569/index.md"):
        assert pages[path].text.count("จุดอ่อนคือการมีส่วนร่วม") == 1


@pytest.mark.parametrize("results", ["", "results: {year: 2568, level: ผ่าน}\n"])
def test_item_shows_the_measures_if_there_are_no_scores(agency: SmallAgency, results: str) -> None:
    agency.write("data/2569/ita.yml", f"{results}measures: [{{name: ประชาคม, owner: ก}}]\n")
    page = pages_of(agency)["oit/2569/o25.md"]
    assert "measures" in sections(page)
    assert links(page, "papers") == ["../../../ita/2569/measures/"]


def test_item_of_an_empty_cycle_has_no_papers(agency: SmallAgency) -> None:
    agency.write("data/2569/ita.yml", "year: 2569\n")
    assert sections(pages_of(agency)["oit/2569/o25.md"]) == ["lacking", "asked"]


def test_report_is_of_the_previous_year(agency: SmallAgency) -> None:
    page = pages_of(agency)["oit/2569/o26.md"]
    assert "ติดครบ 4 โครงการ" in page.text
    assert "ประชาคมหมู่บ้าน" not in page.text
    assert links(page, "papers") == [
        *("../../../ita/2568/development/", "../../../ita/2568/measures/"),
        "../../../ita/2568/report/",
    ]


# The same item in other years


def test_item_and_the_item_that_it_continues_link_to_each_other(agency: SmallAgency) -> None:
    agency.write("data/checklists/small-2568.yml", OLDER_CHECKLIST)
    agency.write("data/2568/o03.yml", "owner: สำนักปลัด\n")
    pages = pages_of(agency)
    newer, older = pages["oit/2569/o25.md"], pages["oit/2568/o27.md"]
    assert '<a href="../../../oit/2568/o27/">ปี 2568: O27 มาตรการปีก่อน</a>' in newer.html
    assert '<a href="../../../oit/2569/o25/">ปี 2569: O25 มาตรการส่งเสริม</a>' in older.html
    # An item with the same number is not the same item.
    for path in ("oit/2569/o26.md", "oit/2569/o2.md", "oit/2568/o3.md"):
        assert "ข้อเดียวกันในปีอื่น" not in pages[path].html


def test_item_links_to_the_next_and_the_previous_year(agency: SmallAgency) -> None:
    for year, continues in ((2567, ""), (2568, "    continues: [O27]\n")):
        text = OLDER_CHECKLIST.replace("2568", str(year))
        text = text.replace("    file: ita.yml\n", f"    file: ita.yml\n{continues}")
        agency.write(f"data/checklists/small-{year}.yml", text)
        agency.write(f"data/{year}/o03.yml", "owner: สำนักปลัด\n")
    middle = pages_of(agency)["oit/2568/o27.md"]
    same = re.findall(r">ปี (\d+): (O\d+)", middle.html)
    assert same == [("2569", "O25"), ("2567", "O27")]
    # The item does not link to the year before the previous one.
    assert "ปี 2567: " not in pages_of(agency)["oit/2569/o25.md"].html


def test_item_that_continues_a_year_without_items_has_no_link(
    agency: SmallAgency,
) -> None:
    assert "ข้อเดียวกันในปีอื่น" not in pages_of(agency)["oit/2569/o25.md"].html


def test_overview_of_a_past_year_says_so_and_leads_to_the_newest(agency: SmallAgency) -> None:
    pages = site_of(agency).pages
    past, newest = pages["ita/2568/index.md"], pages["ita/2569/index.md"]
    assert "หน้านี้เป็นข้อมูลของปีงบประมาณ 2568" in past.text
    assert 'href="../../ita/2569/">การประเมิน ITA และมาตรการ ปีงบประมาณ 2569</a></p>' in past.html
    assert "หน้านี้เป็นข้อมูลของ" not in newest.text


# Years without a checklist


def test_year_with_only_a_cycle_has_papers_but_no_list_and_no_items(agency: SmallAgency) -> None:
    site = site_of(agency)
    assert "ita/2568/report.md" in site.pages
    assert not [path for path in site.pages if path.startswith("oit/2568")]
    assert "oit/2568/status.json" not in site.files
    overview = site.pages["ita/2568/index.md"]
    assert "items" not in sections(overview)
    assert "oit/2568" not in site.pages["oit/index.md"].html


def test_new_year_may_have_measures_before_it_has_a_checklist(
    agency: SmallAgency,
) -> None:
    agency.write("data/2570/ita.yml", THIS_YEAR.replace("2568", "2569"))
    site = site_of(agency)
    # The year to prepare is still the year with a checklist.
    assert site.assessments[0].year == 2569
    assert "oit/2570/index.md" not in site.pages
    assert "ita/2570/measures.md" in site.pages
    assert links(site.pages["index.md"], "ita") == ["ita/2570/"]
    assert "ท่านต้องการทำอะไร" in site.pages["index.md"].text


def test_only_year_without_a_checklist_says_so_and_shows_its_papers(
    agency: SmallAgency,
) -> None:
    agency.write("data/2570/ita.yml", THIS_YEAR.replace("2568", "2569"))
    shutil.rmtree(agency.data / "2569")
    shutil.rmtree(agency.data / "2568")
    site = site_of(agency)
    sentence = "โปรแกรมไม่มีแบบวัด OIT ของปีนี้ จึงแสดงเฉพาะการประเมิน ITA"
    for path in ("index.md", "oit/index.md", "oit/2570/index.md"):
        assert sentence in site.pages[path].text
        assert any(link.endswith("ita/2570/") for link in links(site.pages[path]))
    assert json.loads(site.read("oit/2570/status.json"))["items"] == []
    assert "ita/2570/measures.md" in site.pages


def test_front_page_and_list_link_to_the_cycle(agency: SmallAgency) -> None:
    pages = pages_of(agency)
    assert links(pages["index.md"], "ita") == ["ita/2569/"]
    assert "คะแนนรวม ปี 2568 88.42" in pages["index.md"].text
    assert "../../ita/2569/" in links(pages["oit/2569/index.md"])


def test_without_an_ita_cycle_it_is_not_mentioned(small_agency: SmallAgency) -> None:
    site = site_of(small_agency)
    assert not [path for path in (*site.pages, *site.files) if path.startswith("ita/")]
    assert "ita/" not in "".join(links(site.pages["index.md"]))
    assert "ita/" not in "".join(links(site.pages["oit/2569/index.md"]))


# Hostile texts

HOSTILE = """<script>alert(1)</script> {{ 7*7 }} {% raw %} " onclick="x" '"""


def hostile(text: str) -> str:
    """Put the hostile text into every name of a file."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    return re.sub(
        r"\b(owner|name|title|text|level|summary|th): ([ก-๙][^,}\n]*)", rf"\1: {quoted}", text
    )


def test_hostile_texts_are_escaped(agency: SmallAgency) -> None:
    agency.write("data/2569/ita.yml", hostile(THIS_YEAR))
    agency.write("data/2568/ita.yml", hostile(LAST_YEAR))
    agency.write("data/checklists/small-2569.yml", hostile(CHECKLIST + ITEMS))
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    agency.write("data/agency.yml", f"name: {quoted}\nkind: municipality\nchecklist: small\n")
    site = site_of(agency)
    escaped = "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {% raw %} &#34; onclick=&#34;x&#34;"
    of_cycle = [page for page in site.pages.values() if page.url.startswith("ita/")]
    assert len(of_cycle) == 3 + 4
    for page in (*of_cycle, site.pages["oit/2569/o25.md"], site.pages["oit/2569/o26.md"]):
        assert escaped in page.html, page.url
        assert "<script" not in page.html, page.url
        assert 'onclick="' not in page.html, page.url
        front = page.markdown().split("---\n")[1]
        assert "<script" not in front
    css = site.read("ita/2569/measures.css").decode()
    assert css.count("{") == css.count("}") == 3
    assert "<" not in css
    word = docx.Document(io.BytesIO(site.read("ita/2569/measures.docx")))
    assert word.paragraphs[1].text.startswith(HOSTILE.strip())


def test_same_data_gives_the_same_bytes(agency: SmallAgency) -> None:
    first, second = site_of(agency), site_of(agency)
    assert first.files == second.files
    assert first.pages == second.pages
