"""The names that documents get: what officers call them, safe on every system and in addresses."""

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath, PureWindowsPath

from oit.characters import escaped
from oit.checks.published.names import trouble_with, twins
from oit.thai import writing
from oit.thai.identity_search import mask_for_message

_MOST_LETTERS = 50
_SHOWN = 120
"""The letters of a name that is shown."""
_ROOM = 8
"""Bytes kept free for a number."""
_MOST_BYTES = 200
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_JUNK = re.compile(r"[^\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+|_+")
"""What is neither letter, digit, nor a Thai vowel or tone mark."""
_NOT_FIRST = re.compile(r"^[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e-]+")
_UNNAMED = "document"


def shown_name(sent: str) -> str:
    r"""Return the name of a file as its sender knows it, without the folders before it.

    Browsers send only the name; a program may send ``../x.pdf`` or ``C:\x.pdf``.
    """
    path = PureWindowsPath(escaped(sent.replace("\0", "")).encode(errors="replace").decode())
    return path.name if len(path.name) <= _SHOWN else f"{path.stem[:_SHOWN]}…{path.suffix[:_SHOWN]}"


def suffix_of(sent: str) -> str:
    """Return the ending of a file's name in lower case; empty if it has none."""
    suffix = PurePosixPath(shown_name(sent)).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def title_from(sent: str) -> str:
    """Return a title made of a file's name: ``O7_รายงาน-ประจำปี.pdf`` gives the words of it.

    The number of a person is masked.
    """
    stem = mask_for_message(PurePosixPath(shown_name(sent)).stem)
    return " ".join(re.sub(r"[_+]+|(?<=\w)-(?=\w)", " ", stem).split()) or _UNNAMED


def safe_name(item: str, words: str, suffix: str) -> str:
    """Return a name such as ``o07-รายงานประจำปี.pdf``; the number of a person is masked.

    Args:
        item: the name of the item's file without its ending, which sorts documents by items.
        words: the title, or the name that the file had.
        suffix: the ending with its dot.
    """
    plain = unicodedata.normalize(
        "NFC", writing.normalize_spelling(mask_for_message(words))
    ).lower()
    stem = _NOT_FIRST.sub("", _JUNK.sub("-", plain).strip("-"))
    # Where a letter ends that is cut, its marks end too.
    cut = stem[:_MOST_LETTERS]
    while len(f"{item}-{cut}{suffix}".encode()) > _MOST_BYTES - _ROOM:
        cut = cut[:-1]
    while len(cut) < len(stem) and unicodedata.combining(stem[len(cut)]):
        cut = cut[:-1]
    stem = cut.strip("-") or _UNNAMED
    if not re.match(rf"{re.escape(item)}(?![^\W_])", stem):
        stem = f"{item}-{stem}"
    name = f"{stem}{suffix}"
    return name if trouble_with(name) is None else f"{item}-{_UNNAMED}{suffix}"


def free_name(name: str, others: Collection[str]) -> str:
    """Return a name that no other file has on any system: with ``-2`` and so on."""
    path = PurePosixPath(name)
    number = 1
    while name in others or any(twins([*others, name])):
        number += 1
        name = f"{path.stem}-{number}{path.suffix}"
    return name
