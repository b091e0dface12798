"""Write what was planned: documents, then adopted.yml, then the files of items.

Each file is written completely or not at all. If a run is interrupted, the next one finds the
documents by their contents, and writes the items whose file is still a template.
"""

from oit.adopt.plan import Plan
from oit.adopt.standing import text_of
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.data.lock import changing
from oit.findings.refusal import NothingWrittenError
from oit.forms.adopted import FILE

_MOVED = Bilingual(
    "มีผู้แก้ไฟล์ขณะโปรแกรมทำงาน ให้สั่งอีกครั้ง", "somebody changed a file meanwhile; run this again"
)


def write(folder: DataFolder, year: int, plan: Plan, adopted: str) -> list[str]:
    """Write a plan; return the files, as findings name them.

    Raises:
        NothingWrittenError: somebody has changed a file since it was planned, or a folder is a
            link to elsewhere.
    """
    with changing(folder):
        _check(folder, year, plan)
        written = []
        for name, source in plan.documents.items():
            write_atomically(folder.docs / name, source.read_bytes())
            written.append(folder.docs / name)
        own = folder.path / str(year) / FILE
        write_atomically(own, adopted)
        for path, text in plan.texts.items():
            write_atomically(folder.path / path, text)
        written += [own, *(folder.path / path for path in plan.texts)]
    return [folder.shown(path) for path in written]


def _check(folder: DataFolder, year: int, plan: Plan) -> None:
    place = folder.docs / "files" / str(year)
    for part in (folder.docs, place.parent, place, folder.path / str(year)):
        if part.is_symlink():
            shown = folder.shown(part)
            raise NothingWrittenError(
                Bilingual(
                    f"{shown} เป็นทางลัดไปที่อื่น จึงเก็บไฟล์ไม่ได้",
                    f"{shown} is a symbolic link, so nothing can be stored there",
                )
            )
    for name in plan.documents:
        target = folder.docs / name
        if target.is_symlink() or target.exists():
            raise NothingWrittenError(_MOVED)
    for path, before in plan.before.items():
        file = folder.path / path
        if file.is_symlink() or text_of(file) != before:
            raise NothingWrittenError(_MOVED)
