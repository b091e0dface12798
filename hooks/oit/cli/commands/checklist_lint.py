"""The command ``oit checklist lint``."""

from datetime import date
from pathlib import Path

from oit.bilingual import Bilingual
from oit.checks.rules.lint import lint
from oit.cli import options
from oit.cli.command import command
from oit.cli.output import ExitStatus, Output
from oit.data.checklist import available
from oit.data.checklists import read_list
from oit.data.folder import DataFolder
from oit.findings.finding import Finding


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
    findings: list[Finding] = []
    for path in available(data).values():
        file = read_list(folder, path)
        findings += file.findings
        findings += lint(file.checklist, file.document) if file.checklist else ()
    return output.refuse(*findings) if findings else ExitStatus.OK
