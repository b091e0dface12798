"""The report on the measures: what was done in the year, and the outcome."""

from collections.abc import Iterator

from oit.forms.agency import Agency
from oit.ita.cycle import Cycle
from oit.views.papers import parts
from oit.views.papers.paper import Block, Cell, Heading, Paper, PaperColumn, PaperTable, Text

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
    return Paper(SLUG, NAME, NAME, subtitle, blocks, landscape=True, cover=parts.cover(cycle, NAME))


def _blocks(cycle: Cycle, agency: Agency) -> Iterator[Block]:
    yield Text(
        f"มาตรการกำหนดจากการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ {cycle.results_year} "
        f"และดำเนินการในปีงบประมาณ {cycle.year}"
    )
    yield Heading("ผลการดำเนินการของแต่ละมาตรการ", "measures")
    columns = [
        PaperColumn("มาตรการ/แนวทาง", 3),
        PaperColumn("วิธีการดำเนินการ", 4),
        PaperColumn("ผู้รับผิดชอบ", 3),
        PaperColumn("ระยะเวลา"),
        PaperColumn("ผลการดำเนินการ", 4),
        PaperColumn("ผลลัพธ์หรือความสำเร็จ", 4),
    ]
    rows: list[list[Cell]] = [
        [
            cycle.name_of(index) if number == 0 else None,
            part.steps,
            parts.owner_of(part),
            part.period,
            [line for progress in part.progress for line in progress.done],
            part.outcome,
        ]
        for index, measure in enumerate(cycle.form.measures)
        for number, part in enumerate(measure.split())
    ]
    yield PaperTable.of("ผลการดำเนินการตามมาตรการ", columns, [("", rows)])
    yield parts.signatures(cycle, agency)
