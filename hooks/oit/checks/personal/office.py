"""The parts of office files beside what readers see first: hidden values, notes, properties."""

import re
from collections.abc import Iterable, Iterator

from oit.checks.personal import markup
from oit.checks.personal.passage import (
    COMMENT,
    DRAWING,
    HIDDEN,
    MARGIN,
    NOTE,
    OTHER_FILE,
    PARAGRAPH,
    PIVOT,
    PROPERTIES,
    Passage,
    Unit,
    by_lines,
)
from oit.checks.personal.plain_text import decode

_PARAGRAPHS = re.compile(
    r"(?:word|ppt/(?:slides|notesSlides|slideMasters|slideLayouts)|Object [^/]+)/[^/]+\.xml"
    r"|(?:content|styles)\.xml"
)
_SHEETS = re.compile(r"xl/(?:work|chart|dialog|macro)sheets/[^/]+\.xml")
_CELLS = re.compile(r"xl/sharedStrings\.xml|content\.xml")
_BODY = re.compile(r"word/document\.xml|content\.xml|ppt/slides/[^/]+\.xml")
_UNITS: list[tuple[str, Unit]] = [
    (r"docProps/|meta\.xml|customXml/|xl/(?:workbook|persons/.*)\.?", PROPERTIES),
    (r"xl/pivot(?:Cache|Tables)/", PIVOT),
    (r"xl/externalLinks/|xl/(?:connections|queryTables/)", OTHER_FILE),
    (r".*[cC]omments?", COMMENT),
    (r"word/(?:header|footer)|styles\.xml|xl/worksheets/", MARGIN),
    (r"word/(?:footnotes|endnotes)|ppt/notesSlides/", NOTE),
    (r".*/(?:drawings|charts|chartsheets|diagrams)/", DRAWING),
]
_NO_TEXT = re.compile(
    r".*\.(?:emf|wmf|ttf|odttf|fntdata|otf|woff2?)|.*/printerSettings/.*|mimetype"
    r"|\[Content_Types\]\.xml|.*/theme/.*|.*/calcChain\.xml|manifest\.rdf|META-INF/.*"
    r"|Thumbnails/.*|layout-cache|Configurations2/.*",
    re.IGNORECASE,
)
"""Parts of the format itself, fonts and drawn pictures."""


def unit_of(part: str) -> Unit:
    """Say for readers in what part of an office file a text is."""
    if is_body(part):
        return PARAGRAPH
    return next((unit for pattern, unit in _UNITS if re.match(pattern, part)), HIDDEN)


def has_text(part: str) -> bool:
    """Tell whether a part may contain something of the author's."""
    return not _NO_TEXT.fullmatch(part)


def is_body(part: str) -> bool:
    """Tell whether a part is what readers see first."""
    return _BODY.fullmatch(part) is not None


def is_xml(content: bytes) -> bool:
    """Tell whether a part is XML."""
    return (decode(content[:100]) or "").lstrip().startswith("<")


def part_passages(part: str, content: bytes, cells: frozenset[str]) -> Iterator[Passage]:
    """Yield the text of a part that is XML.

    Args:
        part: its name.
        content: its bytes.
        cells: the texts of a workbook's cells, which are searched with their columns.
    """
    xml = decode(content) or ""
    unit = unit_of(part)
    if _CELLS.fullmatch(part) and cells:
        yield from by_lines(HIDDEN, _unknown(_shared(part, xml), cells))
    elif _SHEETS.fullmatch(part):
        yield from by_lines(unit, markup.beside_cells(xml).split("\n"))
    elif _PARAGRAPHS.fullmatch(part):
        yield from by_lines(unit, markup.paragraphs(xml))
        yield from by_lines(HIDDEN, markup.attribute_texts(xml))
    elif part.endswith(".rels"):
        yield from by_lines(HIDDEN, markup.attribute_texts(xml))
    else:
        yield from by_lines(unit, markup.texts(xml).split("\n"))


def _shared(part: str, xml: str) -> Iterable[str]:
    if part == "content.xml":
        return [*markup.paragraphs(xml), *markup.attribute_texts(xml)]
    return (markup.texts(entry).replace("\t", "") for entry in xml.split("</si>"))


def _unknown(texts: Iterable[str], cells: frozenset[str]) -> list[str]:
    """Return the texts that are in no cell: notes, shapes, leftovers of what was deleted."""
    return [text for text in texts if text.strip() and text.strip() not in cells]
