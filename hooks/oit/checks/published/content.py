"""What the files of docs/ have in them, remembered until they change: there are thousands."""

from pathlib import Path

from oit.checks.published.types import Fault, fault_of_content
from oit.data.file_cache import FileCache
from oit.data.folder import DataFolder

_MODULES = ("checks/published", "data/documents.py", "spreadsheets/archive.py")
"""What finds the contents."""
_FAULTS = [fault.value for fault in Fault]


class Contents:
    """The contents of files, each read only if it is new or changed."""

    def __init__(self, folder: DataFolder) -> None:
        self._cache = FileCache(folder.base, "published.json", _MODULES)

    def fault(self, file: Path) -> Fault | None:
        """Return why the content of a document or picture may not be published."""
        known = self._cache.get(file)
        if known == "" or known in _FAULTS:
            return Fault(known) if known else None
        fault = fault_of_content(file)
        self._cache.put(file, fault or "")
        return fault

    def markup(self, page: Path) -> list[tuple[int, str]]:
        """Return the lines of what a hand-written page runs or loads, and what it is."""
        match self._cache.get(page):
            case list(known) if all(map(_is_line, known)):
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


def _is_line(known: object) -> bool:
    match known:
        case [int(line), str()]:
            return line > 0
    return False
