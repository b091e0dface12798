"""Does a PDF have text, or only pictures of it?"""

from pathlib import Path

from oit import pdf, worker

_MOST_PAGES = 20
_FEWEST_LETTERS = 20
"""A scanner may print its name or a page number on a page."""


def is_scan(file: Path) -> bool:
    """Tell whether the first pages of a PDF have no text; ``False`` if it cannot be opened."""
    try:
        return worker.read(_is_scan, file) is True
    except worker.UnreadableError:
        # Already reported (OIT304, OIT707).
        return False


def _is_scan(file: Path) -> bool:
    letters = 0
    try:
        for text in pdf.page_texts(file, _MOST_PAGES):
            letters += sum(map(str.isalnum, text))
            if letters >= _FEWEST_LETTERS:
                return False
    except pdf.BrokenError:
        return False
    return True
