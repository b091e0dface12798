"""Blocks on the results: scores, how they are computed, and the trend."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from oit.ita.arithmetic import Comparison, Verdict, compare
from oit.ita.cycle import Cycle
from oit.views.papers.paper import (
    Block,
    Cell,
    Chart,
    Figures,
    Heading,
    PaperTable,
    Text,
)

VERDICTS = {
    Verdict.AGREES: "ตรงกัน",
    Verdict.DIFFERS: "ต่างกัน",
    Verdict.NOT_COMPUTABLE: "คำนวณไม่ได้",
    Verdict.NOT_PRINTED: "ไม่ได้พิมพ์ไว้",
}
_MAX_NAMED = 3
"""How many parts without a score are named."""


def scores(cycle: Cycle) -> Iterator[Block]:
    """Show the total, its level, and the scores of instruments and indicators.

    Their notes are about the documents behind them, for the staff.
    """
    given, year = cycle.results, cycle.results_year
    if given.total is not None or cycle.level:
        yield Heading(f"ผลการประเมิน ITA ปีงบประมาณ {year}", "results")
        yield Figures(
            [("คะแนนรวม", given.total), ("ระดับ", cycle.level), ("ประกาศผล", given.announced)]
        )
    if given.instruments:
        yield Heading("คะแนนรายเครื่องมือ", "instruments")
        rows: list[list[Cell]] = [
            [_instrument(cycle, score.id), score.score, score.finding]
            for score in given.instruments
        ]
        columns = ["เครื่องมือ", "คะแนน", "ข้อค้นพบ"]
        yield PaperTable.of("คะแนนรายเครื่องมือ", columns, [("", rows)])
    if any(i.score is not None or i.instrument for i in given.indicators):
        yield Heading("คะแนนรายตัวชี้วัด", "indicators")
        names = [f"{score.id}. {cycle.indicator_name(score.id)}" for score in given.indicators]
        bars = [(name, score.score) for name, score in zip(names, given.indicators, strict=True)]
        if any(score is not None for _, score in bars):
            caption = f"คะแนนรายตัวชี้วัด ปีงบประมาณ {year} (เต็ม 100)"
            yield Chart(caption, bars, "scores", most=100, pass_mark=_pass_mark(cycle))
        rows = [
            [name, score.instrument, score.score, score.finding]
            for name, score in zip(names, given.indicators, strict=True)
        ]
        columns = ["ตัวชี้วัด", "เครื่องมือ", "คะแนน", "ข้อค้นพบ"]
        yield PaperTable.of("คะแนนรายตัวชี้วัด", columns, [("", rows)])


def _instrument(cycle: Cycle, name: str) -> str:
    instruments = cycle.framework.instruments if cycle.framework else []
    title = next((known.title for known in instruments if known.id == name), "")
    return f"{name} {title}".strip()


def _pass_mark(cycle: Cycle) -> Decimal | None:
    return cycle.framework.pass_mark if cycle.framework else None


def arithmetic(cycle: Cycle) -> Iterator[Block]:
    """Show every printed score beside the score computed from its parts."""
    compared = [
        score for score in compare(cycle) if (score.printed, score.computed) != (None, None)
    ]
    if not compared:
        return
    yield Heading("คะแนนที่พิมพ์เทียบกับที่คำนวณได้", "arithmetic")
    yield Text("คะแนนทุกค่าคงไว้ตามที่พิมพ์ในผลการประเมิน ไม่มีการแก้ตัวเลข ค่าที่ต่างกันแสดงไว้ทั้งสองค่า")
    columns = [
        "คะแนนของ",
        "ที่พิมพ์",
        "ที่คำนวณได้",
        "ผล",
        "คำนวณจาก",
    ]
    rows = [
        [_subject(score), score.printed, score.computed, _verdict(score), _formula(score)]
        for score in compared
    ]
    yield PaperTable("คะแนนที่พิมพ์เทียบกับที่คำนวณได้", columns, [("", rows)])
    if any(score.computed is not None and score.way.basis != "confirmed" for score in compared):
        yield Text("บางสูตรเป็นการประมาณ ค่าที่คำนวณได้จึงใช้ประกอบการตรวจเท่านั้น")


def _subject(score: Comparison) -> str:
    if score.kind == "indicator":
        return f"ตัวชี้วัดที่ {score.id} {score.title}"
    return f"{score.id} {score.title}" if score.kind == "instrument" else score.title


def _verdict(score: Comparison) -> str:
    if score.verdict is Verdict.DIFFERS:
        return f"ต่างกัน {abs(score.difference or 0)}"
    return VERDICTS[score.verdict]


def _formula(score: Comparison) -> str:
    if score.computed is None and score.lacking:
        more = " …" if len(score.lacking) > _MAX_NAMED else ""
        return f"ไม่มีคะแนนของ {', '.join(score.lacking[:_MAX_NAMED])}{more}"
    return score.way.words


def trend(cycles: Iterable[Cycle]) -> Iterator[Block]:
    """Show the totals of the years, the oldest first; nothing if only one year is known.

    The results in a year's own file take precedence over those in the file of a later year.
    """
    totals: dict[int, tuple[Decimal, str | None]] = {}
    cycles = list(cycles)
    for earlier in (entry for cycle in cycles for entry in cycle.form.earlier):
        if earlier.year is not None and earlier.total is not None:
            totals[earlier.year] = (earlier.total, earlier.level)
    for cycle in cycles:
        if cycle.results.total is not None:
            totals[cycle.results_year] = (cycle.results.total, cycle.level)
    if len(totals) < 2:
        return
    years = sorted(totals)
    yield Heading("แนวโน้มคะแนนรวม", "trend")
    newest = max(cycles, key=lambda cycle: cycle.year)
    rows = [(f"ปี {year}", totals[year][0]) for year in years]
    pass_mark = _pass_mark(newest)
    yield Chart("คะแนนรวมรายปี (เต็ม 100)", rows, "trend", most=100, pass_mark=pass_mark)
    columns = ["ปีงบประมาณ", "คะแนนรวม", "ระดับ"]
    yield PaperTable.of(
        "คะแนนรวมรายปี", columns, [("", [[str(year), *totals[year]] for year in years])]
    )
