"""The command ``oit workbook export``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options, overwriting
from oit.cli.command import UNUSABLE, command, option
from oit.cli.output import ExitStatus, Output
from oit.cli.overwriting import write_files
from oit.findings.refusal import NothingWrittenError
from oit.intake.workbook.export import export_workbooks

_NEXT = Bilingual(
    "ส่งให้ผู้รับผิดชอบกรอก แล้วนำกลับด้วย oit workbook import ตามด้วยชื่อไฟล์",
    "have the owners fill them in, then import them with oit workbook import FILE",
)
_FILLED = Bilingual(
    "ไม่ได้เขียนไฟล์ใด ถ้าไฟล์เดิมกรอกแล้ว ให้นำเข้าก่อนด้วย oit workbook import ตามด้วยชื่อไฟล์",
    "nothing was written; if the existing files are filled in, import them first with"
    " oit workbook import FILE",
)


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
@overwriting.force
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
    output: Output, *, data: Path, year: int | None, owner: str | None, out: Path, force: bool
) -> ExitStatus:
    """Write the workbooks."""
    try:
        workbooks = export_workbooks(data, year=year, owner=owner, language=output.language)
    except NothingWrittenError as error:
        return output.refuse(*error.lines)
    files = {out / book.name: book.content for book in workbooks}
    if refused := write_files(files, force=force):
        return output.refuse(*refused, _FILLED)
    output.tell(*(f"{out / book.name}: {book.items}" for book in workbooks), _NEXT)
    return ExitStatus.OK
