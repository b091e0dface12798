"""A copy of the data folder in which one file says something else, such as what a draft says."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from oit.characters import FORBIDDEN
from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.desk.tree import without_origins
from oit.source.write import Plain


@dataclass(frozen=True)
class _Copy(DataFolder):
    """A copy that has the documents of the original, and names files as the original does."""

    original: DataFolder = field(kw_only=True)

    @property
    def docs(self) -> Path:
        return self.original.docs

    def shown(self, path: Path) -> str:
        if path.is_relative_to(self.path):
            path = self.original.path / path.relative_to(self.path)
        return self.original.shown(path)


@contextmanager
def trial(desk: Desk, path: Path, tree: Plain) -> Iterator[DataFolder]:
    """Give a copy of the data in which a file has the values of a tree.

    Raises:
        OSError: the copy cannot be written.
    """
    data = desk.folder
    # Beside the data, so that its files can have second names there.
    with TemporaryDirectory(prefix="trial-", dir=desk.state_folder("preview")) as work:
        copy = _Copy(Path(work) / data.path.name, data.base, original=data)
        shutil.copytree(data.path, copy.path, symlinks=True, copy_function=_link)
        changed = copy.path / path.relative_to(data.path)
        changed.parent.mkdir(exist_ok=True)
        # The name may be a link to the original, which must not be written through.
        changed.unlink(missing_ok=True)
        changed.write_text(_yaml(tree), encoding="utf-8")
        yield copy


def _link(source: str, target: str) -> None:
    """Give a file a second name, which is quick however large it is, or else copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _yaml(tree: Plain) -> str:
    """Write a tree as YAML in its JSON form; characters that no file may contain are left out."""
    return json.dumps(_clean(without_origins(tree)), ensure_ascii=False)


def _clean(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {FORBIDDEN.sub("", name): _clean(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return FORBIDDEN.sub("", value)
