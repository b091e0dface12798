"""What is wrong with a tree: the errors of reading it by its form, each at its place.

A tree is no text yet, so its values get the numbers of their places as lines.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from oit.characters import FORBIDDEN, code_point
from oit.data.attach import table_fault
from oit.data.documents import check_documents, check_file, file_paths
from oit.data.page_counts import PageCounts
from oit.data.record import Record
from oit.desk.desk import Desk
from oit.desk.tree import ID, WAS
from oit.findings.codes import odd_character, required_field
from oit.findings.finding import Finding, Severity
from oit.forms.base import ItemForm
from oit.forms.reading import place_of, read_form
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath, Mapping, Scalar, Sequence, SourceFile, Value
from oit.source.write import Plain


def errors(desk: Desk, file: ItemFile, tree: Plain) -> Iterator[tuple[KeyPath, Finding]]:
    """Yield the errors that a file with the values of a tree has, each with its place."""
    places: list[KeyPath] = []
    document = SourceFile(file.document.file, year=file.year)
    root = _located(tree, (), places)
    document.root = root if isinstance(root, Mapping) else Mapping()
    found = [*_odd_characters(root, document), *_readable(desk, file, document)]
    for finding in found:
        if finding.severity is Severity.ERROR:
            path = places[finding.place.line - 1]
            if finding.code.id == required_field.CODE.id and "name" in finding.values:
                path = (*path, str(finding.values["name"]))
            yield path, finding


def _located(value: Any, path: KeyPath, places: list[KeyPath]) -> Value:
    """Copy a value of a tree; its line is the number of its path."""
    places.append(path)
    line = len(places)
    if isinstance(value, dict):
        mapping = Mapping()
        mapping.line = line
        for name, inner in value.items():
            if name not in (WAS, ID):
                key = Scalar.at(name, len(places) + 1, 1)
                mapping[key] = _located(inner, (*path, name), places)
        return mapping
    if isinstance(value, list):
        sequence = Sequence()
        sequence.line = line
        sequence += [_located(inner, (*path, i), places) for i, inner in enumerate(value)]
        return sequence
    return Scalar.at(value, line, 1)


def _odd_characters(value: Value, document: SourceFile) -> Iterator[Finding]:
    """Yield the characters that no file may contain."""
    if isinstance(value, Scalar):
        if match := FORBIDDEN.search(value):
            yield odd_character.CODE.at(document.place(value), code=code_point(match[0]))
    else:
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _odd_characters(inner, document)


def _readable(desk: Desk, file: ItemFile, document: SourceFile) -> Iterator[Finding]:
    """Yield what the form says, and the files that do not exist or are not what they should be.

    The table that is named is one of them.
    """
    reading = read_form(file.form, document)
    yield from reading.findings
    if reading.record is None:
        return
    read = replace(document, root=reading.root)
    docs = desk.folder.docs
    if isinstance(reading.record, ItemForm):
        record = Record(read, reading.record, (), frozenset(), reading.dropped)
        counts = PageCounts(desk.folder)
        yield from check_documents(record, docs, count_pages=counts.of)
        counts.save()
        if file.year and (fault := table_fault(record, desk.folder, file.year)):
            yield fault
    else:
        for path, name in file_paths(reading.record):
            yield from check_file(name, docs, place_of(path, read))
