"""What a fetched file is by its contents, whatever its address says."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from oit.adopt.fetched import Fetched
from oit.adopt.trouble import NOT_THERE, Trouble, TroubleKind, trouble
from oit.data.documents import ALLOWED, ALSO_PUBLISHED, content_type
from oit.spreadsheets.encoding import encoding_of

HTML = "html"
_HEAD = 65536
"""Bytes in which a page says what it is."""
_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|frameset|meta|title)\b", re.IGNORECASE)
_PASSWORD = re.compile(rb"<input\b[^>]{0,500}\btype\s{0,5}=\s{0,5}[\"']?password", re.IGNORECASE)
_HEADING = re.compile(r"<(?:title|h1)\b[^>]{0,500}>([^<]{0,300})", re.IGNORECASE)
_SAYS_NOT_THERE = re.compile(
    r"\W*(?:error\s*|http\s*)?404(?!\s*/|\d)|[^<]*(?:ไม่พบ(?:หน้า|ไฟล์|เอกสาร)(?:ที่|นี้|เว็บ|\W|$)|"
    r"\b(?:page|file) not found\b)|\W*not found\W*$",
    re.IGNORECASE,
)
_OTHER_FILES = frozenset(
    ".7z .apk .avi .bmp .css .doc .docm .dwg .eot .epub .exe .gz .heic .ico .iso .js .m4a .m4v "
    ".mkv .mov .msi .ogg .pps .ppsx .psd .rar .rss .svg .tar .tif .tiff .ttf .wav .webm .wmv "
    ".woff .woff2 .xlsm .xml .zip".split()
)
"""The endings of what is no page, besides those that may be published."""


def type_of(path: Path) -> str:
    """Return the type of a file by its contents; nothing if it is not known."""
    found = content_type(path) or ""
    if found in {"", "text"}:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        # Every other byte of UTF-16 is zero here.
        if _PAGE.search(head.replace(b"\0", b"")):
            return HTML
    return found


def names_a_file(address: str) -> bool:
    """Tell whether an address ends like that of a file, so that it is no page."""
    return _ending(address) in ALLOWED | ALSO_PUBLISHED | _OTHER_FILES


def judged(fetched: Fetched) -> Fetched | Trouble:
    """Return a file, or why it is not what its address promised."""
    if not fetched.size:
        return trouble(fetched.address, TroubleKind.EMPTY)
    if fetched.content_type != HTML:
        return fetched
    with fetched.path.open("rb") as stream:
        head = stream.read(_HEAD)
    if _is_not_there(head):
        return trouble(fetched.address, TroubleKind.DEAD, NOT_THERE)
    if not any(_names_a_document(address) for address in (fetched.address, fetched.final)):
        return fetched
    is_login = _PASSWORD.search(head)
    return trouble(fetched.address, TroubleKind.LOGIN if is_login else TroubleKind.MISMATCH)


def _is_not_there(head: bytes) -> bool:
    """Tell whether a page says in its title that there is none, though its status does not."""
    # A letter may have been cut at the end.
    head = head[: head.rfind(b">") + 1]
    text = head.decode(encoding_of(head), "replace")
    return any(_SAYS_NOT_THERE.match(heading[1]) for heading in _HEADING.finditer(text))


def _names_a_document(address: str) -> bool:
    return _ending(address) in ALLOWED | ALSO_PUBLISHED


def _ending(address: str) -> str:
    return PurePosixPath(unquote(urlsplit(address).path)).suffix.lower()
