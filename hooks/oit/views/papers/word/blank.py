"""The blank Word document of a paper: its page size, styles and running head.

python-docx makes it once for each kind of page; tokens mark what differs between papers.
"""

import io
import zipfile
from datetime import UTC, datetime
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

TITLE, AGENCY, HEAD, DAY = "@title@", "@agency@", "@head@", "2000-01-01"
"""The tokens: the file's properties, the running head, the day."""

FONT = "TH SarabunPSK"
"""The typeface of Thai official letters (Cabinet resolution of 7 September 2010)."""

# Size in points, following official letters, and whether bold.
_STYLES = {
    "Normal": (16, False),
    "Title": (20, True),
    "Heading 1": (18, True),
    "Caption": (14, True),
    "Table": (14, False),
    "Table Head": (14, True),
    "Header": (12, False),
    "Footer": (12, False),
}
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2)


@cache
def blank(*, landscape: bool, thai_numerals: bool) -> tuple[dict[str, bytes], int]:
    """Return the parts of a blank document by name, and its text width in 1/20 points."""
    document = docx.Document()
    width = _set_page(document, landscape=landscape)
    _set_styles(document)
    _set_running_head(document, thai_numerals=thai_numerals)
    core = document.core_properties
    core.title, core.author, core.language = TITLE, AGENCY, "th-TH"
    core.created = core.modified = datetime.fromisoformat(DAY).replace(tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}, width


def _set_page(document: Document, *, landscape: bool) -> int:
    section = document.sections[0]
    width, height = _A4[::-1] if landscape else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    return round(20 * (width - 2 * _MARGIN) / Pt(1))


def _set_styles(document: Document) -> None:
    styles = document.styles
    for name, (size, bold) in _STYLES.items():
        exists = name in styles
        style = styles[name] if exists else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _set_font(style, size, bold=bold)
        style.paragraph_format.space_after = Pt(0)
    for name in ("Heading 1", "Caption"):
        styles[name].paragraph_format.space_before = Pt(8)
        styles[name].paragraph_format.keep_with_next = True


def _set_font(style: BaseStyle, size: int, *, bold: bool) -> None:
    """Set typeface, size and weight for Latin and for Thai, which Word keeps apart."""
    properties: Any = style.element.get_or_add_rPr()
    properties.clear()
    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    for name in ("w:b", "w:bCs") if bold else ():
        properties.append(OxmlElement(name))
    for name in ("w:sz", "w:szCs"):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(2 * size))
        properties.append(element)


def _set_running_head(document: Document, *, thai_numerals: bool) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].add_run(HEAD)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("หน้า ")
    _add_page_number(foot, r"PAGE \* THAIARABIC" if thai_numerals else "PAGE")


def _add_page_number(line: Paragraph, code: str) -> None:
    """Add a field for the page number, which Word fills in."""
    run = line.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)
