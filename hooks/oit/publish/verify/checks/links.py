"""Does every link inside the site lead somewhere?"""

from collections.abc import Iterator

from oit.findings.codes.site_link import ANCHOR, BROKEN
from oit.findings.finding import Finding, Place
from oit.publish.verify.copy import canonical
from oit.publish.verify.crawl import Crawl


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield the broken links of pages and style sheets."""
    for address, page in crawl.pages.items():
        for link in dict.fromkeys([*page.links, *page.fetched]):
            yield from _follow(link, address, crawl)
    for address, fetched in crawl.styles.items():
        for link in dict.fromkeys(fetched):
            yield from _follow(link, address, crawl)


def _follow(link: str, address: str, crawl: Crawl) -> Iterator[Finding]:
    try:
        target = crawl.copy.target(link, address)
    except ValueError:
        yield BROKEN.at(Place(address), link=link)
        return
    if target is None or target.inside is None:
        return
    inside, name = canonical(target.inside), target.fragment
    shown = f"/{target.inside}"
    if crawl.copy.get(inside) is None:
        # Other checks report what the data makes and the site lacks.
        if inside not in crawl.expected_addresses:
            yield BROKEN.at(Place(address), link=shown)
    elif name and name != "top" and not name.startswith(":~:"):
        page = crawl.pages.get(inside) or crawl.pages.get(f"{inside}/")
        if page and name not in page.ids:
            yield ANCHOR.at(Place(address), link=f"{shown}#{name}", name=name)
