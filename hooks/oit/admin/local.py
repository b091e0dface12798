"""The proxy backend of the editor: reads and writes the data folder on this machine.

It only gives access to data files and published documents, whatever the request asks for.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Any

from oit.admin.trial import spoilt
from oit.atomic import write_atomically
from oit.data.documents import ALLOWED
from oit.data.folder import DataFolder
from oit.views.pages.editor.fault import SpoiltError

Params = Mapping[str, Any]


class RefusedError(Exception):
    """The editor may not access what it asks for."""


class ChangedError(Exception):
    """A file was changed by someone else after the editor read it."""


class Repository:
    """The data folder and the published documents."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        # The PDF library is not thread-safe.
        self._saving = Lock()
        self._data = folder.path.absolute()
        self._documents = folder.docs / "files"
        self._given: dict[Path, bytes | None] = {}
        inside = self._data.is_relative_to(folder.base.absolute())
        self._root = folder.base.absolute() if inside else self._data.parent
        self._actions: dict[str, Callable[[Params], object]] = {
            "entriesByFiles": lambda asked: [self._entry(one["path"]) for one in asked["files"]],
            "getEntry": lambda asked: self._entry(asked["path"]),
            "persistEntry": self._save,
            "getMedia": self._list_documents,
            "getMediaFile": lambda asked: self._document(self._path(asked["path"])),
            "persistMedia": self._add_document,
            "deleteFiles": self._delete,
            "getDeployPreview": lambda _: None,
            "getNotes": lambda _: {"notes": []},
        }

    def answer(self, action: str, asked: Params) -> object:
        """Perform an action.

        Raises:
            RefusedError: the action is unknown, or access to the file is not allowed.
            ChangedError: the file was changed after the editor read it.
            SpoiltError: the site could not be built with the changes.
        """
        try:
            return self._actions[action](asked)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise RefusedError(action) from error

    def _entry(self, name: str) -> object:
        path = self._path(name)
        raw = self._given[path] = _read(path)
        return {
            "data": None if raw is None else raw.decode("utf-8"),
            "file": {"path": name, "id": None if raw is None else sha256(raw).hexdigest()},
        }

    def _save(self, asked: Params) -> object:
        written = {self._path(one["path"]): one["raw"].encode() for one in asked["dataFiles"]}
        documents = dict(map(self._content, asked["assets"]))
        with self._saving:
            # The editor sends the whole file, so changes by others would be lost.
            for path in written:
                if self._given.get(path, _read(path)) != _read(path):
                    raise ChangedError(path.name)
            before = {path: _read(path) for path in documents}
            for path, raw in documents.items():
                write_atomically(path, raw)
            if errors := spoilt(self._folder, written):
                for path, old in before.items():
                    if old is None:
                        path.unlink()
                    else:
                        write_atomically(path, old)
                raise SpoiltError(errors)
            for path, raw in written.items():
                write_atomically(path, raw)
                self._given[path] = raw
        return {"message": "saved"}

    def _list_documents(self, asked: Params) -> object:
        folder = self._path(f"{asked['mediaFolder']}/-").parent
        paths = sorted(folder.rglob("*")) if folder.is_dir() else []
        return [
            self._document(path, with_content=False)
            for path in paths
            if path.is_file() and not path.name.startswith(".")
        ]

    def _document(self, path: Path, *, with_content: bool = True) -> object:
        raw = path.read_bytes() if with_content and path.is_file() else b""
        return {
            "id": str(path.relative_to(self._root)),
            "content": b64encode(raw).decode(),
            "encoding": "base64",
            "path": path.relative_to(self._root).as_posix(),
            "name": path.name,
        }

    def _add_document(self, asked: Params) -> object:
        path, raw = self._content(asked["asset"])
        write_atomically(path, raw)
        return self._document(path)

    def _content(self, asset: Params) -> tuple[Path, bytes]:
        path = self._path(asset["path"])
        if not path.is_relative_to(self._documents) or path.suffix.lower() not in ALLOWED:
            raise RefusedError(asset["path"])
        return path, b64decode(asset["content"], validate=True)

    def _delete(self, asked: Params) -> object:
        paths = [self._path(name) for name in asked["paths"]]
        if not all(path.is_relative_to(self._documents) for path in paths):
            raise RefusedError(", ".join(asked["paths"]))
        for path in paths:
            path.unlink(missing_ok=True)
        return {"message": "deleted"}

    def _path(self, name: str) -> Path:
        """Return the path of a file; symbolic links must not lead out of its folder."""
        parts = PurePosixPath(name).parts
        path = self._root.joinpath(*parts)
        is_plain = "\\" not in name and not any(part.startswith(".") for part in parts)
        is_data = path.is_relative_to(self._data) and path.suffix == ".yml"
        is_ours = is_data or path.is_relative_to(self._documents)
        top = self._data if is_data else self._documents
        if not (is_plain and is_ours and path.resolve().is_relative_to(top.resolve())):
            raise RefusedError(name)
        return path


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
