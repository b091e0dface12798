"""The command ``oit upgrade``: update the program's files in an older repository."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from oit import __version__
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.findings.refusal import NothingWrittenError
from oit.forms.agency import Agency
from oit.source import edit
from oit.start import program, real_list
from oit.start.files import fingerprint, kept_files
from oit.start.real_list import Move
from oit.start.repository import RECORD, as_record, schema_files


class Change(NamedTuple):
    """A file to be written, or to be compared by a person."""

    path: str
    """The path from the root of the repository."""
    text: str | None
    """The new text; ``None`` if the file is not written here."""
    message: Bilingual | None
    """The line of the report; ``None`` if another change reports it."""
    by_hand: bool = False
    """Whether a person has to compare the file."""


def run(data: Path, *, dry_run: bool) -> tuple[list[Bilingual], bool]:
    """Update a repository; return the lines to print, and whether nothing is left to do.

    Raises:
        NothingWrittenError: there is no data to update.
    """
    folder = DataFolder(data)
    agency, findings = read_agency(folder)
    if agency is None:
        raise NothingWrittenError(*findings)
    base = folder.docs.parent
    moves = list(real_list.moves(folder, agency))
    changes = [
        *_changes(base),
        *_retired_fields(folder),
        *(change for move in moves for change in _moved(move)),
    ]
    if not dry_run:
        for move in moves:
            real_list.carry_out(move, folder)
        for change in changes:
            if change.text is not None:
                write_atomically(base / change.path, change.text)
        program.bring(base)
    lines = [change.message for change in changes if change.message]
    lines.append(_outcome(changes, moves, dry_run=dry_run))
    return lines, not any(change.by_hand for change in changes)


def _changes(base: Path) -> Iterator[Change]:
    """Yield the changes of a repository that ``oit init`` made; other folders have none."""
    path = base / RECORD
    if not path.is_file():
        return
    recorded = _read_record(path)
    current = dict(recorded)
    for name, text in kept_files().items():
        new, old = fingerprint(text), _read_text(base / name)
        if recorded.get(name) == new or old == text:
            current[name] = new
        elif _is_unedited(name, old, recorded):
            current[name] = new
            yield Change(name, text, _updated(name))
        elif old is not None:
            th = f"{name}: มีผู้แก้ไว้ จึงไม่เปลี่ยน ให้เทียบกับของรุ่นใหม่เอง"
            en = f"{name}: was edited, so it is not overwritten; compare it with the new version"
            yield Change(name, None, Bilingual(th, en), by_hand=True)
    for name in recorded.keys() - kept_files().keys():
        del current[name]
        if (base / name).is_file():
            th = f"{name}: โปรแกรมรุ่นนี้ไม่ใช้ไฟล์นี้แล้ว ลบได้ถ้าท่านไม่ได้ใช้"
            en = f"{name}: this version no longer uses it; remove it unless you do"
            yield Change(name, None, Bilingual(th, en))
    yield from _schema_changes(base)
    if current != recorded:
        yield Change(RECORD, as_record(current), None)
    if program.is_newer_than(base):
        yield Change(program.WHEEL, None, _updated(program.WHEEL))


def _retired_fields(folder: DataFolder) -> Iterator[Change]:
    """Yield agency.yml without the fields that are no longer used."""
    path = folder.path / "agency.yml"
    text = path.read_bytes().decode()
    retired = [name for name in Agency.RETIRED if name in edit.values(text)]
    for name in retired:
        text = edit.remove(text, (name,))
        th, en = Agency.RETIRED[name]
        place = folder.shown(path)
        message = Bilingual(f"{place}: ลบช่อง {name} ({th})", f"{place}: removed {name} ({en})")
        yield Change(path.relative_to(folder.docs.parent).as_posix(), text, message)


def _moved(move: Move) -> Iterator[Change]:
    """Yield what becomes of the data under a provisional list; `real_list` writes it."""
    yield from (Change("", None, line) for line in move.done)
    yield from (Change("", None, line, by_hand=True) for line in move.by_hand)


def _is_unedited(name: str, text: str | None, recorded: dict[str, str]) -> bool:
    """Tell whether a file is as the program wrote it; a missing file is, if it never wrote one."""
    if text is None:
        return name not in recorded
    return fingerprint(text) == recorded.get(name)


def _schema_changes(base: Path) -> Iterator[Change]:
    """Yield the schemas that differ; the first reports all of them."""
    schemas = schema_files()
    stale = {name: text for name, text in schemas.items() if _read_text(base / name) != text}
    for index, (name, text) in enumerate(stale.items()):
        folder = Path(name).parent.as_posix()
        yield Change(name, text, None if index else _updated(f"{folder} ({len(stale)})"))


def _read_record(path: Path) -> dict[str, str]:
    try:
        loaded = json.loads(path.read_bytes())
    except ValueError:
        loaded = {}
    return loaded if isinstance(loaded, dict) else {}


def _read_text(path: Path) -> str | None:
    return path.read_bytes().decode(errors="replace") if path.is_file() else None


def _updated(name: str) -> Bilingual:
    return Bilingual(f"{name}: ปรับเป็นของรุ่น {__version__}", f"{name}: updated to {__version__}")


def _outcome(changes: list[Change], moves: list[Move], *, dry_run: bool) -> Bilingual:
    if all(change.by_hand for change in changes):
        return Bilingual(
            f"ไม่มีไฟล์ใดต้องเปลี่ยน ใช้กับรุ่น {__version__} ได้", f"nothing to change for {__version__}"
        )
    if dry_run:
        return Bilingual(
            "ยังไม่ได้เขียนไฟล์ (--dry-run) ถ้าถูกต้องแล้ว ให้สั่งอีกครั้งโดยไม่ใส่ --dry-run",
            "nothing was written (--dry-run); if this is right, run it again without --dry-run",
        )
    if moved := ", ".join(str(move.real.year) for move in moves if not move.is_refused):
        return Bilingual(
            f"ปรับเป็นรุ่น {__version__} แล้ว เลขข้อและที่อยู่ของปี {moved} เป็นไปตามแบบวัดจริง",
            f"updated to {__version__}; the items of {moved} have the numbers and addresses of the"
            " real list",
        )
    return Bilingual(
        f"ปรับเป็นรุ่น {__version__} แล้ว ที่อยู่ของหน้าแต่ละข้อไม่เปลี่ยน",
        f"updated to {__version__}; the addresses of the items are unchanged",
    )
