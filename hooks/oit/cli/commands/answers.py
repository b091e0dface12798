"""The command ``oit answers``."""

import argparse
import sys
from collections.abc import Sequence

from oit.assess import submitted
from oit.assess.assessment import Assessment, errors_in
from oit.assess.examine import examine, today
from oit.atomic import write_whole
from oit.bilingual import Bilingual
from oit.cli.commands.answers_options import FORMATS
from oit.cli.usage import refuse
from oit.data.folder import DataFolder
from oit.findings.codes import address_lost
from oit.forms.submitted import FILE
from oit.views.answers import lock
from oit.views.answers.answer import Answer, answers_of
from oit.views.pages import answers as sheet

OK = 0

_NO_SITE_URL = Bilingual(
    "ยังไม่รู้ที่อยู่ของเว็บไซต์ ให้เขียนใน {file} เช่น site_url: https://www.example.go.th/",
    "it is not known where the site is; write it in {file}: site_url: https://www.example.go.th/",
)
_NO_ITEMS = Bilingual(
    "ปีงบประมาณ {year} ไม่มีข้อของแบบวัดให้ตอบ", "fiscal year {year} has no items to answer"
)
_NO_OUT = Bilingual(
    "ไฟล์ xlsx ต้องระบุ --out เช่น --out answers.xlsx", "xlsx wants --out, such as answers.xlsx"
)
_REPLACE = Bilingual("--replace ใช้คู่กับ --lock", "--replace goes with --lock")
_DROPS = Bilingual(
    "ไม่ได้เขียน {file} เพราะที่อยู่ที่ล็อกไว้จะหายไป ถ้าแก้คำตอบในระบบแล้วให้เพิ่ม --replace",
    "{file} is not written: locked addresses would be dropped; add --replace where the answers "
    "were changed in the national form too",
)
_LOCKED = Bilingual("ล็อกที่อยู่ {count} แห่งไว้ใน {file}", "{count} address(es) are locked in {file}")
_WRITTEN = Bilingual(
    "เขียนคำตอบ {count} ข้อไว้ใน {file}", "the answers to {count} items are in {file}"
)


def run(options: argparse.Namespace) -> int:
    """Write the answers, and lock their addresses where that is asked for."""
    folder = DataFolder(options.data)
    assessment = examine(folder, options.today or today(), options.year)
    # What is broken is mended by an answer that takes its place.
    tolerated = {address_lost.CODE.id} if options.lock else set()
    if errors := [e for e in errors_in([assessment]) if e.code.id not in tolerated]:
        return refuse([error.told(options.lang) for error in errors])
    format_ = _format(options)
    if reason := _why_not(folder, assessment, format_, options):
        return refuse([reason])
    answers = answers_of(assessment, assessment.agency.site_url or "")
    if options.lock and (refused := _lock(folder, assessment, answers, options)):
        return refused
    _write(assessment, answers, format_, options)
    return OK


def _why_not(
    folder: DataFolder, assessment: Assessment, format_: str, options: argparse.Namespace
) -> str:
    """Say why there can be no answers to such a call; nothing where there can."""
    if not assessment.items:
        return _NO_ITEMS.text(options.lang).format(year=assessment.year)
    if not assessment.agency.site_url:
        return _NO_SITE_URL.text(options.lang).format(file=folder.shown(folder.path / "agency.yml"))
    if format_ == "xlsx" and not options.out:
        return _NO_OUT.text(options.lang)
    return _REPLACE.text(options.lang) if options.replace and not options.lock else ""


def _format(options: argparse.Namespace) -> str:
    suffix = options.out.suffix[1:].lower() if options.out else ""
    return options.format or (suffix if suffix in FORMATS else FORMATS[0])


def _write(
    assessment: Assessment, answers: Sequence[Answer], format_: str, options: argparse.Namespace
) -> None:
    if format_ == "html":
        content = sheet.write_html(assessment, answers).encode()
    else:
        content = sheet.write_xlsx(answers) if format_ == "xlsx" else sheet.write_csv(answers)
    if options.out:
        options.out.write_bytes(content)
        _tell(_WRITTEN, options, count=len(answers), file=options.out)
    elif not options.lock or options.format:
        # Who locks has the sheet already.
        sys.stdout.write(content.decode())


def _lock(
    folder: DataFolder,
    assessment: Assessment,
    answers: Sequence[Answer],
    options: argparse.Namespace,
) -> int:
    """Write the lock; return an exit status that says why not, or 0."""
    path = folder.path / str(assessment.year) / FILE
    shown = folder.shown(path)
    lost = [f for f in submitted.broken(folder, assessment) if f.code is address_lost.CODE]
    if lost and not options.replace:
        reason = _DROPS.text(options.lang).format(file=shown)
        return refuse([*(finding.told(options.lang) for finding in lost), reason])
    given = {address for answer in answers if answer.is_there for address in answer.addresses}
    locked = {address for _, address, _ in submitted.addresses(assessment)}
    dropped = locked - given if options.replace else ()
    items = lock.to_lock(answers, assessment, dropped)
    write_whole(path, lock.as_yaml(items, assessment.today))
    _tell(_LOCKED, options, count=sum(map(len, items.values())), file=shown)
    return OK


def _tell(words: Bilingual, options: argparse.Namespace, **values: object) -> None:
    sys.stderr.write(words.text(options.lang).format(**values) + "\n")
