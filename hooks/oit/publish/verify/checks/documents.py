"""Is every document there, the same as in docs/?"""

from collections.abc import Iterator

from oit import contents
from oit.findings.codes.site_document import DIFFERS, MISSING
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield the documents that are missing or differ."""
    for address, path in crawl.documents:
        held = crawl.copy.get(address)
        if held is None:
            yield MISSING.at(Place(address))
            continue
        if contents.sha256(path) != held.sha256:
            yield DIFFERS.at(Place(address), name=address)
