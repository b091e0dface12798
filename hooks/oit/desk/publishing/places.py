"""From a finding to the field of a form in which it can be fixed."""

from collections.abc import Iterator
from urllib.parse import quote

from oit.desk.desk import Desk, slugs_of
from oit.findings.finding import Finding, Place
from oit.intake.workbook.files import ItemFile
from oit.source import Mapping, Sequence, Value
from oit.source.values import KeyPath


class Forms:
    """The forms of all years, by the names of their files."""

    def __init__(self, desk: Desk) -> None:
        self._files: dict[str, tuple[ItemFile, str]] = {}
        for year in desk.folder.years():
            for file in desk.files(year):
                address = f"/{year}/{slugs_of(file)[0]}/"
                self._files.setdefault(file.document.file, (file, address))

    def address_of(self, finding: Finding) -> str:
        """Return the address of the field that a finding is about; empty if there is no form."""
        if finding.place.file not in self._files:
            return ""
        file, address = self._files[finding.place.file]
        path = _path_of(file.root, finding.place)
        return f"{address}#{quote('/'.join(map(str, ('f', *path))), safe='/')}" if path else address


def _path_of(root: Value, place: Place) -> KeyPath:
    """Return the path of the last value that begins at a place or before it."""
    found = [
        ((line, column), path)
        for line, column, path in _places(root, ())
        if (line, column) <= (place.line, place.column)
    ]
    return max(found, default=((0, 0), ()), key=lambda entry: entry[0])[1]


def _places(value: Value, path: KeyPath) -> Iterator[tuple[int, int, KeyPath]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield key.line, key.column, (*path, str(key))
            yield from _places(inner, (*path, str(key)))
    elif isinstance(value, Sequence):
        for index, inner in enumerate(value):
            if not isinstance(inner, Mapping | Sequence):
                yield inner.line, inner.column, (*path, index)
            yield from _places(inner, (*path, index))
