"""Is nothing published that only the staff may see? ``private.yml`` lists such things."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.findings.codes.site_private import NO_404, PUBLISHED
from oit.findings.finding import Finding, Place
from oit.publish.verify.copy import canonical
from oit.publish.verify.crawl import Crawl
from oit.source.own import read_own

LIST = Path(__file__).parent.parent / "private.yml"
NO_SUCH_PAGE = "oit/no-such-page/"
"""An address that no site has: a server that sends a page for it sends one for any address."""


class Private(NamedTuple):
    """Something that must not be published."""

    what: Bilingual
    names: tuple[str, ...]
    """Patterns for names of files or folders; after a slash, only at the root of the site."""
    ask: tuple[str, ...]
    """The addresses at which to request it from a server."""


@cache
def private() -> tuple[Private, ...]:
    """Read the list."""
    entries = read_own(LIST)["private"]
    return tuple(
        Private(
            Bilingual(entry["th"], entry["en"]),
            tuple(entry.get("names", ())),
            tuple(entry.get("ask", ())),
        )
        for entry in entries
    )


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield private things in the list of a folder, or at the addresses of a server."""
    published = {name for name, _ in crawl.documents} | crawl.expected.site.files.keys()
    for name in crawl.copy.names():
        found = next((entry for entry in private() if _matches(name, entry)), None)
        if found and name not in published:
            yield PUBLISHED.at(Place(canonical(name)), what=found.what)
    if crawl.copy.names():
        return
    if crawl.copy.get(NO_SUCH_PAGE):
        yield NO_404.at(Place(NO_SUCH_PAGE))
        return
    crawl.copy.fetch([address for entry in private() for address in entry.ask])
    for entry in private():
        for address in entry.ask:
            if address not in crawl.expected_addresses and crawl.copy.get(address):
                yield PUBLISHED.at(Place(address), what=entry.what)


def _matches(name: str, entry: Private) -> bool:
    parts = PurePosixPath(name.lower()).parts
    names = (f"/{parts[0]}", *parts)
    return any(fnmatchcase(part, pattern) for part in names for pattern in entry.names)
