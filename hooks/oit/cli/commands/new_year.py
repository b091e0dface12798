"""The command ``oit new-year``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.data.folder import DataFolder
from oit.findings.refusal import NothingWrittenError
from oit.start.new_year import start_year


@command(
    "new-year",
    Bilingual(
        "เริ่มโฟลเดอร์ของปีงบประมาณใหม่ คัดลอกข้อที่ใช้ต่อได้จากปีก่อน และทำเครื่องหมายบรรทัดที่ต้องปรับ",
        "Start the folder of a fiscal year: copy what is still useful, and mark what to renew.",
    ),
    example="oit new-year 2570",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the year was written"),
        ExitStatus.INCOMPLETE: Bilingual(
            "เขียนแล้ว แต่มีที่ต้องแก้ให้ตรงกับแบบวัดใหม่", "written, but something must be fixed by hand"
        ),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@argument(
    "year",
    type=options.Year(),
    metavar="YEAR",
    about=Bilingual("ปีงบประมาณใหม่ เช่น 2570", "new fiscal year, such as 2570"),
)
def run(output: Output, *, data: Path, year: int) -> ExitStatus:
    """Start a year."""
    try:
        lines, errors = start_year(DataFolder(data), year)
    except NothingWrittenError as error:
        return output.refuse(*error.lines, NOTHING_WRITTEN)
    output.tell(*lines, *errors)
    return ExitStatus.INCOMPLETE if errors else ExitStatus.OK
