"""Put documents into docs/files, after they were looked at; nothing there is ever half-written."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from shutil import rmtree
from threading import Lock

from starlette.datastructures import UploadFile

from oit import picture, worker
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.checks.published.check import is_named
from oit.checks.received.look import Refused, look
from oit.desk.desk import Desk
from oit.desk.documents.names import free_name
from oit.desk.documents.received import Received, Sent, ask, in_words, receive
from oit.desk.officer import ALONE, Officer
from oit.intake.workbook.files import ItemFile

__all__ = ["Refused", "Stored", "bring_back", "hand_in", "keep", "put_away", "store"]

KEPT_DAYS = 90
"""How long the desk keeps what was taken out of docs/."""

_LOCK = Lock()
"""Two files must not take the same name."""
_REMOVED = "removed"
_LINK = Bilingual(
    "โฟลเดอร์ docs/files เป็นทางลัดไปที่อื่น จึงเก็บไฟล์ไม่ได้ ให้แจ้งผู้ดูแลระบบ",
    "docs/files is a symbolic link, so no file can be stored there; tell the IT staff",
)
_KNOWN = "ไฟล์เดียวกันนี้เก็บไว้แล้ว ({name}) จึงใช้ไฟล์เดิม ไม่เก็บซ้ำ"
_CLEANED = Bilingual(
    "ลบข้อมูลที่แฝงมากับรูป (ที่ถ่าย ผู้ถ่าย) ออกแล้ว ตัวรูปไม่เปลี่ยน",
    "what the picture's file said of its place or author was removed; the image is the same",
)
_RENAMED = "เนื้อในของรูปเป็นชนิด {suffix} จึงแก้นามสกุลให้ตรง"
_ANSWER = Bilingual(
    "ถ้าตั้งใจเผยแพร่ข้อมูลนี้ ให้ส่งไฟล์ที่หน้าเอกสารของข้อนี้ แล้วตอบยืนยันที่นั่น ยังไม่ได้เก็บไฟล์",
    "if it is to be published, hand the file in on the item's page of documents and confirm it "
    "there; it was not stored",
)


@dataclass(frozen=True)
class Stored:
    """A file in docs/."""

    path: str
    """As data files name it: ``files/2569/o07-report.pdf``."""
    remarks: tuple[Bilingual, ...] = ()
    """What its officer should know."""
    title: str = ""
    is_new: bool = True
    """Whether it was not there before."""


def store(
    desk: Desk,
    file: ItemFile,
    upload: UploadFile,
    *,
    title: str = "",
    officer: Officer = ALONE,
) -> Stored:
    """Check a file that was sent for a field, and store it; the traces of a photo are removed.

    Raises:
        Refused: it may not be published, has personal data, or cannot be stored.
    """
    with in_words():
        received = receive(desk, officer, file, Sent(upload, title))
        try:
            known = _identical(desk, received)
            seen = look(desk.folder, received)
            if known is not None:
                return known
            if not seen.questions:
                return _put(desk, file, received, seen.suffix, seen.remarks)
            if received.is_picture:
                return _put_cleaned(desk, file, received, seen.remarks)
            raise Refused(_all([*seen.questions, _ANSWER]))
        finally:
            received.discard()


def hand_in(desk: Desk, officer: Officer, file: ItemFile, sent: Sent) -> Stored | Received:
    """Check a document that was sent, and store it; if it has personal data, let it wait.

    A file that replaces another gets the same address if no other item names that one.

    Raises:
        Refused: it may not be published, or cannot be stored.
    """
    with in_words():
        received = receive(desk, officer, file, sent)
        is_waiting = False
        try:
            known = _identical(desk, received)
            seen = look(desk.folder, received)
            if known is not None:
                return known
            if seen.questions:
                is_waiting = True
                return ask(received, seen.questions)
            return _put(desk, file, received, seen.suffix, seen.remarks)
        finally:
            if not is_waiting:
                received.discard()


def keep(desk: Desk, file: ItemFile, received: Received, *, cleaned: bool = False) -> Stored:
    """Store a file that waited, after its officer has said so.

    Args:
        desk: the desk.
        file: the file of the item.
        received: the file that waited.
        cleaned: whether the traces of a picture are removed.

    Raises:
        Refused: it cannot be stored.
    """
    with in_words():
        seen = look(desk.folder, received)
        if cleaned and received.is_picture:
            stored = _put_cleaned(desk, file, received, seen.remarks)
        else:
            stored = _put(desk, file, received, seen.suffix, seen.remarks)
        received.discard()
        return stored


def put_away(desk: Desk, name: str) -> None:
    """Take a file out of docs/, so that it is no longer published; the desk keeps it.

    Raises:
        Refused: it cannot be moved.
    """
    source = desk.folder.docs / name
    with in_words():
        if source.is_file() and not _has_link(desk, source):
            with _LOCK:
                _move(source, _place_for_removed(desk, name))


def bring_back(desk: Desk, name: str) -> bool:
    """Put a file that was taken out of docs/ back; return whether that was done.

    Raises:
        OSError: it cannot be written.
    """
    target = desk.folder.docs / name
    if not _is_stored_name(name) or target.exists() or _has_link(desk, target):
        return False
    for folder in sorted((desk.state / _REMOVED).glob("*"), reverse=True):
        source = folder / name
        if source.is_file() and not source.is_symlink():
            with _LOCK:
                target.parent.mkdir(parents=True, exist_ok=True)
                _move(source, target)
            return True
    return False


def _is_stored_name(name: str) -> bool:
    """Tell whether the desk may have given a name; those in data files may be anything."""
    first, *more = name.split("/")
    return (
        first == "files"
        and bool(more)
        and not any(
            part in {"", ".", ".."} or "\\" in part or ":" in part or "\0" in part for part in more
        )
    )


def _place_for_removed(desk: Desk, name: str) -> Path:
    """Return where a file goes that leaves docs/; what left it long ago is forgotten."""
    now = time.time()
    for old in desk.state_folder(_REMOVED).iterdir():
        if old.name.isdecimal() and now - int(old.name) / 1e9 > KEPT_DAYS * 24 * 60 * 60:
            rmtree(old, ignore_errors=True)
    # The time says which one was removed last, and how long ago: files keep their own times.
    folder = desk.state_folder(f"{_REMOVED}/{int(now * 1e9)}/{PurePosixPath(name).parent}")
    return folder / PurePosixPath(name).name


def _put(
    desk: Desk,
    file: ItemFile,
    received: Received,
    suffix: str,
    remarks: tuple[Bilingual, ...],
) -> Stored:
    with received.path.open("rb+") as stream:
        os.fsync(stream.fileno())
    received.path.chmod(0o644)
    if suffix not in (received.path.suffix, {".jpg": ".jpeg"}.get(suffix)):
        words = _RENAMED.format(suffix=suffix)
        remarks = (*remarks, Bilingual(words, f"renamed: its content is {suffix}"))
        wanted = received.path.with_suffix(suffix).name
    else:
        wanted = received.path.name
    if received.replaces and _may_overwrite(desk, file, received.replaces, wanted):
        _overwrite(desk, received)
        return Stored(received.replaces, remarks, received.title)
    year = str(file.year or desk.assessment().year)
    folder = desk.folder.docs / "files" / year
    if _has_link(desk, folder):
        raise Refused(_LINK)
    with _LOCK:
        folder.mkdir(parents=True, exist_ok=True)
        while True:
            name = free_name(wanted, _names(folder))
            try:
                _move(received.path, folder / name)
            except FileExistsError:  # another process was faster
                continue
            return Stored(f"files/{year}/{name}", remarks, received.title)


def _put_cleaned(
    desk: Desk, file: ItemFile, received: Received, remarks: tuple[Bilingual, ...]
) -> Stored:
    try:
        content: bytes = worker.read(picture.without_traces, received.path)
    except worker.UnreadableError as error:
        raise Refused(error.reason) from None
    received.path.write_bytes(content)
    seen = look(desk.folder, received)
    if seen.questions:  # its name may have a number
        raise Refused(_all([*seen.questions, _ANSWER]))
    return _put(desk, file, received, seen.suffix, (*remarks, _CLEANED))


def _may_overwrite(desk: Desk, file: ItemFile, name: str, new: str) -> bool:
    """Tell whether a file of docs/ can be replaced under its own name."""
    path = desk.folder.docs / name
    return (
        path.is_file()
        and not _has_link(desk, path)
        and path.suffix.lower() == PurePosixPath(new).suffix
        and _count(file.root, name) == 1
        and not is_named(desk.folder, PurePosixPath(name), without=file.path)
    )


def _count(value: object, text: str) -> int:
    if isinstance(value, dict):
        return sum(_count(inner, text) for inner in value.values())
    if isinstance(value, list):
        return sum(_count(inner, text) for inner in value)
    return int(value == text)


def _overwrite(desk: Desk, received: Received) -> None:
    """Put a received file in the place of the one that it replaces, which the desk keeps."""
    target = desk.folder.docs / received.replaces
    with _LOCK:
        write_atomically(_place_for_removed(desk, received.replaces), target.read_bytes())
        write_atomically(target, received.path.read_bytes())


def _move(source: Path, target: Path) -> None:
    """Move a file to a name that nobody has taken; readers get all of it or none.

    Raises:
        FileExistsError: the name is taken.
        OSError: it cannot be written.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # another disk, or one without links
        if target.exists():
            raise FileExistsError(target) from None
        write_atomically(target, source.read_bytes())
    source.unlink()


def _identical(desk: Desk, received: Received) -> Stored | None:
    """Return the file of docs/ that has the same contents, if there is one."""
    size, digest = received.path.stat().st_size, _digest(received.path)
    for path in _files(desk.folder.docs / "files"):
        is_like = path.suffix.lower() == received.path.suffix and path.stat().st_size == size
        if is_like and _digest(path) == digest:
            name = path.relative_to(desk.folder.docs).as_posix()
            remark = Bilingual(_KNOWN.format(name=name), f"already stored as {name}")
            return Stored(name, (remark,), received.title, is_new=False)
    return None


def _files(top: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(folder, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").digest()


def _names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()


def _has_link(desk: Desk, path: Path) -> bool:
    """Tell whether a file of docs/, or a folder above it, leads elsewhere."""
    docs = desk.folder.docs
    inside = [path, *path.parents]
    return any(part.is_symlink() for part in inside[: inside.index(docs) + 1])


def _all(words: list[Bilingual]) -> Bilingual:
    return Bilingual(" · ".join(w.th for w in words), "; ".join(w.en for w in words))
