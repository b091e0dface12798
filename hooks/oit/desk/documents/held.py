"""The documents that an item's file names: what they are, and what they show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from oit.assess.assessment import ElementResult, ElementStatus, ItemResult
from oit.bilingual import Bilingual
from oit.checks.personal.isolated import search_file
from oit.data.documents import check_file
from oit.data.isolated import page_count
from oit.desk.desk import Desk
from oit.findings.codes import document_missing, document_path
from oit.findings.finding import Place, Severity
from oit.forms.fields import FilePath
from oit.intake.workbook.files import ItemFile
from oit.thai.pages import FIRST, Pages, read_pages
from oit.thai.unreadable import UnreadableError

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


@dataclass(frozen=True)
class Held:
    """A document that an item's file names."""

    number: int
    """Its place in the list, from 1; addresses have it."""
    title: str
    name: str
    """The file as the item names it."""
    path: Path
    size: int = 0
    pages: int = 0
    is_scan: bool = False
    trouble: Bilingual | None = None
    """Why it cannot be shown."""
    is_stored: bool = False
    """Whether the name is one in docs/files, and the file is there."""
    shows: Mapping[str, Pages | None] = field(default_factory=dict)
    """The pages of each element; ``None`` if they cannot be read."""

    @property
    def suffix(self) -> str:
        """The ending of its name without the dot."""
        return PurePosixPath(self.name).suffix.removeprefix(".").lower()

    @property
    def is_pdf(self) -> bool:
        """Whether it has pages with text."""
        return self.suffix == "pdf"

    @property
    def is_drawn(self) -> bool:
        """Whether its pages can be shown as pictures."""
        return self.trouble is None and (self.is_pdf or f".{self.suffix}" in _PICTURES)

    @property
    def facts(self) -> str:
        """What it is, in words: its type, pages and size, and whether it has text."""
        size = f"{self.size / 1_000_000:.1f} MB"
        if self.size < 100_000:
            size = f"{max(self.size // 1000, 1)} KB"
        text = "ภาพสแกน ไม่มีข้อความให้ค้น" if self.is_scan else "มีข้อความ"
        has_pages = self.is_pdf and self.pages
        facts = {
            self.suffix.upper(): True,
            f"{self.pages:,} หน้า": has_pages,
            size: self.size,
            text: has_pages,
        }
        return " · ".join(fact for fact, applies in facts.items() if applies and fact)

    def shown_on(self, page: int) -> list[str]:
        """Return the ids of the elements that a page shows."""
        return [element for element, pages in self.shows.items() if pages and page in pages.numbers]


def documents_of(desk: Desk, file: ItemFile) -> list[Held]:
    """Return the documents that an item's file names."""
    listed = file.root.get("documents", []) if isinstance(file.root, dict) else []
    entries = listed if isinstance(listed, list) else []
    return [
        held_of(desk, number, entry)
        for number, entry in enumerate(entries, start=1)
        if isinstance(entry, dict)
    ]


def elements_of(results: Iterable[ItemResult]) -> list[ElementResult]:
    """Return the elements that documents of an item may show."""
    return [
        element
        for result in results
        for element in result.elements
        if element.status is not ElementStatus.NOT_APPLICABLE
    ]


def held_of(desk: Desk, number: int, entry: Mapping[str, Any]) -> Held:
    """Return what an entry of the list of documents names."""
    name, docs = _text(entry.get("file")), desk.folder.docs
    path = docs / name
    shows = entry.get("shows")
    held = Held(
        number,
        _text(entry.get("title")) or PurePosixPath(name).name,
        name,
        path,
        shows={id_: _pages(text) for id_, text in shows.items()} if isinstance(shows, dict) else {},
    )
    for finding in check_file(FilePath(name), docs, Place("")):
        if finding.severity is Severity.ERROR:
            words = finding.words
            is_stored = finding.code not in {document_path.CODE, document_missing.CODE}
            return replace(held, trouble=words, is_stored=is_stored)
    stat = path.stat()
    held = replace(held, size=stat.st_size, is_stored=True)
    about = _about(path, stat.st_size, stat.st_mtime_ns)
    if isinstance(about, Bilingual):
        return replace(held, trouble=about)
    pages, is_scan = about
    return replace(held, pages=pages, is_scan=is_scan)


@lru_cache(maxsize=2000)
def _about(path: Path, _size: int, _changed: int) -> tuple[int, bool] | Bilingual:
    """Return the pages of a document, and whether it is a scan."""
    if path.suffix.lower() != ".pdf":
        return 1, False
    pages = page_count(path)
    return pages if isinstance(pages, Bilingual) else (pages, search_file(path).is_scan)


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str) else ""


def _pages(value: object) -> Pages | None:
    text = _text(value)
    try:
        return read_pages(text) if text else FIRST
    except UnreadableError:
        return None
