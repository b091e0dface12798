"""Count the pages of a PDF, and extract their text."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]


class BrokenError(Exception):
    """A PDF cannot be opened; the text of the error is the reason."""


def page_count(file: Path) -> int:
    """Count the pages.

    Raises:
        BrokenError: it is damaged or protected with a password.
    """
    with closing(_open(file)) as pdf:
        return len(pdf)


def page_texts(file: Path, limit: int) -> Iterator[str]:
    """Yield the text of each page, up to a limit of pages.

    It includes text outside the sheet, which can be copied from the file.

    Raises:
        BrokenError: it is damaged or protected with a password.
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
    # Loads slowly, and most commands open no PDF.
    import pypdfium2  # noqa: PLC0415

    try:
        # Not by its name: Windows would decode names that are not ASCII with its code page.
        pdf = pypdfium2.PdfDocument(file.read_bytes())
        # Reveals a broken page tree.
        pdf.get_page_size(0)
    except pypdfium2.PdfiumError as error:
        raise BrokenError(f"{type(error).__name__}: {error}") from None
    return pdf
