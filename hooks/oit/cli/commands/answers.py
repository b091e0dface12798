"""The command ``oit answers``: the answers for the national form; their addresses are locked."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from oit import clock
from oit.assess import submitted
from oit.assess.assessment import Assessment, errors_in
from oit.assess.examine import examine
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.cli import options, overwriting
from oit.cli.command import UNUSABLE, Choice, command, option
from oit.cli.output import ExitStatus, Output
from oit.cli.overwriting import write_files
from oit.data.folder import DataFolder
from oit.findings.codes import address_lost
from oit.forms.submitted import FILE
from oit.views.answers.answer import Answer, answers_of
from oit.views.answers.lock import as_yaml, to_lock
from oit.views.pages import answers as sheet

FORMATS = ("csv", "xlsx", "html")

_NO_OUT = Bilingual(
    "ไฟล์ xlsx ต้องระบุ --out เช่น --out answers.xlsx", "xlsx requires --out, such as answers.xlsx"
)
_REPLACE = Bilingual("--replace ใช้คู่กับ --lock", "--replace requires --lock")


@command(
    "answers",
    Bilingual(
        "เขียนคำตอบของทุกข้อ (มี/ไม่มี ที่อยู่ คำอธิบาย) สำหรับระบบตอบแบบวัด และล็อกที่อยู่ที่ส่งแล้ว",
        "Write the answer to every item for the national form, and lock the addresses submitted.",
    ),
    example="oit answers --out answers.xlsx --lock",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the answers were written"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@overwriting.force
@options.data
@options.today
@options.year
@option(
    "--format",
    "format_",
    type=Choice(FORMATS),
    about=Bilingual(
        "รูปแบบ (ตามนามสกุลของไฟล์ หรือ csv)", "format (by the ending of the file, or csv)"
    ),
)
@option(
    "--out",
    type=options.FILE,
    metavar="FILE",
    about=Bilingual("ไฟล์ผลลัพธ์ (หน้าจอ)", "file to write (the screen)"),
)
@option(
    "--lock",
    is_flag=True,
    about=Bilingual(
        "บันทึกที่อยู่ที่ส่งแล้วไว้ใน data/<ปี>/submitted.yml",
        "save the submitted addresses in data/<year>/submitted.yml",
    ),
)
@option(
    "--replace",
    is_flag=True,
    about=Bilingual(
        "กับ --lock: เลิกล็อกที่อยู่เดิมที่ไม่อยู่ในคำตอบแล้ว",
        "with --lock: unlock addresses that the answers no longer have",
    ),
)
def run(
    output: Output,
    *,
    data: Path,
    today: date | None,
    year: int | None,
    format_: str | None,
    out: Path | None,
    lock: bool,
    replace: bool,
    force: bool,
) -> ExitStatus:
    """Write the answers, and lock their addresses if asked to."""
    folder = DataFolder(data)
    assessment = examine(folder, today or clock.today(), year)
    # A new lock replaces what is broken in the old one.
    tolerated = {address_lost.CODE.id} if lock else set()
    if errors := [e for e in errors_in([assessment]) if e.code.id not in tolerated]:
        return output.refuse(*errors)
    chosen = format_ or _format_of(out)
    fault = _fault(folder, assessment)
    fault = fault or (_unknown_format(chosen) if chosen not in FORMATS else None)
    fault = fault or (_NO_OUT if chosen == "xlsx" and not out else None)
    fault = fault or (_REPLACE if replace and not lock else None)
    if fault:
        return output.refuse(fault)
    answers = answers_of(assessment, assessment.agency.site_url or "")
    # Who locks already has the sheet.
    content = _content(assessment, answers, chosen) if out or format_ or not lock else b""
    if out and (lost := write_files({out: content}, force=force)):
        return output.refuse(*lost)
    if lock and (refused := _lock(output, folder, assessment, answers, replace=replace)):
        return refused
    if out:
        count = len(answers)
        output.note(
            Bilingual(
                f"เขียนคำตอบ {count} ข้อไว้ใน {out}", f"the answers to {count} items are in {out}"
            )
        )
    else:
        output.write(content.decode())
    return ExitStatus.OK


def _fault(folder: DataFolder, assessment: Assessment) -> Bilingual | None:
    """Say why this year has no answers, if so."""
    if not assessment.items:
        year = assessment.year
        return Bilingual(
            f"ปีงบประมาณ {year} ไม่มีข้อของแบบวัดให้ตอบ", f"fiscal year {year} has no items to answer"
        )
    if not assessment.agency.site_url:
        file = folder.shown(folder.path / "agency.yml")
        return Bilingual(
            f"ยังไม่รู้ที่อยู่ของเว็บไซต์ ให้เขียนใน {file} เช่น site_url: https://www.example.go.th/",
            f"the address of the site is unknown; write it in {file}:"
            " site_url: https://www.example.go.th/",
        )
    return None


def _unknown_format(chosen: str) -> Bilingual:
    known = ", ".join(FORMATS)
    return Bilingual(
        f"ไม่รู้จักไฟล์แบบ .{chosen} ที่เขียนได้คือ {known} ตั้งชื่อไฟล์ใหม่ หรือระบุ --format",
        f"unknown kind of file .{chosen}; known are {known}; name it so, or give --format",
    )


def _format_of(out: Path | None) -> str:
    return out.suffix[1:].lower() if out and out.suffix else FORMATS[0]


def _content(assessment: Assessment, answers: Sequence[Answer], format_: str) -> bytes:
    if format_ == "html":
        return sheet.write_html(assessment, answers).encode()
    return sheet.write_xlsx(answers) if format_ == "xlsx" else sheet.write_csv(answers)


def _lock(
    output: Output,
    folder: DataFolder,
    assessment: Assessment,
    answers: Sequence[Answer],
    *,
    replace: bool,
) -> ExitStatus:
    """Write the lock; return an exit status that is not 0 if it would lose addresses."""
    path = folder.path / str(assessment.year) / FILE
    shown = folder.shown(path)
    lost = [
        f for f in submitted.broken_addresses(folder, assessment) if f.code is address_lost.CODE
    ]
    if lost and not replace:
        why = Bilingual(
            f"ไม่ได้เขียน {shown} เพราะที่อยู่ที่ล็อกไว้จะหายไป ถ้าแก้คำตอบในระบบแล้วให้เพิ่ม --replace",
            f"{shown} was not written: locked addresses would be lost; add --replace if the answers"
            " were changed in the national form too",
        )
        return output.refuse(*lost, why)
    given = {address for answer in answers if answer.is_there for address in answer.addresses}
    locked = {address for _, address, _ in submitted.addresses(assessment)}
    items = to_lock(answers, assessment, locked - given if replace else ())
    write_atomically(path, as_yaml(items, assessment.today))
    count = sum(map(len, items.values()))
    output.note(
        Bilingual(f"ล็อกที่อยู่ {count} แห่งไว้ใน {shown}", f"{count} address(es) are locked in {shown}")
    )
    return ExitStatus.OK
