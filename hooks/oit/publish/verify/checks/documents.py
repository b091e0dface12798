"""Is every document there, the same as in docs/?"""

from collections.abc import Iterator
from hashlib import file_digest

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
        with path.open("rb") as stream:
            if file_digest(stream, "sha256").hexdigest() != held.sha256:
                yield DIFFERS.at(Place(address), name=address)
