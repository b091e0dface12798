"""A tree as the checker reads a file: every value has a place that leads back to its field.

The places are those of a text in which every value begins a line of its own. It is never parsed:
an officer waits for the answer. A value that the file has already keeps what the file says of it:
the mark of a value that is to be renewed, and what was found when the file was parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from oit.characters import FORBIDDEN, code_point
from oit.data import year_marks
from oit.desk.tree import WAS
from oit.findings.codes import odd_character, too_large
from oit.findings.finding import Finding, Place
from oit.source import Mapping, Scalar, Sequence, SourceFile
from oit.source.read import MAX_BYTES
from oit.source.values import KeyPath
from oit.source.write import Plain

_LINE_ENDS = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass
class Placed:
    """The document that a tree stands for."""

    document: SourceFile
    _paths: list[KeyPath] = field(default_factory=list)

    def path(self, place: Place) -> KeyPath:
        """Return the path of the value at a place; ``()`` is the file itself."""
        return self._paths[place.line - 1] if place.line <= len(self._paths) else ()


def placed(tree: Plain, file: SourceFile) -> Placed:
    """Return a tree as the document that its file would be."""
    writer = _Writer(file)
    root = writer.mapping(tree if isinstance(tree, dict) else {}, file.root, ())
    root.line = 1
    text = "\n".join(writer.lines)
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        document = SourceFile(file.file)
        fault = too_large.CODE.at(document.place(), size=len(text), limit=MAX_BYTES)
        document.findings.append(fault)
        return Placed(document)
    findings = [*writer.findings, *writer.kept_findings()]
    return Placed(SourceFile(file.file, root, findings, text, file.year), writer.paths)


class _Writer:
    """Writes the text line by line."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._marks = year_marks.marked_lines(file.text)
        source = year_marks.copied_from(file.text)
        self.lines = [year_marks.copied_line(source) if source else ""]
        self.paths: list[KeyPath] = [()]
        self.findings: list[Finding] = []
        self._moved: dict[tuple[int, int], int] = {}

    def mapping(self, tree: dict[str, Plain], old: Any, path: KeyPath) -> Mapping:
        """Write the fields of a group."""
        group = Mapping()
        group.line = len(self.lines)
        known = old if isinstance(old, Mapping) else Mapping()
        for name, inner in tree.items():
            if name == WAS:
                continue
            here, before = (*path, name), known.get(name)  # type: ignore[call-overload]
            key = known.key(name)
            if isinstance(inner, str) and inner == before and key is not None:
                if mark := self._marks.get(-key.line):
                    # It is about the dates of the next line.
                    self._line(year_marks.mark(mark), here)
                self._moved[key.line, key.column] = len(self.lines) + 1
            label = Scalar.at(name, len(self.lines) + 1, 1)
            group[label] = self._value(inner, before, here, f"{name}: ")
        return group

    def _value(self, value: Plain, before: Any, path: KeyPath, label: str) -> Any:
        if isinstance(value, str):
            return self._scalar(value, before, path, label)
        self._line(label, path)
        if isinstance(value, dict):
            return self.mapping(value, before, path)
        entries = Sequence()
        entries.line = len(self.lines)
        old = before if isinstance(before, Sequence) else Sequence()
        entries.extend(
            self._value(entry, origin, (*path, index), "- ")
            for index, (entry, origin) in enumerate(zip(value, _origins(value, old), strict=True))
        )
        return entries

    def _scalar(self, text: str, before: Any, path: KeyPath, label: str) -> Scalar:
        scalar = Scalar.at(text, len(self.lines) + 1, 1)
        is_kept = isinstance(before, Scalar) and before == text
        mark = self._marks.get(before.line) if is_kept else None
        first, *more = _LINE_ENDS.sub(" ", text).split("\n")
        self._line(f'{label}"{first}"' + (f"  {year_marks.mark(mark)}" if mark else ""), path)
        for line in more:
            self._line(f'  "{line}"', path)
        if is_kept:
            self._moved[before.line, before.column] = scalar.line
        elif found := FORBIDDEN.search(text):
            # The editor writes it as an escape, and the parser reports that.
            code = code_point(found[0])
            self.findings.append(odd_character.CODE.at(self._file.place(scalar), code=code))
        return scalar

    def _line(self, text: str, path: KeyPath) -> None:
        self.lines.append(text)
        self.paths.append(path)

    def kept_findings(self) -> Iterator[Finding]:
        """Yield what the parser found, without what it found in values that were changed."""
        values = set(_places(self._file.root))
        for finding in self._file.findings:
            at = finding.place.line, finding.place.column
            if at in self._moved:
                yield _moved(finding, self._moved[at])
            elif at not in values:
                yield _moved(finding, 1)


def _moved(finding: Finding, line: int) -> Finding:
    place = Place(finding.place.file, line)
    return Finding(finding.code, place, finding.values, finding.item, finding.element)


def _origins(entries: list[Plain], old: Sequence) -> list[Any]:
    """Return what each entry of a list was in the file; ``None`` if it is new."""
    texts = [entry for entry in old if isinstance(entry, Scalar)]
    found: list[Any] = []
    for entry in entries:
        was = entry.get(WAS) if isinstance(entry, dict) else None
        if isinstance(was, str) and was.isdecimal() and int(was) < len(old):
            found.append(old[int(was)])
        elif isinstance(entry, str) and entry in texts:
            found.append(texts.pop(texts.index(entry)))  # type: ignore[arg-type]  # equal texts
        else:
            found.append(None)
    return found


def _places(value: Any) -> Iterator[tuple[int, int]]:
    """Yield the places of all names and texts."""
    if isinstance(value, Scalar):
        yield value.line, value.column
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key.line, key.column
            yield from _places(inner)
    else:
        for entry in value:
            yield from _places(entry)
