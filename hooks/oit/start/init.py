"""The command ``oit init``: a repository of an agency's own, ready to be filled in."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from oit import checklist as checklists
from oit import thai
from oit.checklist import Checklist
from oit.faults.unknown_field import did_you_mean
from oit.finding import Words
from oit.folder import DEFAULT_CHECKLIST
from oit.forms.agency import KINDS, Agency
from oit.forms.reading import read_form
from oit.imports.sheet import shown
from oit.source import Document, parse
from oit.start import adopt, program
from oit.start.commented import agency_file
from oit.start.files import write_files
from oit.start.places import year_faults
from oit.start.repository import repository
from oit.start.said import DONE, refuse, tell

ALIASES = {
    "อบต.": "subdistrict",
    "อบต": "subdistrict",
    "อบจ.": "provincial",
    "อบจ": "provincial",
    "โรงเรียน": "school",
    "วิทยาลัย": "college",
    "มหาวิทยาลัย": "university",
}
"""What people call the kinds of agency, beside their names and titles."""

OWN_CHECKLIST = {"college": "vocational"}
"""The kinds of agency that have a list of their own."""

_KNOWN_KINDS = Words("ประเภทที่มี", "known kinds")
_KNOWN_LISTS = Words("แบบวัดที่มี", "known checklists")
_QUESTIONS = {
    "name": Words("ชื่อหน่วยงาน", "name of the agency"),
    "kind": Words(
        "ประเภทหน่วยงาน (" + ", ".join(f"{kind} {title}" for kind, title in KINDS.items()) + ")",
        f"kind of agency ({', '.join(KINDS)})",
    ),
    "province": Words("จังหวัด", "province"),
    "year": Words("ปีงบประมาณ เช่น 2569", "fiscal year, such as 2569"),
}
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
    given, lacking = _given(options)
    if lacking:
        names = " ".join(f"--{name}" for name in lacking)
        return refuse([Words(f"ต้องระบุ {names}", f"these are needed: {names}")], say)
    given["kind"] = kind_of(given["kind"])
    if faults := list(_faults(given)):
        return refuse(faults, say)
    name = options.checklist or OWN_CHECKLIST.get(given["kind"], DEFAULT_CHECKLIST)
    chosen = _choose(name, int(given["year"]))
    if chosen is None:
        known = sorted({f"{other}-{year}" for other, year in checklists.available()})
        near = did_you_mean(f"{name}-{given['year']}", known, _KNOWN_LISTS)
        th = f"ไม่มีแบบวัด {shown(name)} ของปี {given['year']}{near.th}"
        return refuse([Words(th, f"no checklist {shown(name)} of {given['year']}{near.en}")], say)
    if name != DEFAULT_CHECKLIST:
        given["checklist"] = name
    files = repository(given, chosen.checklist, own_list=chosen.is_adopted)
    write_files(options.folder, files)
    program.bring(options.folder)
    tell(_outcome(options.folder, chosen), say)
    return DONE


def kind_of(written: str) -> str:
    """Return the name of a kind of agency, however it is called; as written where none is meant."""
    by_title = {title: kind for kind, title in KINDS.items()} | ALIASES
    return by_title.get(written, written.lower().replace("-", "_"))


def _folder_faults(folder: Path) -> Iterator[Words]:
    name = shown(str(folder))
    if folder.exists() and not folder.is_dir():
        yield Words(f"{name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", f"{name} is a file, not a folder")
    elif folder.is_dir():
        # A repository that has just been made on a server and cloned is as good as empty.
        found = sorted(shown(path.name) for path in folder.iterdir() if path.name != ".git")
        listed = ", ".join(found[:_MOST_NAMED]) + (" …" if len(found) > _MOST_NAMED else "")
        if found:
            yield Words(
                f"โฟลเดอร์ {name} ไม่ว่าง มี {listed} ให้ระบุโฟลเดอร์ใหม่",
                f"the folder {name} is not empty: it has {listed}; name a new one",
            )


def _given(options: argparse.Namespace) -> tuple[dict[str, str], list[str]]:
    """Return the options, asked for at a terminal where they are not given, and those lacking."""
    given, lacking = {}, []
    for name, question in _QUESTIONS.items():
        text = getattr(options, name)
        if text is None and sys.stdin.isatty():
            sys.stdout.write(f"{question.said(options.lang)}: ")
            sys.stdout.flush()
            text = sys.stdin.readline()
        if text and text.strip():
            given[name] = thai.arabic(text.strip()) if name == "year" else text.strip()
        else:
            lacking.append(name)
    return given, lacking


def _faults(given: dict[str, str]) -> Iterator[Words]:
    year, kind = given["year"], given["kind"]
    if not (year.isascii() and year.isdigit()):
        yield Words(f"--year ต้องเป็นปี เช่น 2569 ไม่ใช่ {shown(year)}", "--year must be a year")
        return
    yield from year_faults(int(year))
    if kind not in KINDS:
        near = did_you_mean(kind, KINDS, _KNOWN_KINDS)
        yield Words(
            f"ไม่รู้จักประเภทหน่วยงาน {shown(kind)}{near.th}", f"unknown kind {shown(kind)}{near.en}"
        )
        return
    # What cannot be read back, such as characters that turn the order of others, is not written.
    document = parse(agency_file(given).encode(errors="surrogatepass"), Document("agency.yml"))
    findings = document.findings + read_form(Agency, document).findings
    for finding in findings:
        yield Words(finding.message("th"), finding.message("en"))


def _choose(name: str, year: int) -> _Chosen | None:
    path = checklists.available().get((name, year))
    if path:
        checklist = checklists.load(path, path.name)[0]
        return _Chosen(checklist, is_adopted=False) if checklist else None
    old = adopt.newest(name, year, None)
    return _Chosen(adopt.adopted(old, year), is_adopted=True) if old else None


def _outcome(folder: Path, chosen: _Chosen) -> Iterator[Words]:
    name, listed = shown(str(folder)), chosen.checklist
    count, said = len(listed.items), f"{listed.checklist}-{listed.year}"
    yield Words(
        f"สร้าง {name} แล้ว: {listed.title} {count} ข้อ ทุกข้อยังว่าง",
        f"{name} is ready: {count} items of the checklist {said}, all empty",
    )
    if chosen.is_adopted:
        yield adopt.told(listed)
    if program.is_lost():
        yield program.LOST
    yield Words(
        f"ต่อไป: อ่าน {name}/README.md แล้วสั่ง oit check ในโฟลเดอร์นั้น",
        f"next: read {name}/README.md, then call oit check in that folder",
    )
