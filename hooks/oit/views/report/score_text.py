"""The estimated score for people: the score, what to fix first, and the assumptions."""

from collections.abc import Iterator
from decimal import Decimal

from oit.assess.assessment import NO_OWNER
from oit.assess.score.estimate import Estimate, Gain, NotAsked, Outcome, OwnersGain, WhatIf
from oit.bilingual import Bilingual
from oit.ita.arithmetic import Verdict, compare, rounded
from oit.ita.framework import OIT
from oit.thai import dates
from oit.views.report.text import days_left
from oit.views.report.view import View

_UNKNOWN_LEVEL = Bilingual("ยังบอกระดับไม่ได้", "level unknown")
_BOLD = "1"


def score_text(view: View, estimate: Estimate) -> str:
    """Render the summary, the what-if, the indicators, what to fix first, and the assumptions."""
    lines = list(_summary(view, estimate))
    if estimate.what_if:
        lines += ["", *_what_if(view, estimate, estimate.what_if)]
    lines += ["", *_indicators(view, estimate)]
    if estimate.fix_first:
        lines += ["", *_fix_first(view, estimate), "", *_by_owner(view, estimate)]
    lines += ["", *_assumptions(view, estimate)]
    return "\n".join(lines) + "\n"


def _summary(view: View, estimate: Estimate) -> Iterator[str]:
    """Yield the lines that an executive reads in ten seconds."""
    assessment, language = view.assessment, view.language
    day = dates.format_date(assessment.today)
    who = Bilingual(
        f"{assessment.agency.name} · ประมาณการคะแนน ปีงบประมาณ {assessment.year} · ณ {day}",
        f"{assessment.agency.name} · estimated score, fiscal year {assessment.year}"
        f" · as of {assessment.today}",
    )
    yield view.painted(who.text(language), _BOLD)
    yield _oit(estimate).text(language)
    yield from (words.text(language) for words in _total(estimate))
    if estimate.fix_first:
        yield _potential(estimate).text(language)
    if estimate.not_asked:
        yield _not_asked(estimate.not_asked).text(language)
    yield from (words.text(language) for words in _last_year(view))
    yield _deadline(view, estimate).text(language)
    caution = Bilingual(
        "เป็นการประมาณจากข้อมูลที่มีอยู่ ไม่ใช่คะแนนของผู้ประเมิน ดูข้อสมมติท้ายรายงาน",
        "An estimate from the current data, not the assessor's score; see the assumptions below.",
    )
    yield caution.text(language)
    if assessment.checklist.caution:
        yield assessment.checklist.caution.text(language)


def _oit(estimate: Estimate) -> Bilingual:
    now, low = _score(estimate.now.oit), _score(estimate.low.oit)
    if now == low:
        return Bilingual(f"OIT ประมาณ {now}", f"OIT about {now}")
    return Bilingual(
        f"OIT ประมาณ {now} (กรณีต่ำ {low} คือข้อที่ครบบางส่วนไม่ได้คะแนน)",
        f"OIT about {now} (low estimate {low}: partial items score nothing)",
    )


def _total(estimate: Estimate) -> Iterator[Bilingual]:
    """Yield the total with its level and its parts, or why there is no total."""
    if estimate.no_total:
        yield Bilingual(
            f"คะแนนรวม คำนวณไม่ได้: {estimate.no_total.th}", f"no total: {estimate.no_total.en}"
        )
        return
    now, low = _score(estimate.now.total), _score(estimate.low.total)
    level, low_level = _level(estimate.now.level), _level(estimate.low.level)
    in_thai, in_english = f"กรณีต่ำ {low}", f"low estimate {low}"
    if low_level != level:
        in_thai, in_english = f"{in_thai} {low_level.th}", f"{in_english}, {low_level.en}"
    yield Bilingual(
        f"คะแนนรวม ประมาณ {now} {level.th}" + (f" ({in_thai})" if low != now else ""),
        f"total about {now}, {level.en}" + (f" ({in_english})" if low != now else ""),
    )
    scores = {**estimate.instruments, OIT: estimate.now.oit}
    parts = " + ".join(
        f"{name} {_score(scores[name])} × {weight:g}%" for name, weight in estimate.weights.items()
    )
    yield Bilingual(f"  = {parts}", f"  = {parts}")


def _last_year(view: View) -> Iterator[Bilingual]:
    """Yield the results of the previous year, and the computed total if it differs."""
    cycle = view.assessment.cycle
    total = (
        next((score for score in compare(cycle) if score.kind == "total"), None) if cycle else None
    )
    if cycle is None or total is None or total.printed is None:
        return
    year, level = cycle.results_year, cycle.results.level
    computed = _score(total.computed)
    differs = total.verdict is Verdict.DIFFERS
    yield Bilingual(
        f"ผลปี {year} คะแนนรวม {_score(total.printed)}"
        + (f" ระดับ “{level}”" if level else "")
        + (f" แต่คำนวณจากคะแนนรายเครื่องมือได้ {computed}" if differs else ""),
        f"results of {year}: total {_score(total.printed)}"
        + (f", level “{level}”" if level else "")
        + (f"; the instruments give {computed}" if differs else ""),
    )


def _potential(estimate: Estimate) -> Bilingual:
    """Return the score if everything were fixed."""
    count, after = len(estimate.fix_first), _outcome(estimate.if_complete)
    return Bilingual(
        f"ถ้าเติม {count} ข้อที่ขาดให้ครบ {after.th}",
        f"with the {count} incomplete item(s) completed: {after.en}",
    )


def _not_asked(not_asked: NotAsked) -> Bilingual:
    """Return the score if the assessor asks only for what a source confirms."""
    count, items = not_asked.elements, ", ".join(not_asked.items)
    after = _outcome(not_asked.after)
    return Bilingual(
        f"ถ้าผู้ประเมินไม่ขอ {count} องค์ประกอบที่ขาดซึ่งเป็นการอนุมาน ({items}) {after.th}",
        f"if the assessor does not ask for the {count} missing element(s) that are inferred "
        f"({items}): {after.en}",
    )


def _outcome(outcome: Outcome) -> Bilingual:
    oit, total, level = _score(outcome.oit), _score(outcome.total), _level(outcome.level)
    if outcome.total is None:
        return Bilingual(f"OIT {oit}", f"OIT {oit}")
    return Bilingual(
        f"OIT {oit} คะแนนรวม {total} {level.th}", f"OIT {oit}, total {total}, {level.en}"
    )


def _deadline(view: View, estimate: Estimate) -> Bilingual:
    assessment, closes = view.assessment, estimate.closes
    if closes is None:
        return Bilingual(
            f"ยังไม่ได้ระบุวันปิดรับคำตอบของปี {assessment.year} (calendar ใน agency.yml)",
            f"no closing day is set for {assessment.year} (calendar in agency.yml)",
        )
    if closes >= assessment.today:
        return days_left(closes, assessment.today)
    days, day = (assessment.today - closes).days, dates.format_date(closes)
    return Bilingual(
        f"เลยวันปิดรับคำตอบ {day} มาแล้ว {days} วัน", f"answers closed on {closes} ({days} day(s) ago)"
    )


def _what_if(view: View, estimate: Estimate, what_if: WhatIf) -> Iterator[str]:
    before, after, language = estimate.now, what_if.after, view.language
    tried = ", ".join(f"{item} = {score:g}" for item, score in what_if.points.items())
    yield view.painted(Bilingual(f"ถ้า {tried}", f"If {tried}").text(language), _BOLD)
    yield f"  OIT {_change(before.oit, after.oit)}"
    if before.total is not None and after.total is not None:
        total = Bilingual("คะแนนรวม", "total").text(language)
        yield f"  {total} {_change(before.total, after.total)}"
        yield f"  {_change_of_level(before.level, after.level).text(language)}"


def _change_of_level(before: str | None, after: str | None) -> Bilingual:
    if before == after:
        level = _level(before)
        return Bilingual(f"{level.th} เช่นเดิม", f"{level.en}, as before")
    return Bilingual(
        f"{_level(before).th} → {_level(after).th}", f"{_level(before).en} → {_level(after).en}"
    )


def _change(before: Decimal, after: Decimal) -> str:
    return f"{_score(before)} → {_score(after)} ({rounded(after) - rounded(before):+.2f})"


def _indicators(view: View, estimate: Estimate) -> Iterator[str]:
    yield view.painted(Bilingual("คะแนนรายตัวชี้วัด", "By indicator").text(view.language), _BOLD)
    for indicator in estimate.indicators:
        indent = "    " if "." in indicator.id else "  "
        yield f"{indent}{indicator.id} {indicator.title} {_score(indicator.score)}"


def _fix_first(view: View, estimate: Estimate) -> Iterator[str]:
    heading = Bilingual(
        "ควรเติมก่อน (เรียงตามคะแนนรวมที่จะเพิ่ม)", "Fix first (by points gained in the total)"
    )
    yield view.painted(heading.text(view.language), _BOLD)
    for number, gain in enumerate(estimate.fix_first, start=1):
        yield from _gain(number, gain, view)


def _gain(number: int, gain: Gain, view: View) -> Iterator[str]:
    result, language = gain.result, view.language
    yield f"  {number}. {result.item.id} {result.item.title}"
    missing = _missing(gain).text(language)
    status = result.label(language)
    owner = result.owner or NO_OWNER.text(language)
    yield f"     {_gained(gain).text(language)} · {status} · {missing} · {owner}"
    for element in result.begun:
        yield f"       {element.described(language)}"


def _missing(gain: Gain) -> Bilingual:
    count, inferred = gain.missing_elements, gain.inferred_elements
    return Bilingual(
        f"ขาด {count} องค์ประกอบ" + (f" (อนุมาน {inferred})" if inferred else ""),
        f"{count} element(s) missing" + (f" ({inferred} inferred)" if inferred else ""),
    )


def _by_owner(view: View, estimate: Estimate) -> Iterator[str]:
    yield view.painted(Bilingual("ตามผู้รับผิดชอบ", "By owner").text(view.language), _BOLD)
    for gained in estimate.by_owner:
        items = ", ".join(gain.result.item.id for gain in gained.gains)
        owner = gained.owner or NO_OWNER.text(view.language)
        yield f"  {owner} · {_gained(gained).text(view.language)} · {items}"


def _gained(gain: Gain | OwnersGain) -> Bilingual:
    total, oit = f"+{_score(gain.total)}", f"+{_score(gain.oit)}"
    return Bilingual(f"คะแนนรวม {total} (OIT {oit})", f"total {total} (OIT {oit})")


def _assumptions(view: View, estimate: Estimate) -> Iterator[str]:
    yield view.painted(
        Bilingual("ข้อสมมติของการประมาณ", "What this assumes").text(view.language), _BOLD
    )
    for words in estimate.assumptions:
        yield f"  - {words.text(view.language)}"


def _level(level: str | None) -> Bilingual:
    # The names of levels stay Thai, as the official results print them.
    return Bilingual(f"ระดับ “{level}”", f"level “{level}”") if level else _UNKNOWN_LEVEL


def _score(score: Decimal | None) -> str:
    return "–" if score is None else f"{rounded(score):.2f}"
