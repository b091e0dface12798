"""Does the site map list the site's pages, under the agency's address?"""

import gzip
import re
import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from oit.bilingual import Bilingual
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.visit import Visit

PATH = "sitemap.xml"
_LOCATION = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.DOTALL)
_BUILD = Bilingual("สร้างเว็บไซต์ใหม่ด้วย oit build", "build the site again with `oit build`")

MISSING = Kind("sitemap-missing", Bilingual("ไม่มีแผนผังเว็บไซต์", "there is no site map"), _BUILD)
LACKS = Kind(
    "sitemap-lacks",
    Bilingual("แผนผังเว็บไซต์ไม่มีหน้า {page}", "the site map lacks the page {page}"),
    _BUILD,
)
UNKNOWN = Kind(
    "sitemap-unknown",
    Bilingual(
        "แผนผังเว็บไซต์มี {page} ซึ่งไม่มีบนเว็บไซต์",
        "the site map lists {page}, which is not on the site",
    ),
    _BUILD,
)
ELSEWHERE = Kind(
    "sitemap-elsewhere",
    Bilingual(
        "แผนผังเว็บไซต์ใช้ที่อยู่ {found} แต่ data/agency.yml บอกว่าเว็บไซต์อยู่ที่ {wanted}",
        "the site map gives addresses as {found}, and data/agency.yml says {wanted}",
    ),
    Bilingual(
        "แก้ site_url ใน data/agency.yml ให้ตรงกับที่เผยแพร่ และลบ site_url จาก mkdocs.yml แล้วสร้างใหม่",
        "let site_url in data/agency.yml be the published address, delete that of mkdocs.yml, "
        "and build again",
    ),
)
PACKED = Kind(
    "sitemap-packed",
    Bilingual("ไฟล์นี้ไม่ตรงกับ sitemap.xml", "the file is not sitemap.xml, packed"),
    _BUILD,
)


def check(visit: Visit) -> Iterator[Fault]:
    """Yield what the map lacks and what it lists in vain; an agency without site_url has none."""
    root = visit.copy.public_root
    if not visit.wanted.agency.site_url:
        return
    held = visit.copy.get(PATH)
    if held is None:
        yield MISSING.at(PATH)
        return
    locations = [unescape(text) for text in _LOCATION.findall(held.text)]
    foreign = [location for location in locations if not location.startswith(root)]
    if foreign:
        yield ELSEWHERE.at(PATH, found=foreign[0], wanted=root)
        return
    listed = {unquote(location.removeprefix(root)) for location in locations}
    for page in visit.made:
        if page.url not in listed:
            yield LACKS.at(PATH, page=f"/{page.url}")
    for address in sorted(listed):
        # Of pages that should be there and are not, others tell.
        if address not in visit.expected and visit.copy.get(address) is None:
            yield UNKNOWN.at(PATH, page=f"/{address}")
    packed = visit.copy.get(f"{PATH}.gz")
    if packed and _unpacked(packed.content) not in {held.content, None}:
        yield PACKED.at(f"{PATH}.gz")


def _unpacked(content: bytes) -> bytes | None:
    """Unpack; a server may have done so already, and then there is nothing to compare."""
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return None
