"""Blocks on the measures, and the endings that several papers share."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from oit.forms.agency import Agency
from oit.forms.ita import Measure, Signer
from oit.ita.cycle import Cycle
from oit.thai import calendar, dates
from oit.views.papers.paper import (
    Block,
    Cell,
    Heading,
    PaperTable,
    Points,
    Record,
    Records,
    Row,
    Signatures,
    Text,
    Timeline,
    is_blank,
)
from oit.views.papers.widths import LANDSCAPE, PORTRAIT, reads_well

_QUARTERS = ["ต.ค.–ธ.ค.", "ม.ค.–มี.ค.", "เม.ย.–มิ.ย.", "ก.ค.–ก.ย."]


def place_of(agency: Agency) -> str:
    """Return the agency with its district and province."""
    district = f" อำเภอ{agency.district}" if agency.district else ""
    province = f" จังหวัด{agency.province}" if agency.province else ""
    return f"{agency.name}{district}{province}"


def cover(cycle: Cycle, title: str) -> list[str]:
    """Return the lines of a paper's cover; none if the file has no cover."""
    given = cycle.form.cover
    return [given.title or title, *given.lines] if given else []


def reasons(cycle: Cycle) -> Iterator[Block]:
    """Show the principles and reasons, and the objectives."""
    form = cycle.form
    if form.rationale:
        yield Heading("หลักการและเหตุผล", "rationale")
        yield from map(Text, form.rationale)
    if form.objectives:
        yield Heading("วัตถุประสงค์", "objectives")
        yield Points(form.objectives, numbered=len(form.objectives) > 1)


class Entry(NamedTuple):
    """A measure, or one of its actions: a row of a table, or a record under its title."""

    title: str
    row: Row


Group = tuple[str, list[Entry]]


def table_or_records(caption: str, columns: Sequence[str], groups: Sequence[Group]) -> Block:
    """Return a table of measures, or records if the table fits on no page."""
    rows = [(name, [entry.row for entry in group]) for name, group in groups]
    table = PaperTable.of(caption, columns, rows)
    if reads_well(table, PORTRAIT):
        return table
    if reads_well(table, LANDSCAPE):
        return replace(table, is_wide=True)
    records = [(name, [_record(columns, entry) for entry in group]) for name, group in groups]
    return Records(caption, records)


def _record(columns: Sequence[str], entry: Entry) -> Record:
    """Return an entry as a record, which shows its title once."""
    contents = [_without(entry.title, content) for content in entry.row]
    lines = zip(columns, contents, strict=True)
    return Record(
        entry.title, [(head, content) for head, content in lines if not is_blank(content)]
    )


def _without(title: str, content: Cell) -> Cell:
    if isinstance(content, list):
        return content[1:] if content[:1] == [title] else content
    return None if content == title else content


def entries_of(
    cycle: Cycle, index: int, measure: Measure, row: Callable[[int | None, Measure], Row]
) -> list[Entry]:
    """Return an entry for each action of a measure.

    ``row`` gets the measure's index, or ``None`` for the actions after the first.
    """
    first, *others = measure.split()
    name = cycle.name_of(index)
    return [
        Entry(name, row(index, first)),
        *(Entry(f"{name} (ต่อ)", row(None, part)) for part in others),
    ]


def entries_by_topic(cycle: Cycle, row: Callable[[int | None, Measure], Row]) -> list[Group]:
    """Return the entries of each measure, grouped by topic or indicator, in their order.

    A measure with several topics or indicators stands under each.
    """
    groups = [
        (
            name,
            [line for index, measure in group for line in entries_of(cycle, index, measure, row)],
        )
        for name, group in groupby(
            enumerate(cycle.form.measures), key=lambda entry: _topic(cycle, entry[1])
        )
    ]
    for index, measure in enumerate(cycle.form.measures):
        for other in _under_others(measure):
            name = _topic(cycle, other)
            rows = next((rows for known, rows in reversed(groups) if known == name), None)
            if rows is None:
                groups.append((name, rows := []))
            rows.extend(entries_of(cycle, index, other, row))
    return groups


def _under_others(measure: Measure) -> Iterator[Measure]:
    for topic in measure.other_topics:
        yield measure.model_copy(update={"topic": topic, "indicator": None})
    for indicator in measure.other_indicators:
        yield measure.model_copy(update={"topic": None, "indicator": indicator})


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


def window(cycle: Cycle, round_id: str) -> str:
    """Return the months that the report of a round covers."""
    first, last = cycle.window_of(round_id)
    return f"{dates.format_month(first)} – {dates.format_month(last)}"


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


def signatures(cycle: Cycle, agency: Agency) -> Block:
    """Return space to sign: for the named signers, or else for the executive."""
    return Signatures(cycle.form.signers or [Signer(position=f"ผู้บริหาร{agency.name}")])
