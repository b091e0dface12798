"""The settings at the top of hand-written pages, read strictly before a site generator reads them.

Generators expand what refers to other values: a few lines of that take all memory.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from oit.findings.codes import too_large, yaml_feature
from oit.findings.finding import Finding
from oit.source import SourceFile, parse

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_REFUSED = {yaml_feature.CODE, too_large.CODE, too_large.DEPTH}


def faults(page: Path, shown: str) -> Iterator[Finding]:
    """Report references, tags and deep nesting in the front matter of a page.

    Args:
        page: the page.
        shown: its name for findings.
    """
    text = page.read_text(encoding="utf-8-sig", errors="replace")
    if front := _FRONT_MATTER.match(text):
        document = parse(f"\n{front[1]}".encode(), SourceFile(shown))
        yield from (fault for fault in document.findings if fault.code in _REFUSED)
