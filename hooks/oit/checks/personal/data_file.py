"""Search for personal data in data files."""

from collections.abc import Iterator, Sequence

from oit.checks.personal.cells import candidates
from oit.findings.finding import Place
from oit.source import Mapping, Scalar, SourceFile
from oit.source.values import Value
from oit.thai.identity_search import Match, find


def scan_document(
    document: SourceFile, texts: Sequence[tuple[str, Scalar]]
) -> Iterator[tuple[str, Place, Match]]:
    """Yield the matches in the texts of a data file: field, place and match."""
    chosen = candidates([text for _, text in texts])
    lines = document.text.splitlines() if chosen else []
    for index in chosen:
        field, text = texts[index]
        # The field's name tells what its numbers are.
        for match in find(text, field):
            yield field, _place(text, text[match.start : match.end], document, lines), match


def values(root: Mapping) -> list[tuple[str, Scalar]]:
    """Return every text of a document with the name of its field."""
    found: list[tuple[str, Scalar]] = []
    _collect(root, "", found)
    return found


def _collect(value: Value, field: str, found: list[tuple[str, Scalar]]) -> None:
    if isinstance(value, Scalar):
        found.append((field, value))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if type(inner) is Scalar:  # as most values are
                found.append((name, inner))
            else:
                _collect(inner, name, found)
    else:
        for entry in value:
            _collect(entry, field, found)


def _place(text: Scalar, number_text: str, document: SourceFile, lines: list[str]) -> Place:
    """Return the place of a number in a text, which may have many lines."""
    for number, line in enumerate(lines[text.line - 1 :], start=text.line):
        column = line.find(number_text, text.column - 1 if number == text.line else 0)
        if column >= 0:
            return Place(document.file, number, column + 1)
    return document.place(text)
