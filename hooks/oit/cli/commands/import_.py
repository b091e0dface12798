"""The command ``oit import``: tables as offices keep them into the CSV of the data folder."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from oit.atomic import write_whole
from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.findings.finding import Finding
from oit.forms.layouts import LAYOUTS
from oit.intake.imports import report
from oit.intake.imports.header import find_header
from oit.intake.imports.items import ItemChange, change_of, items_of, write_item
from oit.intake.imports.layout import Layout, layout
from oit.intake.imports.merge import Changes, merge
from oit.intake.imports.progress import Progress
from oit.intake.imports.reading import read_sheets
from oit.intake.imports.sheet_reading import SheetReading
from oit.intake.imports.table import as_csv, read_rows
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Worksheet, shown
from oit.spreadsheets.workbook import read_workbook
from oit.thai.calendar import ERA
from oit.views.datasets.xlsx import DICTIONARY

DONE, INCOMPLETE, UNUSABLE = 0, 1, 2
"""Exit status: all is in its place; something is not, or a sum differs; nothing was written."""


@dataclass(frozen=True)
class _Import:
    """What an import does, to be told."""

    layout: Layout
    path: str
    readings: list[SheetReading]
    changes: Changes
    items: list[ItemChange]


def run(options: argparse.Namespace) -> int:
    """Import files; return the exit status."""
    say = options.lang
    faults = [words.text(say) for words in _faults_of_call(options)]
    if faults:
        return _refuse(faults, say)
    files, refused = _read_files(options.files)
    if refused:
        return _refuse(
            [f"{shown(path.name or str(path))}: {words.text(say)}" for path, words in refused], say
        )
    folder = DataFolder(options.data)
    chosen = _chosen(LAYOUTS[options.kind], files, options.year)
    readings = _read_sheets(files, chosen, options)
    path = folder.path / str(options.year) / chosen.table
    rows, findings = read_rows(path, folder.path, folder.shown(path), chosen)
    if findings:
        return _refuse([*_unreadable(findings, folder.shown(path), options)], say)
    changes = merge(rows, [entry for one in readings for entry in one.entries], chosen)
    items = _items(folder, options.year, chosen) if changes.rows else []
    status = _tell(_Import(chosen, folder.shown(path), readings, changes, items), options)
    if not options.dry_run:
        if changes.any:
            write_whole(path, as_csv(changes.rows, chosen))
        for item in items:
            write_item(item)
    return status


def _faults_of_call(options: argparse.Namespace) -> list[Bilingual]:
    faults = []
    year = options.year
    if not 2400 <= year <= 2700:
        hint = f" หมายถึง {year + ERA} ใช่หรือไม่" if 1900 <= year <= 2157 else ""
        meant = f" (did you mean {year + ERA}?)" if hint else ""
        faults.append(
            Bilingual(f"--year ต้องเป็นปีพุทธศักราช{hint}", f"--year must be of the Buddhist era{meant}")
        )
    if not options.data.is_dir():
        name = shown(str(options.data))
        faults.append(Bilingual(f"ไม่พบโฟลเดอร์ข้อมูล {name}", f"there is no data folder {name}"))
    return faults


def _read_files(paths: list[Path]) -> tuple[list[list[Worksheet]], list[tuple[Path, Bilingual]]]:
    files, refused = [], []
    for path in paths:
        try:
            # The site's own workbooks come with their data dictionary, which holds no rows.
            files.append([sheet for sheet in read_workbook(path) if sheet.name != DICTIONARY])
        except RefusedError as error:
            refused.append((path, error.said))
    return files, refused


def _chosen(names: tuple[str, ...], files: list[list[Worksheet]], year: int) -> Layout:
    """Choose the table whose columns the files have most of."""

    def understood(one: Layout) -> int:
        headers = [find_header(sheet, one, year) for sheets in files for sheet in sheets]
        return sum(len(header.fields) for header in headers if header)

    return max(map(layout, names), key=understood)


def _read_sheets(
    files: list[list[Worksheet]], chosen: Layout, options: argparse.Namespace
) -> list[SheetReading]:
    label = Bilingual("กำลังอ่าน", "reading").text(options.lang)
    progress = Progress(sum(len(sheet.rows) for sheets in files for sheet in sheets), label)
    readings = []
    for sheets in files:
        readings += read_sheets(sheets, chosen, options.year, progress.step)
    progress.close()
    return readings


def _items(folder: DataFolder, year: int, chosen: Layout) -> list[ItemChange]:
    changes = [
        change_of(item, folder.shown(item.path)) for item in items_of(folder, year, chosen.table)
    ]
    return [change for change in changes if change is not None]


def _unreadable(findings: list[Finding], path: str, options: argparse.Namespace) -> list[str]:
    words = Bilingual(
        f"ตารางเดิม {path} มีที่ผิด ต้องแก้ก่อนจึงนำเข้าได้ ไม่มีอะไรถูกแก้",
        f"the table {path} has faults that must be mended first; nothing was changed",
    )
    return [words.text(options.lang), *(finding.told(options.lang) for finding in findings[:20])]


def _tell(told: _Import, options: argparse.Namespace) -> int:
    say = options.lang
    readings, changes, items, path = told.readings, told.changes, told.items, told.path
    lines = [*report.read_lines(readings, told.layout, say)]
    lines += ["", *report.change_lines(changes, path, told.layout, say)]
    lines += report.item_lines(items, say)
    notices = [remark for one in readings for remark in one.notices]
    lines += report.headed("ควรดู", "worth a look", report.notice_lines(notices, say), say)
    totals = report.total_lines(readings, say)
    lines += report.headed("ยอดรวมไม่ตรง", "totals that differ", totals, say)
    unplaced = report.not_imported_lines(readings, say)
    unplaced += report.notice_lines(changes.contradictions, say)
    lines += report.headed("ไม่ได้นำเข้า", "not placed", unplaced, say)
    lines += ["", _outcome(changes, items, path, options).text(say)]
    sys.stdout.write("\n".join(lines) + "\n")
    return INCOMPLETE if totals or unplaced else DONE


def _outcome(
    changes: Changes, items: list[ItemChange], path: str, options: argparse.Namespace
) -> Bilingual:
    writes = changes.any or any(item.text is not None for item in items)
    if not writes:
        return Bilingual("ไม่มีอะไรต้องเปลี่ยน", "nothing to change")
    if options.dry_run:
        return Bilingual(
            "ยังไม่ได้เขียนไฟล์ (--dry-run) ถ้าถูกต้องแล้ว ให้สั่งอีกครั้งโดยไม่ใส่ --dry-run",
            "nothing was written (--dry-run); if this is right, call it again without",
        )
    return Bilingual(f"เขียน {path} แล้ว", f"{path} is written")


def _refuse(faults: list[str], say: str) -> int:
    for fault in faults:
        sys.stderr.write(fault + "\n")
    end = Bilingual("ไม่ได้เขียนไฟล์ใด", "nothing was written")
    sys.stderr.write((end.th if say == "th" else end.en) + "\n")
    return UNUSABLE
