"""May search engines index every page?"""

from collections.abc import Iterator

from oit.findings.codes.site_hidden import HIDDEN
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield pages that forbid it."""
    for address, page in crawl.pages.items():
        if page.is_hidden:
            yield HIDDEN.at(Place(address))
