"""Write a paper on its blank sheet."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import escape

from oit.forms.ita import Evidence
from oit.thai import dates, money, writing
from oit.views.papers.paper import Paper, Value
from oit.views.papers.word import blank

TEMPLATES = Path(__file__).parents[3] / "templates" / "word"

# XML 1.0, section 2.2; lines and tabs are for the page to lay out.
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LAYOUT = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*")
_LONGEST_PROPERTY = 255
# An archive holds the time of each part; the same data is to give the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def write_word(paper: Paper, day: date, numerals: str | None = None) -> bytes:
    """Write a paper as DOCX; the same paper of the same day gives the same bytes.

    Args:
        paper: the paper.
        day: the day that the file's properties give.
        numerals: ``thai`` for ๑ ๒ ๓.
    """
    thai_numerals = numerals == "thai"
    parts, width = blank.blank(landscape=paper.landscape, thai_numerals=thai_numerals)
    body = _templates(width, thai_numerals).get_template("blocks.xml").render(paper=paper)
    tokens = {
        blank.TITLE: _plain(paper.title)[:_LONGEST_PROPERTY],
        blank.AGENCY: _plain(paper.subtitle)[:_LONGEST_PROPERTY],
        blank.HEAD: _said(paper.running_head, thai_numerals=thai_numerals),
        blank.DAY: day.isoformat(),
    }
    written = {
        "word/document.xml": _before_sheet(parts["word/document.xml"], body.encode()),
        "word/header1.xml": _filled(parts["word/header1.xml"], tokens),
        "docProps/core.xml": _filled(parts["docProps/core.xml"], tokens),
    }
    return _packed({**parts, **written})


@cache
def _templates(width: int, thai_numerals: bool) -> Environment:
    engine = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=FileSystemBytecodeCache(),
    )
    engine.filters["said"] = partial(_said, thai_numerals=thai_numerals)
    engine.filters["widths"] = lambda shares: [width * share // sum(shares) for share in shares]
    engine.filters["mark"] = lambda active: "●" if active else ""
    engine.tests["number"] = money.is_number
    engine.tests["list"] = lambda value: isinstance(value, list)
    return engine


def _said(value: Value | Evidence, *, thai_numerals: bool) -> str:
    """Write a value as the site does, without what XML may not hold."""
    match value:
        case None | "":
            said = ""
        case Evidence():
            said = value.title
        case str():
            said = value
        case date():
            said = dates.format_date(value)
        case _:
            said = money.format_number(value)
    plain = _plain(said)
    return writing.thai_digits(plain) if thai_numerals else plain


def _plain(text: str) -> str:
    """Return a text without what XML may not hold, in one line as the site shows it."""
    return _LAYOUT.sub(" ", _NOT_IN_XML.sub("", text))


def _before_sheet(document: bytes, body: bytes) -> bytes:
    """Put the body before the settings of the sheet, with which a document ends."""
    before, settings, after = document.rpartition(b"<w:sectPr")
    return before + body + settings + after


def _filled(part: bytes, tokens: Mapping[str, str]) -> bytes:
    for token, text in tokens.items():
        part = part.replace(token.encode(), str(escape(text)).encode())
    return part


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()
