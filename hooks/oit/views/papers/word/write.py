"""Write a paper as a Word file."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape

from oit import jinja
from oit.forms.ita import Evidence
from oit.thai import money, writing
from oit.thai.identity_search import mask_found
from oit.views.papers.paper import Paper, Value, text_of
from oit.views.papers.widths import LANDSCAPE, PORTRAIT
from oit.views.papers.word import blank
from oit.views.papers.word.layout import lay_out

TEMPLATES = Path(__file__).parents[3] / "templates" / "word"

# XML 1.0, section 2.2; line ends and tabs are replaced separately.
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LAYOUT = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*")
_MAX_PROPERTY_LENGTH = 255
# Word counts in twentieths of a point.
_TWENTIETHS = 20
# A fixed time for each part of the archive, so that the same data gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def write_word(paper: Paper, day: date, numerals: str | None = None) -> bytes:
    """Write a paper as DOCX; the same paper of the same day gives the same bytes.

    Args:
        paper: the paper.
        day: the day in the file's properties.
        numerals: ``thai`` for ๑ ๒ ๓.
    """
    thai_numerals = numerals == "thai"
    has_cover = bool(paper.cover)
    parts = blank.blank(landscape=paper.landscape, thai_numerals=thai_numerals, has_cover=has_cover)
    laid = list(lay_out(paper.blocks, LANDSCAPE if paper.landscape else PORTRAIT))
    body = _templates(thai_numerals).get_template("blocks.xml").render(paper=paper, laid=laid)
    tokens = {
        blank.TITLE: _plain(paper.title)[:_MAX_PROPERTY_LENGTH],
        blank.AGENCY: _plain(paper.subtitle)[:_MAX_PROPERTY_LENGTH],
        blank.HEAD: _display(paper.running_head, thai_numerals=thai_numerals),
        blank.DAY: day.isoformat(),
    }
    filled = {
        "word/document.xml": _with_body(parts["word/document.xml"], body.encode()),
        "word/header1.xml": _fill(parts["word/header1.xml"], tokens),
        "docProps/core.xml": _fill(parts["docProps/core.xml"], tokens),
    }
    return _pack({**parts, **filled})


@cache
def _templates(thai_numerals: bool) -> Environment:
    engine = jinja.environment(TEMPLATES, trim=False, compiled=True)
    engine.filters["display"] = partial(_display, thai_numerals=thai_numerals)
    engine.filters["twentieths"] = lambda width: round(_TWENTIETHS * width)
    engine.tests["number"] = money.is_number
    engine.tests["list"] = lambda value: isinstance(value, list)
    return engine


def _display(value: Value | Evidence, *, thai_numerals: bool) -> str:
    """Format a value like the site does, without characters that XML does not allow."""
    plain = _plain(text_of(value))
    return writing.thai_digits(plain) if thai_numerals else plain


def _plain(text: str) -> str:
    """Return a text on one line, without national ids and characters that XML does not allow."""
    return mask_found(_LAYOUT.sub(" ", _NOT_IN_XML.sub("", text)))


def _with_body(document: bytes, body: bytes) -> bytes:
    """Insert the body before the page settings at the end of the document."""
    before, settings, after = document.rpartition(b"<w:sectPr")
    return before + body + settings + after


def _fill(part: bytes, tokens: Mapping[str, str]) -> bytes:
    for token, text in tokens.items():
        part = part.replace(token.encode(), str(escape(text)).encode())
    return part


def _pack(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()
