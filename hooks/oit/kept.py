"""Keeps on this machine what is slow to make and depends on nothing but what it is made of.

It is kept for all sites of a user, not beside the data of one: a preview, another clone and a
check of a published site use it, too. A workflow that keeps it between its runs names its folder in
XDG_CACHE_HOME. What has another digest than its name says was half written or edited, and is made
again. Whoever may write into the folder is trusted, as with the program itself.
"""

import os
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.remarks import remark

_PROGRAM = Path(__file__).parent
_LENGTH = 32
"""How many digits of a digest are in a name: some systems allow no long paths."""
_KEPT_FOR = 90 * 24 * 60 * 60
"""The seconds after which a file is removed that nobody asked for."""


def kept(kind: str, made_of: tuple[bytes, ...], make: Callable[[], bytes]) -> bytes:
    """Return what ``make`` made earlier of the same bytes, or makes now.

    Args:
        kind: the ending of the file's name.
        made_of: everything that the result depends on, the program that makes it too.
        make: makes the result; nothing is kept if it raises.

    Raises:
        OSError: no file can be written, not even a temporary one.
    """
    return kept_file(kind, made_of, make).read_bytes()


def kept_file(kind: str, made_of: tuple[bytes, ...], make: Callable[[], bytes]) -> Path:
    """Return a file with that, which need not be in memory; the arguments are the same.

    If nothing can be kept, the file is in a temporary folder of this process.
    """
    parts = b"".join(sha256(part).digest() for part in made_of)
    key = sha256(parts).hexdigest()[:_LENGTH]
    folder = own_folder()
    _forget(folder)
    if found := _found(folder / key, kind):
        return found
    made = make()
    name = f"{sha256(made).hexdigest()[:_LENGTH]}.{kind}"
    try:
        write_atomically(folder / key / name, made)
    except OSError as error:
        reason = error.strerror or str(error)
        _say(folder, Bilingual(f"เขียนไม่ได้ ({reason})", f"it cannot be written ({reason})"))
        folder = Path(_temporary().name)
        write_atomically(folder / key / name, made)
    return folder / key / name


def own_folder() -> Path:
    """Return the folder of what is kept: a temporary one for an account without a home.

    A path that is not absolute is invalid according to the XDG Base Directory Specification. It
    would be another folder for each folder in which a command is started.
    """
    candidates = (os.environ.get("XDG_CACHE_HOME", ""), os.path.expanduser("~/.cache"))  # noqa: PTH111 - pathlib's fails without a home
    caches = next(filter(os.path.isabs, candidates), None) or _temporary().name
    return Path(caches, "oit", "kept")


@cache
def program(rooms: tuple[str, ...], *packages: str) -> bytes:
    """Return a digest that differs if another version of the program makes something.

    Args:
        rooms: the folders of the program that make it, below ``oit``.
        packages: the packages of others that do.
    """
    paths = [path for room in rooms for path in sorted(_PROGRAM.joinpath(room).iterdir())]
    versions = [sys.version, zlib.ZLIB_RUNTIME_VERSION, *map(version, packages)]
    files = [path.read_bytes() for path in paths if path.is_file()]
    return sha256(b"\0".join([*(text.encode() for text in versions), *files])).digest()


def _found(folder: Path, kind: str) -> Path | None:
    """Return the file of a kind unless it is broken, and note that it was asked for."""
    with suppress(OSError):
        # What is no file, such as a pipe, might never end.
        for file in filter(Path.is_file, folder.glob(f"*.{kind}")):
            with file.open("rb") as stream:
                digest = file_digest(stream, "sha256").hexdigest()
            if file.stem == digest[:_LENGTH]:
                with suppress(OSError):
                    os.utime(file)
                return file
            _say(file, Bilingual("ไม่ครบหรือถูกแก้", "it is incomplete or was changed"))
            file.unlink()
    return None


@cache
def _temporary() -> TemporaryDirectory[str]:
    """Make a folder that is removed with this process."""
    return TemporaryDirectory(prefix="oit-kept-")


@cache
def _forget(folder: Path) -> None:
    """Remove what nobody has asked for in a long time; a process does so once."""
    oldest = time.time() - _KEPT_FOR
    for file in folder.glob("*/*"):
        with suppress(OSError):
            if file.stat().st_mtime < oldest:
                file.unlink()
                file.parent.rmdir()  # fails if it has others


def _say(path: Path, reason: Bilingual) -> None:
    words = Bilingual(f"ไม่ใช้ {path} ที่เก็บไว้: {reason.th}", f"{path} was not used: {reason.en}")
    remark(str(path), words)
