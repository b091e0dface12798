"""What a generator is given beside the pages."""

import hashlib
import json
import os
import re
import sys
from base64 import b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.publish import site
from oit.publish.site import Publication
from oit.views.pages.site import make_site
from small_agency import TODAY, SmallAgency


@pytest.fixture
def publication(small_agency: SmallAgency) -> Publication:
    return publication_of(small_agency)


def publication_of(agency: SmallAgency) -> Publication:
    folder = DataFolder(agency.data, agency.folder)
    return Publication(folder, make_site([agency.assess()]))


def two_years(agency: SmallAgency) -> Publication:
    """Publish the newest year, and the same once more as the year before."""
    newest, older = agency.assess(), agency.assess()
    checklist = older.checklist.model_copy(update={"year": 2568})
    items = tuple(replace(result, url=result.url.replace("2569", "2568")) for result in older.items)
    older = replace(older, checklist=checklist, items=items)
    return Publication(DataFolder(agency.data, agency.folder), make_site([newest, older]))


# From data to a publication


def prepared(agency: SmallAgency) -> Publication:
    return site.prepare(DataFolder(agency.data, agency.folder), date(2026, 4, 15))


def test_data_is_assessed_as_of_the_day_of_the_build(small_agency: SmallAgency) -> None:
    publication = prepared(small_agency)
    assert [assessment.today for assessment in publication.site.assessments] == [date(2026, 4, 15)]
    assert publication.folder == DataFolder(small_agency.data, small_agency.folder)


def test_every_error_of_unusable_data_is_reported(small_agency: SmallAgency) -> None:
    small_agency.add("data/agency.yml", "nam: x\n")
    small_agency.add("data/2569/o01.yml", "phoen: 1\n")
    with pytest.raises(site.UnusableDataError) as error:
        prepared(small_agency)
    findings = [
        finding for finding in small_agency.assess().findings if finding.severity == "error"
    ]
    assert len(findings) == 2
    assert str(error.value) == "\n".join(finding.text() for finding in findings)


def test_name_and_description_are_the_agencys_made_harmless(small_agency: SmallAgency) -> None:
    small_agency.write(
        "data/agency.yml",
        "name: อบต. <b>\nkind: subdistrict\nchecklist: small\nabout: |\n  หนึ่ง &\n  สอง\n",
    )
    publication = publication_of(small_agency)
    assert (publication.name, publication.description) == ("อบต. ‹b›", "หนึ่ง ＆ สอง")


def test_docs_are_the_agencys_or_an_empty_folder(small_agency: SmallAgency) -> None:
    empty = publication_of(small_agency).docs
    assert list(empty.iterdir()) == []
    small_agency.write("docs/about.md", "")
    assert publication_of(small_agency).docs == small_agency.folder / "docs"


# Addresses

MEASURES = "owner: สำนักปลัด\nmeasures:\n  - {name: ประชาคม}\n"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", "/"),
        ("README.md", "/"),
        ("oit.md", "/oit/"),
        ("oit/index.md", "/oit/"),
        ("oit/README.markdown", "/oit/"),
        ("oit/manifest.json", "/oit/manifest.json"),
        ("oit/2569.md", "/oit/2569/"),
        ("oit/2569/o7.md", "/oit/2569/o7/"),
        ("oit/2569/o7.mkd", "/oit/2569/o7/"),
        ("oit/2569/o7/index.md", "/oit/2569/o7/"),
        ("oit/2569/status.json", "/oit/2569/status.json"),
        ("ita/2569/index.md", "/ita/2569/"),
        ("ita/2569/measures.md", "/ita/2569/measures/"),
        ("ita/2569/measures.docx", "/ita/2569/measures.docx"),
    ],
)
def test_generated_addresses_are_taken(small_agency: SmallAgency, path: str, address: str) -> None:
    small_agency.write("data/2569/ita.yml", MEASURES)
    small_agency.write("docs/about.md", "")
    small_agency.write(f"docs/{path}", "")
    with pytest.raises(site.UnusableDataError) as error:
        prepared(small_agency)
    (finding,) = error.value.findings
    assert finding.text().startswith(f"docs/{path}:1:1: OIT403 ")
    assert f'"{address}"' in finding.message()


@pytest.mark.parametrize(
    "path",
    [
        "about.md",
        "about/index.md",
        "oit/about.md",
        "oit/2569/o9.md",
        "oit/2569/o7.pdf",
        "oit/2569/o7.md.txt",
        "oit/2568/o7.md",
        "ita/index.md",
        "ita/2569.md",
        "oit/2569/myindex.md",
        "files/2569/index.md",
    ],
)
def test_other_addresses_are_free(small_agency: SmallAgency, path: str) -> None:
    small_agency.write(f"docs/{path}", "")
    assert prepared(small_agency).addresses_taken() == []


# The menu


OPEN_DATA = {"ข้อมูลเปิด": ["data/index.md", "api/index.md"]}


def test_menu_leads_to_the_items_under_their_indicators(publication: Publication) -> None:
    assert publication.menu(["b.md", "a.md"]) == [
        {"หน้าแรก": "index.md"},
        {
            "ข้อมูลสาธารณะ (OIT) 2569": [
                "oit/2569/index.md",
                {
                    "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล": [
                        {"O1 การติดต่อ": "oit/2569/o1.md"},
                        {"O2 ข่าวประชาสัมพันธ์": "oit/2569/o2.md"},
                        {"O7 รายงานผลการดำเนินงาน": "oit/2569/o7.md"},
                        {"O8 ข้อมูลทั่วไป": "oit/2569/o8.md"},
                    ]
                },
                {
                    "ตัวชี้วัดที่ 10 การป้องกันการทุจริต": [
                        {"O20 สถิติเรื่องร้องเรียน": "oit/2569/o20.md"},
                        {"O21 การรับทรัพย์สิน": "oit/2569/o21.md"},
                    ]
                },
            ]
        },
        OPEN_DATA,
        {"เกี่ยวกับเว็บไซต์": ["a.md", "b.md"]},
    ]


def test_menu_leads_to_older_years_where_there_are_any(small_agency: SmallAgency) -> None:
    menu = two_years(small_agency).menu([])
    assert menu[2:] == [OPEN_DATA, {"ปีอื่น": "oit/years.md"}]


def all_years(agency: SmallAgency) -> Publication:
    folder = DataFolder(agency.data, agency.folder)
    return Publication(folder, make_site(examine_all(folder, TODAY)))


def test_menu_leads_to_the_papers_of_the_newest_turn(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", MEASURES)
    small_agency.write("data/2568/ita.yml", MEASURES)
    papers = {"การประเมิน ITA 2569": ["ita/2569/index.md", "ita/2569/measures.md"]}
    # The year before has no items, and its results are among the other years.
    others = {"ปีอื่น": "oit/years.md"}
    menu = all_years(small_agency).menu(["a.md"])
    assert menu[2:] == [papers, OPEN_DATA, others, {"เกี่ยวกับเว็บไซต์": ["a.md"]}]


def test_menu_leads_to_last_years_papers_until_there_are_this_years(
    small_agency: SmallAgency,
) -> None:
    assert all_years(small_agency).menu([])[2:] == [OPEN_DATA]
    small_agency.write("data/2568/ita.yml", MEASURES)
    publication = all_years(small_agency)
    papers = {"การประเมิน ITA 2568": ["ita/2568/index.md", "ita/2568/measures.md"]}
    assert publication.menu([])[2:] == [papers, OPEN_DATA]
    assert 'href="ita/2568/"' in publication.site.pages["index.md"].html


def test_menu_has_nothing_that_needs_escaping(small_agency: SmallAgency) -> None:
    path = "data/checklists/small-2569.yml"
    text = (small_agency.folder / path).read_text(encoding="utf-8")
    hostile = """'<script>alert(1)</script> & "quoted" `code` ''it'''"""
    for title in ("การติดต่อ", "การเปิดเผยข้อมูล"):
        text = text.replace(f"title: {title}", f"title: {hostile}")
    small_agency.write(path, text)
    menu = str(publication_of(small_agency).menu([]))
    harmless = "‹script›alert(1)‹/script› ＆ ”quoted” ‘code‘ ’it’"
    assert f"{{'ตัวชี้วัดที่ 9 {harmless}': [{{'O1 {harmless}': 'oit/2569/o1.md'}}" in menu
    assert not set(menu) & set('<>&"`')


# The day a page was changed


def test_page_was_last_changed_when_its_data_says(publication: Publication) -> None:
    assert publication.last_changed("oit/2569/o1.md") == "2026-01-15"


@pytest.mark.parametrize("path", ["index.md", "oit/index.md", "oit/2569/o8.md", "about.md"])
def test_other_pages_changed_with_the_newest_data(publication: Publication, path: str) -> None:
    assert publication.last_changed(path) == "2026-02-28"


def test_without_any_day_it_is_that_of_the_build(small_agency: SmallAgency) -> None:
    for name in ("o01", "o07"):
        file = small_agency.data / f"2569/{name}.yml"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "updated" not in line), encoding="utf-8")
    publication = publication_of(small_agency)
    assert publication.last_changed("oit/2569/o1.md") == TODAY.isoformat()
    environment = Environment(autoescape=True)
    publication.prepare_theme(environment)
    # The site map would pass it off as a day of the data.
    assert environment.globals["has_days"] is False


# What the theme and crawlers are told


def test_pages_of_staff_are_not_indexed_and_news_is_fed_from_a_known_address(
    small_agency: SmallAgency,
) -> None:
    folder = DataFolder(small_agency.data, small_agency.folder)
    assert prepared(small_agency).head == {"feed": False, "noindex": False}
    small_agency.add("data/agency.yml", "site_url: https://oit.example.go.th/\n")
    staff = site.prepare(folder, date(2026, 4, 15), staff=True)
    assert staff.head == {"feed": True, "noindex": True}


def test_rules_for_crawlers_are_the_agencys_own_if_it_has_any(small_agency: SmallAgency) -> None:
    assert "robots.txt" in prepared(small_agency).site.files
    small_agency.write("docs/robots.txt", "User-agent: *\nDisallow: /\n")
    assert "robots.txt" not in prepared(small_agency).site.files


# Search


def search_of(publication: Publication, out: Path) -> dict[str, Any]:
    """Write the search index and return its pages by their address, older ones without sections."""
    publication.write_search(out)

    def read(name: str) -> Any:
        return json.loads((out / f"search/{name}.json").read_text(encoding="utf-8"))

    heads, texts = read("oit"), read("texts")
    older = [page for year in heads["years"] for page in read(year)["pages"]]
    newest = {page["location"]: page for page in heads["pages"]}
    assert list(newest) == list(texts["texts"])
    with_texts = {url: {**page, "texts": texts["texts"][url]} for url, page in newest.items()}
    return with_texts | {page["location"]: page for page in older}


def test_page_is_found_by_its_contents(publication: Publication, tmp_path: Path) -> None:
    page = search_of(publication, tmp_path)["oit/2569/o7/"]
    assert page["title"] == "O7 รายงานผลการดำเนินงาน"
    assert page["keys"] == "ข้อ 7 O7 ปี 2569"
    assert list(page["sections"]) == ["projects", "open-data", "lacking", "asked"]
    assert page["sections"]["lacking"] == "ที่ยังขาด"
    # Each text is written once: that before the sections, and that of each section.
    assert list(page["texts"]) == ["", *page["sections"]]
    assert "ปัญหา/อุปสรรค" in page["texts"]["lacking"]
    assert "ปรับปรุงถนน" in page["texts"]["projects"]
    assert "ผู้รับผิดชอบ" in page["texts"][""]
    assert "ปรับปรุงถนน" not in page["texts"][""]


def test_search_finds_every_page_once(publication: Publication, tmp_path: Path) -> None:
    found = search_of(publication, tmp_path)
    pages = [page.url for page in publication.site.pages.values()]
    # /oit/ is the newest year's list, which is found under its year; a search for an item is
    # not answered with the page on method, which names them all.
    left_out = {"oit/", "oit/2569/method/"}
    assert sorted(found) == sorted(url for url in pages if url not in left_out)


def test_front_page_is_not_found_by_what_only_machines_read(
    publication: Publication, tmp_path: Path
) -> None:
    home = search_of(publication, tmp_path)[""]
    assert "schema.org" not in json.dumps(home)
    assert home["title"] == "เทศบาลตำบลเล็ก"
    assert "ติดต่อ" in json.dumps(home["texts"], ensure_ascii=False)


def test_older_years_are_found_by_title_only_and_loaded_last(
    small_agency: SmallAgency, tmp_path: Path
) -> None:
    pages = search_of(two_years(small_agency), tmp_path)
    newer, older = pages["oit/2569/o7/"], pages["oit/2568/o7/"]
    assert ("texts" in newer, "texts" in older, older["sections"]) == (True, False, {})
    assert "ปรับปรุงถนน" not in older["text"]
    assert older["keys"] == "ข้อ 7 O7 ปี 2568"


def test_hand_written_pages_are_found_too(publication: Publication, tmp_path: Path) -> None:
    publication.found(
        "about/",
        "เกี่ยวกับ &amp; ติดต่อ",
        '<h1>ก</h1><p>ข &lt;ค&gt;</p><h2 id="a">ง<a class="headerlink">¶</a></h2><p>จ</p>',
    )
    publication.found("licence/", "สัญญาอนุญาต", "<p>ไม่มีหัวข้อย่อย</p>")
    pages = search_of(publication, tmp_path)
    assert pages["about/"] == {
        "location": "about/",
        "title": "เกี่ยวกับ & ติดต่อ",
        "keys": "",
        "sections": {"a": "ง ¶"},
        "texts": {"": "ข <ค>", "a": "จ"},
    }
    assert pages["licence/"]["sections"] == {}
    assert pages["licence/"]["texts"] == {"": "ไม่มีหัวข้อย่อย"}


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("ทํางาน", "ทำงาน"),
        ("เเผน", "แผน"),
        ("แผน\u200bงาน", "แผนงาน"),
        ("cafe\u0301", "café"),
        ("ความ\u00adโปร่งใส\ufeff", "ความโปร่งใส"),
    ],
    ids=[
        "am around tone",
        "tone before am",
        "am",
        "double e",
        "zero width",
        "combining",
        "soft hyphen",
    ],
)
def test_what_looks_alike_is_written_alike(
    publication: Publication, tmp_path: Path, written: str, searched: str
) -> None:
    publication.found("a/", written, f'<p>{written}</p><h2 id="a">{written}</h2>{written}')
    page = search_of(publication, tmp_path)["a/"]
    assert {page["title"], page["sections"]["a"], *page["texts"].values()} == {searched}


def test_themes_own_index_is_left_empty(publication: Publication, tmp_path: Path) -> None:
    publication.write_search(tmp_path)
    index = json.loads((tmp_path / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["docs"] == []
    assert index["config"]["lang"] == ["th"]


def test_who_finds_nothing_is_told_where_to_ask(small_agency: SmallAgency) -> None:
    contact = (small_agency.data / "2569/o01.yml").read_text(encoding="utf-8")
    small_agency.write("data/2569/o01.yml", contact.replace("0 4500 0000", "0 4500 0000 ต่อ 1"))
    assert advice_of(small_agency) == {
        "list": "oit/2569/",
        "contact": "oit/2569/o1/",
        "phone": "0 4500 0000 ต่อ 1",
        "dial": "045000000",
    }


def test_who_finds_nothing_is_not_sent_to_an_empty_page(small_agency: SmallAgency) -> None:
    (small_agency.data / "2569/o01.yml").unlink()
    advice = advice_of(small_agency)
    assert (advice["contact"], advice["phone"], advice["dial"]) == ("", "", "")


def advice_of(agency: SmallAgency) -> Any:
    engine = Environment(autoescape=True)
    publication_of(agency).prepare_theme(engine)
    return engine.globals["nothing_found"]


# The theme


@pytest.mark.parametrize(
    ("path", "unwanted"),
    [
        ("assets/javascripts/workers/search.973d3a69.min.js", True),
        ("assets/javascripts/lunr/min/lunr.th.min.js", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js", False),
        ("assets/oit-search.js", False),
        ("index.md", False),
    ],
)
def test_files_of_the_themes_search_are_left_out(path: str, unwanted: bool) -> None:
    assert site.is_unwanted(path) is unwanted


def test_inline_scripts_are_named_by_their_hash_once_and_in_order() -> None:
    first, second = (
        f"'sha256-{b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in (b"one()", b"two(\n)")
    )
    markup = "<script>two(\n)</script><script src='x.js'></script><script>one()</script>"
    assert site.script_hashes(markup + markup) == " ".join(sorted([first, second]))
    assert site.script_hashes("<p>none</p>") == ""


def test_themes_settings_name_our_search_worker() -> None:
    theirs = '{"search": "../assets/javascripts/workers/search.973d3a69.min.js"}'
    assert site.own_search_worker(theirs) == '{"search": "../assets/oit-search.js"}'


@pytest.mark.parametrize("count", [0, 2])
def test_theme_that_names_no_worker_or_several_is_one_we_do_not_know(count: int) -> None:
    markup = '"assets/javascripts/workers/search.973d3a69.min.js"' * count
    with pytest.raises(ValueError, match=f"^{count} search workers"):
        site.own_search_worker(markup)


# Files of docs/ that no data names


def test_links_and_names_in_other_encodings_are_not_published(
    small_agency: SmallAgency, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("ลับ", encoding="utf-8")
    small_agency.write("docs/files/a.txt", "ก")
    files = small_agency.folder / "docs/files"
    (files / "leak.txt").symlink_to(tmp_path / "secret.txt")
    (files / os.fsdecode("ก.txt".encode("cp874"))).write_text("ก", encoding="utf-8")
    with pytest.raises(site.UnusableDataError) as error:
        prepared(small_agency)
    assert [(finding.code.id, finding.place.file) for finding in error.value.findings] == [
        ("OIT305", "docs/files/\\udca1.txt"),
        ("OIT305", "docs/files/leak.txt"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_pipes_are_not_published(small_agency: SmallAgency) -> None:
    small_agency.write("docs/files/a.txt", "ก")
    os.mkfifo(small_agency.folder / "docs/files/pipe.pdf")
    with pytest.raises(site.UnusableDataError) as error:
        prepared(small_agency)
    [finding] = error.value.findings
    assert (finding.code.id, finding.place.file) == ("OIT305", "docs/files/pipe.pdf")
    assert "pipe" in finding.message("en")


def test_settings_for_servers_are_the_programs_to_write(small_agency: SmallAgency) -> None:
    small_agency.write("docs/files/web.config", "<configuration/>")
    with pytest.raises(site.UnusableDataError, match="OIT307"):
        prepared(small_agency)


@pytest.mark.parametrize(("base", "folder"), [(".", "./"), ("../../..", "../../../"), ("/", "/")])
def test_pages_link_to_the_sites_font(base: str, folder: str) -> None:
    links = site.font_links(base)

    assert re.findall('href="([^"]+)"', links) == [
        f"{folder}fonts/sarabun-400.woff2",
        f"{folder}fonts/sarabun-700.woff2",
        f"{folder}fonts/sarabun.css",
    ]


def test_pages_link_to_no_font_if_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "font_files", dict)

    assert site.font_links(".") == ""


CONTENTS = '<div class="oit-page">\n\n<p>งบประมาณ</p>  \n<pre>  \n\n</pre>\n</div>'


@pytest.mark.parametrize("contents", [CONTENTS, "<p>what another plugin replaced</p>", ""])
def test_page_is_finished_alike_whether_its_contents_are_known(contents: str) -> None:
    page = f"<!doctype html>\n\n<main>\n  {CONTENTS}\n\n</main><br />"
    finished = site.finished(page, contents=contents)

    assert finished == site.finished(page)
    assert finished.startswith('<!DOCTYPE html>\n<main>\n  <div class="oit-page">\n<p>')
    assert '<span class="oit-word">งบประมาณ</span></p>\n<pre>  \n\n</pre>\n' in finished


def test_other_files_of_the_theme_stay() -> None:
    assert site.finished("<br />  \n\n", "sitemap.xml") == "<br />  \n\n"
