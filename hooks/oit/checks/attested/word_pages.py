"""On which pages of documents words are: each document is read only if it is new or changed."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from oit.checks.attested.found import Found
from oit.checks.attested.isolated import as_found, as_plain, find_in
from oit.data.file_cache import FileCache
from oit.data.folder import DataFolder

_MODULES = ("checks/attested", "thai", "pdf.py")
"""What finds the words."""


class WordPages:
    """The pages of words in the documents of a folder.

    The cache has only the words that were asked for, not the texts.
    """

    def __init__(self, folder: DataFolder) -> None:
        """Read the cache."""
        self._cache = FileCache(folder.base, "words.json", _MODULES)

    def of(self, file: Path, words: Iterable[str]) -> Found | None:
        """Return on which pages of a PDF words are, and perhaps others; ``None`` if not readable.

        A file that cannot be read is not remembered.
        """
        known = as_found(self._cache.get(file))
        asked = dict.fromkeys(words)
        if known and not asked.keys() - known.on.keys():
            return known
        found = find_in(file, asked)
        if found and known:
            found = replace(
                found,
                on={**known.on, **found.on},
                in_headings={**known.in_headings, **found.in_headings},
            )
        if found:
            self._cache.put(file, as_plain(found))
        return found

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()
