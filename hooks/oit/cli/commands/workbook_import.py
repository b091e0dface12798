"""The command ``oit workbook import``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.findings.refusal import NothingWrittenError
from oit.intake.workbook.apply import import_workbooks


@command(
    "import",
    Bilingual(
        "นำไฟล์ Excel ที่กรอกแล้วกลับเข้าไฟล์ข้อมูล แก้เฉพาะช่องที่เปลี่ยน",
        "Import filled Excel files into the data: only changed fields are written.",
    ),
    example="oit workbook import workbooks/*.xlsx --dry-run",
    statuses={
        ExitStatus.OK: Bilingual("นำเข้าครบ", "everything was imported"),
        ExitStatus.INCOMPLETE: Bilingual("มีบางส่วนที่ไม่ได้นำเข้า", "something was not imported"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@argument(
    "files",
    nargs=-1,
    required=True,
    type=options.FILE,
    metavar="FILE",
    about=Bilingual("ไฟล์ที่นำเข้า", "files to import"),
)
@options.dry_run
def run(output: Output, *, data: Path, files: tuple[Path, ...], dry_run: bool) -> ExitStatus:
    """Import the workbooks."""
    try:
        is_complete = import_workbooks(files, data, output.tell, dry_run=dry_run)
    except NothingWrittenError as error:
        return output.refuse(*error.lines, NOTHING_WRITTEN)
    return ExitStatus.OK if is_complete else ExitStatus.INCOMPLETE
