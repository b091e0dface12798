"""Spreadsheets that an officer has handed in and not accepted yet.

They are kept for a day in the desk's own folder, which is never published: such files have the
national ids that an import masks. Only the officer who handed them in can use them, for the item
that they were handed in for.
"""

import re
import secrets
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.datastructures import UploadFile

from oit.bilingual import Bilingual
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.intake.workbook.files import ItemFile
from oit.spreadsheets import limits
from oit.spreadsheets.sheet import shown

MOST_FILES = 24
MOST_BYTES = 100_000_000
"""Of all files together."""
LIMITS = Bilingual(
    f"ครั้งละไม่เกิน {MOST_FILES} ไฟล์ ไฟล์ละไม่เกิน {limits.MAX_FILE // 1_000_000} MB "
    f"รวมไม่เกิน {MOST_BYTES // 1_000_000} MB",
    f"at most {MOST_FILES} files of {limits.MAX_FILE // 1_000_000} MB each, "
    f"{MOST_BYTES // 1_000_000} MB together",
)
NO_FILE = Bilingual("ยังไม่ได้เลือกไฟล์", "no file was chosen")

_SECONDS = 24 * 60 * 60
_ID = re.compile(r"[0-9a-f]{32}")
# Windows takes none of these in a name, and a colon would name a stream of another file.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST_NAME = 120
"""In bytes; file systems take 255."""


class RefusedError(Exception):
    """Files that are not taken, and why."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True)
class Incoming:
    """Files that were handed in together."""

    id: str
    paths: tuple[Path, ...]


def receive(
    desk: Desk, officer: Officer, file: ItemFile, uploads: Sequence[UploadFile]
) -> Incoming:
    """Keep the files that an officer hands in for an item.

    Raises:
        RefusedError: there is no file, or they exceed a limit.
        OSError: they cannot be written.
    """
    chosen = [upload for upload in uploads if upload.filename]
    if not chosen:
        raise RefusedError(NO_FILE)
    if len(chosen) > MOST_FILES or sum(upload.size or 0 for upload in chosen) > MOST_BYTES:
        raise RefusedError(LIMITS)
    for upload in chosen:
        if (upload.size or 0) > limits.MAX_FILE:
            name = shown(upload.filename or "")
            raise RefusedError(
                Bilingual(f"{name} ใหญ่เกินไป รับ{LIMITS.th}", f"{name} is too large: {LIMITS.en}")
            )
    desk.state_folder()
    folder = _folder(desk, officer, file)
    _drop_old(folder.parent)
    found = folder / secrets.token_hex(16)
    try:
        for number, upload in enumerate(chosen):
            # The name may name the month; in a folder of its own it meets no other.
            path = found / f"{number:02}" / safe_name(upload.filename or "")
            path.parent.mkdir(parents=True, mode=0o700)
            with path.open("wb") as out:
                shutil.copyfileobj(upload.file, out)
    except BaseException:
        shutil.rmtree(found, ignore_errors=True)
        raise
    return Incoming(found.name, _paths(found))


def find(desk: Desk, officer: Officer, file: ItemFile, name: str) -> Incoming | None:
    """Return what this officer has handed in for this item, if it is still there."""
    folder = _folder(desk, officer, file) / name
    if not _ID.fullmatch(name) or not folder.is_dir() or _is_old(folder):
        return None
    return Incoming(name, _paths(folder))


def drop(desk: Desk, officer: Officer, file: ItemFile, incoming: Incoming) -> None:
    """Remove files that were accepted or are not wanted."""
    shutil.rmtree(_folder(desk, officer, file) / incoming.id, ignore_errors=True)


def safe_name(name: str) -> str:
    """Return a file's name without folders and without what a file system would obey."""
    plain = _NOT_IN_NAMES.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 5:
        stem, ending = plain, ""
    short = stem.encode(errors="replace")[:_LONGEST_NAME].decode(errors="ignore").strip(" .")
    short = f"_{short}" if _RESERVED.match(short) or not short else short
    return f"{short}.{ending}" if ending else short


def _folder(desk: Desk, officer: Officer, file: ItemFile) -> Path:
    # The name of an account may be anything.
    who = sha256(officer.name.encode()).hexdigest()[:16]
    return desk.state / "incoming" / who / file.name.replace("/", "-")


def _paths(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*/*")))


def _drop_old(of_officer: Path) -> None:
    for folder in of_officer.glob("*/*"):
        if _is_old(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > _SECONDS
    except OSError:
        return True
