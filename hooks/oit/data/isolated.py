"""Open PDFs in the worker, where a hostile file can do no harm."""

from pathlib import Path

from oit import pdf
from oit.bilingual import Bilingual


def page_count(file: Path) -> int | Bilingual:
    """Count the pages of a PDF; if it cannot be opened, return the reason."""
    from oit import worker  # noqa: PLC0415 - most checks find every PDF in the cache

    try:
        counted = worker.read(_page_count, file)
    except worker.UnreadableError as error:
        return error.reason
    return counted if isinstance(counted, int) else Bilingual(counted, counted)


def _page_count(file: Path) -> int | str:
    try:
        return pdf.page_count(file)
    except pdf.BrokenError as error:
        return str(error)
