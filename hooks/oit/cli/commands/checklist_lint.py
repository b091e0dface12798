"""The command ``oit checklist lint``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from oit.bilingual import Bilingual
from oit.checks.rules.lint import lint
from oit.cli import options
from oit.cli.command import command
from oit.cli.output import ExitStatus, Output
from oit.data.checklist import available
from oit.data.checklists import ChecklistFile, read_list
from oit.data.folder import DataFolder
from oit.findings.codes import no_data
from oit.findings.finding import Finding, Place


@command(
    "lint",
    Bilingual(
        "ตรวจแบบวัดเองว่าเขียนถูก ทั้งที่มากับโปรแกรมและของหน่วยงาน",
        "Check that the checklists themselves are right, the program's and the agency's own.",
    ),
    example="oit checklist lint --data data",
    statuses={
        ExitStatus.OK: Bilingual("แบบวัดถูกต้อง", "the checklists are right"),
        ExitStatus.UNUSABLE: Bilingual("แบบวัดหรือคำสั่งไม่ถูกต้อง", "a checklist or the call is wrong"),
    },
)
@options.data
@options.today
def run(output: Output, *, data: Path, today: date | None) -> ExitStatus:
    """Lint every checklist that is available to the data."""
    del today
    folder = DataFolder(data)
    if not data.is_dir():
        return output.refuse(no_data.CODE.at(Place(str(data)), folder=str(data)))
    files = [read_list(folder, path) for path in available(data).values()]
    findings = [finding for file in files for finding in _faults(file)]
    if findings:
        return output.refuse(*findings)
    own = sum(file.is_own for file in files)
    output.tell(
        Bilingual(
            f"แบบวัด {len(files)} ฉบับถูกต้อง (ของหน่วยงาน {own})",
            f"{len(files)} checklists are right ({own} of the agency's own)",
        )
    )
    return ExitStatus.OK


def _faults(file: ChecklistFile) -> Iterator[Finding]:
    yield from file.findings
    if file.checklist:
        yield from lint(file.checklist, file.document)
