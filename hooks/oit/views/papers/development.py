"""From the results of the assessment to the development of the organisation."""

from collections import Counter
from collections.abc import Iterator, Sequence

from oit.forms.agency import Agency
from oit.ita.cycle import CLASSES, Cycle
from oit.views.papers import parts, results
from oit.views.papers.paper import (
    Block,
    Cell,
    Figures,
    Heading,
    Paper,
    PaperColumn,
    PaperTable,
    Text,
)

SLUG = "development"
NAME = "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"


def paper(cycle: Cycle, agency: Agency, history: Sequence[Cycle]) -> Paper | None:
    """Make the paper, where there are scores that measures may answer.

    ``history`` is the turns of other years, for the trend.
    """
    given = cycle.results
    if not (given.indicators or given.questions or given.total is not None):
        return None
    subtitle = f"{parts.place_of(agency)} · ปีงบประมาณ {cycle.year}"
    return Paper(SLUG, NAME, NAME, subtitle, list(_blocks(cycle, agency, history)))


def _blocks(cycle: Cycle, agency: Agency, history: Sequence[Cycle]) -> Iterator[Block]:
    if cycle.form.summary:
        yield Text(cycle.form.summary)
    yield from results.scores(cycle)
    yield from _questions(cycle)
    yield from results.arithmetic(cycle)
    yield from results.trend([*history, cycle])
    yield from measures(cycle)
    yield from parts.notes(cycle)
    yield parts.signatures(cycle, agency)


def _questions(cycle: Cycle) -> Iterator[Block]:
    """Show every question with its class, and how many are in each."""
    questions = cycle.results.questions
    if not any(question.score is not None for question in questions):
        return
    keep, raised = cycle.thresholds
    yield Heading("คะแนนรายข้อ", "questions")
    yield Text(
        f"ข้อที่ได้ตั้งแต่ {keep} คะแนนให้{CLASSES['keep']} "
        f"ตั้งแต่ {raised} แต่ไม่ถึง {keep} ให้{CLASSES['raise']} ต่ำกว่า {raised} คือ{CLASSES['mend']}"
    )
    found = [(question, cycle.class_of(question)) for question in questions]
    counts = Counter(name for _, name in found)
    yield Figures([(words, counts[name]) for name, words in CLASSES.items()])
    columns = [
        PaperColumn("ข้อ", 1),
        PaperColumn("เรื่อง", 6),
        PaperColumn("ตัวชี้วัด", 1),
        PaperColumn("คะแนน", 1),
        PaperColumn("การดำเนินการ"),
        PaperColumn("หมายเหตุ", 3),
    ]
    rows: list[list[Cell]] = [
        [
            question.id,
            cycle.text_of(question.id),
            cycle.indicator_of(question.id),
            question.score,
            CLASSES[name] if name else None,
            question.note,
        ]
        for question, name in found
    ]
    yield PaperTable.of("คะแนนรายข้อ", columns, [("", rows)])


def measures(cycle: Cycle) -> Iterator[Block]:
    """Show the measures, under what they answer."""
    if not cycle.form.measures:
        return
    yield Heading(f"มาตรการ ปีงบประมาณ {cycle.year}", "measures")
    columns = [
        PaperColumn("มาตรการ/โครงการ/กิจกรรม", 3),
        PaperColumn("ผลการวิเคราะห์", 4),
        PaperColumn("ขั้นตอน/วิธีการปฏิบัติ", 5),
        PaperColumn("ระยะเวลา"),
        PaperColumn("ผู้รับผิดชอบ", 3),
    ]
    rows = parts.rows_by_topic(
        cycle,
        lambda _, measure: [
            [*([measure.name] if measure.name else []), *parts.questions_of(cycle, measure)],
            measure.finding,
            measure.steps,
            measure.period,
            parts.owner_of(measure),
        ],
    )
    yield PaperTable.of(f"มาตรการ ปีงบประมาณ {cycle.year}", columns, rows)
