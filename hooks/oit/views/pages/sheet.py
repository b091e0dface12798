"""The style sheets of the running heads and page numbers, which differ from site to site.

They are files because the site's policy forbids inline styles. The rest of the print style is
in the theme's style sheet.
"""

from oit.thai import writing

PATH = "oit/print.css"


def site_sheet(agency: str, *, thai_numerals: bool = False) -> bytes:
    """Render the sheet of every page: the agency, the page's title, and the page numbers.

    The theme's script copies the title to the root element, from which margin boxes inherit.
    """
    style = "thai" if thai_numerals else "decimal"
    return _page(
        f"@top-left {{ content: {_quoted(agency, thai_numerals)}; }}",
        "@top-right { content: attr(data-title); }",
        f'@bottom-right {{ content: "หน้า " counter(page, {style}) " จาก " '
        f"counter(pages, {style}); }}",
    )


def paper_sheet(running_head: str, *, thai_numerals: bool = False) -> bytes:
    """Render the sheet of a paper, whose running head replaces that of the site."""
    content = _quoted(running_head, thai_numerals)
    return _page(
        f"@top-left {{ content: {content}; font-size: 8pt; width: 100%; }}",
        "@top-right { content: none; }",
    )


def _page(*boxes: str) -> bytes:
    rules = "".join(f"  {box}\n" for box in boxes)
    return f'@charset "utf-8";\n@page {{\n{rules}}}\n'.encode()


def _quoted(text: str, thai_numerals: bool) -> str:
    """Quote a text as a CSS string, escaping whatever could end it."""
    shown = writing.thai_digits(text) if thai_numerals else text
    escaped = (c if c.isalnum() or c == " " or ord(c) > 0xA0 else f"\\{ord(c):x} " for c in shown)
    return f'"{"".join(escaped)}"'
