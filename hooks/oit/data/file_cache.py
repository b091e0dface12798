"""Remember what was found in other files: most stay the same for years.

A value belongs to the name and the contents of a file. So it is still right in a fresh clone, into
which a workflow restored the folder of the caches. A cache is only data: if it cannot be read or
written, or is of another version of the program, it is ignored, which ``-v`` reports.
"""

import json
import os
import stat
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from oit import __version__
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.remarks import remark

FOLDER = Path(".cache/oit")
"""Below the folder from which findings name files."""

_PROGRAM = Path(__file__).parents[1]
_LARGEST = 32 * 1024 * 1024
"""Bytes of a cache, which needs a few hundred for a file. Reading takes many times its size."""
_BROKEN = Bilingual("อ่านไม่ได้", "it cannot be read")
_OTHER_VERSION = Bilingual(
    "เป็นของโปรแกรมรุ่นอื่น หรือรายการที่อนุญาตเปลี่ยนไป",
    "it is of another version of the program, or the allow list changed",
)


class FileCache:
    """A JSON file with a value for each of other files.

    ``values`` has the values by the digests of files. ``files`` has the digest of each file as long
    as its size and times stay the same: documents are large, and need not be read each time.
    """

    def __init__(self, base: Path, name: str, modules: Iterable[str], context: str = "") -> None:
        """Read the cache.

        Args:
            base: the folder from which findings name files.
            name: the name of the cache.
            modules: the modules and packages of the program that find the values, as paths.
            context: what else the values depend on.
        """
        self._name, self._path = name, base / FOLDER / name
        self._base = f"{base.absolute()}{os.sep}"
        self._key = sha256(f"{_key_of((*modules,))} {context}".encode()).hexdigest()
        self._files: dict[str, list[Any]] = {}
        self._values: dict[str, Any] = {}
        self._is_changed = False
        try:
            kept = json.loads(_read(self._path))
            key, files, values = (kept[part] for part in ("key", "files", "values"))
            if key != self._key:
                self._ignore(_OTHER_VERSION)
            elif isinstance(files, dict) and isinstance(values, dict):
                self._files = {name: known for name, known in files.items() if _is_known(known)}
                self._values = values
            else:
                self._ignore(_BROKEN)
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            self._ignore(_BROKEN)

    def get(self, file: Path) -> Any:
        """Return the value of a file as JSON has it; ``None`` if it is new or changed."""
        return self._values.get(self.digest(file))

    def put(self, file: Path, value: Any) -> None:
        """Remember the value of a file."""
        if digest := self.digest(file):
            self._values[digest] = value
            self._is_changed = True

    def save(self) -> None:
        """Write the cache if anything is new, without files that no longer exist."""
        if not self._is_changed:
            return
        files = {
            name: known
            for name, known in self._files.items()
            if os.path.exists(os.path.join(self._base, name))  # noqa: PTH110, PTH118 - texts
        }
        digests = {digest for *_, digest in files.values()}
        values = {digest: value for digest, value in self._values.items() if digest in digests}
        kept = {"key": self._key, "files": files, "values": values}
        try:
            write_atomically(self._path, json.dumps(kept, sort_keys=True))
        except OSError as error:
            reason = error.strerror or str(error)
            self._ignore(Bilingual(f"เขียนไม่ได้ ({reason})", f"it cannot be written ({reason})"))
        self._is_changed = False

    def digest(self, file: Path) -> str:
        """Return the digest of a file's name and contents; empty if it cannot be read."""
        path = str(file.absolute())
        name = path.removeprefix(self._base)
        try:
            now = file.stat()
            state = [now.st_size, now.st_mtime_ns, now.st_ctime_ns]
            known = self._files.get(name)
            if known and known[:3] == state:
                return str(known[3])
            digest = _digest_of(path, *state)
        except OSError:
            return ""
        self._files[name] = [*state, digest]
        self._is_changed = True
        return digest

    def _ignore(self, reason: Bilingual) -> None:
        shown = (FOLDER / self._name).as_posix()
        remark(
            str(self._path),
            Bilingual(
                f"ไม่ใช้แคช {shown}: {reason.th}",
                f"the cache {shown} was ignored: {reason.en}",
            ),
        )


def _read(path: Path) -> bytes:
    """Read a cache; what is no file, such as a pipe, might never end."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
        raise ValueError(path)
    return path.read_bytes()


def _is_known(entry: object) -> bool:
    """Tell whether an entry has a size, two times and a digest."""
    match entry:
        case [int(), int(), int(), str()]:
            return True
    return False


@lru_cache(maxsize=4096)
def _digest_of(path: str, _size: int, _changed: int, _changed_at_all: int) -> str:
    """Return the digest of a file, once for all caches."""
    with open(path, "rb") as stream:  # noqa: PTH123 - a text
        contents = file_digest(stream, "sha256").digest()
    return sha256(os.fsencode(os.path.basename(path)) + contents).hexdigest()  # noqa: PTH119


@cache
def _key_of(modules: tuple[str, ...]) -> str:
    """Return a key that changes with the version and the code of some modules."""
    paths = [_PROGRAM / module for module in modules]
    files = [file for path in paths for file in (sorted(path.glob("*.py")) or [path])]
    code = b"".join(file.read_bytes() for file in files)
    return sha256(__version__.encode() + code).hexdigest()
