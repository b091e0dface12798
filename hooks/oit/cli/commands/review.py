"""The command ``oit review``: where the assessors differ from the checker, and what to answer."""

from datetime import date
from pathlib import Path

from oit import clock
from oit.assess.assessment import Assessment, errors_in
from oit.assess.examine import examine
from oit.assess.review import verdicts_of
from oit.bilingual import Bilingual
from oit.cli import options, overwriting
from oit.cli.command import UNUSABLE, Choice, command, option
from oit.cli.output import ExitStatus, Output, colour
from oit.cli.overwriting import write_files
from oit.data.folder import DataFolder
from oit.forms.review import FILE
from oit.views.changes.history import changes_of
from oit.views.report.view import View
from oit.views.review.draft import drafts_of
from oit.views.review.json import review_json
from oit.views.review.text import review_text

FORMATS = ("text", "json")

_NOT_WORD = Bilingual(
    "--out ต้องเป็นไฟล์ .docx เช่น --out review.docx", "--out must be a .docx file, such as review.docx"
)
_NO_ADDRESS = Bilingual(
    "ยังไม่มี site_url ใน agency.yml คำชี้แจงจึงยังไม่มีที่อยู่เต็ม",
    "agency.yml has no site_url, so the answers have no full addresses",
)


@command(
    "review",
    Bilingual(
        "เทียบคะแนนของผู้ประเมินใน review.yml กับผลของโปรแกรม บอกเหตุที่อาจเป็น และร่างคำชี้แจง",
        "Compare the assessors' scores in review.yml with the checker, and draft the answers.",
    ),
    example="oit review --out review.docx",
    statuses={
        ExitStatus.OK: Bilingual("เทียบแล้ว", "compared"),
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
    about=Bilingual("รูปแบบรายงาน", "format of the report"),
)
@option(
    "--out",
    type=options.FILE,
    metavar="FILE.docx",
    about=Bilingual("เขียนร่างคำชี้แจงเป็นไฟล์ Word", "write the draft answers as a Word file"),
)
def run(
    output: Output,
    *,
    data: Path,
    today: date | None,
    year: int | None,
    format_: str | None,
    out: Path | None,
    force: bool,
) -> ExitStatus:
    """Compare a year's review with its data."""
    folder = DataFolder(data)
    if out and out.suffix.lower() != ".docx":
        return output.refuse(_NOT_WORD)
    assessment = examine(folder, today or clock.today(), year)
    if errors := errors_in([assessment]):
        return output.refuse(*errors)
    if fault := _fault(folder, assessment):
        return output.refuse(fault)
    drafts = drafts_of(assessment, changes_of(folder))
    if not assessment.agency.site_url:
        output.note(_NO_ADDRESS)
    if format_ or not out:
        text = (
            review_json(assessment, drafts, output.language)
            if format_ == "json"
            else review_text(View(assessment, output.language, colour()), drafts)
        )
        output.result(text, is_data=format_ is not None)
    if out:
        # The Word library is slow to load.
        from oit.views.papers.word import write_word  # noqa: PLC0415
        from oit.views.review.paper import paper  # noqa: PLC0415

        word = write_word(paper(assessment, drafts), assessment.today, assessment.agency.numerals)
        if lost := write_files({out: word}, force=force):
            return output.refuse(*lost)
        count = sum(bool(draft.statement) for draft in drafts)
        output.note(
            Bilingual(
                f"เขียนคำชี้แจง {count} ข้อไว้ใน {out}", f"the answers to {count} items are in {out}"
            )
            if count
            else Bilingual(
                f"ไม่มีข้อใดที่ข้อมูลมีสิ่งจะชี้แจง {out} จึงมีเพียงหัวเรื่อง",
                f"the data shows nothing to answer with, so {out} has a title only",
            )
        )
    return ExitStatus.OK


def _fault(folder: DataFolder, assessment: Assessment) -> Bilingual | None:
    """Say why there is nothing to compare, if so."""
    if not assessment.items:
        year = assessment.year
        return Bilingual(
            f"ปีงบประมาณ {year} ไม่มีข้อของแบบวัด", f"fiscal year {year} has no items of a checklist"
        )
    path = folder.path / str(assessment.year) / FILE
    shown = folder.shown(path)
    if not path.is_file():
        return Bilingual(
            f"ยังไม่มี {shown} สั่ง oit new review แล้วกรอกคะแนนและข้อสังเกตตามที่ระบบแสดง",
            f"there is no {shown} yet: run oit new review, then fill in the scores and remarks",
        )
    if not verdicts_of(assessment):
        return Bilingual(
            f"{shown} ยังไม่มีคะแนนของข้อใด กรอกช่อง score ตามที่ระบบแสดง",
            f"{shown} has no score yet: fill in score as the national system shows it",
        )
    return None
