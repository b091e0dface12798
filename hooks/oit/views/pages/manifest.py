"""The build's manifest: which pages were generated, and from which data.

A build that skipped the hook has no manifest, or a manifest that does not match its pages, so a
deployment can detect it.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from oit import __version__

if TYPE_CHECKING:
    from oit.views.pages.page import Page

PATH = "oit/manifest.json"
VERSION = 1


def manifest(pages: "Iterable[Page]") -> dict[str, Any]:
    """List the pages by address, each with its data file and the SHA-256 of that file."""
    return {
        "oit": VERSION,
        "generator": f"oit-site {__version__}",
        "pages": [
            {
                "url": page.url,
                "title": page.title,
                "data": page.source.file if page.source else None,
                "sha256": sha256(page.source.text.encode()).hexdigest() if page.source else None,
            }
            for page in sorted(pages, key=lambda page: page.url)
        ],
    }
