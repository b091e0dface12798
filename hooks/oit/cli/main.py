"""The command ``oit``."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from oit import __version__
from oit.assess.assessment import Assessment, ItemStatus, errors_in
from oit.assess.examine import examine, today
from oit.assess.score.estimate import NoEstimateError, estimate
from oit.assess.score.what_if import UnreadableScoreError, read_score, read_what_if
from oit.bilingual import Bilingual
from oit.checks.rules.lint import lint
from oit.cli.commands import (
    admin_options,
    answers_options,
    hosting_options,
    import_options,
    links_options,
    start_options,
    verify_options,
    workbook_options,
)
from oit.cli.commands import diff_options as changes_options
from oit.cli.commands import export_ocds_options as ocds_options
from oit.cli.commands.explain import as_text, catalogue
from oit.cli.usage import UNUSABLE, Parser, refuse
from oit.data.checklist import available, item_parts
from oit.data.checklists import read_list
from oit.data.folder import DataFolder
from oit.findings.codes import unknown_item
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.finding import Finding, Place
from oit.thai import dates, writing
from oit.views.report import REPORTS
from oit.views.report.score_json import score_json
from oit.views.report.score_text import score_text
from oit.views.report.view import View

OK, LACKING = 0, 1
"""Exit status: nothing missing; something missing or partial (and ``UNUSABLE``: data is wrong)."""

INTERRUPTED = 130
"""What shells give for a command stopped by Ctrl+C."""

_SCORE_REPORTS = {"text": score_text, "json": score_json}
_CODES = Bilingual("รหัสที่มี", "known codes")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may have a code page that cannot write Thai.
        if hasattr(stream, "reconfigure"):
            # What another encoding has left in the name of a file cannot be written at all.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _fall_silent()
        return OK
    except OSError as error:
        # A folder that may not be written, a file where a folder is to be.
        told = Bilingual(
            f"อ่านหรือเขียน {error.filename} ไม่ได้ ให้ตรวจว่ามีอยู่จริง ไม่มีโปรแกรมอื่นเปิดค้าง และมีสิทธิ์เขียน",
            f"cannot read or write {error.filename}: is it there, and may you write there?",
        )
        said = told.text(getattr(options, "lang", "th"))
        sys.stderr.write(f"oit: {said} ({error.strerror})\n")
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _day(text: str) -> date:
    try:
        return dates.parse_date(text).date
    except ValueError:
        raise argparse.ArgumentTypeError(f"อ่านวันที่ไม่ได้: {text} (เช่น 2569-04-01)") from None


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="oit", description="เว็บไซต์เปิดเผยข้อมูลสาธารณะ (OIT) จากข้อมูลที่ตรวจแล้ว")
    parser.add_argument("--version", action="version", version=f"oit {__version__}")
    commands = parser.add_subparsers(title="คำสั่ง", required=True, metavar="COMMAND")

    data = Parser(add_help=False)
    data.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="โฟลเดอร์ข้อมูล (data)"
    )
    data.add_argument("--today", type=_day, default=None, metavar="DATE", help="ตรวจเสมือนเป็นวันนี้")
    language = Parser(add_help=False)
    language.add_argument("--lang", choices=["th", "en"], default="th", help="ภาษาของข้อความ")

    check = commands.add_parser("check", parents=[data, language], help="ตรวจว่าข้อมูลครบหรือไม่")
    check.add_argument("--year", type=int, help="ปีงบประมาณ (ปีล่าสุด)")
    check.add_argument("--format", choices=list(REPORTS), help="รูปแบบรายงาน")
    check.add_argument("--owner", help="เฉพาะข้อของผู้รับผิดชอบนี้")
    check.add_argument("--item", help="เฉพาะข้อนี้ เช่น O7")
    check.set_defaults(run=_check)

    score = commands.add_parser(
        "score", parents=[data, language], help="ประมาณคะแนนและบอกว่าควรเติมข้อใดก่อน"
    )
    score.add_argument("--year", type=int, help="ปีงบประมาณ (ปีล่าสุด)")
    score.add_argument("--format", choices=list(_SCORE_REPORTS), default="text", help="รูปแบบรายงาน")
    score.add_argument("--iit", metavar="N", help="คะแนน IIT (ผลปีก่อนใน ita.yml)")
    score.add_argument("--eit", metavar="N", help="คะแนน EIT (ผลปีก่อนใน ita.yml)")
    score.add_argument("--what-if", metavar="O2=100,O7=50", help="ลองกำหนดคะแนนของข้อเอง")
    score.set_defaults(run=_score)

    _add_build(commands, [data, language])

    answers_options.add_parser(commands, [data, language])
    admin_options.add_parser(commands, [data, language])
    changes_options.add_parser(commands, [data, language])
    start_options.add_parser(commands, [language])
    verify_options.add_parser(commands, [data, language])
    hosting_options.add_parser(commands, [data, language])
    links_options.add_parser(commands, [data, language])
    workbook_options.add_parser(commands, [language])
    import_options.add_parser(commands, [language])
    export = commands.add_parser("export", help="ส่งออกข้อมูลตามมาตรฐานอื่น")
    kinds = export.add_subparsers(title="มาตรฐาน", required=True, metavar="STANDARD")
    ocds_options.add_parser(kinds, [data, language])

    generate = commands.add_parser(
        "generate", parents=[data, language], help="เขียนหน้าเว็บเป็น Markdown"
    )
    generate.add_argument("out", type=Path, metavar="DIR", help="โฟลเดอร์ผลลัพธ์")
    generate.add_argument(
        "--for",
        dest="generator",
        choices=["zensical"],
        help="เขียนทั้งโครงการ พร้อมค่าตั้งและธีมของโปรแกรมนี้",
    )
    generate.set_defaults(run=_generate)

    explain = commands.add_parser("explain", parents=[language], help="อธิบายรหัสข้อความ")
    explain.add_argument("code", metavar="CODE", help="เช่น OIT201")
    explain.set_defaults(run=_explain)

    checklist = commands.add_parser("checklist", help="แบบวัด").add_subparsers(required=True)
    lint_list = checklist.add_parser("lint", parents=[data, language], help="ตรวจแบบวัดเอง")
    lint_list.set_defaults(run=_lint)

    schema = commands.add_parser("schema", help="เขียน JSON Schema ของทุกแบบข้อมูล")
    schema.add_argument("out", type=Path, metavar="DIR", help="โฟลเดอร์ผลลัพธ์")
    schema.set_defaults(run=_schema)
    return parser


def _add_build(commands: Any, parents: Sequence[argparse.ArgumentParser]) -> None:
    build = commands.add_parser("build", parents=list(parents), help="สร้างเว็บไซต์")
    build.add_argument(
        "--out", type=Path, default=Path("site"), metavar="DIR", help="โฟลเดอร์ผลลัพธ์ (site)"
    )
    build.add_argument(
        "--staff", action="store_true", help="รวมหน้าสำหรับเจ้าหน้าที่ (/staff/) ห้ามเผยแพร่"
    )
    build.add_argument("--admin", action="store_true", help="รวมหน้าแก้ไขข้อมูล (/admin/)")
    build.set_defaults(run=_build)


def _check(options: argparse.Namespace) -> int:
    assessment = examine(DataFolder(options.data), options.today or today(), options.year)
    wanted = _narrowed(assessment, options)
    if isinstance(wanted, Finding):
        return _refuse([wanted], options)
    format_ = options.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    _print(REPORTS[format_](View(wanted, options.lang, _colour())))
    if errors_in([wanted]):
        return UNUSABLE
    complete = {ItemStatus.COMPLETE, ItemStatus.NOT_APPLICABLE}
    return OK if all(result.status in complete for result in wanted.items) else LACKING


def _narrowed(assessment: Assessment, options: argparse.Namespace) -> Assessment | Finding:
    """Return the part of an assessment that was asked for, or that there is no such part."""
    if not assessment.items:
        return assessment
    place = Place(str(options.data))
    slugs = {result.item.slug: result.item.id for result in assessment.items}
    owners = sorted({result.owner for result in assessment.items if result.owner})
    slug = "".join(item_parts(writing.arabic(options.item))) if options.item else None
    if slug is not None and slug not in slugs:
        suggestion = did_you_mean(options.item, slugs.values(), unknown_item.KNOWN)
        return unknown_item.CODE.at(place, name=options.item, suggestion=suggestion)
    if options.owner is not None and options.owner not in owners:
        suggestion = did_you_mean(options.owner, owners, unknown_item.KNOWN)
        return unknown_item.CODE.at(place, name=options.owner, suggestion=suggestion)
    return assessment.only(owner=options.owner, item=slug)


def _score(options: argparse.Namespace) -> int:
    assessment = examine(DataFolder(options.data), options.today or today(), options.year)
    if errors := errors_in([assessment]):
        return _refuse(errors, options)
    try:
        instruments = {"IIT": options.iit, "EIT": options.eit}
        given = {
            name: read_score(text, name) for name, text in instruments.items() if text is not None
        }
        tried = options.what_if
        points = {} if tried is None else read_what_if(tried, assessment, Place(str(options.data)))
        made = estimate(assessment, given, points)
    except (UnreadableScoreError, NoEstimateError) as error:
        return refuse([error.told.text(options.lang)])
    _print(_SCORE_REPORTS[options.format](View(assessment, options.lang, _colour()), made))
    return OK


def _build(options: argparse.Namespace) -> int:
    # MkDocs is wanted by this command alone; the rest works where it is not installed.
    from oit.publish.build import SETTINGS, build_site, may_replace, settings_for  # noqa: PLC0415
    from oit.publish.site import UnusableDataError, prepare  # noqa: PLC0415
    from oit.views.pages.editor.fault import NoEditorError  # noqa: PLC0415

    if not may_replace(options.out):
        return _refuse_folder(options)
    day = options.today or today()
    parts = {"staff": options.staff, "admin": options.admin}
    built, said = build_site(options.data, options.out, day, **parts)
    if not built:
        # The build reads the data once; only where it failed are the faults wanted in our words.
        try:
            prepare(DataFolder(options.data), day, admin=options.admin)
        except UnusableDataError as error:
            return _refuse(error.findings, options)
        except NoEditorError as error:
            return refuse([error.told.text(options.lang)])
        if settings_for(options.data) is None:
            said = Bilingual(
                f"ไม่พบไฟล์ {SETTINGS} ให้เรียกคำสั่งในโฟลเดอร์ของโครงการ\n",
                f"there is no {SETTINGS}; call the command in the project's folder\n",
            ).text(options.lang)
    sys.stderr.write(said)
    if built:
        done = Bilingual(f"สร้างเว็บไซต์แล้วที่ {options.out}", f"the site is in {options.out}")
        _print(done.text(options.lang) + "\n")
    return OK if built else UNUSABLE


def _generate(options: argparse.Namespace) -> int:
    # The templates' engine is wanted by few commands, and takes its time to load.
    from oit.publish import zensical  # noqa: PLC0415
    from oit.publish.build import may_replace, project_of  # noqa: PLC0415
    from oit.publish.site import UnusableDataError, prepare  # noqa: PLC0415
    from oit.views.pages.write import clear, write_site  # noqa: PLC0415

    # The manifest names the data's files as a build does.
    folder = DataFolder(options.data, project_of(options.data))
    try:
        publication = prepare(folder, options.today or today())
    except UnusableDataError as error:
        return _refuse(error.findings, options)
    out = options.out.resolve()
    sources = [folder.docs.resolve(), folder.path.resolve()]
    near = any(out.is_relative_to(source) or source.is_relative_to(out) for source in sources)
    may_write = zensical.may_write if options.generator else may_replace
    if near or not may_write(out):
        return _refuse_folder(options)
    if options.generator:
        zensical.write_project(publication, out)
    else:
        clear(out)
        write_site(publication.site, folder, out)
    return OK


def _explain(options: argparse.Namespace) -> int:
    code = catalogue().get(options.code.upper())
    if code is None:
        near = did_you_mean(options.code, catalogue(), _CODES).text(options.lang)
        unknown = Bilingual(
            f"ไม่มีรหัส {options.code}{near}", f"there is no code {options.code}{near}"
        )
        sys.stderr.write(unknown.text(options.lang) + "\n")
        return UNUSABLE
    _print(as_text(code, options.lang))
    return OK


def _lint(options: argparse.Namespace) -> int:
    findings: list[Finding] = []
    folder = DataFolder(options.data)
    for path in available(options.data).values():
        file = read_list(folder, path)
        findings += file.findings
        findings += lint(file.checklist, file.document) if file.checklist else ()
    return _refuse(findings, options)


def _schema(options: argparse.Namespace) -> int:
    from oit.publish.schema import write_schemas  # noqa: PLC0415 - as above

    write_schemas(options.out)
    return OK


def _refuse(findings: Sequence[Finding], options: argparse.Namespace) -> int:
    """Tell what is wrong, if anything is."""
    for finding in findings:
        sys.stderr.write(finding.told(options.lang) + "\n")
    return UNUSABLE if findings else OK


def _refuse_folder(options: argparse.Namespace) -> int:
    """Tell that a folder is not for us to write into: what stands in it would be lost."""
    refusal = Bilingual(
        f"โฟลเดอร์ {options.out} มีไฟล์อื่นที่โปรแกรมไม่ได้สร้าง จึงไม่เขียนทับ ให้ระบุโฟลเดอร์อื่น",
        f"the folder {options.out} holds what this program did not make; name another one",
    )
    sys.stderr.write(refusal.text(options.lang) + "\n")
    return UNUSABLE


def _colour() -> bool:
    """Tell whether the terminal shows colours and its user wants them."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _print(text: str) -> None:
    """Write to standard output as long as somebody reads it."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _fall_silent()


def _fall_silent() -> None:
    # ``| head`` has seen enough; Python would complain when it flushes again at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
