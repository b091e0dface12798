"""The items of a year as the first page shows them, and what to do next."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from oit.assess.assessment import Assessment, ItemResult, ItemStatus
from oit.assess.freshness import due_day
from oit.assess.score.estimate import NoEstimateError, estimate
from oit.clock import BANGKOK
from oit.desk.asked import Asked
from oit.desk.checked import signs
from oit.desk.checked.signs import Sign
from oit.desk.desk import owner_of
from oit.desk.saving.draft import kept
from oit.findings.finding import Severity
from oit.intake.workbook.files import ItemFile
from oit.ita.arithmetic import rounded
from oit.thai import dates, writing
from oit.views.answers.tasks import Task, tasks_of

_LACKING = {ItemStatus.MISSING, ItemStatus.PARTIAL}
_DONE = {ItemStatus.COMPLETE, ItemStatus.NOT_APPLICABLE}


@dataclass(frozen=True)
class Row:
    """An item."""

    result: ItemResult
    file: ItemFile
    address: str
    gain: Decimal
    """The points of the OIT that completing it gains, as ``oit score`` says."""
    has_draft: bool

    @property
    def sign(self) -> Sign:
        """How its status is shown."""
        return signs.of_item(self.result.status)

    @property
    def owner(self) -> str:
        """Who is responsible; the usual unit if the file names nobody."""
        return owner_of(self.file)

    @property
    def is_lacking(self) -> bool:
        """Whether something keeps it from being complete."""
        return self.result.status in _LACKING

    @property
    def errors(self) -> int:
        """How many values cannot be read."""
        return sum(finding.severity is Severity.ERROR for finding in self.result.findings)

    @property
    def saved(self) -> str:
        """The day on which its file was last written; empty if nothing is in it."""
        if not self.file.root:
            return ""
        with suppress(OSError):
            seconds = self.file.path.stat().st_mtime
            return dates.format_date(datetime.fromtimestamp(seconds, BANGKOK).date())
        return ""

    @property
    def review(self) -> str:
        """The day by which it is to be reviewed; empty if its file does not say."""
        due = due_day(self.result)
        return dates.format_date(due) if due else ""


def rows_of(asked: Asked) -> list[Row]:
    """Return the items that the officer may see, in the order of the checklist."""
    desk, assessment = asked.desk, asked.desk.assessment(asked.year)
    gains = _gains(assessment)
    files = {
        result.item.id: file
        for file in desk.files(asked.year)
        if desk.may_see(asked.officer, file)
        for result in file.items
    }
    drafts = {f.name: kept(desk, asked.officer, f) is not None for f in files.values()}
    return [
        Row(
            result,
            files[result.item.id],
            f"/{asked.year}/{result.item.slug}/",
            gains.get(result.item.id, Decimal(0)),
            drafts[files[result.item.id].name],
        )
        for result in assessment.items
        if result.item.id in files
    ]


def _gains(assessment: Assessment) -> dict[str, Decimal]:
    """Return the points that each item gains, the most first."""
    try:
        found = estimate(assessment, {}, {}).fix_first
    except NoEstimateError:
        return {}
    return {gain.result.item.id: rounded(gain.oit) for gain in found}


def next_first(rows: Iterable[Row]) -> list[Row]:
    """Sort items by what to do next: the most points first, of equals what lacks the least."""
    return sorted(rows, key=lambda row: (not row.is_lacking, -row.gain, len(row.result.lacking)))


def counts_of(rows: Iterable[Row]) -> list[tuple[Sign, int]]:
    """Return how many items have each status; the numbers add up to all of them."""
    statuses = [row.result.status for row in rows]
    counted = [(signs.of_item(status), statuses.count(status)) for status in ItemStatus]
    return [(sign, count) for sign, count in counted if count]


def deadlines_of(asked: Asked) -> list[str]:
    """Return the days that matter next, in words."""
    assessment, today = asked.desk.assessment(asked.year), asked.desk.today
    closes = assessment.agency.closing_day(asked.year)
    found = [f"ปิดรับคำตอบแบบวัด OIT {_with_days(closes, today)}"] if closes else []
    review = assessment.review.form if assessment.review else None
    if review and review.closes and review.closes >= today:
        found.append(f"วันสุดท้ายของการชี้แจงผลการตรวจ {_with_days(review.closes, today)}")
    tasks = [task for task in tasks_of(assessment) if task.kind != "ข้อมูล" and _is_for(task, asked)]
    for kind, name in (("มาตรการ", "มาตรการตามผล ITA"), ("ทบทวน", "ข้อที่ต้องทบทวน")):
        due = sorted(task.due for task in tasks if task.kind == kind and task.due)
        if due:
            found.append(f"{name} {len(due)} เรื่อง กำหนดแรก {_with_days(due[0], today)}")
    return found


def _is_for(task: Task, asked: Asked) -> bool:
    return asked.officer.may_see(task.owner)


def _with_days(day: date, today: date) -> str:
    days = (day - today).days
    left = f"อีก {days} วัน" if days > 0 else "วันนี้" if days == 0 else f"เลยมาแล้ว {-days} วัน"
    return f"{dates.format_date(day)} ({left})"


WAYS = {
    "": "ทุกข้อ",
    "lacking": "ยังไม่ครบ",
    "missing": "ยังไม่มีข้อมูล",
    "partial": "มีบางส่วน",
    "done": "ครบแล้ว",
    "errors": "มีค่าที่ต้องแก้",
    "draft": "มีร่างที่ยังไม่ได้บันทึก",
}
"""The choices of what is shown."""


def chosen(rows: Iterable[Row], owner: str, way: str) -> list[Row]:
    """Return the items of an owner that are as was asked for."""
    return [
        row
        for row in rows
        if (not owner or writing.fold(row.owner) == writing.fold(owner)) and _is(row, way)
    ]


def _is(row: Row, way: str) -> bool:
    status = row.result.status
    return {
        "lacking": row.is_lacking,
        "missing": status is ItemStatus.MISSING,
        "partial": status is ItemStatus.PARTIAL,
        "done": status in _DONE,
        "errors": row.errors > 0,
        "draft": row.has_draft,
    }.get(way, True)
