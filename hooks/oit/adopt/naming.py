"""What an adopted document is called: its title, and the words that become part of a data file."""

import re
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from oit import pdf, worker
from oit.characters import FORBIDDEN, INVISIBLE, ODD_SPACE, UNPRINTABLE
from oit.data.checklist import Item
from oit.source.own import read_own
from oit.thai import writing
from oit.thai.identity_search import mask_for_message

_EMPTY = Path(__file__).with_name("empty_titles.yml")
_LONGEST = 200
_FEWEST_LETTERS = 4
_OF_PROGRAM = re.compile(
    r"^(?:microsoft (?:word|excel|powerpoint)|powerpoint presentation)\s*-?\s*", re.IGNORECASE
)
"""What Office writes in front of a file's name, which is the title of many PDFs."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_ADDRESS = re.compile(
    r"^(?:https?:|www\.|[\w.-]+\.(?:go|or|ac|co|in)\.th\b|[\w.-]+/[\w./-]*$)", re.IGNORECASE
)
_KIND = re.compile(r"\b(?:pdf|docx?|word|xlsx?|excel|pptx?|zip|rar|file|kb|mb)\b")
_THAI = re.compile("[\u0e01-\u0e2e]")
_MACHINE_NAME = re.compile(r"^[A-Za-z0-9_().%+-]*[0-9_][A-Za-z0-9_().%+-]*$")
"""The name of a file rather than words: ``IMG_2041``, ``20231015-scan``."""


def clean(text: str) -> str:
    """Return a text as one line that data files and terminals may have; ids are masked."""
    seen = INVISIBLE.sub("", ODD_SPACE.sub(" ", text))
    plain = FORBIDDEN.sub(" ", UNPRINTABLE.sub(" ", seen))
    return mask_for_message(" ".join(plain.split()))


def title(text: str, file: Path, item: Item, year: int) -> str:
    """Return what a document is called: by its link, else by itself, else by its item.

    Args:
        text: the text of its link.
        file: the document.
        item: the item that it belongs to.
        year: the year of that item.
    """
    for candidate in (clean(text), _own(file)):
        if says_something(candidate):
            return _shortened(candidate)
    return _shortened(f"{clean(item.title)} {year}")


def says_something(text: str) -> bool:
    """Tell whether a text names a document, rather than what to do with it or where it is."""
    letters = "".join(filter(str.isalpha, _KIND.sub(" ", writing.fold(text))))
    if len(letters) < _FEWEST_LETTERS or _ADDRESS.match(text) or letters in _empty():
        return False
    return not (_MACHINE_NAME.match(text) or PurePosixPath(text).suffix.lower() == ".pdf")


def name_in(address: str) -> str:
    """Return the name of the file in an address, for messages."""
    name = PurePosixPath(unquote(urlsplit(address).path, errors="replace")).name
    return clean(name)[:_LONGEST] or clean(address)[:_LONGEST]


@cache
def _empty() -> frozenset[str]:
    folded = (writing.fold(text) for text in read_own(_EMPTY)["texts"])
    return frozenset("".join(filter(str.isalpha, text)) for text in folded)


def _own(file: Path) -> str:
    """Return the title that a PDF gives itself, if it is in Thai: programs fill in much else."""
    if file.suffix != ".pdf":
        return ""
    try:
        own: str = worker.read(pdf.title, file)
    except worker.UnreadableError:
        return ""
    own = _ENDING.sub("", _OF_PROGRAM.sub("", clean(own)))
    return own if _THAI.search(own) and "\ufffd" not in own else ""


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
