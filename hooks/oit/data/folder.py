"""The data folder: where its files are, and how findings name them.

``data/agency.yml`` describes the agency; ``data/2569/o07.yml`` holds item O7 of fiscal year
2569 and ``data/2569/ita.yml`` that year's turn of the ITA cycle; ``data/checklists/`` may hold
the agency's own checklists. The published files that items point to are in the ``docs/``
beside the data folder.
"""

import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from oit.characters import escaped
from oit.forms import ita, review

_YEAR = re.compile(r"2[4-6][0-9]{2}")


@dataclass(frozen=True)
class DataFolder:
    """A folder of an agency's data."""

    path: Path
    base: Path = field(default_factory=Path.cwd)
    """The folder from which findings name files."""

    @cached_property
    def docs(self) -> Path:
        """The folder of hand-written pages and published files."""
        return self._above / "docs"

    @cached_property
    def _above(self) -> Path:
        """The folder that contains the data folder."""
        return _absolute(self.path).parent

    @cached_property
    def _starts(self) -> tuple[str, ...]:
        """The folders from which files are named, the first that contains the file."""
        return tuple(os.path.join(folder, "") for folder in (_absolute(self.base), self._above))  # noqa: PTH118 - a separator at the end

    def shown(self, path: Path) -> str:
        """Return a file's name for findings: from the base, or from the data folder's parent.

        What a terminal would obey is escaped.
        """
        if ".." in self.path.parts and not self.path.is_absolute():
            # Files of ``../other/data`` are named the same way, those in its docs too.
            return escaped(Path(os.path.relpath(path, self.base)).as_posix())
        absolute = os.path.abspath(path)  # noqa: PTH100 - a text
        start = next(start for start in self._starts if f"{absolute}{os.sep}".startswith(start))
        return escaped(absolute[len(start) :].replace(os.sep, "/") or ".")

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
        """Tell whether a year has a turn of the ITA cycle or its assessors' review, no items."""
        data = {path.name for path in (self.path / str(year)).glob("[!.]*.y*ml")}
        return bool(data) and data <= {ita.FILE, review.FILE}


def _absolute(path: Path) -> Path:
    """Return a path without ``.`` and ``..``, whose ``parent`` is not the folder above them."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _has_only_tables(year: Path) -> bool:
    """Tell whether a year's folder has tables that no item names yet."""
    return {path.suffix for path in year.glob("[!.]*")} == {".csv"}
