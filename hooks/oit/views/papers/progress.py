"""The progress report of a round: what was done in six or twelve months."""

from collections import Counter
from collections.abc import Iterator

from oit.forms.agency import Agency
from oit.forms.ita import ROUNDS, STATUSES, Measure, Progress
from oit.ita.cycle import Cycle
from oit.thai import dates
from oit.views.papers import parts
from oit.views.papers.paper import Block, Chart, Heading, Paper, PaperTable, Row

NAME = "รายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
_NO_STATUS = "ไม่ได้ระบุสถานะ"
_NO_REPORT = "ยังไม่มีรายงาน"


def paper(cycle: Cycle, agency: Agency, months: str) -> Paper | None:
    """Make the paper of a round (``6`` or ``12`` months) if any measure has progress in it."""
    reported = [(measure, _progress(measure, months)) for measure in cycle.form.measures]
    if not any(progress for _, progress in reported):
        return None
    span = parts.window(cycle, months)
    return Paper(
        f"progress-{months}",
        f"รายงานความก้าวหน้าของมาตรการ {ROUNDS[months]}",
        NAME,
        f"{parts.place_of(agency)} · ปีงบประมาณ {cycle.year} {ROUNDS[months]} ({span})",
        list(_blocks(cycle, agency, months, [progress for _, progress in reported])),
        cover=parts.cover(cycle, NAME),
    )


def _progress(measure: Measure, months: str) -> Progress | None:
    return next((progress for progress in measure.progress if progress.round == months), None)


def _blocks(
    cycle: Cycle, agency: Agency, months: str, reported: list[Progress | None]
) -> Iterator[Block]:
    yield Heading("สรุปสถานะ", "status")
    counts = Counter(_status(progress) for progress in reported)
    order = [*STATUSES.values(), _NO_STATUS, _NO_REPORT]
    rows = [(status, counts[status]) for status in order if counts[status]]
    yield Chart(f"จำนวนมาตรการตามสถานะ {ROUNDS[months]}", list(rows))
    columns = ["สถานะ", "จำนวนมาตรการ"]
    yield PaperTable("จำนวนมาตรการตามสถานะ", columns, [("", rows)])
    yield Heading("การดำเนินการของแต่ละมาตรการ", "progress")
    columns = [
        "ประเด็นที่ต้องปรับปรุง",
        "ผู้รับผิดชอบ",
        "ขั้นตอน/วิธีการ/มาตรการ",
        "การกำกับติดตามและกำหนดแล้วเสร็จ",
        "การดำเนินการ",
        "สถานะ",
        "หลักฐาน",
    ]
    yield parts.table_or_records(
        f"การดำเนินการตามมาตรการ {ROUNDS[months]}",
        columns,
        parts.entries_by_topic(
            cycle,
            lambda index, part: _row(
                cycle, index, part, None if index is None else reported[index]
            ),
        ),
    )
    yield parts.signatures(cycle, agency)


def _row(cycle: Cycle, index: int | None, measure: Measure, progress: Progress | None) -> Row:
    name = [] if index is None else [cycle.name_of(index)]
    return [
        parts.questions_of(cycle, measure) or name,
        parts.owner_of(measure),
        [*([measure.name] if measure.name else []), *measure.steps],
        [*measure.follow_up, *_deadline(cycle, measure)],
        progress.done if progress else None,
        None if index is None else _status(progress),
        progress.evidence if progress else None,
    ]


def _status(progress: Progress | None) -> str:
    if progress is None:
        return _NO_REPORT
    return STATUSES[progress.status] if progress.status else _NO_STATUS


def _deadline(cycle: Cycle, measure: Measure) -> list[str]:
    deadline = cycle.deadline_of(measure)
    return [f"แล้วเสร็จภายใน {dates.format_date(deadline)}"] if deadline else []
