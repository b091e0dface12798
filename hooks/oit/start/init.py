"""A repository of an agency's own, ready to be filled in."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.data import checklist as checklists
from oit.data.checklist import DEFAULT_CHECKLIST, Checklist
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.refusal import NothingWrittenError
from oit.spreadsheets.sheet import shown
from oit.start import adopt, details, program
from oit.start.files import write_files
from oit.start.repository import repository

_KNOWN_LISTS = Bilingual("แบบวัดที่มี", "known checklists")
_MOST_LISTED = 5

_UNFINISHED = ".oit/unfinished"
"""Stands in a repository while it is written."""


class _Chosen(NamedTuple):
    """The checklist that a new repository begins with."""

    checklist: Checklist
    is_adopted: bool


def check_folder(folder: Path) -> None:
    """Make sure that a repository can be written into a folder.

    Raises:
        NothingWrittenError: something in or around the folder would be lost.
    """
    if faults := list(_folder_faults(folder)):
        raise NothingWrittenError(*faults)


def create(folder: Path, given: Mapping[str, str], checklist: str | None) -> list[Bilingual]:
    """Write a repository; return what to say of it.

    Args:
        folder: where to write it.
        given: the agency's ``name``, ``kind``, ``province`` and first ``year``.
        checklist: the name of its checklist, if it is not the usual one of its kind.

    Raises:
        NothingWrittenError: a detail is wrong, or there is no such checklist.
    """
    if faults := [fault for pair in given.items() for fault in details.faults(*pair)]:
        raise NothingWrittenError(*faults)
    name = checklist or checklists.usual_name(given["kind"])
    chosen = _choose(name, int(given["year"]))
    own = {} if name == DEFAULT_CHECKLIST else {"checklist": name}
    files = repository({**given, **own}, chosen.checklist, own_list=chosen.is_adopted)
    # If this is interrupted, the folder is recognised the next time, and written again.
    write_atomically(folder / _UNFINISHED, "")
    write_files(folder, files)
    program.bring(folder)
    (folder / _UNFINISHED).unlink()
    return [*_outcome(folder, chosen)]


def _folder_faults(folder: Path) -> Iterator[Bilingual]:
    name = shown(str(folder))
    if folder.exists() and not folder.is_dir():
        yield Bilingual(f"{name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", f"{name} is a file, not a folder")
    elif program.holds(folder):
        yield Bilingual(
            f"{name} อยู่ในโฟลเดอร์ของโปรแกรม ข้อมูลจะหายไปเมื่อเปลี่ยนรุ่น ให้ออกมาก่อนด้วย cd .. แล้วสั่งอีกครั้ง",
            f"{name} is inside the program's own folder and would be lost with its next version;"
            " leave that folder first with cd .. and run this again",
        )
    elif folder.is_dir() and not (folder / _UNFINISHED).is_file():
        # A repository that was just created on a server and cloned contains only .git.
        found = sorted(shown(path.name) for path in folder.iterdir() if path.name != ".git")
        listed = ", ".join(found[:_MOST_LISTED]) + (" …" if len(found) > _MOST_LISTED else "")
        if found:
            yield Bilingual(
                f"โฟลเดอร์ {name} ไม่ว่าง มี {listed} ให้ระบุโฟลเดอร์ใหม่",
                f"the folder {name} is not empty: it contains {listed}; name a new folder",
            )


def _choose(name: str, year: int) -> _Chosen:
    path = checklists.available().get((name, year))
    if path:
        checklist = checklists.load(path, path.name)[0]
        if checklist:
            return _Chosen(checklist, is_adopted=False)
    elif old := adopt.newest(name, year, None):
        return _Chosen(adopt.adopted(old, year), is_adopted=True)
    known = sorted({f"{other}-{of_year}" for other, of_year in checklists.available()})
    near = did_you_mean(f"{name}-{year}", known, _KNOWN_LISTS)
    raise NothingWrittenError(
        Bilingual(
            f"ไม่มีแบบวัด {shown(name)} ของปี {year}{near.th}",
            f"no checklist {shown(name)} of {year}{near.en}",
        )
    )


def _outcome(folder: Path, chosen: _Chosen) -> Iterator[Bilingual]:
    name, listed = shown(str(folder)), chosen.checklist
    count, title = len(listed.items), f"{listed.checklist}-{listed.year}"
    yield Bilingual(
        f"สร้าง {name} แล้ว: {listed.title} {count} ข้อ ทุกข้อยังว่าง",
        f"{name} is ready: {count} items of the checklist {title}, all empty",
    )
    if chosen.is_adopted:
        yield adopt.provisional_note(listed)
    if program.is_lost():
        yield program.LOST
    yield Bilingual(
        f"ต่อไป: อ่าน {name}/README.md แล้วสั่ง oit check ในโฟลเดอร์นั้น",
        f"next: read {name}/README.md, then run oit check in that folder",
    )
