"""Is every generated file there, byte for byte?"""

from collections.abc import Iterator

from oit import contents
from oit.findings.codes.site_file import DIFFERS, MISSING
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl
from oit.views.pages import manifest
from oit.views.pages.hosting.settings import HOSTING_FILES
from oit.views.pages.site import STATUS_FILE


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield the files that are missing or differ; manifest and statuses have their own checks."""
    for address, expected in crawl.expected.site.files.items():
        if address == manifest.PATH or address.endswith(f"/{STATUS_FILE}"):
            continue
        held = crawl.copy.get(address)
        if held is None:
            # Servers do not send their settings, and some generators skip names with a dot.
            if address not in HOSTING_FILES:
                yield MISSING.at(Place(address))
        elif held.sha256 != contents.sha256(expected):
            yield DIFFERS.at(Place(address))
