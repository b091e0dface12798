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
from oit.intake.workbook.changes import field_order
from oit.intake.workbook.files import ItemFile
from oit.source import edit
from oit.source.edit import plain
from oit.source.values import KeyPath
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
def trial(desk: Desk, file: ItemFile, tree: Plain) -> Iterator[DataFolder]:
    """Give a copy of the data in which a file has the values of a tree.

    Raises:
        OSError: the copy cannot be written.
    """
    data = desk.folder
    # Beside the data, so that its files can have second names there.
    with TemporaryDirectory(prefix="trial-", dir=desk.state_folder("preview")) as work:
        copy = _Copy(Path(work) / data.path.name, data.base, original=data)
        shutil.copytree(data.path, copy.path, symlinks=True, copy_function=_link)
        changed = copy.path / file.path.relative_to(data.path)
        changed.parent.mkdir(exist_ok=True)
        # The name may be a link to the original, which must not be written through.
        changed.unlink(missing_ok=True)
        changed.write_text(_text(file, tree), encoding="utf-8", newline="")
        yield copy


def _link(source: str, target: str) -> None:
    """Give a file a second name, which is quick however large it is, or else copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _text(file: ItemFile, tree: Plain) -> str:
    """Write a file with the values of a tree.

    Its comments stay, because the checker reads some of them. A file that the editor cannot change
    has none. Characters that no file may contain are left out.
    """
    wanted = _clean(without_origins(tree))
    try:
        return _edited(file.document.text, (), plain(file.root), wanted, field_order(file.form))
    except edit.NotPossibleError:
        # YAML in its JSON form.
        return json.dumps(wanted, ensure_ascii=False)


def _edited(text: str, path: KeyPath, old: Plain, new: Plain, order: edit.Order) -> str:
    if old == new:
        return text
    if isinstance(old, dict) and isinstance(new, dict):
        for name in old.keys() - new.keys():
            text = edit.remove(text, (*path, name))
        for name, value in new.items():
            text = _edited(text, (*path, name), old.get(name, ""), value, order)
        return text
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, pair in enumerate(zip(old, new, strict=True)):
            text = _edited(text, (*path, index), *pair, order)
        return text
    return edit.put(text, path, new, order)


def _clean(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {FORBIDDEN.sub("", name): _clean(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return FORBIDDEN.sub("", value)
