"""The command ``oit upgrade``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, command
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.findings.refusal import NothingWrittenError
from oit.start import upgrade


@command(
    "upgrade",
    Bilingual(
        "ปรับไฟล์ที่โปรแกรมเขียนไว้ให้เป็นของรุ่นนี้ ไฟล์ที่ผู้ใช้แก้แล้วไม่ถูกเปลี่ยน",
        "Update the files that the program wrote; files that you changed stay.",
    ),
    example="oit upgrade --dry-run",
    statuses={
        ExitStatus.OK: Bilingual("ปรับแล้ว หรือไม่มีอะไรต้องปรับ", "updated, or nothing to update"),
        ExitStatus.INCOMPLETE: Bilingual("มีไฟล์ที่ต้องปรับเอง", "some files must be updated by hand"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.dry_run
def run(output: Output, *, data: Path, dry_run: bool) -> ExitStatus:
    """Update a repository."""
    try:
        lines, is_complete = upgrade.run(data, dry_run=dry_run)
    except NothingWrittenError as error:
        return output.refuse(*error.lines, NOTHING_WRITTEN)
    output.tell(*lines)
    return ExitStatus.OK if is_complete else ExitStatus.INCOMPLETE
