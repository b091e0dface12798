"""The command ``oit new``: the file of one item, every field of it explained."""

import argparse

from oit.bilingual import Bilingual
from oit.cli.output import DONE, refuse, tell, told
from oit.data.checklist import item_parts
from oit.data.folder import DataFolder
from oit.data.load import current_year, read_agency, read_checklist
from oit.data.paths import path_of, wanted, written
from oit.findings.codes import unknown_item
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.finding import Place
from oit.start.files import write_files
from oit.thai import writing


def run(options: argparse.Namespace) -> int:
    """Write the file; return the exit status."""
    say = options.lang
    folder = DataFolder(options.data)
    agency, findings = read_agency(folder)
    year = options.year or current_year(folder, agency)
    if agency is None:
        return refuse(told(findings), say)
    if year is None:
        none = Bilingual(
            "ยังไม่มีโฟลเดอร์ของปีใด ให้ระบุ --year", "there is no year yet; name one with --year"
        )
        return refuse([none], say)
    checklist, findings = read_checklist(folder, agency, year)
    if checklist is None:
        return refuse(told(findings), say)
    slug = "".join(item_parts(writing.arabic(options.item)))
    item = next((item for item in checklist.items if item.slug == slug), None)
    if item is None:
        known = [item.id for item in checklist.items]
        near = did_you_mean(options.item, known, unknown_item.KNOWN)
        unknown = unknown_item.CODE.at(
            Place(folder.shown(folder.path)), name=options.item, suggestion=near
        )
        return refuse(told([unknown]), say)
    path = path_of(item, year)
    shown = folder.shown(folder.path / path)
    if (folder.path / path).exists():
        there = Bilingual(f"{shown} มีอยู่แล้ว จึงไม่เขียนทับ", f"{shown} is there and is left alone")
        return refuse([there], say)
    write_files(folder.path, {path: written(path, wanted(checklist, agency.kind)[path])})
    done = Bilingual(
        f"เขียน {shown} แล้ว ({item.id} {item.title})", f"{shown} is written ({item.id})"
    )
    tell([done], say)
    return DONE
