"""Does the site load nothing from other sites?"""

from collections.abc import Iterable, Iterator

from oit.findings.codes.site_request import OUTSIDE
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield the addresses on other sites that pages and style sheets load."""
    fetched: list[tuple[str, Iterable[str]]] = [
        *((address, page.fetched) for address, page in crawl.pages.items()),
        *crawl.styles.items(),
    ]
    for address, links in fetched:
        for link in links:
            try:
                target = crawl.copy.target(link, address)
            except ValueError:
                continue
            if target and target.inside is None:
                yield OUTSIDE.at(Place(address), url=target.url)
