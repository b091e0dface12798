"""Read a file of a data folder; any fault becomes a finding."""

import re
import stat
from pathlib import Path
from typing import cast

import yaml

from oit.characters import FORBIDDEN, ODD_SPACE
from oit.findings.codes import encoding, syntax, too_large, unsafe_file, wrong_type
from oit.findings.finding import Finding, Place
from oit.source.characters import character_faults, odd_spaces
from oit.source.compose import Composer, RefusalError
from oit.source.values import Mapping, Sequence, SourceFile, Value

MAX_BYTES = 1_000_000

_OPENED = re.compile("quoted scalar|flow (?:sequence|mapping)")


def read(path: Path, folder: Path, shown: str) -> SourceFile:
    """Read a data file.

    Args:
        path: the file.
        folder: the data folder; a file outside it, or behind a link that leaves it, is refused.
        shown: the file's name for findings.
    """
    document = SourceFile(shown)
    data = load(path, folder, document)
    return document if data is None else parse(data, document)


def load(path: Path, folder: Path, document: SourceFile, limit: int = MAX_BYTES) -> bytes | None:
    """Read the bytes of a file of a data folder; a fault is added to the document's findings."""
    if not _is_inside(path, folder):
        document.findings.append(unsafe_file.CODE.at(document.place()))
        return None
    try:
        state = path.stat()
        mode, size = state.st_mode, state.st_size
        # Reading a pipe would wait until somebody writes into it, and a device may never end.
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            document.findings.append(unsafe_file.SPECIAL.at(document.place()))
            return None
        data = path.read_bytes() if size <= limit else b""
    except OSError as error:
        document.findings.append(unsafe_file.UNREADABLE.at(document.place(), reason=error.strerror))
        return None
    if size > limit:
        document.findings.append(too_large.CODE.at(document.place(), size=size, limit=limit))
        return None
    return data


def _is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a file is in a folder, no link itself, nor behind one that leaves the folder."""
    if path.is_symlink():
        return False
    parent = path.parent
    if parent == folder or (parent.parent == folder and not _may_lead_away(parent)):
        # As almost every file does; to resolve a path takes long.
        return True
    return path.resolve().is_relative_to(folder.resolve())


def _may_lead_away(folder: Path) -> bool:
    return folder.name == ".." or folder.is_symlink()


def decode(data: bytes, document: SourceFile) -> str | None:
    """Read bytes as UTF-8; a fault is added to the document's findings."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.findings.append(_encoding_fault(data, error, document))
        return None


def parse(data: bytes, document: SourceFile) -> SourceFile:
    """Parse the bytes of a file into an empty document."""
    text = decode(data, document)
    if text is None:
        return document
    document.text = text
    lines = _lines(text)
    if "\t" in text or FORBIDDEN.search(text):  # few files have any
        document.findings += character_faults(lines, document.file)
    if not document.findings:
        document.findings += _build(text, lines, document)
    return document


def _lines(text: str) -> list[str]:
    """Split a text into the lines of YAML; ``splitlines`` knows more line endings than YAML."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _encoding_fault(data: bytes, error: UnicodeDecodeError, document: SourceFile) -> Finding:
    before = _lines(data[: error.start].decode("latin-1"))
    place = Place(document.file, len(before), len(before[-1]) + 1)
    try:
        sample = _lines(data.decode("cp874"))[len(before) - 1]
    except UnicodeDecodeError:
        return encoding.CODE.at(place)
    return encoding.CP874.at(place, sample=FORBIDDEN.sub("", sample).strip()[:40])


def _build(text: str, lines: list[str], document: SourceFile) -> list[Finding]:
    """Fill the document's root from the text; return what is wrong with it."""
    composer = Composer(text, lines, document)
    findings = composer.findings
    fault: Finding | None = None
    root: Value = Mapping()
    try:
        root = composer.compose()
    except RefusalError as refusal:
        fault = refusal.finding
    except yaml.MarkedYAMLError as error:
        fault = _syntax_fault(error, lines, document)
    except (ValueError, OverflowError):
        # PyYAML's own parser raises this for "\UFFFFFFFF", without a place.
        problem = syntax.explain("invalid Unicode character escape")
        fault = syntax.CODE.at(composer.reached, problem=problem)
    has_odd_space = ODD_SPACE.search(text) is not None
    spaces = list(odd_spaces(lines, composer.prose, document.file)) if has_odd_space else []
    if spaces:
        # Faults behind such a space are mostly caused by it.
        if fault and fault.place.line < spaces[0].place.line:
            return [fault, *spaces]
        return spaces
    if fault:
        return [*findings, fault]
    if isinstance(root, Mapping):
        document.root = root
    elif root or isinstance(root, Sequence):
        findings.append(wrong_type.FILE.at(document.place(root)))
    return findings


def _syntax_fault(error: yaml.MarkedYAMLError, lines: list[str], document: SourceFile) -> Finding:
    mark = cast("yaml.Mark", error.problem_mark)
    problem = cast("str", error.problem)
    # For a quote or bracket that is never closed, report where it opens, not the end of the file.
    at_end = not "".join(lines[mark.line :])[mark.column :].strip()
    if error.context_mark and at_end and _OPENED.search(error.context or ""):
        mark = error.context_mark
    # The C parser adds a line to a file that does not end with a line end.
    place = Place(document.file, min(mark.line + 1, len(lines)), mark.column + 1)
    return syntax.CODE.at(place, problem=syntax.explain(problem))
