"""Write what officers filled in into the data files."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.clock import today
from oit.data.folder import DataFolder
from oit.data.lock import changing
from oit.findings.finding import Finding, Severity
from oit.findings.refusal import NothingWrittenError
from oit.forms.base import Form
from oit.forms.reading import read_form
from oit.intake.workbook.files import ItemFile, files_of
from oit.intake.workbook.plan import Edit, Plan, plan_edits
from oit.intake.workbook.read import FilledSheet, Problem, read_sheets
from oit.source import SourceFile, parse
from oit.source.edit import NotPossibleError
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import shown

Tell = Callable[[Bilingual], None]
"""Prints a line, or several."""


@dataclass
class FileChange:
    """The changes of a file."""

    file: ItemFile
    text: str
    """The new text."""
    summaries: list[str] = field(default_factory=list)
    """What was changed."""
    problems: list[Problem] = field(default_factory=list)


def import_workbooks(paths: Sequence[Path], data: Path, tell: Tell, *, dry_run: bool) -> bool:
    """Import workbooks; return whether everything in them was imported.

    Args:
        paths: the workbooks.
        data: the data folder.
        tell: prints each change when its file is written, and what was not imported.
        dry_run: whether to write no file.

    Raises:
        NothingWrittenError: a workbook or the data folder cannot be read.
    """
    sheets: list[FilledSheet] = []
    refused = []
    for path in paths:
        try:
            sheets += read_sheets(path)
        except RefusedError as error:
            name, why = shown(path.name or str(path)), error.reason
            refused.append(Bilingual(f"{name}: {why.th}", f"{name}: {why.en}"))
    folder = DataFolder(data)
    if not folder.path.is_dir():
        name = shown(str(data))
        refused.append(
            Bilingual(
                f"ไม่พบโฟลเดอร์ข้อมูล {name} ให้ระบุด้วย --data",
                f"data folder {name} not found; name it with --data",
            )
        )
    if refused:
        raise NothingWrittenError(*refused)
    problems: list[Problem] = []
    years: dict[int, Assessment] = {}
    written = False
    for sheet in sheets:
        problems += [*sheet.problems, *sheet.remarks]
        if sheet.file:
            # Each sheet is compared with the file as it is then: two workbooks may have the same.
            if sheet.year not in years:
                years[sheet.year] = examine(folder, today(), sheet.year)
            # An officer may save at the desk in the meantime.
            with changing(folder):
                if change := _accepted(sheet, folder, years[sheet.year], problems):
                    _write_change(change, folder, problems, tell, dry_run=dry_run)
                    written = True
    _report(problems, tell, dry_run=dry_run, written=written)
    return not problems


def _accepted(
    sheet: FilledSheet, folder: DataFolder, assessment: Assessment, problems: list[Problem]
) -> FileChange | None:
    """Return the changes of a sheet if there are any: either all of them or none."""
    change = _change(sheet, folder, assessment)
    if not isinstance(change, FileChange):
        problems.append(change)
        return None
    problems += change.problems
    if not change.summaries:
        return None
    if sheet.problems or change.problems:
        problems.append(_not_applied(sheet, change))
        return None
    return change


def _change(sheet: FilledSheet, folder: DataFolder, assessment: Assessment) -> FileChange | Problem:
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
            f"the file {file.name} cannot be read; fix it first (see oit check)",
        )
    return apply_plan(file, plan_edits(file, sheet))


def _not_applied(sheet: FilledSheet, change: FileChange) -> Problem:
    """Report the changes that were not applied because of the other problems of the sheet.

    If some were written, the file would differ from the one that the workbook was made from, and
    the same workbook, corrected, would look like a change on both sides.
    """
    count = len(change.summaries)
    return Bilingual(sheet.title, sheet.title), Bilingual(
        f"จึงยังไม่นำเข้าอีก {count} รายการของแผ่นนี้ด้วย แก้ตามข้างบนแล้วนำเข้าไฟล์เดิมอีกครั้ง",
        f"so the other {count} changes of this sheet were not applied; fix the problems above and "
        "import the same workbook again",
    )


def apply_plan(file: ItemFile, plan: Plan) -> FileChange:
    """Apply the edits one by one, except those that would add a fault to the file."""
    heading = f"# {file.ids} {file.title}\n"
    before = file.path.read_bytes().decode("utf-8") if file.digest else heading
    change = FileChange(file, before, problems=list(plan.problems))
    known = Counter(map(_identity, _errors(before, file)))
    for edit in plan.edits():
        try:
            text = edit.change(change.text)
        except NotPossibleError:
            why = Bilingual(
                f"แก้ในไฟล์โดยไม่กระทบส่วนอื่นไม่ได้ ให้แก้ในไฟล์ {file.name} เอง: {edit.summary}",
                f"cannot be done without changing more of {file.name}; edit the file yourself: "
                f"{edit.summary}",
            )
            change.problems.append((edit.place, why))
            continue
        faults = [f for f in _errors(text, file) if _identity(f) not in known]
        change.problems += [_problem(fault, edit) for fault in faults]
        if not faults and text != change.text:
            change.text = text
            change.summaries.append(edit.summary)
    return change


def _errors(text: str, file: ItemFile) -> list[Finding]:
    document = parse(text.encode(), SourceFile("", year=file.year))
    findings = [*document.findings, *read_form(file.form, document).findings]
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _identity(finding: Finding) -> tuple[str, str]:
    """Return what a fault is, wherever it is: another entry may change the numbers of entries."""
    place = {"field", "inside"}
    return finding.code.id, str({k: v for k, v in finding.values.items() if k not in place})


def _problem(fault: Finding, edit: Edit) -> Problem:
    """Report a fault at the cell that it comes from, by the cell's heading."""
    cell = edit.cells.get(str(fault.values.get("name")))
    if cell:
        fault = replace(fault, values={**fault.values, "field": cell.title})
    th, en = (
        f"{fault.message(language)}\n    → {fault.hint(language)}" for language in ("th", "en")
    )
    return cell.place if cell else edit.place, Bilingual(th, en)


def _record(data: bytes, file: ItemFile) -> Form | None:
    return read_form(file.form, parse(data, SourceFile("", year=file.year))).record


def _write_change(
    change: FileChange, folder: DataFolder, problems: list[Problem], tell: Tell, *, dry_run: bool
) -> None:
    """Print the changes and write the file."""
    shown_name = folder.shown(change.file.path)
    lines = [f"  {line}" for summary in change.summaries for line in summary.split("\n")]
    text = "\n".join([shown_name, *lines])
    tell(Bilingual(text, text))
    if not dry_run and not write_checked(change):
        why = Bilingual(
            "เขียนแล้วอ่านกลับไม่ตรง จึงคืนไฟล์เดิม",
            "the written file was read back differently, so the old file was restored",
        )
        problems.append((Bilingual(shown_name, shown_name), why))


def write_checked(change: FileChange) -> bool:
    """Write a file and read it again; if its record differs from the intended, restore the file."""
    path = change.file.path
    before = path.read_bytes() if change.file.digest else None
    intended = _record(change.text.encode(), change.file)
    write_atomically(path, change.text)
    if _record(path.read_bytes(), change.file) == intended:
        return True
    if before is None:
        path.unlink()
    else:
        Path(path).write_bytes(before)
    return False


def _report(problems: list[Problem], tell: Tell, *, dry_run: bool, written: bool) -> None:
    if problems:
        tell(Bilingual("ไม่ได้นำเข้า:", "not imported:"))
    for place, why in problems:
        tell(Bilingual(f"  {place.th}: {why.th}", f"  {place.en}: {why.en}"))
    if not written:
        nothing = Bilingual("ไม่ได้เขียนไฟล์ใด", "nothing was written")
        end = nothing if problems else Bilingual("ไม่มีอะไรต้องเปลี่ยน", "nothing to change")
    elif dry_run:
        end = Bilingual("ยังไม่ได้เขียนไฟล์ (--dry-run)", "nothing was written (--dry-run)")
    else:
        end = Bilingual(
            "เขียนไฟล์แล้ว ให้ตรวจด้วย oit check และดูสิ่งที่เปลี่ยนด้วย git diff ถ้าจะแก้ต่อใน Excel ให้ส่งออกใหม่",
            "the files were written; check them with oit check and see the changes with git diff; "
            "to continue in Excel, export again",
        )
    tell(end)
