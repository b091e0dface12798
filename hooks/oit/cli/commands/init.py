"""The command ``oit init``: it asks at a terminal for what it is not given."""

import sys
from pathlib import Path

import click

from oit import clock
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command, option
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.findings.refusal import NothingWrittenError
from oit.start.details import KIND_TITLES, faults, understood
from oit.start.init import check_folder, create
from oit.thai import calendar

_NUMBERED = list(enumerate(KIND_TITLES.items(), 1))
_QUESTIONS = {
    "name": Bilingual("ชื่อหน่วยงาน", "name of the agency"),
    "kind": Bilingual(
        "\n".join(
            ["ประเภทหน่วยงาน", *(f"{n:>4} {title}" for n, (_, title) in _NUMBERED), "เลขหรือคำ"]
        ),
        "\n".join(
            ["kind of agency", *(f"{n:>4} {kind}" for n, (kind, _) in _NUMBERED), "number or word"]
        ),
    ),
    "province": Bilingual("จังหวัด", "province"),
    "year": Bilingual("ปีงบประมาณ", "fiscal year"),
}
_REQUIRED = Bilingual("ต้องตอบข้อนี้", "an answer is required")
_KINDS = ", ".join(f"{kind} {title}" for kind, title in KIND_TITLES.items())


@command(
    "init",
    Bilingual(
        "เขียนไฟล์ทั้งหมดของเว็บไซต์ใหม่ ถามสิ่งที่ไม่ได้ระบุ",
        "Write all files of a new site; what is not given is asked for.",
    ),
    example="oit init mytown --name เทศบาลตำบลของเรา --kind municipality",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the files were written"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "folder",
    type=options.FILE,
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ใหม่ หรือโฟลเดอร์ว่าง", "new or empty folder"),
)
@option("--name", about=Bilingual("ชื่อหน่วยงาน", "name of the agency"))
@option("--kind", about=Bilingual(f"ประเภทหน่วยงาน: {_KINDS}", f"kind of agency: {_KINDS}"))
@option("--province", about=Bilingual("จังหวัด", "province"))
@option("--year", about=Bilingual("ปีงบประมาณ เช่น 2569", "fiscal year, such as 2569"))
@option("--checklist", about=Bilingual("แบบวัด (ตามประเภทหน่วยงาน)", "checklist (that of the kind)"))
def run(output: Output, *, folder: Path, checklist: str | None, **given: str | None) -> ExitStatus:
    """Write a repository."""
    try:
        check_folder(folder)
        answers = {name: _answer(output, name, given[name]) for name in _QUESTIONS}
        if missing := " ".join(f"--{name}" for name, text in answers.items() if not text):
            required = Bilingual(f"ต้องระบุ {missing}", f"these are required: {missing}")
            return output.refuse(required, NOTHING_WRITTEN)
        lines = create(folder, answers, checklist)
    except NothingWrittenError as error:
        return output.refuse(*error.lines, NOTHING_WRITTEN)
    output.tell(*lines)
    return ExitStatus.OK


def _answer(output: Output, name: str, given: str | None) -> str:
    if given is None and sys.stdin.isatty():
        return _asked(output, name)
    return understood(name, given or "")


def _asked(output: Output, name: str) -> str:
    """Ask until the answer is right; return nothing if there are no more answers."""
    usual = str(calendar.fiscal_year(clock.today())) if name == "year" else ""
    question = _QUESTIONS[name].text(output.language)
    while True:
        try:
            line = click.prompt(question, default=usual, show_default=bool(usual))
        except click.Abort as end:
            if isinstance(end.__context__, KeyboardInterrupt):
                raise KeyboardInterrupt from end
            return ""
        text = understood(name, line)
        wrong = list(faults(name, text)) if text else [_REQUIRED]
        if not wrong:
            return text
        click.echo("\n".join(fault.text(output.language) for fault in wrong))
