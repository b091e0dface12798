"""Built pages as tests read them."""

import re
from pathlib import Path

_WORD = re.compile(r'<span class="oit-word">([^<]*)</span>')


def html_of(file: Path) -> str:
    """Return the HTML of a page without the elements that keep words together."""
    return without_words(file.read_text(encoding="utf-8"))


def without_words(html: str) -> str:
    """Return HTML without the elements that keep words together."""
    return _WORD.sub(r"\1", html)
