"""Changes of a YAML file at single places: all that stands around them stays as it was typed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import yaml


class Edit(NamedTuple):
    """A part of a text, and what takes its place."""

    start: int
    end: int
    text: str


class Pair(NamedTuple):
    """A field as it stands in a file."""

    key: yaml.ScalarNode
    value: yaml.Node
    within: yaml.MappingNode

    @property
    def text(self) -> str:
        """What it says; empty where that is a list or fields, or nothing."""
        return self.value.value.strip() if isinstance(self.value, yaml.ScalarNode) else ""

    @property
    def is_in_brackets(self) -> bool:
        """Whether it stands in ``{…}``, on a line with others."""
        return bool(self.within.flow_style)

    def has_beside(self, name: str) -> bool:
        """Tell whether there is another field beside it."""
        return any(key.value == name for key, _ in self.within.value)


def compose(text: str) -> yaml.Node | None:
    """Return the file's nodes; ``None`` where it cannot be read."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return node


def pairs(node: yaml.Node | None, path: str) -> Iterator[Pair]:
    """Yield every field at a dotted name; lists on the way are gone through."""
    if isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from pairs(entry, path)
    if not isinstance(node, yaml.MappingNode):
        return
    name, _, rest = path.partition(".")
    for key, value in node.value:
        if key.value == name and rest:
            yield from pairs(value, rest)
        elif key.value == name:
            yield Pair(key, value, node)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with its parts replaced."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
