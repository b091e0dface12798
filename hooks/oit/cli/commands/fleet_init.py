"""The command ``oit fleet init``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.findings.refusal import NothingWrittenError
from oit.fleet.init import create


@command(
    "init",
    Bilingual(
        "เขียนโฟลเดอร์ของเครือข่ายหน่วยงาน: รายชื่อตัวอย่าง (agencies.csv) และคำอธิบาย",
        "Write the folder of a fleet: an example of agencies.csv, and how to use it.",
    ),
    example="oit fleet init province",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the files were written"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "folder",
    type=options.FILE,
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ที่จะเขียน", "the folder to write"),
)
def run(output: Output, *, folder: Path) -> ExitStatus:
    """Write the folder of a fleet."""
    try:
        lines = create(folder)
    except NothingWrittenError as error:
        return output.refuse(*error.lines, NOTHING_WRITTEN)
    output.tell(*lines)
    return ExitStatus.OK
