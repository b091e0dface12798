"""Look at every file of docs/: each is published, whether an item names it or not."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from oit.checks.published import front_matter
from oit.checks.published.content import Contents
from oit.checks.published.names import is_long, trouble_with, twins
from oit.checks.published.types import ALLOWED, PAGES, Fault, fault_of_name
from oit.data.documents import content_mismatch
from oit.data.folder import DataFolder
from oit.data.listing import Entry, below
from oit.data.load import Loaded
from oit.findings.codes import (
    active_markup,
    address_taken,
    content_differs,
    document_missing,
    document_path,
    document_type,
    file_size,
    not_published,
    odd_name,
    picture_missing,
    picture_unusable,
    unlinked_file,
)
from oit.findings.finding import Finding, Place

_TOPS = frozenset({"assets", "search", "data", "api", "staff"})
"""The folders of the site that belong to the program and its theme.

Not ``oit`` and ``ita``: a hand-written page may keep an address that was once submitted.
"""
_SETTINGS = "mkdocs.yml"
_FILES = "files"
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})
_LARGE_PICTURE, _LARGE_FILE = 2_000_000, 30_000_000
_MOST_TEXT = 10_000_000
"""Characters of one file in which names of files are looked for."""
_FAULTS = {
    Fault.RUNS: not_published.RUNS,
    Fault.SETTINGS: not_published.SETTINGS,
    Fault.OTHER_TYPE: not_published.OTHER_TYPE,
}
_CONTENTS = {
    Fault.PAGE: not_published.PAGE,
    Fault.PROGRAM: not_published.PROGRAM,
    Fault.MACROS: not_published.MACROS,
}


def check_published(loaded: Loaded) -> Loaded:
    """Return the data with findings about the files of docs/, and about names in data/.

    What may not be published belongs to no year: docs/ is published with every year.
    """
    docs = _Docs(loaded.folder, [*_of_documents(loaded)])
    findings = [*loaded.findings, *docs.faults(), *docs.odd_names()]
    years = dict(loaded.years)
    for year, finding in docs.doubts(loaded.known_years, years):
        if year is None:
            findings.append(finding)
        else:
            years[year] = replace(years[year], findings=(*years[year].findings, finding))
    docs.save()
    return replace(loaded, findings=tuple(findings), years=years)


def _of_documents(loaded: Loaded) -> Iterator[Finding]:
    """Yield what is already reported of documents, where an item names them."""
    yield from loaded.agency_file.findings
    for year in loaded.years.values():
        for record in year.records.values():
            yield from record.findings


_AFTER_SLASH = re.compile(r"/([^\s\"'(),<>\[\]{}/]+)")
"""A part of an address."""


class _Docs:
    """The files of docs/."""

    def __init__(self, folder: DataFolder, findings: Iterable[Finding]) -> None:
        self._folder = folder
        findings = [*findings]
        of_type = {document_type.CODE, document_type.NOT_ALLOWED}
        self._reported = {str(f.values["name"]) for f in findings if f.code in of_type}
        # Only a warning, so a picture with the content of a program is still an error here.
        self._mismatched = self._reported | {
            str(f.values["name"]) for f in findings if f.code is picture_unusable.CODE
        }
        # The files that were meant where another name is written.
        self._meant = "".join(
            str(f.values["suggestion"])
            for f in findings
            if f.code in {document_missing.CODE, picture_missing.CODE}
        )
        self._contents = Contents(folder)
        self._settings = site_settings(folder)
        self._entries = [(PurePosixPath(name), entry) for name, entry in below(folder.docs)]
        self._data = below(folder.path)
        self._good: list[tuple[PurePosixPath, Path]] = []

    def faults(self) -> Iterator[Finding]:
        """Yield what may not be published."""
        for name, entry in self._entries:
            found = [*self._faults_of(name, entry)]
            yield from found
            if not found and entry.is_file() and not _is_hidden(name):
                self._good.append((name, Path(entry.path)))

    def doubts(
        self, known: Iterable[int], wanted: Container[int]
    ) -> Iterator[tuple[int | None, Finding]]:
        """Yield what is odd about the other files, each with the year of its folder.

        Args:
            known: the years of the data; other folders belong to none.
            wanted: the years whose files are looked at.
        """
        folders = {str(year): year for year in known}
        texts = self.texts()
        for name, path in self._good:
            parts = name.parts
            year = folders.get(parts[1]) if parts[0] == _FILES and len(parts) > 2 else None
            if year is not None and year not in wanted:
                continue
            yield from ((year, finding) for finding in self._doubts_of(name, path, texts))

    def odd_names(self) -> Iterator[Finding]:
        """Yield the names in data/ and docs/ that cause trouble on other systems."""
        for entries in (self._data, self._entries):
            named = {str(name): entry for name, entry in entries}
            for name, entry in named.items():
                own = entry.name
                # The trouble of a folder is reported once, for the folder; other encodings
                # elsewhere.
                reason = trouble_with(own) or (odd_name.LONG_PATH if is_long(name) else None)
                if reason and _is_utf8(own):
                    place = self._place(Path(entry.path))
                    yield odd_name.CODE.at(place, name=own, reason=reason)
            for name, other in twins(named):
                entry = named[name]
                yield odd_name.TWIN.at(self._place(Path(entry.path)), name=entry.name, other=other)

    def save(self) -> None:
        """Remember what was read."""
        self._contents.save()

    def _place(self, path: Path) -> Place:
        return Place(self._folder.shown(path))

    def _faults_of(self, name: PurePosixPath, entry: Entry) -> Iterator[Finding]:
        shown, path = str(name), Path(entry.path)
        if entry.is_symlink():
            yield document_path.at(self._place(path), shown, document_path.LINK)
            return
        is_file = entry.is_file()
        if not is_file and not entry.is_dir():
            yield document_path.at(self._place(path), shown, document_path.SPECIAL)
        elif not _is_utf8(shown):
            yield document_path.at(self._place(path), shown, document_path.NOT_UTF8)
        elif is_file and _takes_address(name):
            yield address_taken.RESERVED.at(self._place(path), address=f"/{name.parts[0]}")
        elif is_file and shown not in self._reported:
            yield from self._faults_of_file(name, path)

    def _faults_of_file(self, name: PurePosixPath, path: Path) -> Iterator[Finding]:
        fault = fault_of_name(name, self._settings)
        if _is_hidden(name):
            # Generators leave out hidden files, but servers obey some of them.
            if fault is Fault.SETTINGS:
                yield not_published.SETTINGS.at(self._place(path), name=name.name)
        elif fault:
            allowed = " ".join(sorted(ALLOWED))
            yield _FAULTS[fault].at(self._place(path), name=name.name, allowed=allowed)
        elif name.suffix.lower() in PAGES:
            place = self._place(path)
            yield from front_matter.faults(path, place.file)
            for line, what in self._contents.markup(path):
                yield active_markup.CODE.at(place._replace(line=line), what=what)
        elif name.suffix.lower() in ALLOWED and (inside := self._contents.fault(path)):
            yield not_published.DISGUISED.at(
                self._place(path), name=name.name, found=_CONTENTS[inside]
            )

    def _doubts_of(self, name: PurePosixPath, path: Path, texts: "_Texts") -> Iterator[Finding]:
        if name.suffix.lower() in PAGES:
            return
        is_document = name.suffix.lower() in ALLOWED
        is_linked = name.name in self._meant or texts.name(name)
        mismatch = content_mismatch(path) if is_document else None
        if mismatch and str(name) not in self._mismatched:
            yield content_differs.CODE.at(self._place(path), name=name.name, found=mismatch)
        elif name.parts[0] == _FILES and not is_linked:
            yield unlinked_file.CODE.at(self._place(path), name=str(name))
        yield from too_large(path, lambda: self._place(path))

    def texts(self, without: Path | None = None) -> "_Texts":
        """Return the texts that may name a file: the data, the pages, the site's settings.

        ``without`` is a file that is left out.
        """
        return _Texts(self._texts(without))

    def _texts(self, without: Path | None) -> Iterator[str]:
        pages = (entry for name, entry in self._entries if name.suffix.lower() in PAGES)
        data = (entry for _, entry in self._data if fnmatch(entry.name, "*.y*ml"))
        for entry in (*data, *pages):
            path = Path(entry.path)
            if path != without:
                yield _normalized(_text_of(path))
        yield _normalized(self._settings)


def too_large(file: Path, place: Callable[[], Place]) -> Iterator[Finding]:
    """Report a file or picture that is larger than advisable."""
    size = file.stat().st_size
    if size > _LARGE_PICTURE and file.suffix.lower() in _PICTURES:
        yield file_size.PICTURE.at(place(), name=file.name, size=_megabytes(size))
    elif size > _LARGE_FILE:
        yield file_size.CODE.at(place(), name=file.name, size=_megabytes(size))


def is_named(folder: DataFolder, name: PurePosixPath, without: Path | None = None) -> bool:
    """Tell whether the data, a hand-written page or the site's settings name a file of docs/.

    Args:
        folder: the data.
        name: the file's path below docs/.
        without: a file of the data that does not count.
    """
    return _Docs(folder, ()).texts(without).name(name)


def site_settings(folder: DataFolder) -> str:
    """Return the text of the site's settings, which may name scripts of the site's owner."""
    return _text_of(folder.docs.parent / _SETTINGS, folder.base / _SETTINGS)


def _takes_address(name: PurePosixPath) -> bool:
    """Tell whether a file lies in a folder of the program or the theme."""
    top, *below = name.parts
    return bool(below) and top.casefold() in _TOPS


class _Texts:
    """The texts that may name a file."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = "\n".join(texts)
        # Most files are named as a value of their own or at the end of an address; looking for
        # each of thousands in all of the text takes long.
        self._ends = set(_AFTER_SLASH.findall(self._text))

    def name(self, name: PurePosixPath) -> bool:
        """Tell whether a text names a file of docs/."""
        # Pages name a file from their own folder, so the last part must do.
        last = _normalized(name.name)
        return (
            last in self._ends or f"/{last}" in self._text or _normalized(str(name)) in self._text
        )


def _normalized(text: str) -> str:
    return unicodedata.normalize("NFC", unquote(text) if "%" in text else text)


def _is_hidden(name: PurePosixPath) -> bool:
    return any(part.startswith(".") for part in name.parts)


def _is_utf8(name: str) -> bool:
    # Python keeps a byte of another encoding as a lone surrogate.
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _text_of(*paths: Path) -> str:
    """Return the text of the first file that there is."""
    for path in paths:
        with suppress(OSError):
            if path.is_file():  # reading a pipe would wait for ever
                with path.open(encoding="utf-8", errors="replace") as file:
                    return file.read(_MOST_TEXT)
    return ""


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
