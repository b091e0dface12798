"""Read an item's file, with the documents and the table that it names."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from oit.data.attach import with_table
from oit.data.documents import check_documents
from oit.data.folder import DataFolder
from oit.data.form_file import form_file_of
from oit.data.page_counts import PageCounts
from oit.data.pictures import Pictures, unusable, without_pictures
from oit.data.record import Record
from oit.findings.codes import unknown_element
from oit.findings.finding import Finding
from oit.forms.base import ItemForm
from oit.source import SourceFile, read


class KnownFiles(NamedTuple):
    """What is remembered of the files that items name."""

    page_counts: PageCounts
    pictures: Pictures

    def save(self) -> None:
        """Write the caches."""
        self.page_counts.save()
        self.pictures.save()


def read_record(
    path: Path,
    folder: DataFolder,
    form: type[ItemForm],
    element_ids: Collection[str] | None,
    known: KnownFiles | None = None,
) -> Record:
    """Read a file by a form.

    Args:
        path: the file.
        folder: the data folder.
        form: the form of the items that the file holds.
        element_ids: the elements that its documents may show; ``None`` if they are not known.
        known: what is known of its documents and pictures.
    """
    document = replace(read(path, folder.path, folder.shown(path)), year=int(path.parent.name))
    return record_of(document, folder, form, element_ids, known)


def record_of(
    document: SourceFile,
    folder: DataFolder,
    form: type[ItemForm],
    element_ids: Collection[str] | None,
    known: KnownFiles | None = None,
) -> Record:
    """Make the record of a document, which knows the year of its folder."""
    file = form_file_of(form, document)
    if file.form is None:
        return unreadable_record(file.document, form, file.findings)
    # Entries that cannot be read are left out of the form, so places count the others only.
    document = replace(file.document, root=file.root)
    record = Record(document, file.form, file.findings, file.unreadable, file.dropped)
    count_pages = known.page_counts.of if known else None
    pictures = known.pictures if known else None
    findings = list(check_documents(record, folder.docs, element_ids, count_pages, pictures))
    record = replace(record, form=without_pictures(record.form, unusable(findings)))
    if any(finding.code is unknown_element.CODE for finding in findings):
        # The misspelt element may be any of them.
        record = replace(record, unreadable=record.unreadable | {"documents"})
    return with_table(record.with_findings(findings), folder, document.year or 0)


def unreadable_record(
    document: SourceFile, form: type[ItemForm], findings: tuple[Finding, ...]
) -> Record:
    """Make the record of a file of which nothing can be read."""
    return Record(document, form(), findings, frozenset(form.model_fields))
