"""The data folder: which files it holds, and what they say.

``data/agency.yml`` says who the agency is; ``data/2569/o07.yml`` holds item O7 of fiscal
year 2569 and ``data/2569/ita.yml`` that year's turn of the ITA cycle; ``data/checklists/``
may hold lists of the agency's own. The published files that items point to are in the
``docs/`` beside the data folder.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from oit.checks.rules.lint import lint
from oit.data import checklist as checklists
from oit.data.checklist import Checklist
from oit.data.documents import check_file, file_paths
from oit.findings.codes import no_checklist, no_data
from oit.findings.finding import Finding, Place
from oit.forms import ita
from oit.forms.agency import Agency
from oit.forms.reading import place_of, read_form
from oit.source import read

DEFAULT_CHECKLIST = "general"
_YEAR = re.compile(r"2[4-6][0-9]{2}")


@dataclass(frozen=True)
class DataFolder:
    """A folder of an agency's data."""

    path: Path
    base: Path = field(default_factory=Path.cwd)
    """The folder that findings name files from."""

    @property
    def docs(self) -> Path:
        """The folder of hand-written pages and published files."""
        return _absolute(self.path).parent / "docs"

    def shown(self, path: Path) -> str:
        """Return a file's name for findings: from the base, or from the data folder's parent."""
        path, base = _absolute(path), _absolute(self.base)
        if ".." in self.path.parts and not self.path.is_absolute():
            # Files of ``../other/data`` are named the same way, those in its docs too.
            return Path(os.path.relpath(path, base)).as_posix()
        start = base if path.is_relative_to(base) else _absolute(self.path).parent
        return path.relative_to(start).as_posix()

    def years(self) -> list[int]:
        """Return the fiscal years that have a folder, the newest first."""
        if not self.path.is_dir():
            return []
        folders = [entry for entry in self.path.iterdir() if entry.is_dir()]
        years = [entry for entry in folders if _YEAR.fullmatch(entry.name)]
        return sorted(
            (int(year.name) for year in years if not _has_only_tables(year)), reverse=True
        )

    def is_history(self, year: int) -> bool:
        """Tell whether a year has a turn of the ITA cycle and no items."""
        data = {path.name for path in (self.path / str(year)).glob("[!.]*.y*ml")}
        return data == {ita.FILE}


def _absolute(path: Path) -> Path:
    """Return a path without ``.`` and ``..``, whose ``parent`` is not the folder above them."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _has_only_tables(year: Path) -> bool:
    """Tell whether tables wait in a year's folder for an item to name them."""
    return {path.suffix for path in year.glob("[!.]*")} == {".csv"}


def read_agency(folder: DataFolder) -> tuple[Agency | None, list[Finding]]:
    """Read ``agency.yml``."""
    path = folder.path / "agency.yml"
    if not path.is_file():
        return None, [no_data.CODE.at(Place(folder.shown(path)), folder=folder.shown(folder.path))]
    document = read(path, folder.path, folder.shown(path))
    if document.findings and not document.root:
        return None, document.findings
    reading = read_form(Agency, document)
    findings = document.findings + reading.findings
    if reading.record:
        for field_path, name in file_paths(reading.record):
            findings += check_file(name, folder.docs, place_of(field_path, document))
    return reading.record, findings


def current_year(folder: DataFolder, agency: Agency | None) -> int | None:
    """Return the year that is to be made ready: the newest, if there is a list for it.

    A new year may begin with its turn of the ITA cycle, before there is a list.
    """
    years = folder.years()
    name = (agency.checklist if agency else None) or DEFAULT_CHECKLIST
    known = checklists.available(folder.path)
    ready = (year for year in years if (name, year) in known or not folder.is_history(year))
    return next(ready, next(iter(years), None))


def read_checklist(
    folder: DataFolder, agency: Agency, year: int
) -> tuple[Checklist | None, list[Finding]]:
    """Read the checklist of a year: the agency's own where it has one."""
    name = agency.checklist or DEFAULT_CHECKLIST
    known = checklists.available(folder.path)
    path = known.get((name, year))
    if path is None:
        place = Place(folder.shown(folder.path / str(year)))
        listed = ", ".join(f"{other}-{of_year}" for other, of_year in sorted(known))
        return None, [no_checklist.CODE.at(place, checklist=name, year=year, known=listed)]
    # The project's own lists are linted by its tests; an agency's own are at each reading.
    return load_checklist(folder, path, lint_it=path.is_relative_to(folder.path))


def load_checklist(
    folder: DataFolder, path: Path, *, lint_it: bool
) -> tuple[Checklist | None, list[Finding]]:
    """Load one of the checklists that are available to a folder."""
    shown = folder.shown(path) if path.is_relative_to(folder.path) else path.name
    checklist, document, findings = checklists.load(path, shown)
    if checklist and lint_it:
        findings = findings + list(lint(checklist, document))
    return checklist, findings
