"""The pages of documents as pictures, drawn in the worker and kept by the desk."""

import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from oit import pdf, picture, worker
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.desk.desk import Desk
from oit.desk.documents.held import Held

SMALL = 360
"""The width of a picture among others."""
WIDTHS = (900, 1400, 2200)
"""The widths of a page that is shown alone."""
SECONDS = 15
"""In which a page must be drawn: others wait for their pages meanwhile."""
_MOST_KEPT = 60
"""How many documents have pictures kept."""
_FAILED = "failed"


class NoPicture(Exception):
    """A page that cannot be drawn, and why."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


def version_of(held: Held) -> str:
    """Return what changes with the contents of a document."""
    stat = held.path.stat()
    return sha256(f"{held.path}:{stat.st_size}:{stat.st_mtime_ns}".encode()).hexdigest()[:24]


def picture_of(desk: Desk, held: Held, page: int, width: int) -> bytes:
    """Return a page of a document as a PNG picture.

    A document whose page took too long or crashed the reader is not tried again.

    Raises:
        NoPicture: it cannot be drawn.
    """
    folder = desk.state_folder("pages") / version_of(held)
    kept = folder / f"{page}-{width}.png"
    with suppress(OSError):
        return kept.read_bytes()
    if (folder / _FAILED).exists():
        raise NoPicture(_WHY)
    try:
        if held.is_pdf:
            drawn: bytes = worker.read(pdf.drawn, held.path, page, width, seconds=SECONDS)
        else:
            drawn = worker.read(picture.scaled, held.path, width, seconds=SECONDS)
    except worker.UnreadableError:
        with suppress(OSError):
            write_atomically(folder / _FAILED, "")
        raise NoPicture(_WHY) from None
    with suppress(OSError):  # it will be drawn again
        write_atomically(kept, drawn)
        _make_room(folder.parent)
    return drawn


_WHY = Bilingual(
    "แสดงหน้านี้เป็นรูปไม่ได้ ให้เปิดไฟล์ดูแทน", "the page cannot be drawn; open the file instead"
)


def _make_room(top: Path) -> None:
    folders = sorted(top.iterdir(), key=lambda folder: folder.stat().st_mtime)
    for folder in folders[:-_MOST_KEPT]:
        shutil.rmtree(folder, ignore_errors=True)
