"""The command ``oit workbook import``: what officers filled in, back into the files."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.atomic import write_whole
from oit.bilingual import Bilingual, Language
from oit.clock import today
from oit.data.folder import DataFolder
from oit.findings.finding import Finding, Severity
from oit.forms.base import Form
from oit.forms.reading import read_form
from oit.intake.workbook.files import ItemFile, files_of
from oit.intake.workbook.read import Problem, SheetRead, read_sheets
from oit.intake.workbook.steps import Step, Steps, steps_of
from oit.source import SourceFile, parse
from oit.source.edit import NotPossibleError
from oit.spreadsheets.guard import RefusedError
from oit.spreadsheets.sheet import shown

DONE, INCOMPLETE, UNUSABLE = 0, 1, 2
"""Exit status: all is in its place; something is not; nothing was written."""


@dataclass
class ValueChange:
    """What becomes of a file."""

    file: ItemFile
    text: str
    made: list[str] = field(default_factory=list)
    """What is changed, each told on a line."""
    problems: list[Problem] = field(default_factory=list)


def run(paths: Sequence[Path], data: Path, *, dry_run: bool, lang: Language) -> int:
    """Import workbooks; return the exit status."""
    sheets: list[SheetRead] = []
    refused = []
    for path in paths:
        try:
            sheets += read_sheets(path)
        except RefusedError as error:
            refused.append(f"{shown(path.name or str(path))}: {error.said.text(lang)}")
    folder = DataFolder(data)
    if not folder.path.is_dir():
        name = shown(str(data))
        refused.append(
            Bilingual(
                f"ไม่พบโฟลเดอร์ข้อมูล {name} ให้ระบุด้วย --data",
                f"there is no data folder {name}; name it with --data",
            ).text(lang)
        )
    if refused:
        end = Bilingual("ไม่ได้เขียนไฟล์ใด", "nothing was written").text(lang)
        sys.stderr.write("\n".join([*refused, end]) + "\n")
        return UNUSABLE
    problems: list[Problem] = []
    years: dict[int, Assessment] = {}
    written = False
    for sheet in sheets:
        problems += [*sheet.problems, *sheet.remarks]
        if sheet.file:
            # Each anew: two workbooks may have the same file.
            if sheet.year not in years:
                years[sheet.year] = examine(folder, today(), sheet.year)
            written |= _bring_in(sheet, folder, years[sheet.year], problems, dry_run=dry_run)
    _tell(problems, lang, dry_run=dry_run, written=written)
    return INCOMPLETE if problems else DONE


def _bring_in(
    sheet: SheetRead,
    folder: DataFolder,
    assessment: Assessment,
    problems: list[Problem],
    *,
    dry_run: bool,
) -> bool:
    """Bring a sheet in, whole or not at all; tell whether there is anything."""
    change = _change(sheet, folder, assessment)
    if not isinstance(change, ValueChange):
        problems.append(change)
        return False
    problems += change.problems
    if not (sheet.problems or change.problems):
        return _carry_out(change, folder, problems, dry_run=dry_run)
    if change.made:
        problems.append(_held_back(sheet, change))
    return False


def _change(sheet: SheetRead, folder: DataFolder, assessment: Assessment) -> ValueChange | Problem:
    files = files_of(folder, assessment, sheet.file)
    place = Bilingual(sheet.title, sheet.title)
    if not files:
        name = shown(sheet.file)
        return place, Bilingual(
            f"ไม่มีข้อใดของปี {sheet.year} ที่ใช้ไฟล์ {name}",
            f"no item of {sheet.year} has the file {name}",
        )
    file = files[0]
    if not file.readable:
        return place, Bilingual(
            f"ไฟล์ {file.name} อ่านไม่ได้ ให้แก้ก่อน (ดู oit check)",
            f"the file {file.name} cannot be read; mend it first (see oit check)",
        )
    return changed(file, steps_of(file, sheet))


def _held_back(sheet: SheetRead, change: ValueChange) -> Problem:
    """Say that a sheet comes in whole or not at all.

    Were a part of it written, the file would no longer be what the workbook was made from, and the
    same workbook, corrected, would look like a change on both sides.
    """
    held = len(change.made)
    return Bilingual(sheet.title, sheet.title), Bilingual(
        f"จึงยังไม่นำเข้าอีก {held} รายการของแผ่นนี้ด้วย แก้ตามข้างบนแล้วนำเข้าไฟล์เดิมอีกครั้ง",
        f"so the other {held} changes of this sheet wait; mend the above, and bring the same "
        "workbook in again",
    )


def changed(file: ItemFile, steps: Steps) -> ValueChange:
    """Take the steps one by one, each only if the file can be read as well as before."""
    heading = f"# {file.ids} {file.title}\n"
    there = file.path.read_bytes().decode("utf-8") if file.digest else heading
    change = ValueChange(file, there, problems=list(steps.problems))
    known = Counter(map(_said, _errors(there, file.form)))
    for step in steps:
        try:
            text = step.make(change.text)
        except NotPossibleError:
            why = Bilingual(
                f"แก้ในไฟล์โดยไม่กระทบส่วนอื่นไม่ได้ ให้แก้ในไฟล์ {file.name} เอง: {step.told}",
                f"cannot be done without touching more of {file.name}; edit it there: {step.told}",
            )
            change.problems.append((step.place, why))
            continue
        faults = [f for f in _errors(text, file.form) if _said(f) not in known]
        change.problems += [_told(fault, step) for fault in faults]
        if not faults and text != change.text:
            change.text = text
            change.made.append(step.told)
    return change


def _errors(text: str, form: type[Form]) -> list[Finding]:
    document = parse(text.encode(), SourceFile(""))
    findings = [*document.findings, *read_form(form, document).findings]
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _said(finding: Finding) -> tuple[str, str]:
    return finding.code.id, finding.message()


def _told(fault: Finding, step: Step) -> Problem:
    """Tell a fault of the cell that it lies in, by the heading that the sheet has."""
    spot = step.spots.get(str(fault.values.get("field")))
    if spot:
        fault = replace(fault, values={**fault.values, "field": spot.title})
    th, en = (f"{fault.message(say)}\n    → {fault.hint(say)}" for say in ("th", "en"))
    return spot.place if spot else step.place, Bilingual(th, en)


def _record(data: bytes, form: type[Form]) -> Form | None:
    return read_form(form, parse(data, SourceFile(""))).record


def _carry_out(
    change: ValueChange, folder: DataFolder, problems: list[Problem], *, dry_run: bool
) -> bool:
    """Tell what is changed, and write it; tell whether there is anything."""
    if not change.made:
        return False
    shown_name = folder.shown(change.file.path)
    lines = [f"  {line}" for told in change.made for line in told.split("\n")]
    sys.stdout.write("\n".join([shown_name, *lines]) + "\n")
    if not dry_run and not write_checked(change):
        why = Bilingual(
            "เขียนแล้วอ่านกลับไม่ตรง จึงคืนไฟล์เดิม", "it does not read back as meant; the old file is back"
        )
        problems.append((Bilingual(shown_name, shown_name), why))
    return True


def write_checked(change: ValueChange) -> bool:
    """Write a file and read it again; if it does not say what was meant, put the old one back."""
    path = change.file.path
    before = path.read_bytes() if change.file.digest else None
    meant = _record(change.text.encode(), change.file.form)
    write_whole(path, change.text)
    if _record(path.read_bytes(), change.file.form) == meant:
        return True
    if before is None:
        path.unlink()
    else:
        Path(path).write_bytes(before)
    return False


def _tell(problems: list[Problem], say: Language, *, dry_run: bool, written: bool) -> None:
    lines = []
    if problems:
        lines.append(Bilingual("ไม่ได้นำเข้า:", "not placed:").text(say))
        lines += [f"  {place.text(say)}: {why.text(say)}" for place, why in problems]
    if not written:
        nothing = Bilingual("ไม่ได้เขียนไฟล์ใด", "nothing was written")
        end = nothing if problems else Bilingual("ไม่มีอะไรต้องเปลี่ยน", "nothing to change")
    elif dry_run:
        end = Bilingual("ยังไม่ได้เขียนไฟล์ (--dry-run)", "nothing was written (--dry-run)")
    else:
        end = Bilingual(
            "เขียนไฟล์แล้ว ให้ตรวจด้วย oit check และดูสิ่งที่เปลี่ยนด้วย git diff ถ้าจะแก้ต่อใน Excel ให้ส่งออกใหม่",
            "the files are written; run oit check, and see what changed with git diff; "
            "to go on in Excel, export anew",
        )
    sys.stdout.write("\n".join([*lines, end.text(say)]) + "\n")
