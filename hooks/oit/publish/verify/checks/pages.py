"""Is every page there, with the contents that the data makes?"""

from collections.abc import Iterator

from oit.findings.codes.site_page import DIFFERS, MISSING, UNKNOWN
from oit.findings.finding import Finding, Place
from oit.publish.site import finished
from oit.publish.verify.copy import canonical
from oit.publish.verify.crawl import Crawl
from oit.publish.verify.markup import normalized

_HISTORY, _END = '<details class="oit-history">', "</details>"


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield pages that are missing, that differ, or that are unknown among generated pages."""
    for page in crawl.expected_pages:
        if page.url not in crawl.pages:
            yield MISSING.at(Place(page.url))
            continue
        held = crawl.copy.get(page.url)
        if held and not _contains(*_alike(held.text, finished(page.html).strip())):
            yield DIFFERS.at(Place(page.url))
    tops = (address.partition("/")[0] for address in crawl.expected_addresses)
    # The theme's own files lie beside our icons.
    ours = {f"{top}/" for top in tops if top} - {"assets/"}
    ours -= {f"{entry.name}/" for entry in crawl.expected.docs.iterdir()}
    for address in map(canonical, crawl.copy.names()):
        is_ours = any(address.startswith(top) for top in ours)
        if is_ours and address not in crawl.expected_addresses:
            yield UNKNOWN.at(Place(address))


def _alike(text: str, html: str) -> tuple[str, str]:
    """Leave out the history of an item unless both have it.

    A clone may lack the commits that the site was built from, or have more than those.
    """
    if text.count(_HISTORY) == html.count(_HISTORY):
        return text, html
    return _without_history(text), _without_history(html)


def _without_history(text: str) -> str:
    before, found, rest = text.partition(_HISTORY)
    return before.rstrip() + rest.partition(_END)[2] if found else text


def _contains(text: str, html: str) -> bool:
    return html in text or normalized(html) in normalized(text)
