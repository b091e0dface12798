"""May search engines index every page?"""

from collections.abc import Iterator

from oit.findings.codes.site_hidden import HIDDEN
from oit.findings.finding import Finding, Place
from oit.publish.verify.checks.policy import EDITOR
from oit.publish.verify.crawl import Crawl


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield pages that forbid it; the editor of the data is for the staff and does so rightly."""
    for address, page in crawl.pages.items():
        if page.is_hidden and address != EDITOR:
            yield HIDDEN.at(Place(address))
