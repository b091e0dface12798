"""Files that were sent: in a private folder of the desk until they are checked and accepted."""

import errno
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from starlette.datastructures import UploadFile

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.checks.received import look
from oit.checks.received.look import Refused
from oit.desk.desk import Desk
from oit.desk.documents.names import safe_name, shown_name, suffix_of, title_from
from oit.desk.officer import Officer
from oit.intake.workbook.files import ItemFile

MOST_BYTES = 100_000_000
"""git hosts refuse larger files, and nobody could open them on a phone."""
MOST_FILES = 20
"""How many files may be handed in at once."""

TOO_LARGE = Bilingual(
    f"ไฟล์ใหญ่เกิน {MOST_BYTES // 1_000_000} MB บันทึก PDF แบบลดขนาด (Reduced size) หรือแบ่งเป็นหลายไฟล์",
    f"the file has more than {MOST_BYTES // 1_000_000} MB; save the PDF with a reduced size, or "
    "split it into several files",
)
EMPTY = Bilingual(
    "ไฟล์ว่าง 0 ไบต์ อาจคัดลอกหรือดาวน์โหลดไม่สำเร็จ ลองเปิดดูก่อนแล้วส่งใหม่",
    "the file is empty, perhaps an incomplete copy; open it, then send it again",
)
_OS_ERRORS = {
    errno.ENOSPC: Bilingual(
        "เนื้อที่ดิสก์เต็ม จึงยังไม่ได้เก็บหรือบันทึกอะไร ให้แจ้งผู้ดูแลระบบ แล้วทำใหม่อีกครั้ง",
        "the disk is full; nothing was stored or saved; tell the IT staff, then try again",
    ),
}
_OS_ERRORS[errno.EDQUOT] = _OS_ERRORS[errno.ENOSPC]
_NOT_WRITTEN = Bilingual(
    "เขียนไฟล์ลงเครื่องไม่ได้ จึงยังไม่ได้เก็บหรือบันทึกอะไร ให้ผู้ดูแลระบบตรวจสิทธิ์ของโฟลเดอร์ data และ docs",
    "files cannot be written; nothing was stored or saved; let the IT staff check the permissions "
    "of the folders data and docs",
)
_CHUNK = 1 << 20
_FOLDER = "received"
_ABOUT = "about.json"
_WAIT = 14 * 24 * 60 * 60
"""How many seconds a file waits for an answer."""


@contextmanager
def in_words() -> Iterator[None]:
    """Say in words why a file cannot be written.

    Raises:
        Refused: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise Refused(_OS_ERRORS.get(error.errno or 0, _NOT_WRITTEN)) from error


@dataclass(frozen=True)
class Received(look.Received):
    """A file that was sent to the desk."""

    title: str
    """What its officer calls it."""
    replaces: str = ""
    """The file of docs/ that it takes the place of, as the item names it."""
    questions: tuple[Bilingual, ...] = ()
    """What was found in it that its officer has to answer for."""

    @property
    def token(self) -> str:
        """The name by which a page speaks of it."""
        return self.path.parent.name

    @property
    def is_picture(self) -> bool:
        """Whether its traces can be removed."""
        return self.path.suffix in {".png", ".jpg", ".jpeg", ".webp"}

    def discard(self) -> None:
        """Remove it."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


@dataclass(frozen=True)
class Sent:
    """What an officer sends."""

    upload: UploadFile
    title: str = ""
    """What she calls it; by default its name."""
    replaces: str = ""
    """The file of docs/ that it takes the place of."""


def receive(desk: Desk, officer: Officer, file: ItemFile, sent: Sent) -> Received:
    """Copy a file that was sent for an item into a private folder.

    Raises:
        Refused: it is empty or too large.
        OSError: it cannot be written.
    """
    own = sent.upload.filename or ""
    title = " ".join(sent.title.split()) or title_from(own)
    folder = desk.state_folder(str(_folder(desk, officer, file).relative_to(desk.state)))
    _clear(folder)
    name = safe_name(file.path.stem, title, suffix_of(own))
    received = Received(folder / token_hex(8) / name, shown_name(own), title, sent.replaces)
    received.path.parent.mkdir(mode=0o700)
    try:
        _copy(sent.upload.file, received.path)
    except BaseException:
        received.discard()
        raise
    return received


def ask(received: Received, questions: tuple[Bilingual, ...]) -> Received:
    """Let a file wait for its officer's answer."""
    asked = replace(received, questions=questions)
    about = {**asdict(asked), "path": asked.path.name}
    write_atomically(asked.path.parent / _ABOUT, json.dumps(about, ensure_ascii=False))
    return asked


def waiting(desk: Desk, officer: Officer, file: ItemFile) -> list[Received]:
    """Return the files of an item that wait for the officer's answer, the oldest first."""
    return sorted(_waiting(_folder(desk, officer, file)), key=lambda r: r.path.stat().st_mtime)


def _waiting(folder: Path) -> Iterator[Received]:
    for about in folder.glob(f"*/{_ABOUT}"):
        with suppress(OSError, ValueError, LookupError, TypeError):
            known = json.loads(about.read_bytes())
            path = about.parent / Path(known["path"]).name
            questions = tuple(Bilingual(*words) for words in known["questions"])
            if path.is_file():
                yield Received(path, known["sent"], known["title"], known["replaces"], questions)


def _copy(source: BinaryIO, target: Path) -> None:
    source.seek(0)
    size = 0
    with target.open("xb") as out:
        target.chmod(0o600)
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                raise Refused(TOO_LARGE)
            out.write(chunk)
    if not size:
        raise Refused(EMPTY)


def _folder(desk: Desk, officer: Officer, file: ItemFile) -> Path:
    who = sha256(officer.name.encode()).hexdigest()[:16]
    return desk.state / _FOLDER / who / file.name.replace("/", "-")


def _clear(folder: Path) -> None:
    """Remove what a killed process left, and what was never answered."""
    now = time.time()
    for entry in folder.iterdir():
        with suppress(OSError):
            age = now - entry.stat().st_mtime
            is_left = age > _WAIT or (age > 3600 and not (entry / _ABOUT).exists())
            if is_left:
                shutil.rmtree(entry, ignore_errors=True)
