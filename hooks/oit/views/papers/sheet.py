"""The style sheet of a paper: its running head and the page numbers."""

from oit.thai import writing
from oit.views.papers.paper import Paper


def sheet(paper: Paper, *, thai_numerals: bool = False) -> bytes:
    """Render the style sheet as a file: the site's policy forbids inline styles."""
    style = "thai" if thai_numerals else "decimal"
    head = paper.running_head
    head = _quoted(writing.thai_digits(head) if thai_numerals else head)
    return (
        '@charset "utf-8";\n'
        "@page {\n"
        f"  @top-left {{ content: {head}; font-size: 9pt; text-align: left; width: 100%; }}\n"
        f'  @bottom-right {{ content: "หน้า " counter(page, {style}) " จาก " '
        f"counter(pages, {style}); font-size: 9pt; }}\n"
        "}\n"
    ).encode()


def _quoted(text: str) -> str:
    """Quote a text as a CSS string, escaping whatever could end it."""
    escaped = (c if c.isalnum() or c == " " or ord(c) > 0xA0 else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(escaped)}"'
