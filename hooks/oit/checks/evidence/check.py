"""Look at the documents and links of every item."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from oit.checks.evidence.hosts import Foreign, addresses_in, foreign, without_addresses
from oit.checks.personal.files import PublishedFiles
from oit.checks.possible.columns import Group, fields_of, groups
from oit.data.documents import file_paths
from oit.data.load import Loaded
from oit.data.record import Record
from oit.data.year import YearData
from oit.findings.codes import foreign_evidence, picture_as_document, scanned_document
from oit.findings.finding import Finding, Place, Severity
from oit.forms.base import Document
from oit.forms.complaint_channel import ComplaintChannel
from oit.forms.contact import Contact
from oit.forms.fields import FilePath, Link, Text
from oit.forms.values import Entries, is_list

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_CHANNELS = (Contact, ComplaintChannel)
"""The forms in which a page of a social network is what is asked for."""
_FEW_LETTERS = 20
"""A text of fewer letters beside an address says nothing by itself."""


def check_evidence(loaded: Loaded, published: PublishedFiles) -> Loaded:
    """Return the data with findings about the documents and links of its items."""
    years = {
        year: evidence_in(data, data.by_file, loaded.folder.docs, published)
        for year, data in loaded.years.items()
    }
    return replace(loaded, years=years)


def evidence_in(
    data: YearData, files: Collection[str], docs: Path, published: PublishedFiles
) -> YearData:
    """Return a year with findings about the documents and links of some of its files."""
    evidence = _Evidence(docs, published)
    chosen = {name: record for name, record in data.by_file.items() if name in files}
    return data.with_records(
        {name: record.with_findings(evidence.findings(record)) for name, record in chosen.items()}
    )


class _Evidence:
    """The documents and links of items."""

    def __init__(self, docs: Path, published: PublishedFiles) -> None:
        self._docs = docs
        self._published = published

    def findings(self, record: Record) -> list[Finding]:
        """Return what is odd about an item's evidence; a file with an error is not opened."""
        faulty = {f.place for f in record.findings if f.severity is Severity.ERROR}
        found = [*self._scanned(record, faulty), *_pictures(record), *_foreign(record)]
        return [finding for finding in found if finding.place not in faulty]

    def _scanned(self, record: Record, faulty: set[Place]) -> Iterator[Finding]:
        for path, name in file_paths(record.form):
            place, file = record.place(path), self._docs / name
            is_pdf = place not in faulty and file.suffix.lower() == ".pdf"
            if is_pdf and self._published.search(file).is_scan:
                yield scanned_document.CODE.at(place, name=name)


def _pictures(record: Record) -> Iterator[Finding]:
    """Yield the pictures that are the only evidence of an element, or of the whole item."""
    documents = record.form.documents
    others = [document for document in documents if not _is_picture(document)]
    attested = {element for document in others for element in document.shows}
    for index, document in enumerate(documents):
        is_only = {*document.shows} - attested if document.shows else not others
        if _is_picture(document) and is_only:
            place = record.place(("documents", index, "file"))
            yield picture_as_document.CODE.at(place, name=document.file)


def _is_picture(document: Document) -> bool:
    return PurePosixPath(document.file).suffix.lower() in _PICTURES


def _foreign(record: Record) -> Iterator[Finding]:
    """Yield the links to sites of others, if the item and the entry have nothing else."""
    if record.form.documents:
        return
    for group in groups(record.form):
        # The rows of tables have no links.
        if group.size == 1 and not _has_file(group) and not _says_more(group):
            for name, index, address in _links(group):
                found = foreign(address)
                if found and not _is_asked_for(found, record, name):
                    yield foreign_evidence.CODE.at(
                        record.place((*group.path(index), name)),
                        field=name,
                        kind=foreign_evidence.KINDS[found.kind],
                        host=found.host,
                    )


def _links(group: Group) -> Iterator[tuple[str, int, str]]:
    for name in fields_of(group.form, Link):
        [address] = group.cells(name)
        if address:
            yield name, 0, address
    for name in fields_of(group.form, Text):
        [text] = group.cells(name)
        if text:
            yield from ((name, 0, address) for address in addresses_in(text)[:1])


def _has_file(group: Group) -> bool:
    """Tell whether an entry has a published file of its own."""
    values = (group.cells(name)[0] for name in group.form.model_fields)
    return any(
        isinstance(part, FilePath | Document)
        for value in values
        # The rows of tables have no files either, and each is made when it is looked at.
        if not isinstance(value, Entries)
        for part in (value if is_list(value) else [value])
    )


def _says_more(group: Group) -> bool:
    """Tell whether an entry has contents of its own beside its links."""
    texts = (group.cells(name)[0] or "" for name in fields_of(group.form, Text))
    return any(len(without_addresses(text)) >= _FEW_LETTERS for text in texts)


def _is_asked_for(found: Foreign, record: Record, name: str) -> bool:
    is_channel = isinstance(record.form, _CHANNELS)
    return (found.kind == "social" and is_channel) or (found.kind == "shortener" and name == "map")
