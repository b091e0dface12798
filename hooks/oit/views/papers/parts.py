"""Blocks on the measures, and the endings that several papers share."""

from collections.abc import Callable, Iterator
from itertools import groupby

from oit.forms.agency import Agency
from oit.forms.ita import Measure, Signer
from oit.ita.cycle import Cycle
from oit.thai import calendar
from oit.views.papers.paper import Block, Heading, Points, Row, Signatures, Timeline

_QUARTERS = ["ต.ค.–ธ.ค.", "ม.ค.–มี.ค.", "เม.ย.–มิ.ย.", "ก.ค.–ก.ย."]


def place_of(agency: Agency) -> str:
    """Return the agency with its district and province."""
    district = f" อำเภอ{agency.district}" if agency.district else ""
    province = f" จังหวัด{agency.province}" if agency.province else ""
    return f"{agency.name}{district}{province}"


def rows_by_topic(cycle: Cycle, row: Callable[[int, Measure], Row]) -> list[tuple[str, list[Row]]]:
    """Return a row for each measure, grouped by topic or indicator, in their order."""
    measures = enumerate(cycle.form.measures)
    return [
        (name, [row(index, measure) for index, measure in group])
        for name, group in groupby(measures, key=lambda entry: _topic(cycle, entry[1]))
    ]


def _topic(cycle: Cycle, measure: Measure) -> str:
    if topic := cycle.topic(measure):
        return f"({measure.topic}) {topic}"
    if not measure.indicator:
        return ""
    name = f"ตัวชี้วัดที่ {measure.indicator} {cycle.indicator_name(measure.indicator)}"
    score = next((i.score for i in cycle.results.indicators if i.id == measure.indicator), None)
    return name if score is None else f"{name} ({score} คะแนน)"


def questions_of(cycle: Cycle, measure: Measure) -> list[str]:
    """Return the measure's questions with their texts."""
    return [f"{number} {cycle.text_of(number)}".strip() for number in measure.questions]


def owner_of(measure: Measure) -> str:
    """Return the owner of a measure, and the lead if it is another."""
    if measure.lead and measure.owner:
        return f"{measure.owner} (ผู้รับผิดชอบหลัก: {measure.lead})"
    return measure.owner or measure.lead or ""


def timeline(cycle: Cycle) -> Iterator[Block]:
    """Show the quarters in which each measure is carried out, if its period names months."""
    months = calendar.fiscal_months(cycle.year)
    rows = []
    for index, measure in enumerate(cycle.form.measures):
        if period := cycle.period_of(measure):
            first, last = period
            active = [first <= months[q + 2] and months[q] <= last for q in (0, 3, 6, 9)]
            if any(active):
                rows.append((cycle.name_of(index), active))
    if rows:
        yield Heading("ปฏิทินมาตรการรายไตรมาส", "timeline")
        quarters = [f"ไตรมาสที่ {number} ({name})" for number, name in enumerate(_QUARTERS, start=1)]
        yield Timeline(f"ไตรมาสที่ดำเนินการ ปีงบประมาณ {cycle.year}", quarters, rows)


def notes(cycle: Cycle) -> Iterator[Block]:
    """Show the file's notes on mistakes in the source documents."""
    if cycle.results.notes:
        yield Heading("ข้อสังเกตเกี่ยวกับเอกสารต้นทาง", "notes")
        yield Points(cycle.results.notes)


def signatures(cycle: Cycle, agency: Agency) -> Block:
    """Return space to sign: for the named signers, or else for the executive."""
    return Signatures(cycle.form.signers or [Signer(position=f"ผู้บริหาร{agency.name}")])
