"""The site that an agency had before: a page of O1 to O26 that leads to the sample's documents.

It has what such sites have: sub-pages, a dead link, a drive, a social network, a page that is
called a PDF, a page made by JavaScript, a scan, a report of another year, and a document with an
(invented) national id.
"""

from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from adopt.served import OldSite
from checks.personal.hiding_places import ID
from oit.data.checklist import available, load
from sent_files import a_pdf, a_picture

ROOT = Path(__file__).parents[2]
FILES = ROOT / "docs/files"
INDEX = "/ita/2569"

DRIVE = "https://drive.google.com/file/d/1AbCdEfGhIjK/view?usp=sharing"
FACEBOOK = "https://www.facebook.com/tumbontuayang/posts/1234567890"
STAGING = "http://192.168.1.20/files/o14.pdf"
DEAD = "/files/o19-old.pdf"
NOT_A_PDF = "/files/o15-codes.pdf"
SCAN = "/files/o16-scan.pdf"
OTHER_YEAR = "/files/o07-2567.pdf"
PERSONAL = "/files/o21-committee.pdf"
DOWNLOAD = "/download.php?id=8"
SUB_PAGE = "/procurement"
JAVASCRIPT = "/complaints"


class Linked(NamedTuple):
    """A link below an item of the page."""

    text: str
    href: str


LINKS = {
    "O1": [Linked("แผนผังโครงสร้าง", "/files/o01.pdf")],
    "O3": [Linked("แผนที่", "/files/o03.pdf")],
    "O4": [Linked("ข่าวประชาสัมพันธ์ของหน่วยงาน", FACEBOOK)],
    "O5": [Linked("แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570", "/files/o05.pdf")],
    "O6": [
        Linked("แผนดำเนินงานประจำปี 2569", "/files/o06-plan.pdf"),
        Linked("ความก้าวหน้า", "/files/o06-progress.pdf"),
    ],
    "O7": [
        Linked("รายงานผลการดำเนินงานประจำปี พ.ศ. 2568", "/files/o07.pdf"),
        Linked("รายงานผลการดำเนินงานประจำปี พ.ศ. 2567", OTHER_YEAR),
    ],
    "O8": [Linked("คลิก", DOWNLOAD)],
    "O9": [Linked("คู่มือสำหรับประชาชน", "/files/o09.pdf")],
    "O10": [Linked("คู่มือการใช้บริการออนไลน์", DRIVE)],
    "O11": [Linked("สรุปผลการจัดซื้อจัดจ้างรายเดือน", SUB_PAGE)],
    "O12": [Linked("รายงานสรุปผลการจัดซื้อจัดจ้าง", "/files/o12.xlsx")],
    "O13": [Linked("แผนการบริหารทรัพยากรบุคคล", "/files/o13.pdf")],
    "O14": [Linked("รายงานผลการบริหารทรัพยากรบุคคล", STAGING)],
    "O15": [Linked("ประมวลจริยธรรม", NOT_A_PDF)],
    "O16": [Linked("แนวปฏิบัติการจัดการเรื่องร้องเรียน", SCAN)],
    "O17": [Linked("ช่องทางแจ้งเรื่องร้องเรียน", JAVASCRIPT)],
    "O19": [Linked("ผลการเปิดโอกาสให้มีส่วนร่วม", DEAD)],
    "O20": [Linked("ประกาศ No Gift Policy", "/files/o20.pdf")],
    "O21": [
        Linked("รายงานการประเมินความเสี่ยงการทุจริต", "/files/o21.pdf"),
        Linked("คำสั่งแต่งตั้งคณะทำงาน", PERSONAL),
    ],
    "O23": [Linked("แผนปฏิบัติการป้องกันการทุจริต", "/files/o23.pdf")],
    "O25": [Linked("มาตรการส่งเสริมคุณธรรม", "/files/o25.pdf")],
    "O26": [Linked("รายงานผลตามมาตรการ", "/files/o26.pdf")],
}
"""What the page has below each item; the others have nothing."""

SAMPLE = {
    "/files/o01.pdf": "2569/o01-structure.pdf",
    "/files/o03.pdf": "2569/o03-map.pdf",
    "/files/o05.pdf": "2569/o05-plan.pdf",
    "/files/o06-plan.pdf": "2569/o06-action-plan.pdf",
    "/files/o06-progress.pdf": "2569/o06-progress.pdf",
    "/files/o07.pdf": "2569/o07-annual-report.pdf",
    OTHER_YEAR: "2568/o07-annual-report.pdf",
    DOWNLOAD: "2569/o08-manuals.pdf",
    "/files/o09.pdf": "2569/o09-service-guide.pdf",
    "/files/o11.pdf": "2569/o11-monthly-2569.pdf",
    "/files/o12.xlsx": "2569/o12-procurement-2568.xlsx",
    "/files/o13.pdf": "2569/o13-hr-plan.pdf",
    "/files/o20.pdf": "2569/o20-no-gift-declaration.pdf",
    "/files/o21.pdf": "2569/o21-risk-assessment.pdf",
    "/files/o23.pdf": "2569/o23-anticorruption-plan.pdf",
    "/files/o25.pdf": "2569/o25-ita-development.pdf",
    "/files/o26.pdf": "2569/o26-integrity-report.pdf",
}
"""The addresses of the site that are documents of the sample."""

MENU = ["/", "/history", "/contact", "https://www.facebook.com/tumbontuayang"]


def build(site: OldSite) -> str:
    """Fill a served site, and return the address of its page of items."""
    for path, contents in files().items():
        site.file(path, contents)
    for path, html in pages().items():
        site.page(path, html)
    return f"{site.root}{INDEX}"


def save(folder: Path) -> Path:
    """Save the page of items as browsers do, with the documents in its folder; return the page.

    What has an address of its own, such as a drive, keeps it.
    """
    beside = folder / "ITA 2569_files"
    beside.mkdir(parents=True)
    html = pages()[INDEX]
    for path, contents in files().items():
        name = path.rpartition("/")[2] if path != DOWNLOAD else "download.pdf"
        (beside / name).write_bytes(contents)
        html = html.replace(f'href="{escape(path)}"', f'href="./ITA 2569_files/{name}"')
    page = folder / "ITA 2569.html"
    page.write_text(html, encoding="utf-8")
    return page


@cache
def files() -> dict[str, bytes]:
    """Return the files of the site, by their paths."""
    return {path: (FILES / name).read_bytes() for path, name in SAMPLE.items()} | {
        SCAN: a_picture("PDF", (600, 800)),
        PERSONAL: a_pdf(f"Somchai Jaidee, national id {ID}"),
        NOT_A_PDF: _page("<p>ไม่พบไฟล์ที่ต้องการ</p>").encode(),
    }


@cache
def pages() -> dict[str, str]:
    """Return the pages of the site, by their paths."""
    items = "".join(_item(number, title) for number, title in _titles().items())
    heading = "<h1>การประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2569</h1>"
    return {
        INDEX: _page(f"{heading}<table>{items}</table>"),
        SUB_PAGE: _page(
            '<h1>สรุปผลการจัดซื้อจัดจ้าง</h1><p><a href="/files/o11.pdf">ปีงบประมาณ 2569</a></p>'
        ),
        JAVASCRIPT: '<html><body><div id="root"></div><script>start()</script></body></html>',
        "/": _page("<h1>เทศบาลตำบลตัวอย่าง</h1>"),
        "/history": _page("<h1>ประวัติความเป็นมา</h1>"),
        "/contact": _page("<h1>ติดต่อเรา</h1>"),
    }


def _titles() -> dict[str, str]:
    checklist, *_ = load(available()["general", 2569], "general-2569.yml")
    assert checklist
    return {item.id: item.title for item in checklist.items}


def _item(number: str, title: str) -> str:
    links = "".join(
        f'<p><a href="{escape(link.href)}">{escape(link.text)}</a></p>'
        for link in LINKS.get(number, [])
    )
    return f"<tr><td>{number}</td><td>{escape(title)}</td><td>{links}</td></tr>"


def _page(body: str) -> str:
    menu = "".join(f'<li><a href="{href}">เมนู</a></li>' for href in MENU)
    return (
        '<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>เทศบาลตำบลตัวอย่าง</title>'
        f"</head><body><nav><ul>{menu}</ul></nav><main>{body}</main></body></html>"
    )
