"""The values of a file: texts, lists and mappings that know where they stand."""

from dataclasses import dataclass, field

from oit.findings.finding import Finding, Place


class Scalar(str):
    """A text with its place; line and column count from 1."""

    __slots__ = ("column", "line")
    line: int
    column: int

    @classmethod
    def at(cls, text: str, line: int, column: int) -> "Scalar":
        """Make a text that stands at a place."""
        scalar = cls(text)
        scalar.line, scalar.column = line, column
        return scalar


class Sequence(list["Value"]):
    """A list with the place of its first entry."""

    line = column = 1


class Mapping(dict[Scalar, "Value"]):
    """A mapping with the place of its first key; its keys know their own places."""

    line = column = 1

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, Scalar] = {}

    def __setitem__(self, key: Scalar, value: "Value") -> None:
        self._keys[key] = key
        super().__setitem__(key, value)

    def key(self, name: str) -> Scalar | None:
        """Return the key as it was written, with its place."""
        return self._keys.get(name)


Value = Scalar | Sequence | Mapping


@dataclass
class SourceFile:
    """What one file said."""

    file: str
    """The file's name as findings give it."""
    root: Mapping = field(default_factory=Mapping)
    findings: list[Finding] = field(default_factory=list)
    text: str = ""

    def place(self, value: Value | None = None) -> Place:
        """Return the place of a value, or of the file's beginning."""
        if value is None:
            return Place(self.file)
        return Place(self.file, value.line, value.column)
