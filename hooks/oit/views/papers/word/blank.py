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
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

from oit.views.papers.widths import BULLET

TITLE, AGENCY, HEAD, DAY = "@title@", "@agency@", "@head@", "2000-01-01"
"""The tokens: the file's properties, the running head, the day."""

FONT = "TH SarabunPSK"
"""The typeface of Thai official letters (Cabinet resolution of 7 September 2010)."""

# Size in points, following official letters, and whether bold.
_STYLES = {
    "Normal": (16, False),
    "Title": (20, True),
    "Heading 1": (18, True),
    "Heading 2": (16, True),
    "Caption": (14, True),
    "Gap": (4, False),
    "End": (1, False),
    "List": (16, False),
    "Table": (14, False),
    "Table Head": (14, True),
    "Table List": (14, False),
    "Header": (11, False),
    "Footer": (12, False),
}
_LISTS = {"List": 20, "Table List": BULLET}
"""The styles of lists, with their indents in points."""
_LANGUAGES = {"val": "en-US", "eastAsia": "th-TH", "bidi": "th-TH"}
"""Word breaks lines by the Thai dictionary only in Thai, which it counts as a complex script."""
# Word's own template has lists of lower numbers.
_FIRST_LIST = 100
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2)


@cache
def blank(*, landscape: bool, thai_numerals: bool, has_cover: bool) -> dict[str, bytes]:
    """Return the parts of a blank document by name."""
    document = docx.Document()
    _set_page(document, landscape=landscape, has_cover=has_cover)
    _set_styles(document)
    _set_running_head(document, thai_numerals=thai_numerals)
    core = document.core_properties
    core.title, core.author, core.language = TITLE, AGENCY, "th-TH"
    core.created = core.modified = datetime.fromisoformat(DAY).replace(tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _set_page(document: Document, *, landscape: bool, has_cover: bool) -> None:
    section = document.sections[0]
    width, height = _A4[::-1] if landscape else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    # A cover has no running head and no page number.
    section.different_first_page_header_footer = has_cover


def _set_styles(document: Document) -> None:
    styles = document.styles
    for name, (size, bold) in _STYLES.items():
        exists = name in styles
        style = styles[name] if exists else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _set_font(style, size, bold=bold)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1
    for name in ("Heading 1", "Heading 2", "Caption"):
        styles[name].paragraph_format.space_before = Pt(8)
        styles[name].paragraph_format.keep_with_next = True
    styles["Header"].paragraph_format.space_after = Pt(6)
    # Word wants a paragraph after every table; that after the signatures must not need a page.
    styles["End"].paragraph_format.line_spacing = Pt(1)
    # The line below the titles of Word's own template.
    for line in styles["Title"].element.pPr.findall(qn("w:pBdr")):
        line.getparent().remove(line)
    for name, indent in _LISTS.items():
        _add_bullets(document, styles[name], indent)
    for languages in styles.element.iter(qn("w:lang")):
        for script, language in _LANGUAGES.items():
            languages.set(qn(f"w:{script}"), language)


def _add_bullets(document: Document, style: BaseStyle, indent: int) -> None:
    """Make a style a list of bullets."""
    numbering = document.part.numbering_part.element
    number = _FIRST_LIST + list(_LISTS).index(style.name)
    kind = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        f'<w:pPr><w:ind w:left="{20 * indent}" w:hanging="{20 * indent}"/></w:pPr>'
        f"</w:lvl></w:abstractNum>"
    )
    # Every kind comes before the first list.
    numbering.insert(0, kind)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
    )
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number


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
    numerals = r" \* THAIARABIC" if thai_numerals else ""
    for text, code in (("หน้า ", "PAGE"), (" จาก ", "NUMPAGES")):
        foot.add_run(text)
        _add_field(foot, f"{code}{numerals}")


def _add_field(line: Paragraph, code: str) -> None:
    """Add a number of pages, which Word fills in."""
    run = line.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)
