"""The overview site: one build of a small fleet for all tests of pages."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from built import without_words
from fleet.examined import examined_fleet
from oit.contents import read
from oit.fleet.folder import FleetFolder
from oit.fleet.list import read_list
from oit.fleet.open_data import open_data
from oit.fleet.overview import overview_of, readiness_of
from oit.fleet.pages import Order, files_of, pages_of
from oit.fleet.site import build_overview

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> FleetFolder:
    """Five agencies: ready, under way and fallen back, mostly missing, failed, not run."""
    return examined_fleet(tmp_path_factory.mktemp("fleet"))


@pytest.fixture(scope="module")
def site(fleet: FleetFolder) -> Path:
    """The public site."""
    built, messages = build_overview(fleet, fleet.site, DAY, Order(closes=date(2026, 12, 11)))
    assert built, messages
    return fleet.site


def _made(fleet: FleetFolder, order: Order) -> Iterator[tuple[str, str]]:
    overview = overview_of(fleet, read_list(fleet.list).agencies)
    data = open_data(overview, fleet)
    return ((page.url, page.html) for page in pages_of(overview, order, data))


def test_every_agency_is_counted_once(fleet: FleetFolder) -> None:
    overview = overview_of(fleet, read_list(fleet.list).agencies)
    counts = {"ready": 1, "under_way": 1, "mostly_missing": 1, "no_data": 2}
    assert readiness_of(overview.agencies) == counts
    assert overview.day == DAY


def test_what_is_missing_most_comes_first(fleet: FleetFolder) -> None:
    overview = overview_of(fleet, read_list(fleet.list).agencies)
    assert [(key[2], tally.lacking, tally.agencies) for key, tally in overview.items] == [
        ("O2", 2, 3),
        ("O1", 1, 3),
    ]
    assert overview.items[0][1].how == {"reported": 1, "verified": 1}


def test_those_to_help_are_the_lowest_the_fallen_and_the_unread(fleet: FleetFolder) -> None:
    overview = overview_of(fleet, read_list(fleet.list).agencies)
    assert [agency.row["id"] for agency in overview.lowest] == ["a3", "a2"]
    assert [agency.row["id"] for agency in overview.fallen] == ["a2"]
    assert [agency.row["id"] for agency in overview.unread] == ["a4"]


def test_a_broken_record_counts_as_no_data(fleet: FleetFolder, tmp_path: Path) -> None:
    other = FleetFolder(tmp_path)
    other.list.write_bytes(fleet.list.read_bytes())
    other.state.mkdir()
    text = (fleet.state / "a1.json").read_text(encoding="utf-8")
    (other.state / "a1.json").write_text(text.replace('"items"', '"itens"'), encoding="utf-8")
    overview = overview_of(other, read_list(other.list).agencies)
    assert readiness_of(overview.agencies) == {"no_data": 5}
    assert overview.day is None
    assert "ยังไม่ได้ตรวจ" in dict(_made(other, Order()))[""]


def test_nothing_of_the_staff_is_in_the_public_site(site: Path) -> None:
    everything = b"".join(path.read_bytes() for path in site.rglob("*") if path.is_file())
    for secret in ("ผู้ติดต่อลับ", "เหตุลับ", "วิธีลับ", "secret reason", "secret way", "staff/help"):
        assert secret.encode() not in everything


def test_robots_learn_that_a_site_has_pages_for_the_staff() -> None:
    for order in (Order(), Order(staff=True)):
        robots = files_of(order, [], [])["robots.txt"]
        assert (b"pages for the staff" in read(robots)) == order.staff


def test_the_page_of_the_staff_names_reasons_and_contacts(fleet: FleetFolder) -> None:
    page = dict(_made(fleet, Order(staff=True)))["staff/help/"]
    for text in ("ผู้ติดต่อลับ", "เหตุลับ", "วิธีลับ", "ลองแล้ว 3 ครั้ง"):
        assert text in page


def test_texts_of_agencies_are_escaped(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8")
    assert b",'=1+1," in (site / "data" / "agency.csv").read_bytes()


def test_every_page_adds_up_and_says_how_it_is_known(fleet: FleetFolder) -> None:
    for _, page in _made(fleet, Order(closes=date(2026, 12, 11))):
        assert "= ทั้งหมด 5 แห่ง" in page
        assert "รู้ได้อย่างไร" in page
        assert "<strong>10 วัน</strong>" in page


def test_there_is_a_ranking_only_if_asked(fleet: FleetFolder) -> None:
    assert 'id="league"' not in dict(_made(fleet, Order()))[""]
    assert 'id="league"' in dict(_made(fleet, Order(league=True)))[""]


def test_the_same_records_give_the_same_bytes(fleet: FleetFolder, site: Path) -> None:
    other = fleet.path / "other"
    assert build_overview(fleet, other, DAY, Order(closes=date(2026, 12, 11)))[0]
    files = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    assert files == {p.relative_to(other): p.read_bytes() for p in other.rglob("*") if p.is_file()}


def test_every_link_within_the_site_leads_to_a_file(site: Path) -> None:
    for path in site.rglob("*.html"):
        links = re.findall(r'(?:href|src)="([^"#?]+)', path.read_text(encoding="utf-8"))
        own = [link for link in links if ":" not in link]
        assert own
        for link in own:
            target = site / link.lstrip("/") if link.startswith("/") else path.parent / link
            assert (target / "index.html").is_file() or target.is_file(), (path, link)


def test_the_theme_speaks_of_many_agencies(site: Path) -> None:
    for name in ("index.html", "404.html"):
        page = without_words((site / name).read_text(encoding="utf-8"))
        assert "ผลของหน่วยงานในรายชื่อ" in page
        assert "ไฟล์ข้อมูลของหน่วยงาน" not in page
        assert "(OIT)" not in page


def test_items_are_rows_and_areas_columns_that_say_how_they_are_known(fleet: FleetFolder) -> None:
    page = dict(_made(fleet, Order()))["districts/"]
    heat = page.partition("oit-heat")[2]
    head, _, rows = heat.partition("</thead>")
    assert re.findall(r'<th scope="col">(?:<bdi>)?([^<]*)', head) == ["ข้อ", "อFalse"]
    of_rows = r'<th scope="row"><a href="../items/#list-1-\d"><bdi>([^<]*)</bdi>[^/]* <bdi>([^<]*)'
    assert re.findall(of_rows, rows) == [("O2", "ข้อ O2"), ("O1", "ข้อ O1")]
    assert re.findall(r"(\d+)%", rows) == ["33", "66"]
    each = "ตรวจข้อมูลเอง 1 · เว็บไซต์ของหน่วยงานรายงานเอง 1 · ตรวจข้อมูลเองและตรงกับเว็บไซต์ 1"
    assert each in rows


def test_several_provinces_are_columns_and_have_a_page_each(
    fleet: FleetFolder, tmp_path: Path
) -> None:
    other = FleetFolder(tmp_path)
    text = fleet.list.read_text(encoding="utf-8")
    other.list.write_text(text.replace(",จ,อFalse,https://a3", ",,อ,https://a3"), encoding="utf-8")
    shutil.copytree(fleet.state, other.state)
    pages = dict(_made(other, Order()))
    overall = pages["districts/"]
    heads = re.findall(r'<th scope="col">(?:<bdi>)?([^<]*)', overall)
    assert heads[-3:] == ["ข้อ", "จ", "ไม่ระบุจังหวัด"]
    links = re.findall(r'oit-name"><a href="\.\./(districts/[^"]+|[^"]+)', overall)
    assert len(links) == 2
    for link in links:
        assert "ทุกจังหวัด" in pages[f"districts/{link.removeprefix('districts/')}"]


def test_an_item_shows_only_what_is_missing_most_first(fleet: FleetFolder) -> None:
    page = dict(_made(fleet, Order()))["items/"]
    assert re.findall(r"<summary[^>]*><[^>]*><bdi>(O\d+)", page) == ["O2", "O1"]
    assert page.count("<details") == 2
    assert "ครบทุกแห่งที่มีผล" not in page


def test_a_build_that_fails_leaves_the_site_as_it_was(fleet: FleetFolder, tmp_path: Path) -> None:
    shutil.copytree(fleet.state, tmp_path / "state")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", encoding="utf-8")
    built, messages = build_overview(FleetFolder(tmp_path), site, DAY, Order())
    assert not built
    assert "agencies.csv" in messages
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_names_of_others_are_apart_from_the_text_beside_them(
    fleet: FleetFolder, tmp_path: Path
) -> None:
    other = FleetFolder(tmp_path)
    text = fleet.list.read_text(encoding="utf-8")
    other.list.write_text(text.replace(",จ,อFalse,https://a3", ",จว,อ,https://a3"), "utf-8")
    shutil.copytree(fleet.state, other.state)
    pages = dict(_made(other, Order(staff=True, league=True)))
    names = {
        "=1+1",
        "สาม",
        "สี่",
        "ข้อ O1",
        "ต้องมี &lt;b&gt;",
        "จว",
        "อTrue",
        "ผู้ติดต่อลับ",
        "เหตุลับ",
        "วิธีลับ",
    }
    assert {name for name in names if f"<bdi>{name}" in "".join(pages.values())} == names
    for url, page in pages.items():
        beside = re.sub(r"<bdi>[^<]*</bdi>|<[^>]*>", "", page)
        assert [name for name in names if name in beside] == [], url


def test_an_item_links_to_its_page_in_the_manual_if_there_is_one(
    fleet: FleetFolder, tmp_path: Path
) -> None:
    manual = Order(manual="https://manual.example.go.th/")
    assert "manual.example" not in "".join(page for _, page in _made(fleet, manual))
    other = FleetFolder(tmp_path)
    other.list.write_bytes(fleet.list.read_bytes())
    other.state.mkdir()
    for path in fleet.state.iterdir():
        text = path.read_text(encoding="utf-8").replace('"small"', '"general"')
        (other.state / path.name).write_text(text.replace('"O2"', '"O99"'), encoding="utf-8")
    pages = dict(_made(other, manual))
    for url in ("", "items/"):
        links = re.findall(r'href="(https://manual[^"]+)"', pages[url])
        assert links == ["https://manual.example.go.th/officer/items/general-2569/o01/"]
    assert "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. 2569" in pages["items/"]
    assert "ดูในคู่มือ" not in dict(_made(other, Order()))["items/"]


def test_an_area_counts_its_own_agencies_beside_all(fleet: FleetFolder) -> None:
    pages = dict(_made(fleet, Order()))
    (page,) = [page for page in pages.values() if "<bdi>อTrue จ</bdi></h1>" in page]
    assert "= ทั้งหมด 2 แห่งในพื้นที่นี้" in page
    assert "= ทั้งหมด 5 แห่ง" in page


def test_areas_are_in_the_order_of_a_thai_dictionary(fleet: FleetFolder, tmp_path: Path) -> None:
    other = FleetFolder(tmp_path)
    text = fleet.list.read_text(encoding="utf-8")
    for number, district in enumerate(("เดชอุดม", "", "ดอนมดแดง", "วารินชำราบ", "เขื่องใน"), 1):
        text = re.sub(
            rf"จ,อ(?:True|False),https://a{number}", f"จ,{district},https://a{number}", text
        )
    other.list.write_text(text, encoding="utf-8")
    overview = overview_of(other, read_list(other.list).agencies)
    ordered = [area.district for area in overview.areas]
    assert ordered == ["เขื่องใน", "ดอนมดแดง", "เดชอุดม", "วารินชำราบ", ""]
