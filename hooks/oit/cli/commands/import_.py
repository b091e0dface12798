"""The command ``oit import``: tables as offices keep them into the CSV of the data folder."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import Choice, argument, command, option
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.collector import paused
from oit.data.folder import DataFolder
from oit.data.lock import changing
from oit.forms.layouts import LAYOUTS
from oit.intake.imports import report
from oit.intake.imports.personal import PERSONAL_DATA, allowed_in, personal_data
from oit.intake.imports.plan import (
    BrokenTableError,
    OfficeFile,
    Plan,
    choose_layout,
    make_plan,
    read_files,
)
from oit.intake.imports.summary import summary
from oit.spreadsheets.sheet import shown
from oit.thai.calendar import YEARS

_MOST_LISTED = 20


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
    workbooks, refused = read_files(files)
    if refused:
        return output.refuse(*refused, NOTHING_WRITTEN)
    folder = DataFolder(data)
    # An officer may save at the desk in the meantime.
    with changing(folder), paused():
        try:
            plan = _make_plan(output, folder, year, kind, workbooks)
        except BrokenTableError as error:
            return output.refuse(error.why, *error.findings[:_MOST_LISTED], NOTHING_WRITTEN)
        status = _report(output, folder, plan, dry_run=dry_run)
        if not dry_run:
            plan.write()
    return status


def _faults_of_call(year: int, data: Path) -> list[Bilingual]:
    faults = []
    if year not in YEARS:
        faults.append(options.not_buddhist("--year", year))
    if not data.is_dir():
        name = shown(str(data))
        faults.append(Bilingual(f"ไม่พบโฟลเดอร์ข้อมูล {name}", f"there is no data folder {name}"))
    return faults


def _make_plan(
    output: Output, folder: DataFolder, year: int, kind: str, files: list[OfficeFile]
) -> Plan:
    chosen = choose_layout(LAYOUTS[kind], files, year)
    rows = sum(len(sheet.rows) for sheets in files for sheet in sheets)
    with output.progress(Bilingual("กำลังอ่าน", "reading"), rows) as step:
        path = folder.path / str(year) / chosen.table
        return make_plan(folder, path, chosen, files, tick=step)


def _report(output: Output, folder: DataFolder, plan: Plan, *, dry_run: bool) -> ExitStatus:
    """Say what became of every row and column."""
    say = output.language
    doubts, totals, left_out = plan.doubts, plan.differing_totals, plan.left_out
    lines = [*report.read_lines(plan.readings, plan.layout, say)]
    lines += ["", *report.change_lines(plan.changes, plan.shown, plan.layout, say)]
    lines += report.item_lines(plan.items, say)
    lines += report.headed(report.WORTH_A_LOOK, plan.notices, say)
    persons = personal_data(plan.changes, plan.layout, allowed_in(folder, plan.path))
    lines += report.headed(PERSONAL_DATA, persons, say)
    lines += report.headed(report.PROBABLY_WRONG, doubts, say)
    lines += report.headed(report.DIFFERING_TOTALS, totals, say)
    lines += report.headed(report.NOT_IMPORTED, left_out, say)
    lines += ["", _outcome(plan, dry_run=dry_run).text(say)]
    lines += [summary(plan.changes, plan.layout).text(say)]
    output.report("\n".join(lines) + "\n")
    return ExitStatus.INCOMPLETE if doubts or totals or left_out else ExitStatus.OK


def _outcome(plan: Plan, *, dry_run: bool) -> Bilingual:
    if not plan.any:
        return Bilingual("ไม่มีอะไรต้องเปลี่ยน", "nothing to change")
    if dry_run:
        return Bilingual(
            "ยังไม่ได้เขียนไฟล์ (--dry-run) ถ้าถูกต้องแล้ว ให้สั่งอีกครั้งโดยไม่ใส่ --dry-run",
            "nothing was written (--dry-run); if this is right, run it again without --dry-run",
        )
    return Bilingual(f"เขียน {plan.shown} แล้ว", f"{plan.shown} was written")
