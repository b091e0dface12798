"""From the bytes of a web page to its tree, and what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from urllib.parse import urljoin

from lxml import html

from oit.adopt.markup import unclosed_tags, with_links_closed
from oit.adopt.targets import LINKING, aimless, target_of
from oit.adopt.trouble import Trouble, TroubleKind, trouble, without_addresses
from oit.spreadsheets.encoding import encoding_of

_MARK = "\ufeff"
_NOT_PAGES = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"Rar!",
    b"\x1f\x8b", b"{\\rtf",
)  # fmt: skip
_TAG = re.compile(
    r"<\s*(?:!doctype|html|head|body|a|p|div|table|ul|ol|h[1-6]|frameset|span)\b", re.IGNORECASE
)
# libxml2 reads these from the page, and would decode the text again.
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_MIME = re.compile(rb"\A(?:[A-Za-z-]{2,40}:[^\n]{0,500}\n[ \t]?){1,30}", re.DOTALL)
_SCRIPTED = re.compile(r"\b(?:root|app|__next|__nuxt|app-root|q-app|gatsby)\b", re.IGNORECASE)
_FEW_LETTERS = 200
"""A page with less text than this, without links and with scripts, is made by its scripts."""


@dataclass(frozen=True)
class Page:
    """A page as it was read."""

    address: str
    """The address that the page was read from, or the path of the saved file."""
    root: html.HtmlElement | None
    """The tree; ``None`` if it is not a page."""
    base: str = ""
    """What relative links are relative to."""
    frames: tuple[str, ...] = ()
    """The addresses of its frames, which are pages of their own."""
    unclosed: frozenset[str] = frozenset()
    """The tags that it does not always close, so that what they begin seems to go on."""
    had_open_links: bool = False
    """Whether links were closed where their line ends, so that they may have too much text."""
    troubles: tuple[Trouble, ...] = ()


def read_page(contents: bytes, address: str, charset: str = "") -> Page:
    """Read a page.

    What a page or a server says of its encoding is often wrong, and Thai text tells by itself.

    Args:
        contents: the bytes of the page.
        address: its address, or the path of a saved file.
        charset: what the server said, which counts only if the bytes do not tell.
    """
    contents = _of_mime(contents)
    if contents.lstrip()[:8].startswith(_NOT_PAGES):
        return _not_a_page(address)
    text = _decode(contents, charset)
    if not _TAG.search(text):
        return _not_a_page(address)
    closed = with_links_closed(text)
    # The deepest that libxml2 reads at all; what lies deeper it drops with a note in its log.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = html.document_fromstring(closed.encode(), parser=parser)
    except (html.etree.ParserError, html.etree.XMLSyntaxError):
        return _not_a_page(address)
    base = _base(root, address)
    frames = tuple(joined(base, source) for source in _frames(root))
    troubles = tuple(_troubles(root, parser, address, frames))
    unclosed = unclosed_tags(closed)
    return Page(address, root, base, frames, unclosed, closed != text, troubles)


def _not_a_page(address: str) -> Page:
    return Page(address, None, troubles=(trouble(address, TroubleKind.NOT_A_PAGE),))


def _decode(contents: bytes, charset: str) -> str:
    encoding = encoding_of(contents)
    if encoding == "cp874" and charset and not _is_thai(contents.decode("cp874", "replace")):
        try:
            text = contents.decode(charset)
        except (LookupError, UnicodeDecodeError):
            text = contents.decode(encoding, "replace")
    else:
        text = contents.decode(encoding, "replace")
    text = _XML_DECLARATION.sub("", text.lstrip(_MARK))
    return readable(text)


def readable(text: str) -> str:
    """Drop characters that are in no text: control characters and halves of surrogate pairs."""
    return _UNREADABLE.sub("", text)


def _is_thai(text: str) -> bool:
    """Tell whether the letters beyond ASCII are mostly those of Thai."""
    others = [letter for letter in text if not letter.isascii()]
    return 2 * sum("ก" <= letter <= "๛" for letter in others) > len(others)


def _of_mime(contents: bytes) -> bytes:
    """Return the page of a file that a browser saved with its pictures (MHTML)."""
    if not _MIME.match(contents) or b"mime-version:" not in contents[:4000].lower():
        return contents
    try:
        # The newer policies parse every header, and fail on some that are wrong.
        message = message_from_bytes(contents, policy=policy.compat32)
    except RecursionError:  # parts in parts
        return b""
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else contents
    return contents


def _base(root: html.HtmlElement, address: str) -> str:
    for element in root.iter("base"):
        if href := element.get("href", "").strip():
            return joined(address, href)
    return address


def joined(base: str, href: str) -> str:
    """Return the absolute address of a link; the base if the link is none."""
    try:
        return urljoin(base, href)
    except ValueError:
        return base


def _frames(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter("frame", "iframe"):
        source = element.get("src", "").strip()
        if source and not source.lower().startswith(("about:", "javascript:", "data:")):
            yield source


def _troubles(
    root: html.HtmlElement, parser: html.HTMLParser, address: str, frames: tuple[str, ...]
) -> Iterator[Trouble]:
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        yield trouble(address, TroubleKind.TOO_DEEP)
        return
    if frames or any(map(target_of, root.iter(*LINKING))):
        return
    if _is_scripted(root):
        yield trouble(address, TroubleKind.JAVASCRIPT)
    elif starts := aimless(root.iter("a", "area", "button")):
        yield trouble(address, TroubleKind.NO_ADDRESSES, without_addresses(starts))
    else:
        yield trouble(address, TroubleKind.NO_LINKS)


def _is_scripted(root: html.HtmlElement) -> bool:
    if root.find(".//script") is None:
        return False
    if any(_SCRIPTED.search(element.get("id", "")) for element in root.iter("div", "app-root")):
        return True
    letters = 0
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in {"script", "style", "noscript"}:
            letters += len((element.text or "").strip())
        letters += len((element.tail or "").strip())
    return letters < _FEW_LETTERS
