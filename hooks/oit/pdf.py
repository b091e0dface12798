"""What is asked of a PDF: how many pages it has, and their text."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]


class BrokenError(Exception):
    """A PDF that cannot be opened; its text is the reason."""


def page_count(file: Path) -> int:
    """Count the pages.

    Raises:
        BrokenError: it is broken or locked with a password.
    """
    with closing(_open(file)) as pdf:
        return len(pdf)


def page_texts(file: Path, limit: int) -> Iterator[str]:
    """Yield the text of each page, of no more pages than the limit.

    Text that stands outside the sheet is there too: it can be copied from the file.

    Raises:
        BrokenError: it is broken or locked with a password.
    """
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    with closing(_open(file)) as pdf:
        for number in range(min(limit, len(pdf))):
            try:
                with closing(pdf[number]) as page, closing(page.get_textpage()) as text:
                    yield text.get_text_range()
            except PdfiumError as error:
                raise BrokenError(f"{type(error).__name__}: {error}") from None


def _open(file: Path) -> "PdfDocument":
    # Takes a moment to load, and most commands open no PDF.
    import pypdfium2  # noqa: PLC0415

    try:
        # By its bytes: names that are not ASCII would be read in the code page of Windows.
        pdf = pypdfium2.PdfDocument(file.read_bytes())
        # A page tree that leads nowhere is only found out by going there.
        pdf.get_page_size(0)
    except pypdfium2.PdfiumError as error:
        raise BrokenError(f"{type(error).__name__}: {error}") from None
    return pdf
