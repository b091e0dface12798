"""Texts that say nothing; the words are data (``words.yml``)."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from oit.source.own import read_own
from oit.thai import writing

_FILE = Path(__file__).with_name("words.yml")
INVENTED_MARKS = ("ตัวอย่าง", "example")
"""Each of the invented names contains one of these."""
_WHOLE = ("unfinished", "under_way", "nothing", "nothing_yet", "no_reason", "vacant", "units")
"""The groups of words that are compared with a whole text."""
_POINTER = ("pointer_where", "pointer_to", "pointer_attached")
"""The groups of words of a text that only says where to look."""
_LONGEST_POINTER = 80
_PUNCTUATION = re.compile(r"[\s().,:;\"'/-]")
_LETTER = re.compile(r"[^\W\d_]")
_BARE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
# A letter, digit or mark, and another one after it.
_WRITTEN = r"[^\W_]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_TWO = re.compile(f"({_WRITTEN})(?!\\1)(?:{_WRITTEN})")


@cache
def _words(group: str) -> tuple[str, ...]:
    return tuple(writing.fold(word) for word in _groups()[group])


@cache
def _groups() -> Any:
    return read_own(_FILE)


@cache
def _exact_of_any() -> frozenset[str]:
    """Return the texts that say nothing as a whole, of every group, and the names of units."""
    return frozenset(map(_bare, chain.from_iterable(map(_words, _WHOLE))))


@cache
def _starts() -> tuple[str, ...]:
    """Return the words with which a text that points elsewhere may begin."""
    return tuple(chain.from_iterable(map(_words, _POINTER)))


@cache
def _initials_of_units() -> frozenset[str]:
    """Return the first letters of the names of units."""
    return frozenset(letter[0] for letter in map(_LETTER.search, _words("units")) if letter)


@cache
def _start_of_pointer() -> re.Pattern[str]:
    """Return a pattern of the words with which a text that points elsewhere may begin."""
    between = f"{_PUNCTUATION.pattern}*+"
    words = [between.join(map(re.escape, word)) for word in _starts()]
    initials = "".join({re.escape(word[0]) for word in _starts()})
    return re.compile(f"{between}(?=[{initials}])(?:{'|'.join(words)})")


@cache
def _letter_of_no_unit() -> re.Pattern[str]:
    """Return a pattern of a letter that is in no name of a unit."""
    letters = {letter for unit in _words("units") for letter in unit}
    return re.compile(f"[^\\W\\d_{re.escape(''.join(sorted(letters)))}]")


@cache
def _somewhere() -> re.Pattern[str]:
    """Return a pattern of what makes a text worth a closer look wherever it is in it."""
    return re.compile("|".join(map(re.escape, (*_words("leftover"), "xx"))))


@cache
def _exact(group: str) -> frozenset[str]:
    return frozenset(map(_bare, _words(group)))


def may_say_nothing(folded: str) -> bool:
    """Tell, at once, whether it is worth asking the questions below of a text: few texts are."""
    letter = _LETTER.search(folded)
    return (
        letter is None
        or _bare(folded) in _exact_of_any()
        or _somewhere().search(folded) is not None
        or _start_of_pointer().match(folded) is not None
        or (_TWO.match(folded) is None and is_repeated(folded))
        or (letter[0] in _initials_of_units() and not has_letter(folded))
    )


def is_unfinished(text: str) -> bool:
    """Tell whether whoever wrote a text meant to come back."""
    folded = writing.fold(text)
    return _bare(folded) in _exact("unfinished") or any(w in folded for w in _words("leftover"))


def is_under_way(text: str) -> bool:
    """Tell whether a text says only how far something is."""
    return _bare(writing.fold(text)) in _exact("under_way")


def says_nothing(text: str) -> bool:
    """Tell whether a text says that there is nothing, and no more."""
    return _bare(writing.fold(text)) in _exact("nothing") or says_nothing_yet(text)


def says_nothing_yet(text: str) -> bool:
    """Tell whether a text says that there is nothing so far, and no more."""
    return _bare(writing.fold(text)) in _exact("nothing_yet")


def is_no_reason(text: str) -> bool:
    """Tell whether a text only repeats that something does not apply."""
    return _bare(writing.fold(text)) in _exact("no_reason")


def points_elsewhere(text: str) -> bool:
    """Tell whether a text only says where to look: ``รายละเอียดตามเอกสารแนบ``."""
    rest = _PUNCTUATION.sub("", writing.fold(text))
    if len(rest) > _LONGEST_POINTER:
        return False
    found = set()
    while rest:
        if not rest.startswith(_starts()):
            return False
        group, word = next((g, w) for g in _POINTER for w in _words(g) if rest.startswith(w))
        found.add(group)
        rest = rest[len(word) :]
    # เว็บไซต์ alone may be the name of a channel.
    return "pointer_where" in found and len(found) > 1


def is_vacant(text: str) -> bool:
    """Tell whether a text stands for the name of somebody where there is nobody."""
    return _bare(writing.fold(text)) in _exact("vacant")


def is_repeated(text: str) -> bool:
    """Tell whether a text is one letter again and again: ``xxx``, ``กกก``."""
    folded = writing.fold(text)
    if _TWO.match(folded):
        return False  # as of most texts
    # The marks above and below Thai letters are no letters to Python, but they make other words.
    written = (mark for mark in folded if unicodedata.category(mark)[0] in "LMN")
    first, second = next(written, ""), next(written, "")
    return first.isalpha() and second == first and all(mark == first for mark in written)


def has_letter(text: str) -> bool:
    """Tell whether a text says more than a number: ``80%`` and ``ร้อยละ 80`` do not."""
    folded = writing.fold(text)
    if _letter_of_no_unit().search(folded):
        return True
    for unit in _words("units"):
        folded = folded.replace(unit, "")
    return bool(_LETTER.search(folded))


def invented_in(text: str) -> str:
    """Return what a text contains that exists in examples only; empty if there is nothing."""
    folded = writing.fold(text)
    if not any(map(folded.__contains__, INVENTED_MARKS)):
        return ""
    return next((word for word in _words("invented") if word in folded), "")


def with_invented(texts: Sequence[str]) -> list[str]:
    """Return those of many texts that contain what exists in examples only."""
    folded = writing.fold_together(texts)
    # Few columns contain any of it.
    if any(mark in folded for mark in INVENTED_MARKS) and any(
        word in folded for word in _words("invented")
    ):
        return [text for text in texts if invented_in(text)]
    return []


def _bare(folded: str) -> str:
    """Return a text without what is around its first and last letter or digit."""
    match = _BARE.search(folded)
    return match[0] if match else ""
