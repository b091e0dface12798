"""The build's manifest: which pages were generated, and from which data.

A build by a generator that skipped the hook has no manifest, or one that does not match
its pages: a deployment can tell.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from oit import __version__
from oit.views.pages.page import Page

PATH = "oit/manifest.json"
VERSION = 1


def manifest(pages: Iterable[Page]) -> dict[str, Any]:
    """List the pages by address, each with its data file and the SHA-256 of what that said."""
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
