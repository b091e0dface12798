"""The links of pages that tests write, with their items."""

from oit.adopt.links import Link, links_of
from oit.adopt.page import read_page
from oit.data.checklist import program_lists

HEAD = "<h2>OIT 2569</h2>"
TITLES = [
    "โครงสร้าง หน้าที่และอำนาจ", "ข้อมูลผู้บริหาร", "ข้อมูลการติดต่อและช่องทางการสอบถาม", "ข่าวประชาสัมพันธ์",
    "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี",
]  # fmt: skip
"""Of O1, O2, …"""


def links(contents: bytes, charset: str = "") -> list[Link]:
    return links_of(read_page(contents, "https://www.agency.example/ita", charset), program_lists())


def placed(body: str, head: str = HEAD) -> list[tuple[str, str | None, bool]]:
    return [(link.url, link.item, link.sure) for link in links(f"{head}{body}".encode())]


def entries(entry: str) -> str:
    """A list of items: ``{n}``, ``{label}`` and ``{link}`` are filled in for each."""
    return "".join(
        entry.format(n=n, label=f"O{n} {title}", link=f"<a href={n}>ดู</a>")
        for n, title in enumerate(TITLES, 1)
    )
