"""The command ``oit schema``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command
from oit.cli.output import ExitStatus, Output
from oit.publish.schema import write_schemas


@command(
    "schema",
    Bilingual(
        "เขียน JSON Schema ของทุกแบบข้อมูล สำหรับโปรแกรมแก้ไขข้อความและโปรแกรมอื่น",
        "Write a JSON Schema of every form, for editors and other programs.",
    ),
    example="oit schema .oit/schemas",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the schemas were written"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "out",
    type=options.FILE,
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ผลลัพธ์", "folder to write"),
)
def run(output: Output, *, out: Path) -> ExitStatus:
    """Write the schemas."""
    del output
    write_schemas(out)
    return ExitStatus.OK
