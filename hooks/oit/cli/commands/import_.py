"""The command ``oit import``: tables as offices keep them into the CSV of the data folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import Choice, argument, command, option
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.data.folder import DataFolder
from oit.forms.layouts import LAYOUTS
from oit.intake.imports import report
from oit.intake.imports.header import find_header
from oit.intake.imports.items import ItemChange, change_of, items_of, write_item
from oit.intake.imports.layout import Layout, layout
from oit.intake.imports.merge import Changes, merge
from oit.intake.imports.negative_amounts import negative_amounts
from oit.intake.imports.reading import read_sheets
from oit.intake.imports.sheet_reading import SheetReading
from oit.intake.imports.summary import summary
from oit.intake.imports.table import as_csv, read_rows
from oit.intake.imports.typed import typed_sheet
from oit.intake.imports.unlikely_prices import unlikely_prices
from oit.intake.imports.unlikely_progress import unlikely_progress
from oit.spreadsheets.isolated import read_workbook
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Worksheet, shown
from oit.views.datasets.xlsx import DICTIONARY

_MOST_LISTED = 20


@dataclass(frozen=True)
class _Import:
    """What an import does."""

    layout: Layout
    path: str
    readings: list[SheetReading]
    changes: Changes
    items: list[ItemChange]


@command(
    "import",
    Bilingual(
        "นำเข้าตารางที่หน่วยงานมีอยู่ (สขร.1 แผน สถิติ) เป็น CSV ในโฟลเดอร์ข้อมูล แล้วตั้ง rows ในไฟล์ของข้อ",
        "Import the tables that an office has into the CSV of the data folder.",
    ),
    example="oit import procurement สขร1.xlsx --year 2569 --dry-run",
    statuses={
        ExitStatus.OK: Bilingual("นำเข้าครบ", "everything was imported"),
        ExitStatus.INCOMPLETE: Bilingual(
            "มีบางส่วนที่ไม่ได้นำเข้า ยอดรวมไม่ตรง หรือมีที่น่าจะผิด",
            "something was not imported, a total differs, or something is probably wrong",
        ),
        ExitStatus.UNUSABLE: Bilingual(
            "อ่านไฟล์ไม่ได้ หรือคำสั่งไม่ถูกต้อง", "a file cannot be read, or the call is wrong"
        ),
    },
)
@argument("kind", type=Choice(list(LAYOUTS)), about=Bilingual("ชนิดของตาราง", "kind of table"))
@argument(
    "files",
    nargs=-1,
    required=True,
    type=options.FILE,
    metavar="FILE",
    about=Bilingual("ไฟล์ที่นำเข้า", "files to import"),
)
@option(
    "--year",
    type=options.Number(),  # checked below, with the other faults of the call
    required=True,
    about=Bilingual("ปีงบประมาณของข้อมูล เช่น 2569", "fiscal year of the data, such as 2569"),
)
@options.data
@options.dry_run
def run(
    output: Output, *, kind: str, files: tuple[Path, ...], year: int, data: Path, dry_run: bool
) -> ExitStatus:
    """Import files."""
    if faults := _faults_of_call(year, data):
        return output.refuse(*faults, NOTHING_WRITTEN)
    workbooks, refused = _read_files(files)
    if refused:
        return output.refuse(*refused, NOTHING_WRITTEN)
    folder = DataFolder(data)
    chosen = _chosen(LAYOUTS[kind], workbooks, year)
    readings = _read_sheets(output, workbooks, chosen, year)
    path = folder.path / str(year) / chosen.table
    rows, findings = read_rows(path, folder.path, folder.shown(path), chosen)
    if findings:
        why = Bilingual(
            f"ตารางเดิม {folder.shown(path)} มีที่ผิด ต้องแก้ก่อนจึงนำเข้าได้ ไม่มีอะไรถูกแก้",
            f"the table {folder.shown(path)} has errors; fix them first. Nothing was changed",
        )
        return output.refuse(why, *findings[:_MOST_LISTED], NOTHING_WRITTEN)
    changes = merge(rows, [entry for reading in readings for entry in reading.entries], chosen)
    items = _items(folder, year, chosen) if changes.rows else []
    status = _report(
        output, _Import(chosen, folder.shown(path), readings, changes, items), dry_run=dry_run
    )
    if not dry_run:
        if changes.any:
            write_atomically(path, as_csv(changes.rows, chosen))
        for item in items:
            write_item(item)
    return status


def _faults_of_call(year: int, data: Path) -> list[Bilingual]:
    faults = []
    if not 2400 <= year <= 2700:
        faults.append(options.not_buddhist("--year", year))
    if not data.is_dir():
        name = shown(str(data))
        faults.append(Bilingual(f"ไม่พบโฟลเดอร์ข้อมูล {name}", f"there is no data folder {name}"))
    return faults


def _read_files(paths: Sequence[Path]) -> tuple[list[list[Worksheet]], list[Bilingual]]:
    files, refused = [], []
    for path in paths:
        try:
            # The site's own workbooks have a data dictionary beside their rows.
            sheets = [sheet for sheet in read_workbook(path) if sheet.name != DICTIONARY]
            files.append(list(map(typed_sheet, sheets)))
        except RefusedError as error:
            name = shown(path.name or str(path))
            refused.append(Bilingual(f"{name}: {error.reason.th}", f"{name}: {error.reason.en}"))
    return files, refused


def _chosen(names: tuple[str, ...], files: list[list[Worksheet]], year: int) -> Layout:
    """Choose the table that knows most of the files' columns."""

    def understood(table: Layout) -> int:
        headers = [find_header(sheet, table, year) for sheets in files for sheet in sheets]
        return sum(len(header.fields) for header in headers if header)

    return max(map(layout, names), key=understood)


def _read_sheets(
    output: Output, files: list[list[Worksheet]], chosen: Layout, year: int
) -> list[SheetReading]:
    rows = sum(len(sheet.rows) for sheets in files for sheet in sheets)
    with output.progress(Bilingual("กำลังอ่าน", "reading"), rows) as step:
        return [reading for sheets in files for reading in read_sheets(sheets, chosen, year, step)]


def _items(folder: DataFolder, year: int, chosen: Layout) -> list[ItemChange]:
    changes = [
        change_of(item, folder.shown(item.path)) for item in items_of(folder, year, chosen.table)
    ]
    return [change for change in changes if change is not None]


def _report(output: Output, done: _Import, *, dry_run: bool) -> ExitStatus:
    """Say what became of every row and column."""
    say = output.language
    readings, changes = done.readings, done.changes
    lines = [*report.read_lines(readings, done.layout, say)]
    lines += ["", *report.change_lines(changes, done.path, done.layout, say)]
    lines += report.item_lines(done.items, say)
    notices = [remark for reading in readings for remark in reading.notices]
    notices += unlikely_prices(changes.read, done.layout)
    notices += unlikely_progress(changes.read, done.layout)
    lines += report.headed("ควรดู", "worth a look", report.notice_lines(notices, say), say)
    doubts = [remark for reading in readings for remark in reading.doubts]
    doubts += negative_amounts(changes.read, done.layout)
    doubts_lines = report.notice_lines(doubts, say)
    lines += report.headed("น่าจะผิด ให้ตรวจ", "probably wrong", doubts_lines, say)
    totals = report.total_lines(readings, say)
    lines += report.headed("ยอดรวมไม่ตรง", "totals that differ", totals, say)
    left_out = report.not_imported_lines(readings, say)
    left_out += report.notice_lines(changes.contradictions, say)
    lines += report.headed("ไม่ได้นำเข้า", "not imported", left_out, say)
    lines += ["", _outcome(done, dry_run=dry_run).text(say)]
    lines += [summary(changes, done.layout).text(say)]
    output.report("\n".join(lines) + "\n")
    return ExitStatus.INCOMPLETE if doubts or totals or left_out else ExitStatus.OK


def _outcome(done: _Import, *, dry_run: bool) -> Bilingual:
    if not (done.changes.any or any(item.text is not None for item in done.items)):
        return Bilingual("ไม่มีอะไรต้องเปลี่ยน", "nothing to change")
    if dry_run:
        return Bilingual(
            "ยังไม่ได้เขียนไฟล์ (--dry-run) ถ้าถูกต้องแล้ว ให้สั่งอีกครั้งโดยไม่ใส่ --dry-run",
            "nothing was written (--dry-run); if this is right, run it again without --dry-run",
        )
    return Bilingual(f"เขียน {done.path} แล้ว", f"{done.path} was written")
