"""Build a document's values from the parser's events; only a part of YAML is allowed."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from oit.bilingual import Bilingual
from oit.characters import FORBIDDEN, ODD_SPACE, code_point
from oit.findings.codes import duplicate_key, hidden_comment, odd_character, too_large, yaml_feature
from oit.findings.finding import Finding, Place
from oit.source.values import Mapping, Scalar, Sequence, SourceFile, Value

MAX_DEPTH = 20

# The parser yields events, so nothing is built before it is checked.
_PARSER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# The types themselves: files have thousands of events.
_NODES = {yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent}
_ENDS = {yaml.MappingEndEvent, yaml.SequenceEndEvent}

_SWALLOWED = re.compile(r"[ ]+#(?=\S)")


class RefusalError(Exception):
    """A finding that stops the reading of a file."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled, and the key whose value comes next."""

    value: Any  # Mapping | Sequence
    key: Scalar | None = None


class Composer:
    """Builds the values of a document from the parser's events, without recursion."""

    def __init__(self, text: str, lines: list[str], document: SourceFile) -> None:
        self._text = text
        self._lines = lines
        # Few files have such a comment at all.
        self._may_cut = re.search(r" #\S", text) is not None
        self._document = document
        self._stack: list[_Open] = []
        self._root: Value | None = None
        self._last: Value | None = None
        self.findings: list[Finding] = []
        self.prose: set[int] = set()
        """The lines inside quoted texts and block scalars."""

    @property
    def reached(self) -> Place:
        """Where the last value begins that was read."""
        return self._document.place(self._last)

    def compose(self) -> Value:
        """Return the document's value.

        Raises:
            RefusalError: the document uses a part of YAML that is not allowed.
            yaml.MarkedYAMLError: it is not YAML.
        """
        parser = _PARSER(self._text)
        try:
            self._read(iter(parser.get_event, None))
        finally:
            parser.dispose()
        return self._root if self._root is not None else Mapping()

    def _read(self, events: Iterable[Any]) -> None:
        documents = 0
        for event in events:
            kind = type(event)
            if kind in _NODES:
                self._node(event, kind)
            elif kind in _ENDS:
                self._stack.pop()
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(event, yaml_feature.DOCUMENTS)
            elif kind is yaml.AliasEvent:
                self._refuse(event, yaml_feature.ALIAS)

    def _node(self, event: Any, kind: type) -> None:
        if event.anchor is not None:
            self._refuse(event, yaml_feature.ALIAS)
        if event.tag is not None:
            self._refuse(event, yaml_feature.TAG)
        value: Any
        if kind is yaml.ScalarEvent:
            value = Scalar(event.value)
        else:
            value = Mapping() if kind is yaml.MappingStartEvent else Sequence()
        start, stack = event.start_mark, self._stack
        value.line, value.column = start.line + 1, start.column + 1
        self._last = value
        if kind is yaml.ScalarEvent:
            if event.style:
                self._quoted(value, event)
            elif self._may_cut and self._is_cut_by_comment(event):
                place = self._document.place(value)
                self.findings.append(hidden_comment.CODE.at(place, text=value))
        if stack:
            self._put(value, stack[-1])
        else:
            self._root = value
        if kind is not yaml.ScalarEvent:
            if len(stack) >= MAX_DEPTH:
                raise RefusalError(too_large.DEPTH.at(self._place(event), limit=MAX_DEPTH))
            stack.append(_Open(value))

    def _quoted(self, scalar: Scalar, event: Any) -> None:
        """Look at a quoted text or a block scalar."""
        if match := FORBIDDEN.search(scalar):
            # It is an escape, such as "\u202e"; the character itself was refused before.
            place, code = self._document.place(scalar), code_point(match[0])
            self.findings.append(odd_character.CODE.at(place, code=code))
        end = event.end_mark
        self.prose.update(range(scalar.line + 1, end.line + 1 + (end.column > 0)))

    def _is_cut_by_comment(self, event: Any) -> bool:
        """Tell whether ``#3`` follows a plain text: it was probably meant as part of the text."""
        end = event.end_mark
        # The C parser adds a line to a file that does not end with a line end.
        return end.line < len(self._lines) and bool(
            _SWALLOWED.match(self._lines[end.line], end.column)
        )

    def _put(self, value: Any, into: _Open) -> None:
        held, key = into.value, into.key
        if type(held) is Sequence:
            held.append(value)
        elif key is None:
            if type(value) is not Scalar:
                feature = yaml_feature.COMPLEX_KEY
                raise RefusalError(
                    yaml_feature.CODE.at(self._document.place(value), feature=feature)
                )
            into.key = value if value.isascii() else self._key(value)
        else:
            into.key = None
            if key not in held:
                held[key] = value
            else:
                place, first = self._document.place(key), held.key(key)
                self.findings.append(duplicate_key.CODE.at(place, key=key, first=first.line))

    def _key(self, written: Scalar) -> Scalar:
        """Return a key in normalized spelling, without special spaces."""
        name = unicodedata.normalize("NFC", written)
        if match := ODD_SPACE.search(name):
            place = self._document.place(written)
            code = code_point(match[0])
            self.findings.append(odd_character.SPACE.at(place, code=code))
            name = name[: match.start()].rstrip(" :")
        return Scalar.at(name, written.line, written.column)

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark
        return Place(self._document.file, mark.line + 1, mark.column + 1)

    def _refuse(self, event: yaml.Event, feature: Bilingual) -> NoReturn:
        raise RefusalError(yaml_feature.CODE.at(self._place(event), feature=feature))
