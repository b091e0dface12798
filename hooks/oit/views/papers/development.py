"""The paper on developing the organisation from the results of the assessment."""

from collections import Counter
from collections.abc import Iterator, Sequence

from oit.forms.agency import Agency
from oit.forms.ita import Question
from oit.ita.cycle import CLASSES, Cycle
from oit.views.papers import parts, results
from oit.views.papers.paper import (
    Block,
    Cell,
    Figures,
    Heading,
    Paper,
    PaperTable,
    Text,
)

SLUG = "development"
NAME = "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"


def paper(cycle: Cycle, agency: Agency, history: Sequence[Cycle]) -> Paper | None:
    """Make the paper if there are scores.

    ``history`` has the ITA cycles of other years, for the trend.
    """
    given = cycle.results
    if not (given.indicators or given.questions or given.total is not None):
        return None
    subtitle = f"{parts.place_of(agency)} · ปีงบประมาณ {cycle.year}"
    blocks = list(_blocks(cycle, agency, history))
    return Paper(SLUG, NAME, NAME, subtitle, blocks, cover=parts.cover(cycle, NAME))


def _blocks(cycle: Cycle, agency: Agency, history: Sequence[Cycle]) -> Iterator[Block]:
    if cycle.form.summary:
        yield Text(cycle.form.summary)
    yield from parts.reasons(cycle)
    yield from results.scores(cycle)
    yield from _questions(cycle)
    yield from results.trend([*history, cycle])
    yield from measures(cycle)
    yield parts.signatures(cycle, agency)


def _questions(cycle: Cycle) -> Iterator[Block]:
    """Show every question with its class, and the number of questions in each class."""
    questions = sorted(cycle.results.questions, key=_number)
    if not any(question.score is not None for question in questions):
        return
    keep_from, raise_from = cycle.thresholds
    yield Heading("คะแนนรายข้อ", "questions")
    yield Text(
        f"ข้อที่ได้ตั้งแต่ {keep_from} คะแนนให้{CLASSES['keep']} "
        f"ตั้งแต่ {raise_from} แต่ไม่ถึง {keep_from} ให้{CLASSES['raise']} "
        f"ต่ำกว่า {raise_from} คือ{CLASSES['mend']}"
    )
    classified = [(question, cycle.class_of(question)) for question in questions]
    counts = Counter(name for _, name in classified)
    yield Figures([(words, counts[name]) for name, words in CLASSES.items()])
    columns = [
        "ข้อ",
        "เรื่อง",
        "ตัวชี้วัด",
        "คะแนน",
        "การดำเนินการ",
        "หมายเหตุ",
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
        for question, name in classified
    ]
    yield PaperTable.of("คะแนนรายข้อ", columns, [("", rows)])


def _number(question: Question) -> tuple[int, int]:
    """Return what sorts questions by instrument and number."""
    return "ieO".index(question.id[0]), int(question.id[1:])


def measures(cycle: Cycle) -> Iterator[Block]:
    """Show the measures, grouped by topic or indicator."""
    if not cycle.form.measures:
        return
    yield Heading(f"มาตรการ ปีงบประมาณ {cycle.year}", "measures")
    columns = [
        "มาตรการ/โครงการ/กิจกรรม",
        "ข้อที่เกี่ยวข้อง",
        "ผลการวิเคราะห์",
        "ขั้นตอน/วิธีการปฏิบัติ",
        "ระยะเวลา",
        "ผู้รับผิดชอบ",
    ]
    groups = parts.entries_by_topic(
        cycle,
        lambda _, measure: [
            measure.name,
            parts.questions_of(cycle, measure),
            measure.finding,
            measure.steps,
            measure.period,
            parts.owner_of(measure),
        ],
    )
    yield parts.table_or_records(f"มาตรการ ปีงบประมาณ {cycle.year}", columns, groups)
