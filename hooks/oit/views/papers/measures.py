"""The paper on measures to promote integrity and transparency inside the agency."""

from collections.abc import Iterator

from oit.forms.agency import Agency
from oit.ita.cycle import Cycle
from oit.views.papers import parts, results
from oit.views.papers.paper import Block, Heading, Paper, Text

SLUG = "measures"
NAME = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


def paper(cycle: Cycle, agency: Agency) -> Paper | None:
    """Make the paper if there are measures."""
    if not cycle.form.measures:
        return None
    subtitle = f"{parts.place_of(agency)} · ปีงบประมาณ {cycle.year}"
    blocks = list(_blocks(cycle, agency))
    return Paper(SLUG, NAME, NAME, subtitle, blocks, cover=parts.cover(cycle, NAME))


def _blocks(cycle: Cycle, agency: Agency) -> Iterator[Block]:
    yield from parts.reasons(cycle)
    yield from results.scores(cycle)
    if cycle.form.decided:
        yield Heading("การกำหนดมาตรการ", "decided")
        yield Text(cycle.form.decided)
    yield Heading(f"มาตรการ ปีงบประมาณ {cycle.year}", "measures")
    columns = [
        "ข้อที่เกี่ยวข้อง",
        "ข้อค้นพบ",
        "มาตรการ",
        "ขั้นตอน/วิธีการปฏิบัติ",
        "ระยะเวลา",
        "ผู้รับผิดชอบ",
        "งบประมาณ (บาท)",
        "การกำกับติดตาม",
    ]
    groups = parts.entries_by_topic(
        cycle,
        lambda _, measure: [
            parts.questions_of(cycle, measure),
            measure.finding,
            measure.name,
            measure.steps,
            measure.period,
            parts.owner_of(measure),
            measure.budget,
            measure.follow_up,
        ],
    )
    yield parts.table_or_records(f"มาตรการ ปีงบประมาณ {cycle.year}", columns, groups)
    yield from parts.timeline(cycle)
    yield parts.signatures(cycle, agency)
