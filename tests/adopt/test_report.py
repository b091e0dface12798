"""What a run says: in a terminal, to programs, and on a page to print."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from adopt import site
from adopt.adopting import REPORT, Adopting, index
from adopt.served import OldSite
from checks.personal.hiding_places import ID
from oit.adopt.adoption import Adoption
from oit.adopt.groups import item_lines, sections
from oit.adopt.report import as_json, page, text
from sent_files import a_pdf

GIVEN = sorted(Path(__file__).parent.glob("pages/given-*"))
_HREF = re.compile(r"""<a\b[^>]*?\bhref=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


@pytest.fixture
def of_the_sample(adopting: Adopting, old_site: OldSite) -> Iterator[Adoption]:
    """A run over a served site that has one of everything."""
    before = adopting.said()
    yield adopting.adopt(site.build(old_site))
    assert adopting.said() == before


def test_everything_is_told_by_its_kind(of_the_sample: Adoption) -> None:
    told = {
        section.key: [line.item for line in section.lines] for section in sections(of_the_sample)
    }
    assert told["dead"] == ["O19"]
    assert told["drive"] == ["O10"]
    assert told["social"] == ["O4"]
    assert told["staging"] == ["O14"]
    assert told["scan"] == ["O16"]
    assert told["name"] == ["O15"]
    assert told["personal"] == ["O21"]
    assert "O7" in told["other-year"]
    assert not {"page", "limit", "dry", "changed"} & told.keys()
    states = {line.item.id: line.state for line in item_lines(of_the_sample)}
    assert states["O1"] == "found"
    assert states["O2"] == "missing"
    assert states["O19"] == "look"
    printed = text(of_the_sample, "en")
    assert "Dead links (1)" in printed
    assert "O2" in printed
    assert ID not in printed + as_json(of_the_sample) + page(of_the_sample)
    said = {link["url"]: link for link in json.loads(as_json(of_the_sample))["links"]}
    assert said["/files/o11.pdf"]["item"] == "O11"
    assert said["/contact"]["item"] is None
    assert of_the_sample.agency in page(of_the_sample)


def test_programs_get_the_links_as_the_page_has_them(adopting: Adopting) -> None:
    items = {"O7 รายงานผลการดำเนินงานประจำปี": [("รายงาน", "./report.pdf?a=1&b=2")]}
    adopting.save(index(items, more="<nav><a href='/home'>หน้าแรก</a></nav>"))
    said = json.loads(as_json(adopting.adopt()))
    assert said["adopt"] == 1
    first, other = said["links"]
    assert first["why"]
    assert {key: first[key] for key in ("url", "list", "item", "sure")} == {
        "url": "./report.pdf?a=1&b=2",
        "list": "general-2569",
        "item": "O7",
        "sure": True,
    }
    assert (other["url"], other["list"], other["item"]) == ("/home", None, None)


def test_a_hostile_page_can_write_nothing_into_a_report(adopting: Adopting) -> None:
    evil = "<script>alert(1)</script>\x1b[31m\u202e รายงานผล"
    items = {"O7 รายงานผลการดำเนินงานประจำปี": [(evil, "report.pdf"), (evil, "javascript:x()")]}
    adopting.save(index(items), report_pdf=a_pdf("one"))
    adoption = adopting.adopt()
    for said in (text(adoption, "th"), text(adoption, "en"), page(adoption)):
        assert "\x1b" not in said
        assert "\u202e" not in said
    tree = html.fromstring(page(adoption))
    assert not tree.findall(".//script")
    links = {anchor.get("href", "")[:4] for anchor in tree.iter("a")}
    assert {link[:1] for link in links} <= {"#", "h"}
    assert "\x1b" not in adopting.newcomer.read("2569/o07.yml")
    assert not [f for f in adopting.newcomer.check(2569).findings if f.severity == "error"]


def test_a_repeated_run_says_so_and_what_is_new(adopting: Adopting) -> None:
    title = "O7 รายงานผลการดำเนินงานประจำปี"
    adopting.save(index({title: [("รายงาน", "a.pdf")]}), a_pdf=REPORT)
    adopting.adopt()
    adopting.save(index({title: [("อื่น", "b.pdf")]}), b_pdf=a_pdf("two"))
    printed = text(adopting.adopt(), "en")
    assert "no data file was changed" in printed
    assert "b.pdf · it is new" in printed
    assert "a.pdf · it is no longer linked to" in printed


def test_a_dry_run_says_what_it_did_not_look_at(adopting: Adopting) -> None:
    items = {"O7 รายงานผลการดำเนินงานประจำปี": [("รายงาน", "https://www.tumbon.go.th/a.pdf")]}
    adopting.save(index(items))
    printed = text(adopting.adopt(is_dry=True), "en")
    assert "nothing was written" in printed
    assert "Not looked at: this was a dry run (1)" in printed


def test_a_long_section_is_cut_in_a_terminal_only(adopting: Adopting) -> None:
    links = [(f"รายงานที่ {number}", f"none-{number}.pdf") for number in range(50)]
    adopting.save(index({"O7 รายงานผลการดำเนินงานประจำปี": links}))
    adoption = adopting.adopt()
    assert "10 more" in text(adoption, "en")
    assert "none-49.pdf" in page(adoption)


def test_an_older_page_is_named(adopting: Adopting, tmp_path: Path) -> None:
    del tmp_path
    old = {
        "O1 โครงสร้าง": [("โครงสร้าง", "a.pdf")],
        "O2 ข้อมูลผู้บริหาร": [("ผู้บริหาร", "b.pdf")],
        "O6 ข้อมูลการติดต่อ": [("ติดต่อ", "c.pdf")],
    }
    adopting.save(index(old, 2567))
    adoption = adopting.adopt()
    if adoption.choice.year:
        assert str(adoption.choice.year) in text(adoption, "en")
    other = adopting.adopt(from_year=2560)
    assert "no usable link of the agency's checklist" in text(other, "en")
    # There is no document to look at.
    assert "next:" not in text(other, "en")


@pytest.mark.parametrize("folder", GIVEN, ids=lambda folder: folder.name)
def test_a_program_is_told_every_link_as_it_stands_on_the_page(
    folder: Path, adopting: Adopting
) -> None:
    """And what a run would do is of links that its truth places."""
    shown = folder / "page.html"
    value = json.loads(as_json(adopting.adopt(str(shown), is_dry=True)))
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    placed = {
        entry["url"]: f"{entry['list']}:{entry['item']}"
        for entry in value["links"]
        if entry["item"]
    }
    assert placed == truth
    written = _HREF.findall(shown.read_text(encoding="utf-8"))
    every = {unescape("".join(quoted)) for quoted in written} - {"#"}
    assert {entry["url"] for entry in value["links"]} == every
    of_items = [row["url"] for item in value["items"] for row in item["documents"]]
    assert {*of_items} <= {*placed}
