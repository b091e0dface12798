"""How documents of an earlier run stand in an item's file by now."""

from dataclasses import dataclass
from pathlib import Path

from oit.data.proposed import proposed
from oit.source.edit import NotPossibleError
from oit.source.read import parse
from oit.source.values import Mapping, Scalar, Sequence, SourceFile

WINDOWS_ENDS = "\r\n"
"""The ends of lines that Git gives to files on Windows."""


@dataclass(frozen=True)
class Standing:
    """A document in its item's file."""

    file: str
    """The path below docs/."""
    is_live: bool
    """Whether it is an entry that counts."""
    is_comment: bool
    """Whether it is still a comment, which waits for somebody to look."""
    shows: bool
    """Whether somebody has said what it shows."""


@dataclass(frozen=True)
class ItemFile:
    """The documents of an item's file, by their paths below docs/."""

    entries: dict[str, bool]
    """Whether somebody has said what a document shows that is an entry."""
    comments: frozenset[str]
    """Those that are comments."""

    def of(self, file: str) -> Standing:
        """Return how a document stands."""
        is_live = file in self.entries
        is_comment = file in self.comments and not is_live
        return Standing(file, is_live, is_comment, self.entries.get(file, False))


def text_of(file: Path) -> str | None:
    """Return the text of a file with its own ends of lines; ``None`` if it is missing."""
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else None


def item_file(text: str) -> ItemFile:
    """Read the text of an item's file; one that cannot be read has no entries."""
    documents = parse(text.encode(), SourceFile("")).root.get(Scalar("documents"))
    every = documents if isinstance(documents, Sequence) else ()
    entries = [entry for entry in every if isinstance(entry, Mapping)]
    return ItemFile(
        {str(entry.get(Scalar("file"))): bool(entry.get(Scalar("shows"))) for entry in entries},
        _comments(text),
    )


def _comments(text: str) -> frozenset[str]:
    try:
        return frozenset(entry.file for entry in proposed(text) if not entry.is_live)
    except NotPossibleError:
        return frozenset()
