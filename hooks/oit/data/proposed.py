"""What `oit adopt` proposes in an item's file: comments, which count for nothing until confirmed.

Below a document stands on which page it may show an element; a document of which it was not sure is
a comment as a whole:

    documents:
      - title: รายงานผลการดำเนินงานประจำปี พ.ศ. 2568
        file: files/2569/o07-1.pdf
        # shows: {results: 4, spent: 6}   # พบคำเหล่านี้ เปิดดูก่อน
        ## ไม่พบคำว่า ปัญหา/อุปสรรค ในเอกสารนี้
    #   ## เป็นของปี 2567 แต่ข้อนี้ต้องเป็นของปี 2568
    #   - title: รายงานผลการดำเนินงานประจำปี พ.ศ. 2567
    #     file: files/2569/o07-2.pdf
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from oit.source import edit
from oit.source.edit import NotPossibleError
from oit.source.values import KeyPath
from oit.source.write import in_flow
from oit.thai import writing

LOOK_FIRST = "พบคำเหล่านี้ เปิดดูก่อน"
"""What is written behind proposed pages."""
_DOCUMENTS: KeyPath = ("documents",)
_SHOWS = re.compile(r"# (shows: \{[^{}]*\})(\s+#.*)?")
_LINE_BREAK = re.compile(r"\r?\n|\r")
_LINE = re.compile(r"[^\r\n]*(?:\r?\n|\r|$)")
_REMARK = "## "
_FIRST, _NEXT, _ABOVE = "#   - ", "#     ", "#   ## "
"""How the lines of a document begin that is a comment: its first, the others, those above it."""


@dataclass(frozen=True)
class Proposed:
    """A document with something to confirm."""

    title: str
    file: str
    """The path below docs/."""
    is_live: bool
    """Whether the item has the document; else that is to be confirmed first."""
    shows: Mapping[str, int]
    """The page that may show an element, by the element's id; none that the document shows."""
    doubts: tuple[str, ...] = ()
    """Why the document is a comment."""
    remarks: tuple[str, ...] = ()
    """What else was seen, such as words that are on no page."""


def proposed(text: str) -> list[Proposed]:
    """Return what a file proposes: of its own documents, then of those that are comments.

    A document without proposals is returned too if something is remarked of it.

    Raises:
        NotPossibleError: the file cannot be read.
    """
    return [*_live(text), *(block.proposed for block in _blocks(text))]


def settled(text: str) -> str:
    """Return a file without proposals that were confirmed, by whatever hand.

    What a document shows needs no proposal; a comment of a document that the item has by now goes,
    and what it proposes moves below the document.
    """
    if "# shows: {" not in text and _FIRST not in text:
        return text  # a large file takes long to read
    try:
        return _moved(_without_shown(text)) if _documents(text) else text
    except NotPossibleError:
        return text


def without_element(text: str, file: str, element: str) -> str:
    """Return a file that no longer proposes where a document shows an element.

    Raises:
        NotPossibleError: it cannot be removed without changing something else.
    """
    for index, entry in enumerate(_documents(text)):
        if entry.get("file") == file:
            text = _without(text, index, {element})
    return text


def with_element(text: str, file: str, element: str, page: int) -> str:
    """Return a file that proposes again on which page a document shows an element.

    Raises:
        NotPossibleError: it cannot be written without changing something else.
    """
    for index, entry in enumerate(_documents(text)):
        shown = entry.get("shows")
        if entry.get("file") != file or (isinstance(shown, dict) and element in shown):
            continue
        found = edit.notes(text, _DOCUMENTS)
        notes = found[index] if found else []
        if element not in _pages(notes):
            note = f"# shows: {in_flow({element: str(page)})}   # {LOOK_FIRST}"
            text = edit.put_notes(text, _DOCUMENTS, index, [note, *notes])
    return text


def without_document(text: str, file: str) -> str:
    """Return a file that no longer has a comment that proposes a document.

    Raises:
        NotPossibleError: it cannot be removed without changing something else.
    """
    for block in _blocks(text):
        if block.proposed.file == file:
            return _cut(text, block)
    return text


class _Block(NamedTuple):
    """A document that is a comment."""

    lines: range
    proposed: Proposed
    notes: list[str]
    """The comments within it."""


def _live(text: str) -> Iterator[Proposed]:
    for entry, notes in zip(_documents(text), edit.notes(text, _DOCUMENTS), strict=False):
        shown = entry.get("shows")
        known = shown if isinstance(shown, dict) else {}
        shows = {name: page for name, page in _pages(notes).items() if name not in known}
        remarks = _remarks(notes)
        if shows or remarks:
            file, title = str(entry.get("file", "")), str(entry.get("title", ""))
            yield Proposed(title, file, is_live=True, shows=shows, remarks=remarks)


def _blocks(text: str) -> Iterator[_Block]:
    lines = _LINE_BREAK.split(text)
    start = 0
    while start < len(lines):
        if not lines[start].startswith(_FIRST):
            start += 1
            continue
        end = start + 1
        while end < len(lines) and lines[end].startswith(_NEXT):
            end += 1
        first = start
        while first > 0 and lines[first - 1].startswith(_ABOVE):
            first -= 1
        if block := _block(lines, range(first, end), start):
            yield block
        start = end


def _block(lines: Sequence[str], span: range, start: int) -> _Block | None:
    """Return the document that lines of comments are; ``None`` if they are something else."""
    entry = "\n".join(line.removeprefix("# ") for line in lines[start : span.stop])
    restored = f"documents:\n{entry}\n"
    try:
        [found], [notes] = _documents(restored), edit.notes(restored, _DOCUMENTS)
    except (NotPossibleError, ValueError):
        return None
    title, file = found.get("title"), found.get("file")
    if not isinstance(title, str) or not isinstance(file, str):
        return None
    doubts = tuple(line.removeprefix(_ABOVE).strip() for line in lines[span.start : start])
    made = Proposed(title, file, False, _pages(notes), doubts, _remarks(notes))
    return _Block(span, made, notes)


def _documents(text: str) -> list[dict[str, Any]]:
    root = edit.values(text)
    listed = root.get("documents") if isinstance(root, dict) else None
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        return []
    return listed  # type: ignore[return-value]  # looked at above


def _pages(notes: Sequence[str]) -> dict[str, int]:
    pages: dict[str, int] = {}
    for note in notes:
        for name, page in _shown(note).items():
            if page.isdecimal() and 0 < len(page) < 7 and int(page):
                pages.setdefault(name, int(page))
    return pages


def _shown(note: str) -> dict[str, str]:
    """Return what a comment says that a document shows; nothing if it says something else."""
    match = _SHOWS.fullmatch(note)
    try:
        root: Any = edit.values(match[1]) if match else {}
    except NotPossibleError:
        return {}
    shows = root.get("shows", {})
    return (
        {name: writing.arabic(page) for name, page in shows.items() if isinstance(page, str)}
        if isinstance(shows, dict)
        else {}
    )


def _remarks(notes: Sequence[str]) -> tuple[str, ...]:
    return tuple(note.removeprefix(_REMARK) for note in notes if note.startswith(_REMARK))


def _without_shown(text: str) -> str:
    for index, entry in enumerate(_documents(text)):
        if isinstance(entry.get("shows"), dict):
            text = _without(text, index, entry["shows"])
    return text


def _without(text: str, index: int, elements: Any) -> str:
    """Return a file in which an entry proposes nothing of some elements."""
    found = edit.notes(text, _DOCUMENTS)
    notes = found[index] if found else []
    kept = []
    for note in notes:
        shows = _shown(note)
        left = {name: page for name, page in shows.items() if name not in elements}
        if left == shows:
            kept.append(note)
        elif left:
            match = _SHOWS.fullmatch(note)
            kept.append(f"# shows: {in_flow(dict(left))}{(match and match[2]) or ''}")
    return edit.put_notes(text, _DOCUMENTS, index, kept) if kept != notes else text


def _moved(text: str) -> str:
    for block in [*_blocks(text)]:
        files = [entry.get("file") for entry in _documents(text)]
        if block.proposed.file in files:
            # The places of the other blocks in the text change.
            there = next(b for b in _blocks(text) if b.proposed.file == block.proposed.file)
            text = _cut(text, there)
            index = files.index(block.proposed.file)
            if found := edit.notes(text, _DOCUMENTS):
                notes = [*found[index], *there.notes]
                text = edit.put_notes(text, _DOCUMENTS, index, [*dict.fromkeys(notes)])
                text = _without_shown(text)
    return text


def _cut(text: str, block: _Block) -> str:
    lines = _LINE.findall(text)
    left = "".join(lines[: block.lines.start] + lines[block.lines.stop :])
    if edit.values(left) != edit.values(text):
        raise NotPossibleError
    return left
