"""Files that a command was told to write: what is already there is not lost unasked."""

from collections.abc import Mapping
from pathlib import Path

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.cli.command import option

force = option(
    "--force", is_flag=True, about=Bilingual("เขียนทับไฟล์ที่มีอยู่แล้ว", "overwrite existing files")
)


def write_files(files: Mapping[Path, bytes], *, force: bool) -> list[Bilingual]:
    """Write all files or none.

    Returns:
        Why none was written: a line for each file that would be lost; nothing if all were.

    Raises:
        OSError: one cannot be written.
    """
    lost = [] if force else [_refusal(path) for path, raw in files.items() if _differs(path, raw)]
    if not lost:
        for path, raw in files.items():
            write_atomically(path, raw)
    return lost


def _differs(path: Path, raw: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.read_bytes() == raw)


def _refusal(path: Path) -> Bilingual:
    return Bilingual(
        f"มี {path} อยู่แล้ว และเนื้อหาต่างกัน จึงไม่เขียนทับ ให้ระบุชื่ออื่น หรือเพิ่ม --force ถ้าไม่ใช้ของเดิมแล้ว",
        f"{path} already exists with other contents; not overwritten: give another name,"
        " or add --force if the old one is not needed",
    )
