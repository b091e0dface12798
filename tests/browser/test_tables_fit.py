"""Every table on every width: nothing is cut off, and no number, date or id is broken."""

import csv
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import commands
from browser import table_site
from browser.conftest import NewPage
from browser.kinds import every_page
from given import a_folder
from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.views.datasets.of_items import published
from oit.views.pages.data import ShownTable, month_pages, report_page, table_page
from oit.views.pages.item import Context, item_page
from oit.views.pages.site import make_site

pytestmark = pytest.mark.browser

TODAY = date(2026, 11, 22)
WIDTHS = [320, 390, 768, 1280, 1366, 1920]

SHELL = "oit/2569/o2/"
"""A page with both side menus, which leave the least space; it shows the tables of each page."""

_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)

COLLECT = """(pages) => {
  const known = new Set();
  window.groups = [[], []];
  for (const [name, html] of pages) {
    const page = new DOMParser().parseFromString(html, "text/html");
    // Wide tables take the place of the table of contents: measure them apart.
    const group = window.groups[Number(page.querySelector(".oit-table--wide") !== null)];
    const frames = ".oit-data, :not(.oit-data) > .oit-table, table:not([class])";
    for (const frame of page.querySelectorAll(frames)) {
      if (known.has(frame.outerHTML)) continue;
      known.add(frame.outerHTML);
      frame.dataset.page = name;
      group.push(document.adoptNode(frame));
    }
  }
}"""
"""Keeps each different table of all pages."""

MEASURE = r"""() => {
  const months = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม"
    + " พฤศจิกายน ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.";
  const names = months.replaceAll(".", "\\.").split(" ").join("|");
  const token = new RegExp(
    `(?:[0-9๐-๙]{1,2} )?(?:${names}) [0-9๐-๙]{4}|[0-9๐-๙]+(?:[.,/:-][0-9๐-๙]+)*%?`, "g");
  const article = document.querySelector("article");
  const faults = [];
  let measured = 0;
  const lines = (range) => new Set([...range.getClientRects()]
    .filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size;
  const checkTexts = (cell, report) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!/[0-9๐-๙]/.test(text.data) || /https?:/.test(text.data)) continue;
      const range = new Range();
      range.selectNodeContents(text);
      measured += 1;
      if (lines(range) < 2) continue;
      for (const { 0: found, index } of text.data.matchAll(token)) {
        range.setStart(text, index);
        range.setEnd(text, index + found.length);
        if (lines(range) > 1) report("broken", found);
      }
    }
  };
  for (const group of window.groups) {
    article.replaceChildren(...group);
    for (const table of article.querySelectorAll("table")) {
      const frame = table.closest(".oit-table") ?? article;
      const page = table.closest("[data-page]").dataset.page;
      const report = (fault, text) => faults.push(`${page}: ${fault}: ${text.slice(0, 60)}`);
      const edge = frame.getBoundingClientRect();
      if (frame.scrollWidth > frame.clientWidth + 1) report("frame scrolls", frame.ariaLabel ?? "");
      for (const cell of table.querySelectorAll("td, th")) {
        const box = cell.getBoundingClientRect();
        // Above cards, the titles of the columns are for screen readers.
        if (box.width === 0 || cell.closest("thead")?.clientHeight === 1) continue;
        if (box.left < edge.left - 1 || box.right > edge.right + 1)
          report("outside", cell.innerText);
        if (cell.scrollWidth > cell.clientWidth + 1) report("clipped", cell.innerText);
        checkTexts(cell, report);
      }
    }
  }
  return [measured, faults];
}"""

NAME = (
    "จ้างก่อสร้างถนนคอนกรีตเสริมเหล็กสายบ้านตัวอย่างใต้ถึงบ้านตัวอย่างเหนือพร้อมวางท่อระบายน้ำและบ่อพัก"
    " หมู่ที่ {} ลงวันที่ 30 กันยายน 2569"
)
PROJECT = (
    "  - {{name: {}, budget: '999,999,999.99', source: เงินอุดหนุนทั่วไป, owner: กองช่าง,"
    " period: ต.ค. 2568 – ก.ย. 2569, progress: 85.55, spent: '999,999,999'}}\n"
)
SHOP = "ห้างหุ้นส่วนจำกัด ตัวอย่างการโยธาและก่อสร้างภาคตะวันออกเฉียงเหนือ"


def rendered(name: str, folder: DataFolder) -> list[tuple[str, str]]:
    """Make the pages of a folder, also those for the staff."""
    site = make_site(examine_all(folder, TODAY), staff=True)
    return [(f"{name} /{page.url}", page.html) for page in site.pages.values()]


def rendered_in_part(name: str, folder: DataFolder) -> list[tuple[str, str]]:
    """Make the pages of the items and their tables, with the first of the months."""
    assessments = examine_all(folder, TODAY)
    agency = assessments[0].agency
    tables = [ShownTable(table, agency.numerals) for table in published(assessments)]
    pages = [table_page(table, tables, agency) for table in tables]
    for table in tables:
        if table.summary:
            pages.append(report_page(table, agency))
        for entry in table.months[:1]:
            assert entry.month
            pages += month_pages(entry, entry.month, table, agency)
    context = Context(tables=tables)
    pages += [
        item_page(result, assessments[0], context)
        for result in assessments[0].items
        if result.record
    ]
    return [(f"{name} /{page.url}", page.html) for page in pages]


def big_agency(folder: Path) -> DataFolder:
    """An agency with 5,000 purchases and 60 projects: long names, large amounts, two decimals."""
    rows = [
        table_site.purchase(
            number,
            name=NAME.format(number),
            budget="999999999.99",
            reference_price="999999999" if number % 2 else "999999999.50",
            agreed_price="999999999.99",
            winner=SHOP,
            bidders=f"{SHOP} = 999999999.99",
            contract_number=f"CNTR-{number:05}/2569",
            winner_tax_id="0105500000001",
        )
        for number in range(1, 5_001)
    ]
    data = a_folder(
        folder,
        {
            "data/agency.yml": "name: เทศบาลนครตัวอย่าง\nkind: municipality\nphone: 0 4500 0000\n",
            "data/2569/o11.yml": "owner: กองคลัง\nrows: procurement.csv\n",
            "data/2569/o12.yml": "owner: กองคลัง\nyear: 2569\nrows: procurement.csv\n",
            "data/2569/o06.yml": "owner: กองช่าง\nyear: 2569\nprojects:\n"
            + "".join(PROJECT.format(NAME.format(number)) for number in range(40)),
        },
    )
    with (folder / "data/2569/procurement.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(field.name for field in table_site.FIELDS)
        table.writerows(map(written, rows))
    return data


def written(row: tuple[Any, ...]) -> list[str]:
    """Write a row like a file of the data folder."""
    cells = []
    for cell in row:
        if isinstance(cell, date):
            cells.append(f"{cell.year + 543}-{cell.month:02}-{cell.day:02}")
        elif hasattr(cell, "month"):
            cells.append(f"{cell.year + 543}-{cell.month:02}")
        else:
            cells.append("" if cell is None else str(cell))
    return cells


@pytest.fixture(scope="module")
def contents(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """The contents of every page with a table: names and HTML."""
    folder = tmp_path_factory.mktemp("agencies")
    words = "--name เทศบาลตำบลใหม่ --kind municipality --province ชัยนาท --year 2569".split()
    assert commands.oit("init", folder / "new", *words).returncode == 0
    found = []
    for path in every_page(sample_site):
        file = sample_site / path
        html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
        if article := _ARTICLE.search(html):
            found.append((f"sample /{path}", article[1]))
    for root in sorted((commands.ROOT / "examples").iterdir()):
        found += rendered(root.name, DataFolder(root / "data", root))
    found += rendered("new", DataFolder(folder / "new/data", folder / "new"))
    found += rendered_in_part("big", big_agency(folder / "big"))
    return [(name, html) for name, html in found if "<table" in html]


def test_no_cell_is_cut_and_no_number_is_broken(
    reader: NewPage, site: str, contents: list[tuple[str, str]]
) -> None:
    page = reader(WIDTHS[0])
    page.goto(site + SHELL)
    page.evaluate(COLLECT, contents)
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        measured, found = page.evaluate(MEASURE)
        faults += [f"{width}: {fault}" for fault in found]
        assert measured > 10_000
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    assert not faults, f"{len(faults)} faults, such as\n" + "\n".join(faults[:40])
