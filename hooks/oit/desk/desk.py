"""What the desk serves: a data folder, its assessments, and a folder of the desk's own."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Lock

from oit import clock
from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.data.folder import DataFolder
from oit.desk.officer import Officer
from oit.intake.workbook.files import ItemFile, files_of

STATE = ".oit/desk"
"""Where drafts, accounts and the record of saves are, from the root of the repository."""

_Stamp = frozenset[tuple[str, int, int]]


class Desk:
    """A data folder as the pages see it; safe to use from several threads."""

    def __init__(self, folder: DataFolder, day: date | None = None) -> None:
        """Serve a folder; ``day`` takes the place of today."""
        self.folder = folder
        self.root = folder.docs.parent
        """The root of the repository."""
        self.state = self.root / STATE
        self._day = day
        self._lock = Lock()
        self._assessed: dict[int | None, tuple[_Stamp, date, Assessment]] = {}

    def state_folder(self, name: str = "") -> Path:
        """Return the folder of the desk's own, or a folder in it; it is made if it is missing.

        Git ignores it, and nobody else on the machine may read it.

        Raises:
            OSError: it cannot be made.
        """
        if not self.state.is_dir():
            self.state.mkdir(mode=0o700, parents=True, exist_ok=True)
        ignore = self.state / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        folder = self.state / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder

    @property
    def today(self) -> date:
        """The day on which the data is assessed."""
        return self._day or clock.today()

    @property
    def years(self) -> list[int]:
        """The fiscal years that can be opened, the newest first."""
        return sorted({*self.folder.years(), self.assessment().year}, reverse=True)

    def assessment(self, year: int | None = None) -> Assessment:
        """Return the assessment of a year, by default the current one, as the files are now."""
        with self._lock:
            stamp, day = frozenset(self._files()), self.today
            known = self._assessed.get(year)
            if known is None or known[:2] != (stamp, day):
                known = stamp, day, examine(self.folder, day, year)
                self._assessed[year] = known
            return known[2]

    def file(self, year: int, slug: str) -> ItemFile | None:
        """Return the file of an item by the item's slug; ``agency`` is that of agency.yml."""
        files = files_of(self.folder, self.assessment(year))
        return next((file for file in files if slug in slugs_of(file)), None)

    def files(self, year: int) -> list[ItemFile]:
        """Return agency.yml and the files of a year."""
        return files_of(self.folder, self.assessment(year))

    def may_see(self, officer: Officer, file: ItemFile) -> bool:
        """Tell whether a file is shown to somebody."""
        return officer.may_see(owner_of(file))

    def may_change(self, officer: Officer, file: ItemFile) -> bool:
        """Tell whether somebody may change a file."""
        return officer.may_change(owner_of(file))

    def _files(self) -> Iterator[tuple[str, int, int]]:
        for top in (self.folder.path, self.folder.docs):
            for folder, _, names in os.walk(top):
                for name in names:
                    path = Path(folder, name)
                    try:
                        stat = path.stat()
                    except OSError:
                        continue
                    yield str(path), stat.st_size, stat.st_mtime_ns


def owner_of(file: ItemFile) -> str:
    """Return the unit that a file belongs to: the one it names, or the usual one."""
    if file.owner or not file.items:
        return file.owner
    return file.items[0].suggested_owner


def slugs_of(file: ItemFile) -> tuple[str, ...]:
    """Return the last part of a file's addresses: ``o7``; a file without items has its name."""
    return tuple(result.item.slug for result in file.items) or (file.path.stem,)
