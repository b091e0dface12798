"""Change single values of a YAML file as text; everything around them stays as it was typed.

The parser tells where each value begins and ends, and only that part of the text is replaced:
comments, order, quotes, blank lines and line endings stay. Each result is read again by the strict
reader; if it does not say exactly what was intended, the edit is refused.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from oit.source import SourceFile, parse
from oit.source.values import KeyPath
from oit.source.write import INDENT, Plain, entry, in_block, in_flow, pair, scalar
from oit.source.write import key as key_text
from oit.thai import writing

Order = Callable[[KeyPath], Sequence[str]]
"""Returns the names of the fields that a mapping at a path may have, in their order."""

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*")
_LINE_BREAK = re.compile(r"\r?\n|\r|")


class NotPossibleError(Exception):
    """An edit that cannot be made without changing something else."""


def no_order(_: KeyPath) -> Sequence[str]:
    """Know no order of fields: a new field becomes the last."""
    return ()


def values(text: str) -> Plain:
    """Return the values of a file.

    Raises:
        NotPossibleError: the file cannot be read.
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


def without_empty(value: Plain | None) -> object:
    """Return a value without its empty fields; ``None`` if nothing is left.

    An empty field means the same as a missing one.
    """
    if isinstance(value, dict):
        kept = {name: without_empty(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner is not None} or None
    if isinstance(value, list):
        return [without_empty(inner) for inner in value] or None
    return value or None


def value_at(root: Any, path: KeyPath) -> Any:
    """Return the value at a path; ``None`` if there is none."""
    for step in path:
        if isinstance(root, dict):
            root = root.get(step)
        else:
            root = root[step] if isinstance(root, list) and isinstance(step, int) else None
    return root


def put(text: str, path: KeyPath, value: Plain, order: Order = no_order) -> str:
    """Set a field, or a list entry that is a text.

    A new field is placed behind those that come before it in the order.

    Raises:
        NotPossibleError: the edit would change something else.
    """
    return put_all(text, {path: value}, order)


def put_all(text: str, new: Mapping[KeyPath, Plain], order: Order = no_order) -> str:
    """Set several fields, or list entries that are texts.

    New fields of the same mapping are to be given in their order.

    Raises:
        NotPossibleError: the edits would change something else, or each other.
    """
    intended = values(text)
    for path, value in new.items():
        intended = _with_value(intended, path, value)
    old = _Text(text)
    if not isinstance(old.root, yaml.MappingNode):
        fields: Any = {}
        for path, value in new.items():
            fields = _with_value(fields, path, value)
        return _verified(text, old.edited([old.append(fields)]), intended)
    splices = [old.put(path, value, order) for path, value in new.items()]
    return _verified(text, old.edited(splices), intended)


def append(text: str, name: str, value: Plain) -> str:
    """Add a field as the last line of a file.

    Raises:
        NotPossibleError: the edit would change something else.
    """
    intended = _with_value(values(text), (name,), value)
    old = _Text(text)
    return _verified(text, old.edited([old.append({name: value})]), intended)


def insert(text: str, path: KeyPath, index: int, value: Plain, order: Order = no_order) -> str:
    """Add an entry to a list; a missing list is added, too.

    Raises:
        NotPossibleError: the edit would change something else.
    """
    return insert_all(text, path, index, [value], order)


def insert_all(
    text: str, path: KeyPath, index: int, new: Sequence[Plain], order: Order = no_order
) -> str:
    """Add entries to a list, the first of them at an index; a missing list is added, too.

    Raises:
        NotPossibleError: the edit would change something else.
    """
    root = values(text)
    entries = value_at(root, path)
    if not entries or not isinstance(entries, list):
        return put(text, path, list(new), order)
    entries[index:index] = new
    old = _Text(text)
    return _verified(text, old.edited([old.insert(path, index, new)]), root)


def reorder(text: str, path: KeyPath, positions: Sequence[int]) -> str:
    """Put the entries of a list into another order, each with its comments.

    The comment lines right above an entry and those within it are moved with it; blank lines, and
    comments that a blank line sets apart from the entry, stay where they are.

    Args:
        text: the file.
        path: the list.
        positions: where each entry of the new order is now: ``(1, 0)`` swaps two entries.

    Raises:
        NotPossibleError: the edit would change something else.
    """
    root = values(text)
    entries = value_at(root, path)
    if sorted(positions) != list(range(len(entries))):
        raise ValueError(positions)
    entries[:] = [entries[position] for position in positions]
    return _verified(text, _Text(text).reorder(path, positions), root)


def remove(text: str, path: KeyPath) -> str:
    """Remove a list entry or a field, with all of its lines.

    Raises:
        NotPossibleError: the edit would change something else.
    """
    root = values(text)
    parent: Any = value_at(root, path[:-1])
    del parent[path[-1]]
    old = _Text(text)
    return _verified(text, old.edited([old.remove(path)]), root)


def remove_all(text: str, path: KeyPath, indexes: Sequence[int]) -> str:
    """Remove several entries of a list, with all of their lines.

    Raises:
        NotPossibleError: the edits would change something else, or each other: the list is between
            brackets.
    """
    root = values(text)
    entries: Any = value_at(root, path)
    entries[:] = [entry for index, entry in enumerate(entries) if index not in indexes]
    old = _Text(text)
    return _verified(text, old.edited([old.remove((*path, i)) for i in indexes]), root)


def notes(text: str, path: KeyPath) -> list[list[str]]:
    """Return the comment lines right below each entry of a list, without their indentation.

    There are none if the list is missing, or between brackets.

    Raises:
        NotPossibleError: the file cannot be read.
    """
    if not isinstance(value_at(values(text), path), list):
        return []
    old = _Text(text)
    return [_lines(old.text[start:end]) for start, end in old.notes(path)]


def put_notes(text: str, path: KeyPath, index: int, new: Sequence[str]) -> str:
    """Replace the comment lines right below an entry of a list.

    Raises:
        NotPossibleError: the edit would change something else.
    """
    old = _Text(text)
    return _verified(text, old.edited([old.put_notes(path, index, new)]), values(text))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in _LINE.findall(text) if line.strip()]


def _verified(before: str, after: str, intended: Plain) -> str:
    if without_empty(values(after)) != without_empty(intended):
        raise NotPossibleError
    return before[: before.startswith(_BOM)] + after


def _with_value(root: Any, path: KeyPath, value: Plain) -> Plain:
    parent = root
    for step in path[:-1]:
        inner = parent.get(step) if isinstance(parent, dict) else parent[step]
        if not inner or _is_blank(inner):
            parent[step] = {}
        parent = parent[step]
        if isinstance(parent, str):
            raise NotPossibleError
    parent[path[-1]] = value
    return root  # type: ignore[no-any-return]  # from values()


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and writing.is_blank(value)


class _Splice(NamedTuple):
    """A part of the text that is replaced."""

    start: int
    end: int
    new: str


@dataclass
class _Located:
    """A node of the file, and its position in the text."""

    node: Any
    column: int = 0
    """The column of its key, or of the dash of its list entry."""
    flow: bool = False
    """Whether it is between brackets."""
    start: int = 0
    """Where its key begins; for a list entry, where the value behind the dash begins."""


class _Text:
    """The text of a file, and the nodes that the parser finds in it."""

    def __init__(self, text: str) -> None:
        self.text = text.removeprefix(_BOM)
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.root: Any = yaml.compose(self.text, Loader=_LOADER)

    def edited(self, splices: Sequence[_Splice]) -> str:
        """Return the text with parts of it replaced; those at one place follow in their order."""
        text, written = "", 0
        for start, end, new in sorted(splices, key=lambda splice: splice.start):
            if start < written:
                raise NotPossibleError
            text += self.text[written:start] + new.replace("\n", self.newline)
            written = end
        return text + self.text[written:]

    def append(self, fields: dict[str, Plain]) -> _Splice:
        """Add fields at the end."""
        gap = "\n" if self.text and not self.text.endswith("\n") else ""
        end = len(self.text)
        return _Splice(end, end, f"{gap}{in_block(fields)}\n")

    def put(self, path: KeyPath, value: Plain, order: Order) -> _Splice:
        """Set a value."""
        current = self._top()
        for depth, step in enumerate(path):
            inner = self._child(current, step)
            if inner is None:
                new = _nested(path[depth + 1 :], value)
                return self._add_field(current, str(step), new, order(path[:depth]))
            current = inner
            if isinstance(current.node, yaml.ScalarNode) and depth + 1 < len(path):
                return self._replace(current, _nested(path[depth + 1 :], value))
        return self._replace(current, value)

    def insert(self, path: KeyPath, index: int, new: Sequence[Plain]) -> _Splice:
        """Add entries to a list."""
        found = self._find(path)
        neighbour = found.node.value[max(index - 1, 0)]
        if found.flow or found.node.flow_style:
            in_brackets = ", ".join(map(in_flow, new))
            if index == 0:
                return _inserted(neighbour.start_mark.index, f"{in_brackets}, ")
            return _inserted(self._end(neighbour), f", {in_brackets}")
        column = found.node.start_mark.column
        is_flow = isinstance(neighbour, yaml.CollectionNode) and bool(neighbour.flow_style)
        lines = "\n".join(" " * column + entry(value, column, flow=is_flow) for value in new)
        if index == 0:
            start = self._line_start(neighbour.start_mark.index, "-", column)
            return _inserted(start, f"{lines}\n")
        return _inserted(self._entry_end(neighbour, column), f"\n{lines}")

    def notes(self, path: KeyPath) -> list[tuple[int, int]]:
        """Return from where to where the comments right below each entry of a list are."""
        found = self._find(path)
        if found.flow or found.node.flow_style:
            return []
        column = found.node.start_mark.column
        return [
            (self._line_end(self._end(node)), self._entry_end(node, column))
            for node in found.node.value
        ]

    def put_notes(self, path: KeyPath, index: int, new: Sequence[str]) -> _Splice:
        """Replace the comments right below an entry of a list."""
        start, end = self.notes(path)[index]
        column = self._find(path).node.start_mark.column + INDENT
        return _Splice(start, end, "".join(f"\n{' ' * column}{line}" for line in new))

    def reorder(self, path: KeyPath, positions: Sequence[int]) -> str:
        """Return the text with the entries of a list in another order."""
        found = self._find(path)
        if found.flow or found.node.flow_style:
            spans = [(start, self._end(node)) for start, node in _spans(found.node)]
        else:
            spans = self._entry_spans(found)
        text, written = "", 0
        for (start, end), position in zip(spans, positions, strict=True):
            # What is between two entries stays in its place.
            text += self.text[written:start] + self.text[slice(*spans[position])]
            written = end
        return text + self.text[written:]

    def _entry_spans(self, found: _Located) -> list[tuple[int, int]]:
        """Return from where to where the lines of each entry of a list are, with its comments."""
        column = found.node.start_mark.column
        spans: list[tuple[int, int]] = []
        for node in found.node.value:
            start = self._line_start(node.start_mark.index, "-", column)
            # Above the first entry is the name of the list.
            while (above := self._comment_above(start)) is not None:
                if spans and above < spans[-1][1]:
                    break
                start = above
            spans.append((start, self._entry_end(node, column)))
        return spans

    def _entry_end(self, node: Any, column: int) -> int:
        """Return where the lines of a list entry end, with the comments below that are its own.

        Args:
            node: the entry.
            column: the column of its dash; comments of the entry are indented more.
        """
        end = self._line_end(self._end(node))
        while (below := self._comment_below(end, column)) is not None:
            end = below
        return end

    def _comment_above(self, start: int) -> int | None:
        """Return where the comment line above a line begins; ``None`` if it is no comment."""
        if start == 0:
            return None
        line_break = start - (2 if self.text.startswith("\r\n", start - 2) else 1)
        above = max(self.text.rfind("\n", 0, line_break), self.text.rfind("\r", 0, line_break)) + 1
        return above if self.text[above:line_break].lstrip(" ").startswith("#") else None

    def _comment_below(self, end: int, column: int) -> int | None:
        """Return where a comment line below a line ends, if it is indented more than a column."""
        line_break = _LINE_BREAK.match(self.text, end)
        below = line_break.end() if line_break else end
        line_end = self._line_end(below)
        line = self.text[below:line_end]
        is_within = below > end and line[: column + 1].strip(" ") == ""
        return line_end if is_within and line.lstrip(" ").startswith("#") else None

    def remove(self, path: KeyPath) -> _Splice:
        """Remove a list entry or a field."""
        parent, found = self._find(path[:-1]), self._find(path)
        end = self._end(found.node)
        if parent.flow or parent.node.flow_style:
            return self._remove_in_flow(parent, found.start, end)
        is_entry = isinstance(parent.node, yaml.SequenceNode)
        column = parent.node.start_mark.column
        start = self._line_start(found.start, "-" if is_entry else "", column)
        # Comments below an entry would else become those of the entry before it.
        line_end = self._entry_end(found.node, column) if is_entry else self._line_end(end)
        line_break = _LINE_BREAK.match(self.text, line_end)
        return _Splice(start, line_break.end() if line_break else line_end, "")

    def _remove_in_flow(self, parent: _Located, start: int, end: int) -> _Splice:
        """Remove a part between brackets, with the comma behind it or, of the last, before it."""
        spans = _spans(parent.node)
        index = next(i for i, (begin, _) in enumerate(spans) if begin == start)
        if index + 1 < len(spans):
            return _Splice(start, spans[index + 1][0], "")
        return _Splice(self._end(spans[index - 1][1]) if index else start, end, "")

    def _top(self) -> _Located:
        return _Located(self.root, flow=bool(self.root.flow_style))

    def _find(self, path: KeyPath) -> _Located:
        found = self._top()
        for step in path:
            inner = self._child(found, step)
            if inner is None:
                raise NotPossibleError
            found = inner
        return found

    @staticmethod
    def _child(parent: _Located, step: int | str) -> _Located | None:
        node = parent.node
        flow = parent.flow or bool(getattr(node, "flow_style", False))
        column = node.start_mark.column
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            child = node.value[step]
            return _Located(child, column, flow, child.start_mark.index)
        if isinstance(node, yaml.MappingNode):
            for name, child in node.value:
                if name.value == step:
                    return _Located(child, column, flow, name.start_mark.index)
        return None

    def _add_field(
        self, parent: _Located, name: str, value: Plain, order: Sequence[str]
    ) -> _Splice:
        """Add a field to a mapping, behind the last of those that come before it."""
        pairs = parent.node.value
        in_brackets = f"{key_text(name)}: {in_flow(value)}"
        if not pairs:
            return _inserted(parent.node.end_mark.index - 1, in_brackets)
        before = order[: order.index(name)] if name in order else order
        earlier = [child for key, child in pairs if key.value in before]
        neighbour = (earlier or ([pairs[0][1]] if name in order else [pairs[-1][1]]))[-1]
        if parent.flow or parent.node.flow_style:
            return _inserted(self._end(neighbour), f", {in_brackets}")
        column = parent.node.start_mark.column
        line = f"\n{' ' * column}{pair(name, value, column)}"
        return _inserted(self._line_end(self._end(neighbour)), line)

    def _replace(self, found: _Located, value: Plain) -> _Splice:
        """Write a value in the place of another."""
        node = found.node
        if isinstance(value, str) and isinstance(node, yaml.ScalarNode):
            return self._replace_scalar(found, value)
        if isinstance(value, str) or (node.value and not _is_blank(node.value)):
            raise NotPossibleError
        start, end = node.start_mark.index, self._end(node)
        if found.flow:
            gap = " " if self.text[start - 1 : start] == ":" else ""
            return _Splice(start, end, gap + in_flow(value))
        line_end = self._line_end(end)
        start = len(self.text[:start].rstrip(" "))
        lines = in_block(value, found.column + INDENT)
        return _Splice(start, line_end, f"{self.text[end:line_end]}\n{lines}")

    def _replace_scalar(self, found: _Located, value: str) -> _Splice:
        node = found.node
        start, end = node.start_mark.index, self._end(node)
        comment = self._header_comment(node)
        style = node.style or ""
        new = scalar(value, style, found.column, flow=found.flow, comment=comment) or comment
        behind = self.text[end : self._line_end(end)]
        if "\n" in new and not comment and behind.lstrip().startswith("#"):
            # The lines of a block begin below; the comment stays behind the name.
            new = scalar(value, style, found.column, comment=behind)
            end += len(behind)
        if new and self.text[start - 1 : start] in {":", "-"}:
            new = f" {new}"
        if not new and not found.flow and not self.text[end : self._line_end(end)].strip():
            start = len(self.text[:start].rstrip(" "))
        return _Splice(start, end, new)

    def _header_comment(self, node: Any) -> str:
        """Return the comment behind the ``|`` or ``>`` that a block scalar begins with."""
        if node.style not in {"|", ">"}:
            return ""
        start = node.start_mark.index
        comment = re.search("(?<! ) +#.*", self.text[start : self._line_end(start)])
        return comment[0] if comment else ""

    def _line_end(self, position: int) -> int:
        line = _LINE.match(self.text, position)
        return line.end() if line else position

    def _line_start(self, position: int, sign: str, column: int) -> int:
        """Return where the line of a field, or of a list entry's dash, begins."""
        while True:
            start = max(self.text.rfind("\n", 0, position), self.text.rfind("\r", 0, position)) + 1
            line = self.text[start : self._line_end(start)]
            if line[:column].strip(" "):
                raise NotPossibleError
            if line[column : column + 1].strip(" ") and line[column:].startswith(sign):
                return start
            if start == 0:
                raise NotPossibleError
            position = start - 1

    def _end(self, node: Any) -> int:
        """Return where the text of a node ends, without the blank lines that the parser counts."""
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            if node.style not in {"|", ">"}:
                return int(end)
            return int(start + len(self.text[start:end].rstrip(" \r\n")))
        if node.flow_style:
            return int(node.end_mark.index)
        child = node.value[-1]
        return self._end(child[1] if isinstance(child, tuple) else child)


def _inserted(position: int, new: str) -> _Splice:
    return _Splice(position, position, new)


def _spans(node: Any) -> list[tuple[int, Any]]:
    """Return where each part of a collection begins, and the node that it ends with."""
    pairs = (child if isinstance(child, tuple) else (child, child) for child in node.value)
    return [(first.start_mark.index, last) for first, last in pairs]


def _nested(path: KeyPath, value: Plain) -> Plain:
    """Put a value into the fields that lead to it."""
    for step in reversed(path):
        value = {str(step): value}
    return value
