"""A YAML file that is read by a form: what it says, and what is wrong with it."""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic

from oit.data.folder import DataFolder
from oit.findings.finding import Finding, Place, Severity
from oit.forms.reading import FormType, place_of, read_form
from oit.source import Mapping, SourceFile, read
from oit.source.values import KeyPath


@dataclass(frozen=True)
class FormFile(Generic[FormType]):
    """A file and the form that it was read by."""

    document: SourceFile
    """The file as it was written."""
    form: FormType | None
    """``None`` if the file cannot be read."""
    findings: tuple[Finding, ...] = ()
    root: Mapping = field(default_factory=Mapping)
    """The values that the form was made of: those of the document that can be read."""
    unreadable: frozenset[str] = frozenset()
    """The fields with a value that cannot be read."""
    dropped: Counter[str] = field(default_factory=Counter)
    """How many entries of each list, by its dotted name, were left out of the form."""

    def place(self, path: KeyPath) -> Place:
        """Return the place of a value of the form."""
        return place_of(path, replace(self.document, root=self.root))


def read_form_file(
    form: type[FormType], path: Path, folder: DataFolder, year: int | None = None
) -> FormFile[FormType]:
    """Read a file of a data folder; ``year`` is the fiscal year of its folder."""
    return form_file_of(form, replace(read(path, folder.path, folder.shown(path)), year=year))


def form_file_of(form: type[FormType], document: SourceFile) -> FormFile[FormType]:
    """Read a document by a form."""
    if not document.root and any(
        finding.severity is Severity.ERROR for finding in document.findings
    ):
        unreadable = frozenset(form.model_fields)
        return FormFile(document, None, tuple(document.findings), unreadable=unreadable)
    reading = read_form(form, document)
    findings = (*document.findings, *reading.findings)
    unreadable = frozenset(reading.unreadable)
    return FormFile(document, reading.record, findings, reading.root, unreadable, reading.dropped)


def read_optional(
    form: type[FormType], path: Path, folder: DataFolder, year: int | None = None
) -> FormFile[FormType]:
    """Read a file that an agency may leave out; if it is missing, the form is empty."""
    if path.is_file():
        return read_form_file(form, path, folder, year)
    return FormFile(SourceFile(folder.shown(path)), form())
