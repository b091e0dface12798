"""Does nothing run but what the program and the theme brought?"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from oit.checks.published.types import Fault, fault_of_name
from oit.findings.codes.site_private import RUNS
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl
from oit.views.pages.hosting.settings import HOSTING_FILES

_OF_THEME = ("assets/", "search/")
_OF_GENERATOR = frozenset({"sitemap.xml", "sitemap.xml.gz"})
_PAGES = (".html", "/")
"""Pages may not run anything either; ``policy`` looks into them."""


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield scripts, programs and settings of servers in the list of a folder."""
    known = {*crawl.expected_addresses, *_OF_GENERATOR, *HOSTING_FILES}
    for name in crawl.copy.names():
        if name in known or name.startswith(_OF_THEME) or name.endswith(_PAGES):
            continue
        if fault_of_name(PurePosixPath(name), crawl.settings) in {Fault.RUNS, Fault.SETTINGS}:
            yield RUNS.at(Place(name))
