"""A run of ``oit adopt``: from an old site to filled items and a value that reports show."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag

from oit.adopt.adoption import STORED, Adoption, ItemRows, Row
from oit.adopt.choice import Choice, Found, choose, inherited
from oit.adopt.elsewhere import is_web, why_not
from oit.adopt.fetched import Fetched
from oit.adopt.links import Link, links_of
from oit.adopt.page import Page
from oit.adopt.plan import Plan, Year, plan
from oit.adopt.recorded import as_yaml, read_adopted
from oit.adopt.saved import shown
from oit.adopt.sources import Source
from oit.adopt.stage import staged
from oit.adopt.trouble import Trouble, TroubleKind, trouble
from oit.adopt.write import write
from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.checks.rules.lint import read_linted
from oit.data import checklist as checklists
from oit.data.checklist import Checklist
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.findings.finding import Severity
from oit.findings.refusal import NothingWrittenError
from oit.forms.adopted import FILE, Adopted, AdoptedDocument
from oit.forms.fields import FilePath

_NO_PAGES = Bilingual("ไม่มีหน้าใดที่อ่านได้", "no page could be read")
_NO_LINKS = Bilingual(
    "หน้าที่อ่านไม่มีลิงก์เลย ให้ระบุหน้าที่มีรายการ O1, O2, …",
    "the pages have no links; name the page that lists O1, O2, …",
)


@dataclass(frozen=True)
class Site:
    """An old site: a saved page, a folder, or an address."""

    name: str
    """What reports and adopted.yml call it."""
    source: Source


def site_of(text: str, source: Source) -> Site:
    """Return what a user named as the old site; a path is called by its last part."""
    return Site(text if is_web(text) else Path(text).absolute().name, source)


@dataclass(frozen=True)
class Asked:
    """What a run was asked for."""

    folder: DataFolder
    year: int
    day: date
    from_year: int | None = None
    is_dry: bool = False


def adopt(asked: Asked, sites: Sequence[Site]) -> Adoption:
    """Read the old site, and write what is found into the agency's folder.

    Raises:
        NothingWrittenError: the data or the site cannot be used.
    """
    agency_name, kind, own, known = _read(asked)
    lists = _lists(asked.folder, own)
    read = [_read_site(site, lists) for site in sites]
    troubles = [trouble for site in read for trouble in site.troubles]
    found = [entry for site in read for entry in site.found]
    if not found:
        raise NothingWrittenError(*_why_nothing(read, troubles))
    choice = choose(found, own, {(c.checklist, c.year): c for c in lists}, asked.from_year)
    sources = tuple(site.name for site in sites)
    is_repeated = bool(sources) and {*sources} <= {*known.sources}
    year = Year(asked.folder, own, kind, known, is_repeated)
    get = _Getter(read, choice, is_dry=asked.is_dry)
    with staged(asked.folder, asked.year, asked.day) as stage:
        planned = plan(year, choice, get, stage)
        documents = _records(planned, known, asked.day)
        is_whole = not get.was_limited and not any(
            trouble.kind is TroubleKind.LIMIT for trouble in troubles
        )
        of_sources = [*dict.fromkeys([*known.sources, *(sources if is_whole else ())])]
        written = _written(asked, planned, as_yaml(of_sources, documents))
    pages = tuple(page for site in read for page in site.pages)
    return Adoption(
        agency_name,
        own,
        asked.day,
        sources,
        pages,
        choice,
        tuple(planned.items),
        tuple(troubles),
        _gone(known, choice, pages, is_repeated=is_repeated and {*known.sources} <= {*sources}),
        written,
        asked.is_dry,
        is_repeated,
    )


def _read(asked: Asked) -> tuple[str, str, Checklist, Adopted]:
    """Return the agency's name and kind, its list of the year, and what was brought in before."""
    agency, findings = read_agency(asked.folder)
    if agency is None:
        raise NothingWrittenError(*findings)
    own, faults = read_linted(asked.folder, agency, asked.year)
    if own is None:
        raise NothingWrittenError(*faults)
    file = read_adopted(asked.folder, asked.year)
    errors = [fault for fault in file.findings if fault.severity is Severity.ERROR]
    if file.form is None or errors:
        raise NothingWrittenError(*(errors or file.findings))
    return agency.name, agency.kind, own, file.form


def _lists(folder: DataFolder, own: Checklist) -> list[Checklist]:
    """Return every list that is known, the agency's own for its year."""
    known = checklists.available(folder.path)
    loaded = (checklists.load(path, path.name)[0] for path in known.values())
    others = [c for c in loaded if c and (c.checklist, c.year) != (own.checklist, own.year)]
    return [own, *others]


@dataclass(frozen=True)
class _Read:
    """A site as it was read."""

    site: Site
    found: tuple[Found, ...]
    pages: tuple[str, ...]
    troubles: tuple[Trouble, ...]


def _read_site(site: Site, lists: Collection[Checklist]) -> _Read:
    found: list[Found] = []
    troubles: list[Trouble] = []
    pages: list[str] = []
    leads: dict[str, Link] = {}
    links: dict[str, list[Link]] = {}

    def wanted(page: Page) -> list[str]:
        return [link.address for link in links_in(page) if link.item and link.address]

    def links_in(page: Page) -> list[Link]:
        if page.address not in links:
            links[page.address] = links_of(page, lists)
        return links[page.address]

    for page in site.source.pages(wanted):
        if isinstance(page, Trouble):
            troubles.append(page)
            continue
        troubles += page.troubles
        if page.root is None:
            continue
        if any(trouble.kind is TroubleKind.TOO_DEEP for trouble in page.troubles) and not pages:
            # Half of a list would look like all of it.
            raise NothingWrittenError(*_why_nothing((), page.troubles))
        pages.append(page.address)
        for link in links_in(page) if page.address not in leads else ():
            if link.item and link.address:
                leads.setdefault(_bare(link.address), link)
        found += (Found(link, page.address) for link in links_in(page))
    leading = {page: leads[_bare(page)] for page in pages if _bare(page) in leads}
    return _Read(site, tuple(inherited(found, leading)), tuple(pages), tuple(troubles))


def _bare(address: str) -> str:
    return urldefrag(address).url


_SAID_BY_HOST = {TroubleKind.DRIVE, TroubleKind.SOCIAL}
"""What the host of an address says without being asked."""


class _Getter:
    """Fetches the documents of the pages."""

    def __init__(self, read: Sequence[_Read], choice: Choice, *, is_dry: bool) -> None:
        self._site_of = {
            entry.link.address: one.site for one in reversed(read) for entry in one.found
        }
        self._waiting = {entry.address for entry in choice.chosen}
        self._is_dry = is_dry
        self.was_limited = False

    def __call__(self, address: str) -> Fetched | Trouble | None:
        """Fetch an address; a dry run of a saved page asks nobody for documents."""
        site = self._site_of[address]
        if self._is_dry and is_web(address) and not is_web(site.name):
            kind = why_not(address, ())
            return trouble(address, kind) if kind in _SAID_BY_HOST else None
        self._waiting.discard(address)
        got = site.source.get(address, len(self._waiting))
        self.was_limited |= isinstance(got, Trouble) and got.kind is TroubleKind.LIMIT
        return got


def _why_nothing(read: Sequence[_Read], troubles: Sequence[Trouble]) -> Iterator[Bilingual]:
    yield from map(line_of, troubles)
    if not troubles:
        yield _NO_LINKS if any(one.pages for one in read) else _NO_PAGES


def line_of(trouble: Trouble) -> Bilingual:
    """Return trouble with the address or path that it is about."""
    name = escaped(shown(trouble.address))
    return Bilingual(f"{name}: {trouble.words.th}", f"{name}: {trouble.words.en}")


def _records(planned: Plan, known: Adopted, day: date) -> list[AdoptedDocument]:
    """Return the entries of adopted.yml: those before, and what the plan stores."""
    entries = {(entry.item, entry.address): entry for entry in known.documents}
    for item, row in _stored(planned.items):
        key = item.item.id, row.chosen.address
        before = entries.get(key)
        if before and before.sha256 == row.digest:
            continue
        entries[key] = AdoptedDocument.model_construct(
            item=item.item.id,
            address=row.chosen.address,
            page=row.chosen.found.page,
            file=FilePath(row.file),
            sha256=row.digest,
            day=day,
        )
    return [*entries.values()]


def _stored(items: Sequence[ItemRows]) -> Iterator[tuple[ItemRows, Row]]:
    for item in items:
        yield from ((item, row) for row in item.rows if row.outcome in STORED)


def _written(asked: Asked, planned: Plan, adopted: str) -> tuple[str, ...]:
    if not planned.texts:
        return ()
    if not asked.is_dry:
        return tuple(write(asked.folder, asked.year, planned, adopted))
    folder = asked.folder
    files = [folder.docs / name for name in planned.documents]
    files += [folder.path / name for name in (f"{asked.year}/{FILE}", *planned.texts)]
    return tuple(map(folder.shown, files))


def _gone(
    known: Adopted, choice: Choice, pages: Collection[str], *, is_repeated: bool
) -> tuple[AdoptedDocument, ...]:
    """Return what was brought in before and is no longer linked to on the pages that were read."""
    linked = {entry.link.address for entry in choice.every}
    return tuple(
        entry
        for entry in known.documents
        if entry.address not in linked and (is_repeated or entry.page in pages)
    )
