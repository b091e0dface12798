"""What the desk serves: a data folder, its assessments, and a folder of the desk's own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from oit import clock
from oit.assess.assessment import Assessment
from oit.assess.examine import Examined, examined
from oit.data.folder import DataFolder
from oit.desk.officer import Officer
from oit.desk.state import make_state
from oit.forms import ita
from oit.forms.agency import Agency
from oit.intake.workbook.files import ItemFile, file_of, files_of

STATE = ".oit/desk"
"""Where drafts, accounts and the record of saves are, from the root of the repository."""

Stamp = frozenset[tuple[str, int, int, int]]
"""Every file of the data and of the documents, with what changes when it is written."""


class _Year(NamedTuple):
    """A year as the files were at a time."""

    stamp: Stamp
    day: date
    examined: Examined
    files: tuple[ItemFile, ...]


class Desk:
    """A data folder as the pages see it; safe to use from several threads."""

    def __init__(
        self, folder: DataFolder, day: date | None = None, *, publish_to: Path | None = None
    ) -> None:
        """Serve a folder.

        Args:
            folder: the data.
            day: takes the place of today.
            publish_to: the folder that the public site is written into, if the agency publishes
                that way. Only the command line names it, never a page.
        """
        self.folder = folder
        self.root = folder.docs.parent
        """The root of the repository."""
        self.state = self.root / STATE
        self.publish_to = publish_to
        self._day = day
        self._lock = Lock()
        self._moment: ContextVar[dict[int | None, _Year] | None] = ContextVar(
            "moment", default=None
        )
        self._years: dict[int | None, _Year] = {}

    def state_folder(self, name: str = "") -> Path:
        """Return the folder of the desk's own, or a folder in it; it is made if it is missing.

        Git ignores it, and nobody else on the machine may read it.

        Raises:
            OSError: it cannot be made.
        """
        make_state(self.state)
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

    def examined(self, year: int | None = None) -> Examined:
        """Return a year as it was examined, by default the current one, as the files are now."""
        return self._year(year).examined

    def assessment(self, year: int | None = None) -> Assessment:
        """Return the assessment of a year, by default the current one, as the files are now."""
        return self.examined(year).assessment

    def files(self, year: int | None = None) -> list[ItemFile]:
        """Return agency.yml and the files of a year."""
        return [*self._year(year).files]

    def stamp(self) -> Stamp:
        """Return what differs as soon as a file of the data or a document differs."""
        return frozenset(self._stamps())

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Look at the files of a year once: what happens inside sees them as they were then.

        It is for what only reads; whoever writes would not see what was written. Other threads
        look for themselves.
        """
        before = self._moment.set({})
        try:
            yield
        finally:
            self._moment.reset(before)

    def file(self, year: int, slug: str) -> ItemFile | None:
        """Return a file by the slug of an item; ``agency`` and ``ita`` are files of their own.

        These two need not exist, nor be readable.
        """
        assessment = self.assessment(year)
        if assessment.year != year:
            return None  # 0 is the year of data without years only
        if found := next((f for f in self.files(year) if slug in slugs_of(f)), None):
            return found
        if slug == "agency":
            return file_of(self.folder.path / "agency.yml", Agency, self.folder, assessment)
        if slug == "ita" and assessment.items:
            path = self.folder.path / str(year) / ita.FILE
            return file_of(path, ita.Ita, self.folder, assessment)
        return None

    def _year(self, year: int | None) -> _Year:
        seen = self._moment.get()
        if seen is None:
            return self._year_now(year)
        if year not in seen:
            now = self._year_now(year)
            seen.update(dict.fromkeys({year, *_names_of(year, now.examined)}, now))
        return seen[year]

    def _year_now(self, year: int | None) -> _Year:
        with self._lock:
            stamp, day = self.stamp(), self.today
            known = self._years.get(year)
            if known is None or (known.stamp, known.day) != (stamp, day):
                # The year of an assessment without any year is 0.
                before = known.examined if known else None
                result = examined(self.folder, day, year or None, before)
                same = _unchanged(known, stamp) if known else {}
                files = tuple(files_of(self.folder, result.assessment, known=same))
                known = _Year(stamp, day, result, files)
                self._years.update(dict.fromkeys(_names_of(year, result), known))
            return known

    def may_see(self, officer: Officer, file: ItemFile) -> bool:
        """Tell whether a file is shown to somebody."""
        return officer.may_see(owner_of(file))

    def may_change(self, officer: Officer, file: ItemFile) -> bool:
        """Tell whether somebody may change a file."""
        return officer.may_change(owner_of(file))

    def _stamps(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield every file with what changes when it is written."""
        folders: list[str | Path] = [self.folder.path, self.folder.docs]
        while folders:
            with suppress(OSError), os.scandir(folders.pop()) as entries:
                for entry in entries:
                    with suppress(OSError):
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(entry.path)
                        else:
                            stat = entry.stat()
                            yield entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ino


def _unchanged(known: _Year, stamp: Stamp) -> dict[Path, ItemFile]:
    """Return the files of a year that are still as they were."""
    same = {path for path, *_ in known.stamp & stamp}
    return {file.path: file for file in known.files if str(file.path) in same}


def _names_of(year: int | None, result: Examined) -> set[int | None]:
    """Return the years to remember a result for; those of addresses may be any number."""
    current = result.loaded.current_year
    if year is None or year == current:
        return {None, current}
    return {year} if year in result.loaded.known_years else set()


def owner_of(file: ItemFile) -> str:
    """Return the unit that a file belongs to: the one it names, or the usual one."""
    if file.owner or not file.items:
        return file.owner
    return file.items[0].suggested_owner


def slugs_of(file: ItemFile) -> tuple[str, ...]:
    """Return the last parts of a file's addresses: ``o7``; ita.yml also has its name."""
    slugs = (result.item.slug for result in file.items)
    return (*slugs, *((file.path.stem,) if file.path.name == ita.FILE or not file.items else ()))
