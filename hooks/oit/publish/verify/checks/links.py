"""Does every link inside the site lead somewhere?"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.publish.verify.copy import canonical
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit

BROKEN = Kind(
    "broken-link",
    Bilingual("มีลิงก์ไปยัง {link} ซึ่งไม่มีบนเว็บไซต์", "a link leads to {link}, which is not on the site"),
    Bilingual(
        "แก้ลิงก์ใน data/ หรือในหน้าของ docs/ หรือวางไฟล์ที่ขาดไว้ตามที่อยู่นั้น",
        "mend the link in data/ or in the page of docs/, or put the file there that is missing",
    ),
)
ANCHOR = Kind(
    "broken-anchor",
    Bilingual(
        "มีลิงก์ไปยัง {link} แต่หน้านั้นไม่มีส่วนชื่อ {name}",
        "a link leads to {link}, and that page has no part named {name}",
    ),
    Bilingual(
        "แก้ชื่อส่วนหลังเครื่องหมาย # ให้ตรงกับหัวข้อในหน้านั้น",
        "mend the name after the # so that a heading of that page has it",
    ),
)


def check(visit: Visit) -> Iterator[Fault]:
    """Yield links to nowhere, from pages and style sheets."""
    for address, page in visit.pages.items():
        for link in dict.fromkeys([*page.links, *page.fetched]):
            yield from _follow(link, address, visit)
    for address, fetched in visit.styles.items():
        for link in dict.fromkeys(fetched):
            yield from _follow(link, address, visit)


def _follow(link: str, address: str, visit: Visit) -> Iterator[Fault]:
    try:
        target = visit.copy.target(link, address)
    except ValueError:
        yield BROKEN.at(address, link=link)
        return
    if target is None or target.inside is None:
        return
    inside, name = canonical(target.inside), target.fragment
    shown = f"/{target.inside}"
    if visit.copy.get(inside) is None:
        # Of what the data wants and the site lacks, others tell.
        if inside not in visit.expected:
            yield BROKEN.at(address, link=shown)
    elif name and name != "top" and not name.startswith(":~:"):
        page = visit.pages.get(inside) or visit.pages.get(f"{inside}/")
        if page and name not in page.ids:
            yield ANCHOR.at(address, link=f"{shown}#{name}", name=name)
