"""The text of XML, web pages and rich text, as their readers or their programs show it.

Every pattern takes linear time: a tag ends before the next one begins.
"""

import html
import re

_TAG = re.compile(r"<[^<>]*>")
_NAMED_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")
_ENDS = re.compile(r"</(?:w|text|a):(?:p|h)>|<(?:w|text|a):(?:br|cr|line-break)\b[^<>]*>")
_GAPS = re.compile(r"<(?:w|text):tab\b[^<>]*>|<text:s\b[^<>]*>|</wp\d*:\w+>")
# The values of these are text; those of others are sizes, colours and references.
_ATTRIBUTE = re.compile(
    r"""\s(?:\w+:)?(?:v|u|title|descr|alt|name|display|displayName|tooltip|target|href|content
    |value|string-value|placeholder|summary|label|aria-label|author|uniqueName|caption|prompt
    |promptTitle|error|errorTitle|command|description|condition|help|tag|val)
    \s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""",
    re.VERBOSE | re.IGNORECASE,
)
# Between these, the letters of one word may be divided.
_INLINE = re.compile(
    r"</?(?:\w+:)?(?:r|t|rPr|delText|ins|del|span|a|b|i|u|s|em|strong|font|small|big|sup|sub|mark"
    r"|code|sz|color|rFont|family|charset|scheme|solidFill|schemeClr|srgbClr|latin|ea|cs|ln"
    r"|lang|noProof|proofErr|bookmarkStart|bookmarkEnd|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_SHEET_DATA = re.compile(r"<(/?)(?:\w+:)?sheetData\b[^<>]*>")
_FORMULA = re.compile(r"<(?:\w+:)?f\b[^<>]*>([^<>]*)</")


def paragraphs(xml: str) -> list[str]:
    """Extract the paragraphs; words of one join even if tags separate their letters."""
    joined = _GAPS.sub(" ", _ENDS.sub("\n", xml.replace("\r", "").replace("\n", " ")))
    return html.unescape(_TAG.sub("", joined)).split("\n")


def texts(markup: str) -> str:
    """Extract the texts of all elements and attributes, each line where it was."""
    plain = markup.replace("<!--", "\t").replace("-->", "\t").replace("<![CDATA[", "\t")
    return html.unescape(_NAMED_TAG.sub(_shown, plain))


def _shown(tag: re.Match[str]) -> str:
    """Return what stands in place of a tag: the text of its attributes, and its lines."""
    lines = "\n" * tag[0].count("\n")
    values = "\t".join(first or second for first, second in _ATTRIBUTE.findall(tag[0]))
    if values:
        return f"\t{values}\t{lines}"
    return lines if _INLINE.fullmatch(tag[0]) else f"\t{lines}"


def attribute_texts(xml: str) -> list[str]:
    """Extract the texts of attributes: titles, descriptions, addresses of links."""
    return [html.unescape(first or second) for first, second in _ATTRIBUTE.findall(xml)]


def beside_cells(xml: str) -> str:
    """Extract the texts of a sheet of Excel outside its cells, and of its formulas."""
    parts: list[str] = []
    end = 0
    is_inside = False
    for tag in _SHEET_DATA.finditer(xml):
        part = xml[end : tag.start()]
        parts += _FORMULA.findall(part) if is_inside else [texts(part)]
        end, is_inside = tag.end(), not tag[1] and not tag[0].endswith("/>")
    return "\n".join([*parts, texts(xml[end:])])


_RTF = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?\??|\\([a-z]{1,32})-?\d{0,10} ?|\\([^a-z'])|[{}\r\n]"
)
_RTF_GAPS = {b"par", b"line", b"cell", b"row", b"tab", b"page", b"sect"}


def rich_text(data: bytes) -> str:
    """Extract the text of a file in Rich Text Format."""

    def replace(control: re.Match[bytes]) -> bytes:
        if control[1]:
            return bytes.fromhex(control[1].decode()).decode("cp874", "replace").encode()
        if control[2]:
            return chr(int(control[2]) % 0x10000).encode("utf-8", "replace")
        if control[3]:
            return b"\n" if control[3] in _RTF_GAPS else b""
        return {b"~": b" ", b"_": b"-", b"\\": b"\\"}.get(control[4] or b"", b"")

    return _RTF.sub(replace, data).decode("utf-8", "replace")
