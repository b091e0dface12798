"""Which files may be published, by their names and by what is in them.

Only what is known to be harmless is allowed: what a server or a browser would run is an open list.
"""

import re
from enum import StrEnum
from pathlib import Path, PurePosixPath

from oit.data import documents

PAGES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""The endings of hand-written pages."""
ALLOWED = documents.ALLOWED | documents.ALSO_PUBLISHED | PAGES
"""The endings of all files that docs/ may hold."""

_OF_OWNER = frozenset({".js", ".mjs", ".css"})
"""The endings of files that are allowed if the site's settings name them."""
_RUN = frozenset(
    # Browsers run these, or show them as pages of the site,
    ".js .mjs .cjs .jsx .ts .wasm .htm .html .xhtml .xht .shtml .shtm .stm .svg .svgz .xml .xsl"
    " .xslt .rdf .mht .mhtml .hta .htc .swf .jar .class .webmanifest"
    # servers,
    " .phtml .pht .phar .inc .asp .aspx .ascx .ashx .asmx .asa .asax .cer .cdx .cshtml .config"
    " .jsp .jspx .jspf .jhtml .do .cgi .fcgi .pl .py .pyc .rb .lua .cfm .cfml .ini .conf .toml"
    # or the reader's machine.
    " .exe .com .bat .cmd .sh .bash .csh .ps1 .psm1 .vbs .vbe .jse .ws .wsf .wsh .wsc .scr .msi"
    " .msp .msix .appx .apk .xapk .ipa .app .dmg .pkg .deb .rpm .run .bin .dll .so .dylib .sys"
    " .lnk .url .desktop .scf .reg .pif .cpl .gadget .iso .img .vhd .chm .hlp .application"
    " .docm .dotm .xlsm .xltm .xlam .xll .pptm .potm .ppsm .sldm .mdb .accdb .ade .one".split()
)
_PHP = re.compile(r"\.php\d?s?")
_RUN_ANYWHERE = frozenset({".phtml", ".pht", ".phar", ".asp", ".aspx", ".asa", ".cer", ".jsp"})
"""Some servers run ``a.asp;.jpg`` and ``a.php.jpg`` by the ending in the middle."""
_SETTINGS = frozenset(
    "web.config app.config global.asax .htaccess .htpasswd .user.ini php.ini _redirects _headers"
    " _routes.json _worker.js _middleware.js cname netlify.toml vercel.json now.json"
    " staticwebapp.config.json wrangler.toml wrangler.json firebase.json crossdomain.xml"
    " clientaccesspolicy.xml _config.yml nginx.conf .nojekyll".split()
)
_START = re.compile(rb"<(?:[a-z!?%/]|$)")
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|script|iframe|object|embed)[\s>/]"
    rb"|(?:svg[\s>/]|\?php|\?=)[\t\n\r -~]{8})"
)
"""The short ones need readable text after them: a photograph of some MB has ``<?=`` by chance."""
_PROGRAMS = (b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"dex\n")
_TEXTS = frozenset({".csv", ".txt", ".json", ".rtf"})
_HEAD = 4096
_MOST_READ = 32_000_000


class Fault(StrEnum):
    """Why a file may not be published."""

    RUNS = "runs"
    SETTINGS = "settings"
    OTHER_TYPE = "other type"
    PAGE = "page"
    """Its content has a web page or a script."""
    PROGRAM = "program"
    """Its content is a program."""
    MACROS = "macros"
    """Its content has macros."""


def fault_of_name(name: PurePosixPath, settings: str = "") -> Fault | None:
    """Return why a file of this name may not be published; ``None`` if it may be.

    Args:
        name: the file's path below docs/.
        settings: the text of the site's settings, which may name scripts of the site's owner.
    """
    # Windows ignores dots and spaces at the end, and a stream's name after a colon.
    parts = [part.casefold().partition(":")[0].rstrip(". ") for part in name.parts]
    if any(part in _SETTINGS for part in parts):
        return Fault.SETTINGS
    suffixes = [f".{part.rstrip(' ')}" for part in re.split(r"[.;]", parts[-1])[1:]]
    ending = suffixes[-1] if suffixes else ""
    if ending in _OF_OWNER and _is_named(name, settings):
        return None
    inner = any(part in _RUN_ANYWHERE or _PHP.fullmatch(part) for part in suffixes)
    if ending in _RUN or inner:
        return Fault.RUNS
    # The name itself, not the name that Windows takes it for: other servers do not know the type.
    return None if name.suffix.lower() in ALLOWED else Fault.OTHER_TYPE


def fault_of_content(file: Path) -> Fault | None:
    """Return why the content of a file may not be published, whatever its name; else ``None``."""
    with file.open("rb") as stream:
        content = stream.read(_HEAD)
        head = _plain(content)
        is_windows = content.startswith(b"MZ") and b"\0" in content
        if is_windows or content.startswith(_PROGRAMS):
            return Fault.PROGRAM
        if _START.match(head):
            return Fault.PAGE
        kind = documents.content_type(file)
        if kind == "text" and file.suffix.lower() in _TEXTS:
            # Servers send text as text.
            return None
        if kind in documents.ZIPS:
            return Fault.MACROS if documents.has_macros(file) else None
        # PDF and old Office files may contain markup that only they run.
        if kind not in {"pdf", "office"}:
            content += stream.read(_MOST_READ)
    return Fault.PAGE if _MARKUP.search(content.lower()) else None


def _plain(head: bytes) -> bytes:
    """Return the beginning of a text in lower case, without byte order mark and blanks."""
    # UTF-16 has zeros between the letters.
    return head.replace(b"\0", b"").lstrip(b" \t\r\n\f\v\xef\xbb\xbf\xff\xfe").lower()


def _is_named(name: PurePosixPath, settings: str) -> bool:
    return re.search(rf"(?<![\w./-]){re.escape(name.as_posix())}(?![\w./-])", settings) is not None
