"""The command ``oit score``: what score the data may get, and what to complete first."""

from datetime import date
from pathlib import Path

from oit import clock
from oit.assess.assessment import errors_in
from oit.assess.examine import examine
from oit.assess.score.estimate import NoEstimateError, estimate
from oit.assess.score.what_if import UnreadableScoreError, read_score, read_what_if
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, Choice, command, option
from oit.cli.output import ExitStatus, Output, colour
from oit.data.folder import DataFolder
from oit.findings.finding import Place
from oit.views.report.score_json import score_json
from oit.views.report.score_text import score_text
from oit.views.report.view import View

_REPORTS = {"text": score_text, "json": score_json}


@command(
    "score",
    Bilingual(
        "ประมาณคะแนน OIT และคะแนนรวมจากข้อมูลที่มี แล้วบอกว่าควรเติมข้อใดก่อน",
        "Estimate the OIT score and the total from the data, and say what to complete first.",
    ),
    example="oit score --iit 90 --eit 85 --what-if O7=100",
    statuses={
        ExitStatus.OK: Bilingual("ประมาณได้", "an estimate was made"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.today
@options.year
@option(
    "--format",
    "format_",
    type=Choice(list(_REPORTS)),
    about=Bilingual("รูปแบบรายงาน", "format of the report"),
)
@option(
    "--iit",
    metavar="N",
    about=Bilingual("คะแนน IIT (ผลปีก่อนใน ita.yml)", "IIT score (last year's in ita.yml)"),
)
@option(
    "--eit",
    metavar="N",
    about=Bilingual("คะแนน EIT (ผลปีก่อนใน ita.yml)", "EIT score (last year's in ita.yml)"),
)
@option(
    "--what-if",
    metavar="O2=100,O7=50",
    about=Bilingual("ลองกำหนดคะแนนของข้อเอง", "try other scores of items"),
)
def run(
    output: Output,
    *,
    data: Path,
    today: date | None,
    year: int | None,
    format_: str | None,
    iit: str | None,
    eit: str | None,
    what_if: str | None,
) -> ExitStatus:
    """Estimate the score of a year."""
    assessment = examine(DataFolder(data), today or clock.today(), year)
    if errors := errors_in([assessment]):
        return output.refuse(*errors)
    try:
        instruments = {"IIT": iit, "EIT": eit}
        given = {
            name: read_score(text, name) for name, text in instruments.items() if text is not None
        }
        points = {} if what_if is None else read_what_if(what_if, assessment, Place(str(data)))
        made = estimate(assessment, given, points)
    except (UnreadableScoreError, NoEstimateError) as error:
        return output.refuse(error.reason)
    report = _REPORTS[format_ or "text"](View(assessment, output.language, colour()), made)
    output.result(report, is_data=format_ is not None)
    return ExitStatus.OK
