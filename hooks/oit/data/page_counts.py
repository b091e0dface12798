"""Remember how many pages documents have: PDFs open slowly."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.data.file_cache import FileCache
from oit.data.folder import DataFolder
from oit.data.isolated import page_count


class PageCounts:
    """The pages of documents, counted only if a document is new or changed."""

    def __init__(self, folder: DataFolder) -> None:
        self._cache = FileCache(folder.base, "pages.json", ["data/isolated.py", "pdf.py"])

    def of(self, file: Path) -> int | Bilingual:
        """Return the pages of a PDF.

        If it cannot be opened, return the reason, which is not remembered.
        """
        known = self._cache.get(file)
        if type(known) is int and known > 0:
            return known
        counted = page_count(file)
        if isinstance(counted, int):
            self._cache.put(file, counted)
        return counted

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()
