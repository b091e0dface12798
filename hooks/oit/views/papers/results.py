"""Blocks on the results: scores, how they follow from each other, and the trend."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from oit.data.checklist import BASES
from oit.ita.arithmetic import Comparison, Verdict, compare
from oit.ita.cycle import Cycle
from oit.views.papers.paper import (
    Block,
    Cell,
    Chart,
    Figures,
    Heading,
    PaperColumn,
    PaperTable,
    Text,
)

VERDICTS = {
    Verdict.AGREES: "ตรงกัน",
    Verdict.DIFFERS: "ต่างกัน",
    Verdict.NOT_COMPUTABLE: "คำนวณไม่ได้",
    Verdict.NOT_PRINTED: "ไม่ได้พิมพ์ไว้",
}
_NAMED = 3
"""How many parts without a score are named."""


def scores(cycle: Cycle) -> Iterator[Block]:
    """Show the total, its level, and the scores of instruments and indicators."""
    given, year = cycle.results, cycle.results_year
    if given.total is not None or given.level:
        yield Heading(f"ผลการประเมิน ITA ปีงบประมาณ {year}", "results")
        yield Figures(
            [("คะแนนรวม", given.total), ("ระดับ", given.level), ("ประกาศผล", given.announced)]
        )
        if given.note:
            yield Text(given.note, "หมายเหตุ")
    columns = [
        PaperColumn("", 3),
        PaperColumn("คะแนน", 1),
        PaperColumn("ข้อค้นพบ", 4),
        PaperColumn("หมายเหตุ", 3),
    ]
    if given.instruments:
        yield Heading("คะแนนรายเครื่องมือ", "instruments")
        columns[0] = PaperColumn("เครื่องมือ", 3)
        rows: list[list[Cell]] = [
            [_instrument(cycle, one.id), one.score, one.finding, one.note]
            for one in given.instruments
        ]
        yield PaperTable.of("คะแนนรายเครื่องมือ", columns, [("", rows)])
    if any(one.score is not None for one in given.indicators):
        yield Heading("คะแนนรายตัวชี้วัด", "indicators")
        columns[0] = PaperColumn("ตัวชี้วัด", 3)
        names = {one.id: f"{one.id}. {cycle.indicator_name(one.id)}" for one in given.indicators}
        bars = [(names[one.id], one.score) for one in given.indicators]
        yield Chart(f"คะแนนรายตัวชี้วัด ปีงบประมาณ {year} (เต็ม 100)", bars, most=100)
        rows = [[names[one.id], one.score, one.finding, one.note] for one in given.indicators]
        yield PaperTable.of("คะแนนรายตัวชี้วัด", columns, [("", rows)])


def _instrument(cycle: Cycle, name: str) -> str:
    known = cycle.framework.instruments if cycle.framework else []
    title = next((one.title for one in known if one.id == name), "")
    return f"{name} {title}".strip()


def arithmetic(cycle: Cycle) -> Iterator[Block]:
    """Show every printed score beside the one that follows from its parts."""
    compared = [one for one in compare(cycle) if (one.printed, one.computed) != (None, None)]
    if not compared:
        return
    yield Heading("คะแนนที่พิมพ์เทียบกับที่คำนวณได้", "arithmetic")
    yield Text("คะแนนทุกค่าคงไว้ตามที่พิมพ์ในผลการประเมิน ไม่มีการแก้ตัวเลข ค่าที่ต่างกันแสดงไว้ทั้งสองค่า")
    columns = [
        PaperColumn("คะแนนของ", 3),
        PaperColumn("ที่พิมพ์", 1),
        PaperColumn("ที่คำนวณได้", 1),
        PaperColumn("ผล", 2),
        PaperColumn("คำนวณจาก", 3),
    ]
    rows = [[_what(one), one.printed, one.computed, _verdict(one), _way(one)] for one in compared]
    yield PaperTable("คะแนนที่พิมพ์เทียบกับที่คำนวณได้", columns, [("", rows)])
    if cycle.framework and cycle.framework.note:
        yield Text(cycle.framework.note, "ที่มาของสูตร")


def _what(one: Comparison) -> str:
    if one.kind == "indicator":
        return f"ตัวชี้วัดที่ {one.id} {one.title}"
    return f"{one.id} {one.title}" if one.kind == "instrument" else one.title


def _verdict(one: Comparison) -> str:
    if one.verdict is Verdict.DIFFERS:
        return f"ต่างกัน {abs(one.difference or 0)}"
    return VERDICTS[one.verdict]


def _way(one: Comparison) -> str:
    if one.computed is None and one.lacking:
        more = " …" if len(one.lacking) > _NAMED else ""
        return f"ไม่มีคะแนนของ {', '.join(one.lacking[:_NAMED])}{more}"
    if one.computed is None or one.way.basis == "confirmed":
        return one.way.words
    return f"{one.way.words} (สูตร{BASES[one.way.basis].th})"


def trend(cycles: Iterable[Cycle]) -> Iterator[Block]:
    """Show the totals of the years, the oldest first; nothing where there is one year only.

    What a year's own file says of its results goes before what another says of earlier ones.
    """
    totals: dict[int, tuple[Decimal, str | None]] = {}
    known = list(cycles)
    for one in (early for cycle in known for early in cycle.form.earlier):
        if one.year is not None and one.total is not None:
            totals[one.year] = (one.total, one.level)
    for cycle in known:
        if cycle.results.total is not None:
            totals[cycle.results_year] = (cycle.results.total, cycle.results.level)
    if len(totals) < 2:
        return
    years = sorted(totals)
    yield Heading("แนวโน้มคะแนนรวม", "trend")
    yield Chart("คะแนนรวมรายปี (เต็ม 100)", [(f"ปี {y}", totals[y][0]) for y in years], most=100)
    columns = [PaperColumn("ปีงบประมาณ"), PaperColumn("คะแนนรวม"), PaperColumn("ระดับ")]
    yield PaperTable.of(
        "คะแนนรวมรายปี", columns, [("", [[str(year), *totals[year]] for year in years])]
    )
