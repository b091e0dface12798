"""The command ``oit workbook export``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, command, option
from oit.cli.output import ExitStatus, Output
from oit.findings.refusal import NothingWrittenError
from oit.intake.workbook.export import export_workbooks


@command(
    "export",
    Bilingual(
        "เขียนข้อมูลของปีเป็นไฟล์ Excel หนึ่งไฟล์ต่อผู้รับผิดชอบ ให้กรอกแล้วนำกลับด้วย oit workbook import",
        "Write the data of a year as Excel files, one for each owner, to be filled in.",
    ),
    example="oit workbook export --owner กองคลัง",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the files were written"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.year
@option("--owner", about=Bilingual("เฉพาะข้อของผู้รับผิดชอบนี้", "only the items of this owner"))
@option(
    "--out",
    type=options.FILE,
    default=Path("workbooks"),
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ผลลัพธ์ (workbooks)", "folder to write (workbooks)"),
)
def run(
    output: Output, *, data: Path, year: int | None, owner: str | None, out: Path
) -> ExitStatus:
    """Write the workbooks."""
    exported = export_workbooks(data, out, year=year, owner=owner, language=output.language)
    try:
        for line in exported:
            output.tell(line)
    except NothingWrittenError as error:
        return output.refuse(*error.lines)
    return ExitStatus.OK
