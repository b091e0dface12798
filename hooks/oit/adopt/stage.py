"""A copy of the data in which documents are tried before anything is written.

A document of the old site is published already, so its entry may be live; but no status may change
before a person has confirmed what it shows. Whether an entry changes anything, the checker says.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from oit.assess.assessment import Assessment
from oit.assess.examine import Examined, examined, with_document
from oit.data.folder import DataFolder
from oit.source import SourceFile, parse

_DATA = ("*.yml", "*.yaml", "*.csv")


@dataclass(frozen=True)
class Stage:
    """The copy, whose docs/ has the tried documents only."""

    folder: DataFolder
    year: int
    day: date

    def put(self, name: str, contents: Path) -> Path:
        """Place a document below docs/."""
        path = self.folder.docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(contents, path)
        return path

    def changes(self, path: str, template: str, text: str) -> bool:
        """Tell whether the check of an item's file differs if it has a text, not its template.

        Args:
            path: the file, from the data folder; it may be missing, which is checked otherwise.
            template: the text of the file without anything filled in.
            text: its new text.
        """
        return self._said(path, template) != self._said(path, text)

    def _said(self, path: str, text: str) -> Sequence[object]:
        file = self.folder.path / path
        document = parse(text.encode(), SourceFile(self.folder.shown(file)))
        return _said(with_document(self._examined, file, document), path)

    @cached_property
    def _examined(self) -> Examined:
        return examined(self.folder, self.day, self.year)


@contextmanager
def staged(folder: DataFolder, year: int, day: date) -> Iterator[Stage]:
    """Copy the data of a folder to a place of its own, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="oit-adopt-") as top:
        copy = DataFolder(Path(top) / "data", Path(top))
        # A pipe or device has no contents to copy, and would never end.
        for file in (f for kind in _DATA for f in folder.path.rglob(kind) if f.is_file()):
            target = copy.path / file.relative_to(folder.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        copy.docs.mkdir()
        # A year without files is examined, too.
        (copy.path / str(year)).mkdir(parents=True, exist_ok=True)
        yield Stage(copy, year, day)


def _said(assessment: Assessment, path: str) -> Sequence[object]:
    """Return what a check says of the items of a file, without the places of it."""
    year, _, name = path.rpartition("/")
    return [
        (
            result.item.id,
            result.status,
            [(element.element.id, element.status) for element in result.elements],
            sorted((finding.code.id, finding.element) for finding in result.findings),
        )
        for result in assessment.items
        if result.item.file_name == name and str(result.item.folder_year(assessment.year)) == year
    ]
