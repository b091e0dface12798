"""What the files of docs/ have in them, remembered until they change: there are thousands."""

from pathlib import Path

from oit.checks.published.types import Fault, fault_of_content
from oit.data.file_cache import FileCache, key_of_program

CACHE = Path(".cache/oit/published.json")
"""Below the folder from which findings name files."""


class Contents:
    """The contents of files, each read only if it is new or changed."""

    def __init__(self, path: Path) -> None:
        self._cache = FileCache(path, key_of_program(Path(__file__).parent))

    def fault(self, file: Path) -> Fault | None:
        """Return why the content of a document or picture may not be published."""
        known = self._cache.get(file)
        if isinstance(known, str):
            return Fault(known) if known else None
        fault = fault_of_content(file)
        self._cache.put(file, fault or "")
        return fault

    def markup(self, page: Path) -> list[tuple[int, str]]:
        """Return the lines of what a hand-written page runs or loads, and what it is."""
        known = self._cache.get(page)
        if isinstance(known, list):
            return [(line, what) for line, what in known]
        # Loads slowly, and most calls find every page in the cache.
        from oit.checks.published.markup import active_markup  # noqa: PLC0415

        text = page.read_text(encoding="utf-8", errors="replace")
        found = [(line, what) for line, what in active_markup(text)]
        self._cache.put(page, found)
        return found

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()
