"""The folder of a new year, started from the year before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from oit.assess.examine import examine
from oit.atomic import folder_beside, replace_folder
from oit.bilingual import Bilingual
from oit.checks.rules.lint import read_linted
from oit.clock import today
from oit.data.checklist import Checklist
from oit.data.continued import file_before, is_reusable
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.data.paths import files_of, new_file, year_faults
from oit.data.template import RequiredItem
from oit.findings.codes import no_checklist
from oit.findings.finding import Finding, Severity
from oit.findings.refusal import NothingWrittenError
from oit.forms.agency import Agency
from oit.start import adopt
from oit.start.copy_forward import copy_forward
from oit.start.files import write_files


@dataclass
class _NewYear:
    """What a new year will contain."""

    checklist: Checklist
    is_adopted: bool
    files: dict[str, str] = field(default_factory=dict)
    """Texts by their paths from the data folder."""
    carried: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Items that read their file from the folder of the year before."""


def start_year(folder: DataFolder, year: int) -> tuple[list[Bilingual], list[Finding]]:
    """Write a year.

    Returns:
        What to say of it, and the errors in what was copied: they must be fixed by hand.

    Raises:
        NothingWrittenError: the year cannot be started.
    """
    if faults := list(year_faults(year)):
        raise NothingWrittenError(*faults)
    agency, findings = read_agency(folder)
    if agency is None:
        raise NothingWrittenError(*findings)
    if faults := list(_faults(folder, year)):
        raise NothingWrittenError(*faults)
    old, findings = read_linted(folder, agency, year - 1)
    if old is None:
        raise NothingWrittenError(*findings)
    checklist, findings = read_linted(folder, agency, year)
    if checklist is None and any(finding.code is not no_checklist.CODE for finding in findings):
        raise NothingWrittenError(*findings)
    new = _NewYear(checklist or adopt.adopted(old, year), is_adopted=checklist is None)
    _fill(new, old, folder, agency)
    _write(new, folder, year)
    return [*_report(new, folder)], _errors(folder, year)


def _faults(folder: DataFolder, year: int) -> Iterator[Bilingual]:
    place, before = folder.path / str(year), folder.path / str(year - 1)
    if place.exists():
        name = folder.shown(place)
        yield Bilingual(f"{name} มีอยู่แล้ว จึงไม่เขียนทับ", f"{name} already exists; not overwritten")
    elif not before.is_dir() or folder.is_history(year - 1):
        name = folder.shown(before)
        yield Bilingual(f"ไม่มีข้อมูลของปีก่อน {name}", f"there is no data of the year before ({name})")


def _fill(new: _NewYear, old: Checklist, folder: DataFolder, agency: Agency) -> None:
    year = new.checklist.year
    for path, asked in files_of(new.checklist, agency.kind).items():
        names = ", ".join(f"{required.item.id} {required.item.title}" for required in asked)
        if not path.startswith(f"{year}/"):
            new.kept.append(f"{names} ({path})")
            if not (folder.path / path).exists():
                new.files[path] = new_file(path, asked)
            continue
        text = _carried(asked[0], old, folder)
        (new.empty if text is None else new.carried).append(names)
        new.files[path] = new_file(path, asked) if text is None else text


def _carried(asked: RequiredItem, old: Checklist, folder: DataFolder) -> str | None:
    """Return the contents of the item that this one continues, ``None`` if none are useful."""
    if not is_reusable(asked.item):
        return None
    before = file_before(asked.item, old, folder)
    return copy_forward(asked, before[1], before[0]) if before else None


def _write(new: _NewYear, folder: DataFolder, year: int) -> None:
    """Write the checklist, if it is an adapted one, and the year's files."""
    if new.is_adopted:
        list_file = {adopt.file_name(new.checklist): adopt.as_yaml(new.checklist)}
        write_files(folder.path, list_file)
    own = {path: text for path, text in new.files.items() if path.startswith(f"{year}/")}
    write_files(folder.path, {path: text for path, text in new.files.items() if path not in own})
    _put_in_place(own, folder.path, str(year))


def _put_in_place(files: Mapping[str, str], folder: Path, name: str) -> None:
    """Write a folder and rename it: a failure leaves no part of it."""
    with folder_beside(folder / name) as work:
        write_files(work, files)
        replace_folder(work / name, folder / name, work)


def _errors(folder: DataFolder, year: int) -> list[Finding]:
    """Return where the copied contents do not fit the new year's checklist."""
    findings = examine(folder, today(), year).findings
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _report(new: _NewYear, folder: DataFolder) -> Iterator[Bilingual]:
    year = new.checklist.year
    name = folder.shown(folder.path / str(year))
    yield Bilingual(
        f"เขียน {name} แล้ว ปีเดิมไม่ถูกแก้", f"{name} was written; older years did not change"
    )
    if new.is_adopted:
        yield adopt.provisional_note(new.checklist)
    yield from _listed(
        Bilingual(
            f'คัดลอกจากปี {year - 1} ให้ปรับบรรทัดที่มี "# ปรับเป็นปี {year}"',
            f'copied from {year - 1}; renew the lines marked "# ปรับเป็นปี {year}"',
        ),
        new.carried,
    )
    yield from _listed(Bilingual("เริ่มใหม่ ยังว่าง", "starting empty"), new.empty)
    yield from _listed(Bilingual("ใช้ไฟล์ของปีก่อน", "read from the year before"), new.kept)
    yield Bilingual(
        f"จากนี้หน้าแรกและทุกคำสั่งใช้ปี {year} งานที่ค้างของปี {year - 1} ให้ใส่ --year {year - 1}"
        f" ยังไม่พร้อมเผยแพร่ปี {year} ให้เก็บไว้ใน branch อื่นก่อน",
        f"from now on the home page and every command use {year}; to finish {year - 1}, add"
        f" --year {year - 1}; keep {year} in another branch until it is ready to be published",
    )


def _listed(title: Bilingual, names: list[str]) -> Iterator[Bilingual]:
    if names:
        yield Bilingual(f"{title.th} ({len(names)})", f"{title.en} ({len(names)})")
        yield from (Bilingual(f"  {name}", f"  {name}") for name in names)
