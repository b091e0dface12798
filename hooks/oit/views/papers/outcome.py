"""The report on the measures: what was done in the year, and the outcome."""

from collections.abc import Iterator

from oit.forms.agency import Agency
from oit.forms.ita import Measure
from oit.ita.cycle import Cycle
from oit.views.papers import parts
from oit.views.papers.paper import Block, Heading, Paper, Row, Text

SLUG = "report"
NAME = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


def paper(cycle: Cycle, agency: Agency) -> Paper | None:
    """Make the paper if any measure has progress or an outcome."""
    if not any(measure.progress or measure.outcome for measure in cycle.form.measures):
        return None
    subtitle = f"{parts.place_of(agency)} · ปีงบประมาณ {cycle.year}"
    if any(report.round == "12" for report in cycle.form.reports):
        subtitle = f"{subtitle} ({parts.window(cycle, '12')})"
    blocks = list(_blocks(cycle, agency))
    return Paper(SLUG, NAME, NAME, subtitle, blocks, cover=parts.cover(cycle, NAME))


def _blocks(cycle: Cycle, agency: Agency) -> Iterator[Block]:
    yield Text(
        f"มาตรการกำหนดจากการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ {cycle.results_year} "
        f"และดำเนินการในปีงบประมาณ {cycle.year}"
    )
    yield Heading("ผลการดำเนินการของแต่ละมาตรการ", "measures")
    columns = [
        "มาตรการ/แนวทาง",
        "วิธีการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลา",
        "ผลการดำเนินการ",
        "ผลลัพธ์หรือความสำเร็จ",
    ]
    entries = [
        entry
        for index, measure in enumerate(cycle.form.measures)
        for entry in parts.entries_of(cycle, index, measure, lambda at, part: _row(cycle, at, part))
    ]
    yield parts.table_or_records("ผลการดำเนินการตามมาตรการ", columns, [("", entries)])
    yield parts.signatures(cycle, agency)


def _row(cycle: Cycle, index: int | None, part: Measure) -> Row:
    return [
        None if index is None else cycle.name_of(index),
        part.steps,
        parts.owner_of(part),
        part.period,
        [line for progress in part.progress for line in progress.done],
        part.outcome,
    ]
