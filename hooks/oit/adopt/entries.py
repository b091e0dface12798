"""Documents as entries of an item's file: live, or as comments that count for nothing.

A line that begins with ``## `` explains; any other comment becomes YAML when ``# `` is removed, as
in the templates of items.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from oit.adopt.naming import clean
from oit.data.proposed import LOOK_FIRST
from oit.source.write import Plain, entry, in_flow

_HEADING = "documents:"


@dataclass(frozen=True)
class Entry:
    """A document of an item's file."""

    title: str
    file: str
    """The path below docs/."""
    is_live: bool
    doubts: tuple[str, ...] = ()
    """Why it is not live, and what to look at, in Thai."""
    shows: Mapping[str, int] = field(default_factory=dict)
    """The page on which the words of an element are, by the element's id."""
    absent: tuple[str, ...] = ()
    """What the words of elements are that no page has."""


def with_documents(template: str, entries: Sequence[Entry], pages: Sequence[str] = ()) -> str:
    """Return the template of an item's file with documents in the place of their example.

    Args:
        template: the template, in which every field is a comment.
        entries: the documents.
        pages: the addresses of pages of the old site that belong to the item.
    """
    lines = template.split("\n")
    start = lines.index(f"# {_HEADING}")
    end = start + 1
    while lines[end].startswith("#  "):
        end += 1
    return "\n".join([*lines[:start], *_block(entries, pages), *lines[end:]])


def _block(entries: Sequence[Entry], pages: Sequence[str]) -> list[str]:
    is_live = any(entry.is_live for entry in entries)
    lines = [f"## หน้าของข้อนี้ในเว็บไซต์เดิม: {clean(page)}" for page in pages]
    lines.append(_HEADING if is_live else f"# {_HEADING}")
    return [*lines, *(line for entry in entries for line in _lines(entry))]


def _lines(document: Entry) -> list[str]:
    # An entry is written once, live or not, so that it reads the same when it is uncommented.
    values: dict[str, Plain] = {"title": document.title, "file": document.file}
    written = "  " + entry(values, 2, flow=False)
    notes = [f"## {clean(doubt)}" for doubt in document.doubts]
    if document.is_live:
        below = [f"    {note}" for note in (*notes, *_proposals(document))]
        return [*written.split("\n"), *below]
    # The first line of a comment says that it is one.
    lines = [*written.split("\n"), *(f"    {line}" for line in _proposals(document))]
    return [*(f"#   {note}" for note in notes), *(f"# {line}" for line in lines)]


def _proposals(document: Entry) -> list[str]:
    shows = {name: str(page) for name, page in document.shows.items()}
    lines = [f"# shows: {in_flow(dict(shows))}   # {LOOK_FIRST}"] if shows else []
    return [*lines, *(f"## ไม่พบคำว่า {clean(text)} ในเอกสารนี้" for text in document.absent)]
