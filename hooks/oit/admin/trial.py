"""Checks a save before anything is written, on a copy of the data folder."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from oit.assess.assessment import errors_in
from oit.assess.examine import examine_all
from oit.clock import today
from oit.data.folder import DataFolder
from oit.findings.finding import Finding


@dataclass(frozen=True)
class _Copy(DataFolder):
    """A copy of a data folder that uses the original documents."""

    documents: Path = Path()

    @property
    def docs(self) -> Path:
        """The folder of the documents."""
        return self.documents


def spoilt(folder: DataFolder, written: Mapping[Path, bytes]) -> list[Finding]:
    """Return the new errors that writing these files would cause.

    If there are errors already, only errors in the written files count: a fix may reveal errors
    in other files.
    """
    data = folder.path.absolute()
    with TemporaryDirectory() as work:
        copy = _Copy(Path(work) / data.name, folder.base, folder.docs)
        copytree(data, copy.path, symlinks=True)
        paths = {copy.path / path.relative_to(data): raw for path, raw in written.items()}
        for path, raw in paths.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(raw)
        after = _errors(copy)
        names = {copy.shown(path) for path in paths}
    if not after or not (before := _errors(folder)):
        return after
    now = {folder.shown(path) for path in written}
    known = Counter(_key(error) for error in before if error.place.file in now)
    new: list[Finding] = []
    for error in after:
        if error.place.file in names:
            known[_key(error)] -= 1
            if known[_key(error)] < 0:
                new.append(error)
    return new


def _errors(folder: DataFolder) -> list[Finding]:
    return [*errors_in(examine_all(folder, today()))]


def _key(error: Finding) -> tuple[str, str]:
    return error.code.id, error.message()
