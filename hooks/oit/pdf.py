"""Count the pages of a PDF, draw them, and extract their text, notes and attachments."""

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_TEXT_KEYS = (b"TU", b"T", b"V", b"DV", b"Contents", b"Subj", b"RC")
"""The keys of an annotation with its name, value and text; the name comes first, as a heading."""
_MOST_PIXELS = 12_000_000
_LONGEST_SIDE = 12_000
"""Of the picture of a page, whose size a PDF may choose freely."""


class BrokenError(Exception):
    """A PDF cannot be opened; the text of the error is the reason."""


def page_count(file: Path) -> int:
    """Count the pages.

    Raises:
        BrokenError: it is damaged or protected with a password.
    """
    with closing(_open(file)) as pdf:
        return len(pdf)


class Page(NamedTuple):
    """What a page says."""

    text: str
    """It includes text outside the sheet, which can be copied from the file."""
    notes: str
    """Its notes and form fields, a line for each of their texts."""


def pages(file: Path | bytes, limit: int) -> Iterator[Page]:
    """Yield the pages, up to a limit.

    Raises:
        BrokenError: it is damaged or protected with a password.
    """
    with closing(_open(file)) as pdf:
        for page in _pages(pdf, limit):
            with closing(page.get_textpage()) as text:
                yield Page(text.get_text_range(), "\n".join(_annotations(page)))


def texts(file: Path, limit: int) -> list[str]:
    """Return the texts of the pages, up to a limit.

    Raises:
        BrokenError: it is damaged or protected with a password.
    """
    return [page.text for page in pages(file, limit)]


def drawn(file: Path, number: int, width: int) -> bytes:
    """Draw a page as a PNG picture.

    Args:
        file: the PDF.
        number: the page; the first is 1.
        width: the width of the picture; one of a very long page is narrower.

    Raises:
        BrokenError: it is damaged, protected with a password, or has no such page.
    """
    with closing(_open(file)) as pdf, _errors():
        if not 1 <= number <= len(pdf):
            raise BrokenError(f"there is no page {number}")
        pdf.init_forms()  # else what was filled into its fields would not be drawn
        with closing(pdf[number - 1]) as page:
            across, down = (max(side, 1.0) for side in page.get_size())
            scale = min(
                (width - 0.01) / across,  # sizes are rounded up
                (_MOST_PIXELS / (across * down)) ** 0.5,
                _LONGEST_SIDE / down,
            )
            with closing(page.render(scale=scale)) as bitmap:
                picture = bitmap.to_pil()
                stream = io.BytesIO()
                # Pages have few colours; a quarter of the bytes suffices.
                picture.quantize(64).save(stream, "PNG")
    return stream.getvalue()


def properties(file: Path | bytes) -> list[str]:
    """Return the title, author and other properties that are not empty.

    Raises:
        BrokenError: it is damaged or protected with a password.
    """
    with closing(_open(file)) as pdf:
        return list(pdf.get_metadata_dict(skip_empty=True).values())


def title(file: Path) -> str:
    """Return the title that a PDF gives itself; empty if it gives none.

    Raises:
        BrokenError: it is damaged or protected with a password.
    """
    with closing(_open(file)) as pdf:
        return str(pdf.get_metadata_value("Title"))


def attachments(file: Path | bytes) -> list[tuple[str, bytes]]:
    """Return the names and contents of the files inside a PDF.

    Raises:
        BrokenError: it is damaged or protected with a password.
    """
    import pypdfium2  # noqa: PLC0415

    with closing(_open(file)) as pdf, _errors():
        found = []
        for index in range(pdf.count_attachments()):
            attachment = pdf.get_attachment(index)
            try:
                content = bytes(attachment.get_data())
            except pypdfium2.PdfiumError:
                content = b""
            found.append((attachment.get_name(), content))
        return found


@contextmanager
def _errors() -> Iterator[None]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    try:
        yield
    except PdfiumError as error:
        raise BrokenError(f"{type(error).__name__}: {error}") from None


def _pages(pdf: "PdfDocument", limit: int) -> Iterator["PdfPage"]:
    with _errors():
        for number in range(min(limit, len(pdf))):
            with closing(pdf[number]) as page:
                yield page


def _annotations(page: "PdfPage") -> Iterator[str]:
    from pypdfium2 import raw  # noqa: PLC0415

    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        texts = [_text_of(annotation, key) for key in _TEXT_KEYS]
        raw.FPDFPage_CloseAnnot(annotation)
        yield " ".join(filter(None, texts))


def _text_of(annotation: object, key: bytes) -> str:
    from pypdfium2 import raw  # noqa: PLC0415

    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _open(file: Path | bytes) -> "PdfDocument":
    # Loads slowly, and most commands open no PDF.
    import pypdfium2  # noqa: PLC0415

    try:
        # Not by its name: Windows would decode names that are not ASCII with its code page.
        pdf = pypdfium2.PdfDocument(file if isinstance(file, bytes) else file.read_bytes())
        # Reveals a broken page tree.
        pdf.get_page_size(0)
    except pypdfium2.PdfiumError as error:
        raise BrokenError(f"{type(error).__name__}: {error}") from None
    return pdf
