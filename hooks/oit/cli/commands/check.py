"""The command ``oit check``: what the data still lacks."""

import os
from datetime import date
from pathlib import Path

from oit import clock
from oit.assess.assessment import Assessment, ItemStatus, errors_in
from oit.assess.examine import examine
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, Choice, command, option
from oit.cli.output import ExitStatus, Output, colour
from oit.data import unknown_items
from oit.data.checklist import slug_of
from oit.data.folder import DataFolder
from oit.findings.codes import unknown_item
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.finding import Finding, Place
from oit.thai import writing
from oit.thai.identity_search import mask_for_message
from oit.views.report import FORMATS, report_in
from oit.views.report.view import View


@command(
    "check",
    Bilingual(
        "เทียบข้อมูลของปีกับแบบวัด แล้วบอกว่าขาดอะไร อยู่ที่ใด และแก้อย่างไร",
        "Compare a year's data with its checklist: what is missing, where, and how to fix it.",
    ),
    example="oit check --item O7",
    statuses={
        ExitStatus.OK: Bilingual("ครบถ้วน", "nothing is missing"),
        ExitStatus.INCOMPLETE: Bilingual("ยังขาดบางส่วน", "something is missing"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.today
@options.verbose
@options.year
@option(
    "--format",
    "format_",
    type=Choice(FORMATS),
    about=Bilingual("รูปแบบรายงาน", "format of the report"),
)
@option("--owner", about=Bilingual("เฉพาะข้อของผู้รับผิดชอบนี้", "only the items of this owner"))
@option("--item", about=Bilingual("เฉพาะข้อนี้ เช่น O7", "only this item, such as O7"))
def run(
    output: Output,
    *,
    data: Path,
    today: date | None,
    year: int | None,
    format_: str | None,
    owner: str | None,
    item: str | None,
) -> ExitStatus:
    """Check the data of a year."""
    assessment = examine(DataFolder(data), today or clock.today(), year)
    part = _narrowed(assessment, data, owner, item)
    if isinstance(part, Finding):
        return output.refuse(part)
    errors = errors_in([part])
    if output.quiet and not format_:
        output.refuse(*errors)
    else:
        usual = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
        output.write(report_in(format_ or usual)(View(part, output.language, colour())))
    if errors:
        return ExitStatus.UNUSABLE
    complete = {ItemStatus.COMPLETE, ItemStatus.NOT_APPLICABLE}
    is_complete = all(result.status in complete for result in part.items)
    return ExitStatus.OK if is_complete else ExitStatus.INCOMPLETE


def _narrowed(
    assessment: Assessment, data: Path, owner: str | None, item: str | None
) -> Assessment | Finding:
    """Return the part of an assessment that was asked for, or say that there is no such part."""
    if not assessment.items:
        return assessment
    place = Place(str(data))
    slugs = {result.item.slug for result in assessment.items}
    owners = sorted({result.owner for result in assessment.items if result.owner})
    slug = slug_of(item) if item else None
    if item and slug not in slugs:
        suggestion = unknown_items.suggestion(item, assessment.checklist)
        return unknown_item.CODE.at(place, name=item, suggestion=suggestion)
    owner = owner and mask_for_message(owner)
    if owner is not None and writing.fold(owner) not in map(writing.fold, owners):
        suggestion = did_you_mean(owner, owners, unknown_item.KNOWN)
        return unknown_item.CODE.at(place, name=owner, suggestion=suggestion)
    return assessment.only(owner=owner, item=slug)
