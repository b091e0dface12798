"""Names of files that some systems cannot store, or show as something else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from oit.bilingual import Bilingual
from oit.characters import INVISIBLE, UNPRINTABLE, code_point
from oit.findings.codes import odd_name
from oit.thai import writing

_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE
)
_NOT_ON_WINDOWS = re.compile(r'[\\:*?"<>|]')
_IN_ADDRESSES = re.compile(r"[#%?]")
_LONGEST_NAME = 250
"""In bytes: most file systems take 255; a Thai letter has three."""
_LONGEST_PATH = 200
"""In characters: Windows takes 260 with the folders above."""


def is_long(path: str) -> bool:
    """Tell whether a path may be too long with the folders above it."""
    return len(path) > _LONGEST_PATH


def trouble_with(name: str) -> Bilingual | None:
    """Return why the name of a file or folder causes trouble elsewhere; ``None`` if it does not."""
    if match := UNPRINTABLE.search(name) or INVISIBLE.search(name):
        return odd_name.invisible(code_point(match[0]))
    if match := _NOT_ON_WINDOWS.search(name):
        return odd_name.sign(match[0])
    if name != name.rstrip(". ") or name != name.lstrip(" "):
        return odd_name.EDGE
    if _RESERVED.fullmatch(name.partition(".")[0].rstrip(" ")):
        return odd_name.RESERVED
    if match := _IN_ADDRESSES.search(name):
        return odd_name.in_addresses(match[0])
    return odd_name.LONG if len(name.encode(errors="replace")) > _LONGEST_NAME else None


def twins(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the paths that some systems take for an earlier one, with that one.

    Windows and macOS ignore upper and lower case, macOS also how accents and vowels are encoded;
    a Thai reader cannot see the latter either.
    """
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(_seen_as(name), name)
        if other != name:
            yield name, other


def _seen_as(name: str) -> str:
    if name.isascii():  # as many are
        return name.lower()
    # ``writing.fold`` would join spaces too, which every system keeps apart.
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "/".join(writing.normalize_spelling(part) for part in folded.split("/"))
