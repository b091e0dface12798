"""Change one value of a YAML file as text: nothing else of it moves.

The parser says where every value begins and ends; what stands there is replaced, and the rest,
comments, order, quotes, blank lines and ends of lines, is not touched because it is not written.
Every change is read again: where the file would not say what was meant, there is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from oit.forms.base import Form, form_at
from oit.forms.values import KeyPath
from oit.source import SourceFile, parse
from oit.source.write import STEP, Plain, entry, in_block, in_flow, pair, scalar
from oit.source.write import key as key_text
from oit.thai import writing

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BOM = "\ufeff"
_LINE_END = re.compile(r"[^\r\n]*")


class NotPossibleError(Exception):
    """A change that cannot be made without touching something else."""


def values(text: str) -> Plain:
    """Return what a file says.

    Raises:
        NotPossibleError: it cannot be read.
    """
    document = parse(text.encode(), SourceFile(""))
    if document.findings and not document.root:
        raise NotPossibleError
    return plain(document.root)


def plain(value: Any) -> Plain:
    """Copy values without their places."""
    if isinstance(value, dict):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return str(value)


def says(value: Plain | None) -> object:
    """Return a value without what says nothing: an empty field is as good as none."""
    if isinstance(value, dict):
        kept = {name: says(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner is not None} or None
    if isinstance(value, list):
        return [says(inner) for inner in value] or None
    return value or None


def put(text: str, path: KeyPath, value: Plain, form: type[Form] = Form) -> str:
    """Set a field, or an entry of a list that is a text.

    A field that is not there yet comes behind those that the form has before it.

    Raises:
        NotPossibleError: this cannot be done without touching something else.
    """
    meant = _put_in(values(text), path, value)
    return _checked(text, _File(text).put(path, value, form), meant)


def insert(text: str, path: KeyPath, index: int, value: Plain, form: type[Form] = Form) -> str:
    """Add an entry to a list, which need not be there yet.

    Raises:
        NotPossibleError: this cannot be done without touching something else.
    """
    said = values(text)
    entries = value_at(said, path)
    if not entries or not isinstance(entries, list):
        return put(text, path, [value], form)
    entries.insert(index, value)
    return _checked(text, _File(text).insert(path, index, value), said)


def remove(text: str, path: KeyPath) -> str:
    """Take out an entry of a list, or a field, with the lines that it stands on.

    Raises:
        NotPossibleError: this cannot be done without touching something else.
    """
    said = values(text)
    above: Any = value_at(said, path[:-1])
    del above[path[-1]]
    return _checked(text, _File(text).remove(path), said)


def _checked(before: str, after: str, meant: Plain) -> str:
    if says(values(after)) != says(meant):
        raise NotPossibleError
    return before[: before.startswith(_BOM)] + after


def value_at(root: Any, path: KeyPath) -> Any:
    """Return what stands at a path; ``None`` where nothing does."""
    for step in path:
        if isinstance(root, dict):
            root = root.get(step)
        else:
            root = root[step] if isinstance(root, list) and isinstance(step, int) else None
    return root


def _put_in(said: Any, path: KeyPath, value: Plain) -> Plain:
    above = said
    for step in path[:-1]:
        inner = above.get(step) if isinstance(above, dict) else above[step]
        if not inner or _is_blank(inner):
            above[step] = {}
        above = above[step]
        if isinstance(above, str):
            raise NotPossibleError
    above[path[-1]] = value
    return said  # type: ignore[no-any-return]  # what values() returned


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and writing.is_blank(value)


@dataclass
class _Found:
    """A node, and where it stands."""

    node: Any
    column: int = 0
    """Where the key or dash before it stands."""
    flow: bool = False
    """Whether it stands between brackets."""
    start: int = 0
    """Where it begins, together with its key; an entry of a list without its dash."""


class _File:
    """A file's text, and the nodes that the parser finds in it."""

    def __init__(self, text: str) -> None:
        self.text = text.removeprefix(_BOM)
        self.end = "\r\n" if "\r\n" in text else "\n"
        self.root: Any = yaml.compose(self.text, Loader=_LOADER)

    def put(self, path: KeyPath, value: Plain, form: type[Form]) -> str:
        """Return the text with a value set."""
        if self.root is None or not isinstance(self.root, yaml.MappingNode):
            lines = in_block({str(path[0]): _within(path[1:], value)}, 0)
            gap = self.end if self.text and not self.text.endswith("\n") else ""
            return self.text + gap + self._lines(lines) + self.end
        found = _Found(self.root, flow=bool(self.root.flow_style))
        for depth, step in enumerate(path):
            inner = self._inner(found, step)
            if inner is None:
                order = _order(form, path[:depth])
                return self._add(found, str(step), _within(path[depth + 1 :], value), order)
            found = inner
            if isinstance(found.node, yaml.ScalarNode) and depth + 1 < len(path):
                return self._replace(found, _within(path[depth + 1 :], value))
        return self._replace(found, value)

    def insert(self, path: KeyPath, index: int, value: Plain) -> str:
        """Return the text with an entry more in a list."""
        found = self._find(path)
        nodes = found.node.value
        last = nodes[max(index - 1, 0)]
        if found.flow or found.node.flow_style:
            if index == 0:
                place = last.start_mark.index
                return self._spliced(place, place, f"{in_flow(value)}, ")
            place = self._last(last)
            return self._spliced(place, place, f", {in_flow(value)}")
        column = found.node.start_mark.column
        is_flow = isinstance(last, yaml.CollectionNode) and bool(last.flow_style)
        line = " " * column + entry(value, column, flow=is_flow)
        if index == 0:
            place = self._line_of(last.start_mark.index, "-", column)
            return self._spliced(place, place, f"{line}\n")
        place = self._line_end(self._last(last))
        return self._spliced(place, place, f"\n{line}")

    def remove(self, path: KeyPath) -> str:
        """Return the text without an entry or a field."""
        above, found = self._find(path[:-1]), self._find(path)
        last = self._last(found.node)
        if above.flow or above.node.flow_style:
            spans = _spans(above.node)
            at = next(i for i, (start, _) in enumerate(spans) if start == found.start)
            if at + 1 < len(spans):
                return self._spliced(found.start, spans[at + 1][0], "")
            start = self._last(spans[at - 1][1]) if at else found.start
            return self._spliced(start, last, "")
        is_entry = isinstance(above.node, yaml.SequenceNode)
        start = self._line_of(found.start, "-" if is_entry else "", above.node.start_mark.column)
        stop = self._line_end(last)
        rest = re.compile(r"\r?\n|\r|").match(self.text, stop)
        return self._spliced(start, rest.end() if rest else stop, "")

    def _find(self, path: KeyPath) -> _Found:
        found = _Found(self.root, flow=bool(self.root.flow_style))
        for step in path:
            inner = self._inner(found, step)
            if inner is None:
                raise NotPossibleError
            found = inner
        return found

    @staticmethod
    def _inner(found: _Found, step: int | str) -> _Found | None:
        node = found.node
        flow = found.flow or bool(getattr(node, "flow_style", False))
        column = node.start_mark.column
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            child = node.value[step]
            return _Found(child, column, flow, child.start_mark.index)
        if isinstance(node, yaml.MappingNode):
            for name, child in node.value:
                if name.value == step:
                    return _Found(child, column, flow, name.start_mark.index)
        return None

    def _add(self, found: _Found, name: str, value: Plain, order: Sequence[str]) -> str:
        """Add a field to a mapping, behind the last of those that come before it."""
        pairs = found.node.value
        flow = found.flow or bool(found.node.flow_style)
        if not pairs:
            place = found.node.end_mark.index - 1
            return self._spliced(place, place, f"{key_text(name)}: {in_flow(value)}")
        before = order[: order.index(name)] if name in order else order
        earlier = [child for key, child in pairs if key.value in before]
        behind = (earlier or ([pairs[0][1]] if name in order else [pairs[-1][1]]))[-1]
        if flow:
            place = self._last(behind)
            return self._spliced(place, place, f", {key_text(name)}: {in_flow(value)}")
        column = found.node.start_mark.column
        place = self._line_end(self._last(behind))
        return self._spliced(place, place, f"\n{' ' * column}{pair(name, value, column)}")

    def _replace(self, found: _Found, value: Plain) -> str:
        """Write a value where another stands."""
        node = found.node
        start, last = node.start_mark.index, self._last(node)
        if isinstance(value, str) and isinstance(node, yaml.ScalarNode):
            comment = self._behind_sign(node)
            style = node.style or ""
            new = scalar(value, style, found.column, flow=found.flow, comment=comment)
            if not new and comment:
                new = comment
            if new and self.text[start - 1 : start] in {":", "-"}:
                new = f" {new}"
            if not new and not found.flow and not self._rest(last):
                start = len(self.text[:start].rstrip(" "))
            return self._spliced(start, last, new)
        if isinstance(value, str) or (node.value and not _is_blank(node.value)):
            raise NotPossibleError
        if found.flow:
            gap = " " if self.text[start - 1 : start] == ":" else ""
            return self._spliced(start, last, gap + in_flow(value))
        lines = in_block(value, found.column + STEP)
        start = len(self.text[:start].rstrip(" "))
        return self._spliced(start, self._line_end(last), f"{self._rest(last, raw=True)}\n{lines}")

    def _behind_sign(self, node: yaml.ScalarNode) -> str:
        """Return the comment behind the sign that a text of several lines begins with."""
        if node.style not in {"|", ">"}:
            return ""
        head = self.text[node.start_mark.index : self._line_end(node.start_mark.index)]
        comment = re.search(" +#.*", head)
        return comment[0] if comment else ""

    def _rest(self, place: int, *, raw: bool = False) -> str:
        """Return what stands on the line behind a place."""
        rest = self.text[place : self._line_end(place)]
        return rest if raw else rest.strip()

    def _line_end(self, place: int) -> int:
        found = _LINE_END.match(self.text, place)
        return found.end() if found else place

    def _line_of(self, place: int, sign: str, column: int) -> int:
        """Return where the line of a field, or of an entry's dash, begins."""
        while True:
            start = max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1
            line = self.text[start : self._line_end(start)]
            if line[:column].strip(" "):
                raise NotPossibleError
            if line[column : column + 1].strip(" ") and line[column:].startswith(sign):
                return start
            if start == 0:
                raise NotPossibleError
            place = start - 1

    def _last(self, node: Any) -> int:
        """Return where the text of a node ends; the parser counts what follows a block to it."""
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            if node.style not in {"|", ">"}:
                return int(end)
            return int(start + len(self.text[start:end].rstrip(" \r\n")))
        if node.flow_style:
            return int(node.end_mark.index)
        child = node.value[-1]
        return self._last(child[1] if isinstance(child, tuple) else child)

    def _spliced(self, start: int, stop: int, new: str) -> str:
        return self.text[:start] + self._lines(new) + self.text[stop:]

    def _lines(self, new: str) -> str:
        return new.replace("\n", self.end)


def _spans(node: Any) -> list[tuple[int, Any]]:
    """Return where each part of a collection begins, and the node that it ends with."""
    pairs = (child if isinstance(child, tuple) else (child, child) for child in node.value)
    return [(first.start_mark.index, last) for first, last in pairs]


def _order(form: type[Form], path: KeyPath) -> list[str]:
    """Return the fields that may stand at a path, in order; none where there is no form."""
    try:
        return list(form_at(form, path).model_fields)
    except KeyError:
        return []


def _within(path: KeyPath, value: Plain) -> Plain:
    """Put a value into the fields that lead to it."""
    for step in reversed(path):
        value = {str(step): value}
    return value
