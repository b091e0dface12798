"""The command ``oit init``: a repository of an agency's own, ready to be filled in."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.cli.output import DONE, refuse, tell
from oit.data import checklist as checklists
from oit.data.checklist import DEFAULT_CHECKLIST, Checklist
from oit.findings.codes.unknown_field import did_you_mean
from oit.spreadsheets.sheet import shown
from oit.start import adopt, asking, program
from oit.start.files import write_files
from oit.start.repository import repository

OWN_CHECKLIST = {"college": "vocational"}
"""The kinds of agency that have a list of their own."""

_KNOWN_LISTS = Bilingual("แบบวัดที่มี", "known checklists")
_MOST_NAMED = 5


class _Chosen(NamedTuple):
    """The list that a new repository begins with."""

    checklist: Checklist
    is_adopted: bool


def run(options: argparse.Namespace) -> int:
    """Write a repository; return the exit status."""
    say = options.lang
    if faults := list(_folder_faults(options.folder)):
        return refuse(faults, say)
    given, lacking = asking.answers(options)
    if lacking:
        names = " ".join(f"--{name}" for name in lacking)
        return refuse([Bilingual(f"ต้องระบุ {names}", f"these are needed: {names}")], say)
    if faults := [fault for pair in given.items() for fault in asking.faults(*pair)]:
        return refuse(faults, say)
    name = options.checklist or OWN_CHECKLIST.get(given["kind"], DEFAULT_CHECKLIST)
    chosen = _choose(name, int(given["year"]))
    if chosen is None:
        known = sorted({f"{other}-{year}" for other, year in checklists.available()})
        near = did_you_mean(f"{name}-{given['year']}", known, _KNOWN_LISTS)
        th = f"ไม่มีแบบวัด {shown(name)} ของปี {given['year']}{near.th}"
        return refuse(
            [Bilingual(th, f"no checklist {shown(name)} of {given['year']}{near.en}")], say
        )
    if name != DEFAULT_CHECKLIST:
        given["checklist"] = name
    files = repository(given, chosen.checklist, own_list=chosen.is_adopted)
    write_files(options.folder, files)
    program.bring(options.folder)
    tell(_outcome(options.folder, chosen), say)
    return DONE


def _folder_faults(folder: Path) -> Iterator[Bilingual]:
    name = shown(str(folder))
    if folder.exists() and not folder.is_dir():
        yield Bilingual(f"{name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", f"{name} is a file, not a folder")
    elif program.holds(folder):
        yield Bilingual(
            f"{name} อยู่ในโฟลเดอร์ของโปรแกรม ข้อมูลจะหายไปเมื่อเปลี่ยนรุ่น ให้ออกมาก่อนด้วย cd .. แล้วสั่งอีกครั้ง",
            f"{name} is inside the program's own folder and would be lost with its next version;"
            " leave that first with cd .. and call this again",
        )
    elif folder.is_dir():
        # A repository that has just been made on a server and cloned is as good as empty.
        found = sorted(shown(path.name) for path in folder.iterdir() if path.name != ".git")
        listed = ", ".join(found[:_MOST_NAMED]) + (" …" if len(found) > _MOST_NAMED else "")
        if found:
            yield Bilingual(
                f"โฟลเดอร์ {name} ไม่ว่าง มี {listed} ให้ระบุโฟลเดอร์ใหม่",
                f"the folder {name} is not empty: it has {listed}; name a new one",
            )


def _choose(name: str, year: int) -> _Chosen | None:
    path = checklists.available().get((name, year))
    if path:
        checklist = checklists.load(path, path.name)[0]
        return _Chosen(checklist, is_adopted=False) if checklist else None
    old = adopt.newest(name, year, None)
    return _Chosen(adopt.adopted(old, year), is_adopted=True) if old else None


def _outcome(folder: Path, chosen: _Chosen) -> Iterator[Bilingual]:
    name, listed = shown(str(folder)), chosen.checklist
    count, said = len(listed.items), f"{listed.checklist}-{listed.year}"
    yield Bilingual(
        f"สร้าง {name} แล้ว: {listed.title} {count} ข้อ ทุกข้อยังว่าง",
        f"{name} is ready: {count} items of the checklist {said}, all empty",
    )
    if chosen.is_adopted:
        yield adopt.told(listed)
    if program.is_lost():
        yield program.LOST
    yield Bilingual(
        f"ต่อไป: อ่าน {name}/README.md แล้วสั่ง oit check ในโฟลเดอร์นั้น",
        f"next: read {name}/README.md, then call oit check in that folder",
    )
