"""The folder of a new fleet, with an example of a list."""

from pathlib import Path

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.findings.refusal import NothingWrittenError
from oit.fleet.folder import LIST

_FILES = Path(__file__).parent / "files"
_WRITTEN = {LIST: LIST, "README.md": "README.md", ".gitignore": "gitignore"}
"""The files by their path in the folder, and their names here."""


def create(folder: Path) -> list[Bilingual]:
    """Write the folder of a fleet; return what to say of it.

    Raises:
        NothingWrittenError: some of the files exist already.
        OSError: they cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise NothingWrittenError(Bilingual(f"{folder} ไม่ใช่โฟลเดอร์", f"{folder} is not a folder"))
    if existing := [name for name in _WRITTEN if (folder / name).exists()]:
        listed = ", ".join(existing)
        raise NothingWrittenError(
            Bilingual(
                f"{folder} มี {listed} อยู่แล้ว จึงไม่เขียนทับ",
                f"{folder} already contains {listed}; not overwritten",
            )
        )
    for name, own in _WRITTEN.items():
        text = (_FILES / own).read_text(encoding="utf-8").replace("\r\n", "\n")
        # Excel expects its own line ends, and the byte order mark that the file has.
        write_atomically(folder / name, text.replace("\n", "\r\n") if name == LIST else text)
    return [
        Bilingual(f"สร้าง {folder} แล้ว", f"{folder} is ready"),
        Bilingual(
            f"ต่อไป: แก้ {LIST} ให้เป็นหน่วยงานของท่าน (อ่าน README.md) แล้วสั่ง oit fleet run ในโฟลเดอร์นั้น",
            f"next: list your agencies in {LIST} (see README.md), then run oit fleet run in that"
            " folder",
        ),
    ]
