"""The command ``oit new-year``: a year's folder out of that of the year before."""

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from oit.assess.examine import examine, today
from oit.bilingual import Bilingual
from oit.cli.output import DONE, INCOMPLETE, refuse, tell, told
from oit.data.checklist import Checklist, Item, item_parts
from oit.data.folder import DataFolder
from oit.data.load import read_agency, read_checklist
from oit.data.paths import path_of, wanted, written, year_faults
from oit.data.template import Asked
from oit.findings.codes import no_checklist
from oit.findings.finding import Finding, Severity
from oit.forms.agency import Agency
from oit.source import read
from oit.start import adopt
from oit.start.copy_forward import copy_forward, is_reusable
from oit.start.files import write_files


@dataclass
class _NewYear:
    """What a new year is to hold."""

    checklist: Checklist
    is_adopted: bool
    files: dict[str, str] = field(default_factory=dict)
    """By their paths from the data folder."""
    carried: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """What is read where it stands: an item looks for its file in the year before."""


def run(options: argparse.Namespace) -> int:
    """Write the year; return the exit status."""
    say, year, folder = options.lang, options.year, DataFolder(options.data)
    if faults := list(year_faults(year)):
        return refuse(faults, say)
    agency, findings = read_agency(folder)
    if agency is None:
        return refuse(told(findings), say)
    if faults := list(_faults(folder, year)):
        return refuse(faults, say)
    old, findings = read_checklist(folder, agency, year - 1)
    if old is None:
        return refuse(told(findings), say)
    checklist, findings = read_checklist(folder, agency, year)
    if checklist is None and any(one.code is not no_checklist.CODE for one in findings):
        return refuse(told(findings), say)
    new = _NewYear(checklist or adopt.adopted(old, year), is_adopted=checklist is None)
    _fill(new, old, folder, agency)
    _write(new, folder, year)
    wrong = _wrong(folder, year)
    tell(_report(new, folder, wrong), say)
    return INCOMPLETE if wrong else DONE


def _faults(folder: DataFolder, year: int) -> Iterator[Bilingual]:
    place, before = folder.path / str(year), folder.path / str(year - 1)
    if place.exists():
        name = folder.shown(place)
        yield Bilingual(f"{name} มีอยู่แล้ว จึงไม่เขียนทับ", f"{name} is there already and is left alone")
    elif not before.is_dir() or folder.is_history(year - 1):
        name = folder.shown(before)
        yield Bilingual(f"ไม่มีข้อมูลของปีก่อน {name}", f"there is no data of the year before, {name}")


def _fill(new: _NewYear, old: Checklist, folder: DataFolder, agency: Agency) -> None:
    year = new.checklist.year
    for path, asked in wanted(new.checklist, agency.kind).items():
        names = ", ".join(f"{one.item.id} {one.item.title}" for one in asked)
        if not path.startswith(f"{year}/"):
            new.kept.append(f"{names} ({path})")
            if not (folder.path / path).exists():
                new.files[path] = written(path, asked)
            continue
        text = _carried(asked[0], old, folder)
        (new.empty if text is None else new.carried).append(names)
        new.files[path] = written(path, asked) if text is None else text


def _carried(asked: Asked, old: Checklist, folder: DataFolder) -> str | None:
    """Return the contents of the item that this one continues; ``None`` where none are of use."""
    item = asked.item
    if not is_reusable(item):
        return None
    for before in _continued(item, old):
        path = path_of(before, old.year)
        if before.form != item.form or not (folder.path / path).is_file():
            continue
        document = read(folder.path / path, folder.path, folder.shown(folder.path / path))
        if document.root:
            return copy_forward(asked, document, path)
    return None


def _continued(item: Item, old: Checklist) -> list[Item]:
    slugs = ["".join(item_parts(name)) for name in item.continues]
    return [before for slug in slugs for before in old.items if before.slug == slug]


def _write(new: _NewYear, folder: DataFolder, year: int) -> None:
    """Write the list, if it is taken over, and the year's files."""
    if new.is_adopted:
        list_file = {adopt.file_name(new.checklist): adopt.as_yaml(new.checklist)}
        write_files(folder.path, list_file)
    own = {path: text for path, text in new.files.items() if path.startswith(f"{year}/")}
    write_files(folder.path, {path: text for path, text in new.files.items() if path not in own})
    _put_in_place(own, folder.path, str(year))


def _put_in_place(files: Mapping[str, str], folder: Path, name: str) -> None:
    """Write a folder beside its place first: it is there whole or not at all."""
    with tempfile.TemporaryDirectory(prefix=f".{name}-", dir=folder) as work:
        write_files(Path(work), files)
        (Path(work) / name).rename(folder / name)


def _wrong(folder: DataFolder, year: int) -> list[Finding]:
    """Return what of the carried contents the new year's list does not understand."""
    findings = examine(folder, today(), year).findings
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _report(new: _NewYear, folder: DataFolder, wrong: list[Finding]) -> Iterator[Bilingual]:
    year = new.checklist.year
    name = folder.shown(folder.path / str(year))
    yield Bilingual(
        f"เขียน {name} แล้ว ปีเดิมไม่ถูกแก้", f"{name} is written; older years are as they were"
    )
    if new.is_adopted:
        yield adopt.told(new.checklist)
    yield from _listed(
        Bilingual(
            f'คัดลอกจากปี {year - 1} ให้ปรับบรรทัดที่มี "# ปรับเป็นปี {year}"',
            f'carried over from {year - 1}; renew the lines marked "# ปรับเป็นปี {year}"',
        ),
        new.carried,
    )
    yield from _listed(Bilingual("เริ่มใหม่ ยังว่าง", "starting empty"), new.empty)
    yield from _listed(Bilingual("ใช้ไฟล์ของปีก่อน", "read from the year before"), new.kept)
    yield Bilingual(
        f"จากนี้หน้าแรกและทุกคำสั่งใช้ปี {year} งานที่ค้างของปี {year - 1} ให้ใส่ --year {year - 1}"
        f" ยังไม่พร้อมเผยแพร่ปี {year} ให้เก็บไว้ใน branch อื่นก่อน",
        f"from now on the home page and every command take {year}; for what is left of {year - 1}"
        f" give --year {year - 1}; keep {year} in a branch until it is to be published",
    )
    yield from told(wrong)


def _listed(title: Bilingual, names: list[str]) -> Iterator[Bilingual]:
    if names:
        yield Bilingual(f"{title.th} ({len(names)})", f"{title.en} ({len(names)})")
        yield from (Bilingual(f"  {name}", f"  {name}") for name in names)
