"""Does the site map list the site's pages, under the agency's address?"""

import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from oit.findings.codes.site_map import ELSEWHERE, LACKS, MISSING, PACKED, UNKNOWN
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl

PATH = "sitemap.xml"


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield the faults of the site map; without site_url there is no site map."""
    root = crawl.copy.public_root
    if not crawl.expected.agency.site_url:
        return
    place = Place(PATH)
    held = crawl.copy.get(PATH)
    if held is None:
        yield MISSING.at(place)
        return
    locations = [*_locations(held.text)]
    foreign = [location for location in locations if not location.startswith(root)]
    if foreign:
        yield ELSEWHERE.at(place, found=foreign[0], expected=root)
        return
    listed = {unquote(location.removeprefix(root)) for location in locations}
    for page in crawl.expected_pages:
        if page.url not in listed:
            yield LACKS.at(place, page=f"/{page.url}")
    for address in sorted(listed):
        # Other checks report expected pages that are missing.
        if address not in crawl.expected_addresses and crawl.copy.get(address) is None:
            yield UNKNOWN.at(place, page=f"/{address}")
    compressed = crawl.copy.get(f"{PATH}.gz")
    if compressed and _decompress(compressed.content, len(held.content) + 1) not in {
        held.content,
        None,
    }:
        yield PACKED.at(Place(f"{PATH}.gz"))


def _locations(text: str) -> Iterator[str]:
    for part in text.split("<loc>")[1:]:
        location, end, _ = part.partition("</loc>")
        if end:
            yield unescape(location.strip())


def _decompress(content: bytes, most: int) -> bytes | None:
    """Decompress; some servers have already done so, which leaves nothing to compare.

    A few bytes may expand to gigabytes, so no more than ``most`` are returned.
    """
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(content, most)
    except zlib.error:
        return None
