"""What a generator needs besides the pages: the menu, the search index, the theme's filters.

It knows no generator: the MkDocs adapter calls it, and adapters for others may do so.
"""

import atexit
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache

from oit.assess import submitted
from oit.assess.assessment import errors_in
from oit.assess.examine import examine_all
from oit.assess.unchanged import unchanged
from oit.collector import paused, settle
from oit.contents import Contents
from oit.data.folder import DataFolder
from oit.findings.codes import address_taken
from oit.findings.finding import Finding, Place, Severity
from oit.forms.agency import Agency
from oit.ita.cycle import turns_newest_first
from oit.publish import search
from oit.publish.markup import trimmed, valid
from oit.remember import with_known_parts
from oit.thai.telephone import dial_number
from oit.views.changes.history import changes_of
from oit.views.pages import feed, icons, robots, shades
from oit.views.pages.font import FONTS, SHEET, font_files
from oit.views.pages.hosting.settings import HOSTING_FILES
from oit.views.pages.item import contact_page
from oit.views.pages.item_list import groups
from oit.views.pages.line_breaks import keep_words
from oit.views.pages.page import first_paragraph, plain
from oit.views.pages.site import Site, make_site
from oit.views.pages.years import YEARS_URL

STAFF = "staff/"
"""The folder of the pages that only the staff may see."""
# The theme's own search worker, and the word lists of 30 languages that only it uses.
_UNWANTED = ("assets/javascripts/workers/", "assets/javascripts/lunr/")
_THEME_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
_OWN_WORKER = "assets/oit-search.js"
_CONTENTS = "<!--contents-->"
"""Stands for the contents of a page in the theme's markup."""
_BEGINNING = 200
"""So many characters of the contents are nowhere else in a page."""
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

Menu = list[str | dict[str, "str | Menu"]]


class UnusableError(Exception):
    """The site cannot be made; the message says why."""


class UnusableDataError(UnusableError):
    """The data has errors; the message lists them as ``oit check`` does."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(finding.text() for finding in findings))
        self.findings = findings


class UnusableSettingsError(UnusableError):
    """The settings of the generator would break the site; the message says which."""


def check_addresses(use_directory_urls: bool) -> None:
    """Make sure that the pages get their permanent addresses.

    Raises:
        UnusableSettingsError: they would get others.
    """
    if not use_directory_urls:
        raise UnusableSettingsError(
            "mkdocs.yml: ลบ use_directory_urls: false เพราะที่อยู่ถาวร เช่น /oit/2569/o7/"
            " ที่ตอบในแบบวัดไปแล้วจะเปิดไม่ได้\n"
            "mkdocs.yml: remove use_directory_urls: false; it would break the permanent"
            " addresses, such as /oit/2569/o7/"
        )


@dataclass
class Publication:
    """One build of the site."""

    folder: DataFolder
    site: Site
    hand_written: list[search.Entry] = field(default_factory=list)
    """The search entries of pages that the program did not make."""

    @property
    def agency(self) -> Agency:
        """The agency that publishes the site."""
        return self.site.assessments[0].agency

    @property
    def docs(self) -> Path:
        """The folder of hand-written pages, or an empty folder if there is none."""
        if self.folder.docs.is_dir():
            return self.folder.docs
        return _no_docs()

    @property
    def name(self) -> str:
        """The site's name."""
        return plain(self.agency.name)

    @property
    def style_sheets(self) -> list[str]:
        """The style sheets of every page, besides the theme's."""
        own = (path for path in (SHEET, shades.PATH) if path in self.site.files)
        return ["assets/oit.css", *own]

    @property
    def description(self) -> str:
        """The site's description."""
        return plain(self.site.pages["index.md"].description)

    def settings(self, address: str | None, extra: Mapping[str, Any]) -> dict[str, Any]:
        """Return the settings of the generator that follow from the data.

        An address that the site already has, such as that of a server, is kept.
        """
        return {
            "docs_dir": str(self.docs),
            "site_name": self.name,
            "site_description": self.description,
            "site_url": address or self.agency.site_url,
            "extra": {**extra, "oit": self.head},
        }

    def title(self, path: str) -> str | None:
        """Return the title of a page in the menu; ``None`` if the program did not make it."""
        page = self.site.pages.get(path)
        return None if page is None else plain(page.title)

    def last_changed(self, path: str) -> str:
        """Return the day a page was last changed according to its data, or else the home page.

        If no data carries a day it is that of the build, which the site map does not tell.
        """
        page, home = self.site.pages.get(path), self.site.pages["index.md"]
        day = (page and page.updated) or home.updated or self.site.assessments[0].today
        return day.isoformat()

    @property
    def head(self) -> dict[str, bool]:
        """What the theme says in the head of every page."""
        return {
            "feed": feed.PATH in self.site.files,
            "noindex": any(page.url.startswith(STAFF) for page in self.site.pages.values()),
        }

    def prepare_theme(self, env: Environment) -> None:
        """Give the theme's templates our filters, and where to go if a search finds nothing."""
        env.filters.update(THEME_FILTERS)
        # Compiling the theme's templates takes a large part of a small site's build time.
        env.bytecode_cache = FileSystemBytecodeCache()
        env.optimized = False
        env.globals.update(self.globals)

    @property
    def globals(self) -> dict[str, Any]:
        """What the theme's templates know besides the settings."""
        newest, phone = self.site.assessments[0], self.agency.phone or ""
        return {
            "has_days": self.site.pages["index.md"].updated is not None,
            "nothing_found": {
                "list": f"oit/{newest.year}/",
                "contact": contact_page(newest),
                "phone": phone,
                "dial": dial_number(phone),
            },
        }

    def sources(self) -> Iterator[tuple[str, str | Contents, bool]]:
        """Yield what the generator must read: path, contents, and whether it is a page.

        It reads the heads of the pages only: their contents are inserted later.
        """
        for path, page in self.site.pages.items():
            yield path, page.markdown(with_body=False), True
        for path, content in self.site.files.items():
            yield path, content, False

    def addresses_taken(self) -> list[Finding]:
        """Report files of docs/ that would have the address of a generated page or file."""
        generated = {f"{page.url}index.html" for page in self.site.pages.values()}
        generated |= self.site.files.keys()
        own = sorted(path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*"))
        return [
            address_taken.CODE.at(
                Place(f"docs/{path}"), address=f"/{_address(path).removesuffix('index.html')}"
            )
            for path in own
            if _address(path) in generated or Path(path).name in HOSTING_FILES
        ]

    def menu(self, own: list[str]) -> Menu:
        """Build the menu: home, the newest year's items, other years, hand-written pages."""
        newest = self.site.assessments[0]
        items: Menu = [f"oit/{newest.year}/index.md"]
        for number, title, results in groups(newest):
            pages = [self.site.pages[f"{result.url.rstrip('/')}.md"] for result in results]
            entries: Menu = [{plain(page.title): page.path} for page in pages]
            items.append({plain(f"ตัวชี้วัดที่ {number} {title}"): entries})
        public = f"ข้อมูลสาธารณะ ({newest.checklist.word}) {newest.year}"
        menu: Menu = [{"หน้าแรก": "index.md"}, {public: items}]
        cycle = next(iter(turns_newest_first(year.cycle for year in self.site.assessments)), None)
        if cycle:
            folder = f"ita/{cycle.year}/"
            papers = [page for page in self.site.pages.values() if page.url.startswith(folder)]
            menu.append({f"การประเมิน ITA {cycle.year}": [page.path for page in papers]})
        menu.append({"ข้อมูลเปิด": ["data/index.md", "api/index.md"]})
        years = [page.path for page in self.site.pages.values() if page.url == YEARS_URL]
        menu += [{"ปีอื่น": path} for path in years]
        staff = [page.path for page in self.site.pages.values() if page.url.startswith(STAFF)]
        if staff:
            menu.append({"เจ้าหน้าที่": [*staff]})
        if own:
            menu.append({"เกี่ยวกับเว็บไซต์": [*sorted(own)]})
        return menu

    def look(self, theme: Mapping[str, Any]) -> dict[str, Any]:
        """Return the theme's settings that follow from the agency's logo and colour.

        An icon or a logo that the site's owner names in the settings is kept.
        """
        files = self.site.files
        settings: dict[str, Any] = {
            "oit_share": icons.SHARE if icons.SHARE in files else None,
            "oit_touch": icons.TOUCH if icons.TOUCH in files else None,
            "oit_style": shades.PATH if shades.PATH in files else None,
            "oit_colours": [*map(str, shades.header_colours(self.agency.colour))],
        }
        if icons.ICON in files and theme.get("favicon") == _OWN_ICON:
            settings["favicon"] = icons.ICON
        if icons.LOGO in files and not theme.get("logo"):
            settings["logo"] = icons.LOGO
        return settings

    def finished(self, markup: str, path: str, contents: str | None) -> str:
        """Return a complete page of the theme as it is published; ``contents`` are in it."""
        return finished(markup, contents=contents if path in self.site.pages else None)

    def found(self, url: str, title: str | None, markup: str | None) -> str:
        """Add a hand-written page to the search index, and return what it is about."""
        markup = markup or ""
        self.hand_written.append(search.entry_of_markup(url, str(title), markup))
        return plain(first_paragraph(markup)) or self.description

    def write_search(self, out: Path) -> None:
        """Write the search index; older years are found by their titles only."""
        pages = (page for page in self.site.pages.values() if page.searched)
        search.write([*map(search.entry_of_page, pages), *self.hand_written], out)


@cache
def _no_docs() -> Path:
    """Make an empty folder, which is the same until this process ends."""
    empty = TemporaryDirectory(prefix="oit-no-docs-")
    atexit.register(empty.cleanup)
    return Path(empty.name)


@paused()
def prepare(folder: DataFolder, day: date, *, staff: bool = False) -> Publication:
    """Read and assess the data for a day, and make every page.

    Args:
        folder: the data.
        day: the day.
        staff: whether to make the pages that only the staff may see.

    Raises:
        UnusableDataError: the data has errors, a file of docs/ has the address of a page, or
            an address that was submitted would break.
    """
    assessments = examine_all(folder, day)
    if errors := errors_in(assessments):
        raise UnusableDataError(errors)
    assessments = with_known_parts(assessments, unchanged)
    look = icons.look_files(folder, assessments[0].agency)
    site = make_site(assessments, changes_of(folder), staff=staff, look=look)
    site.files.update(font_files())
    publication = Publication(folder, site)
    # An agency may have rules for crawlers of its own.
    if (folder.docs / robots.PATH).is_file():
        del site.files[robots.PATH]
    if taken := publication.addresses_taken():
        raise UnusableDataError(taken)
    published = {page.url for page in site.pages.values()} | site.files.keys()
    lost = [f for year in assessments for f in submitted.broken_addresses(folder, year, published)]
    if any(finding.severity is Severity.ERROR for finding in lost):
        raise UnusableDataError(lost)
    settle()
    return publication


def is_unwanted(path: str) -> bool:
    """Tell whether a file of the theme is not used by this site."""
    return path.startswith(_UNWANTED)


def script_hashes(markup: str) -> str:
    """Return the Content-Security-Policy sources for the inline scripts of the theme."""
    digests = (sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(markup))
    return " ".join(sorted({f"'sha256-{b64encode(digest).decode()}'" for digest in digests}))


def own_search_worker(markup: str) -> str:
    """Replace the search worker in the theme's settings by ours.

    Raises:
        ValueError: the theme does not name exactly one worker, as all known versions do.
    """
    changed, count = _THEME_WORKER.subn(_OWN_WORKER, markup)
    if count != 1:
        raise ValueError(f"{count} search workers in the theme's settings, expected one")
    return changed


def finished(
    markup: str, template_name: str = "page.html", *, contents: str | None = None, **_: object
) -> str:
    """Return a complete page of the theme as it is published, and other files as they are.

    Args:
        markup: the page.
        template_name: the name of its template.
        contents: what this program made of it, which has none of the theme's faults, so that they
            are not looked for in thousands of rows.
    """
    if not template_name.endswith(".html"):
        return markup
    if not contents:
        return keep_words(valid(markup))
    # Python prepares itself for as long as a text is to look for it, so it looks for the beginning.
    start = markup.find(contents[:_BEGINNING])
    if not markup.startswith(contents, max(start, 0)):
        return keep_words(valid(markup))
    frame = markup[:start] + _CONTENTS + markup[start + len(contents) :]
    return keep_words(valid(frame)).replace(_CONTENTS, keep_words(trimmed(contents)))


def font_links(base: str) -> str:
    """Return the links to the site's fonts, for a page with this address of the site's root.

    Browsers fetch them at once, not when a text needs them, so that no text moves later.
    """
    if not font_files():
        return ""
    base = base.rstrip("/")  # that of 404.html is a slash
    fonts = (
        f'<link rel="preload" href="{base}/{font}" as="font" type="font/woff2" crossorigin>'
        for font in FONTS.values()
    )
    return "".join([*fonts, f'<link rel="stylesheet" href="{base}/{SHEET}">'])


THEME_FILTERS = {
    "font_links": font_links,
    "own_search_worker": own_search_worker,
    "script_hashes": script_hashes,
}

_OWN_ICON = "assets/favicon.svg"


def _address(path: str) -> str:
    """Return the address of a file of docs/; a page becomes the index of a folder."""
    stem, pages = re.subn(r"\.(md|markdown|mdown|mkdn|mkd)$", "", path)
    if not pages:
        return path
    stem, indexes = re.subn(r"(^|/)(index|README)$", r"\1", stem)
    return f"{stem}index.html" if indexes else f"{stem}/index.html"
