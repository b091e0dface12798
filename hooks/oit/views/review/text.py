"""The review for people: the round, the differences with their reasons, and what to answer."""

from collections.abc import Iterator, Sequence

from oit.assess.assessment import NO_OWNER
from oit.assess.review import Side, Verdict, verdicts_of, without_score
from oit.bilingual import Bilingual
from oit.thai import money
from oit.views.report.view import View
from oit.views.review.draft import Draft
from oit.views.review.window import left, window

_BOLD, _YELLOW = "1", "33"
_MOST_LISTED = 10


def review_text(view: View, drafts: Sequence[Draft]) -> str:
    """Render the round, the differences, the drafts, and the items that have no score yet."""
    verdicts = verdicts_of(view.assessment)
    differing = [verdict for verdict in verdicts if verdict.side]
    lines = [*_headline(view, verdicts)]
    lines += ["", view.painted(_differences(differing).text(view.language), _BOLD)]
    for verdict in differing:
        lines += _verdict(verdict, view)
    if drafts:
        lines += ["", view.painted(_to_answer(drafts).text(view.language), _BOLD)]
        lines += [line for draft in drafts for line in _draft(draft, view)]
    lines += _closing(view, drafts)
    return "\n".join(lines) + "\n"


def _headline(view: View, verdicts: Sequence[Verdict]) -> Iterator[str]:
    assessment = view.assessment
    who = Bilingual(
        f"{assessment.agency.name} · ผลการตรวจแบบวัด OIT ปีงบประมาณ {assessment.year}",
        f"{assessment.agency.name} · the assessors' review, fiscal year {assessment.year}",
    )
    yield view.painted(who.text(view.language), _BOLD)
    full = sum(not verdict.is_below for verdict in verdicts)
    counts = Bilingual(
        f"มีคะแนน {len(verdicts)} จาก {len(assessment.items)} ข้อ ได้เต็ม {full} ข้อ",
        f"{len(verdicts)} of {len(assessment.items)} items have a score, {full} full marks",
    )
    yield counts.text(view.language)
    if window := _window(view):
        yield window.text(view.language)


def _window(view: View) -> Bilingual | None:
    """Return the days of the round, and how many are left."""
    review = view.assessment.review.form if view.assessment.review else None
    days, remaining = window(review), left(review, view.assessment.today)
    if days is None:
        return None
    th, en = (f" ({remaining.th})", f" ({remaining.en})") if remaining else ("", "")
    return Bilingual(f"ชี้แจงได้{days.th}{th}", f"the round: {days.en}{en}")


def _differences(differing: Sequence[Verdict]) -> Bilingual:
    if not differing:
        return Bilingual(
            "โปรแกรมกับผู้ประเมินเห็นตรงกันทุกข้อที่มีคะแนน",
            "the program and the assessors agree on every item that has a score",
        )
    return Bilingual(
        f"โปรแกรมกับผู้ประเมินเห็นต่างกัน {len(differing)} ข้อ",
        f"the program and the assessors differ on {len(differing)} item(s)",
    )


def _verdict(verdict: Verdict, view: View) -> Iterator[str]:
    language, status = view.language, verdict.status
    score = money.format_number(verdict.score)
    both = Bilingual(
        f"โปรแกรม: {status.th} · ผู้ประเมิน: {score} คะแนน",
        f"program: {status.en} · assessors: {score}",
    )
    yield f"  {_name(verdict)} ({view.painted(both.text(language), _YELLOW)})"
    yield from _remark(verdict, view)
    for reason in verdict.reasons:
        yield f"    • {reason.text.text(language)}"
    if not verdict.reasons and verdict.side is Side.CHECKER:
        none = Bilingual(
            "ข้อมูลไม่บอกเหตุ อ่านข้อสังเกตของผู้ประเมิน", "the data gives no reason; read the remark"
        )
        yield f"    • {none.text(language)}"


def _remark(verdict: Verdict, view: View) -> Iterator[str]:
    if remark := " ".join((verdict.entry.remark or "").split()):
        yield f"    {Bilingual('ข้อสังเกต', 'remark').text(view.language)}: {remark}"


def _to_answer(drafts: Sequence[Draft]) -> Bilingual:
    return Bilingual(
        f"ร่างคำชี้แจง {len(drafts)} ข้อที่ไม่ได้คะแนนเต็ม ข้อที่เห็นด้วยไม่ต้องชี้แจง",
        f"drafts for {len(drafts)} item(s) below full marks; where you agree, answer nothing",
    )


def _draft(draft: Draft, view: View) -> Iterator[str]:
    language, verdict = view.language, draft.verdict
    owner = verdict.result.owner or NO_OWNER.text(language)
    yield f"  {_name(verdict)} · {owner}"
    if verdict.side is None:
        yield from _remark(verdict, view)
    if draft.statement:
        yield f"    {' '.join(draft.statement.split())}"
    else:
        nothing = Bilingual(
            "ข้อมูลยังไม่มีสิ่งที่ข้อนี้ขอ จึงไม่มีสิ่งที่จะชี้แจง", "the data shows nothing to answer with"
        )
        yield f"    {nothing.text(language)}"
    for spot in draft.spots:
        yield f"    – {' '.join(spot.where.split())}: {', '.join(spot.elements)}"
    if draft.statement:
        yield from (f"      {address}" for address in draft.addresses)
    if draft.since:
        yield f"    {' · '.join(draft.since)}"
    if draft.lacking:
        yield f"    {Bilingual('ยังขาด อย่าอ้าง', 'lacking, do not claim').text(language)}:"
        yield from (f"    – {element.described(language)}" for element in draft.lacking)


def _closing(view: View, drafts: Sequence[Draft]) -> Iterator[str]:
    if waiting := without_score(view.assessment):
        listed = ", ".join(waiting[:_MOST_LISTED]) + (" …" if len(waiting) > _MOST_LISTED else "")
        words = Bilingual(f"ยังไม่กรอกคะแนน: {listed}", f"no score yet: {listed}")
        yield from ("", words.text(view.language))
    if any(draft.statement for draft in drafts):
        words = Bilingual(
            "ต่อไป: oit review --out review.docx เขียนร่างเป็นไฟล์ Word",
            "next: oit review --out review.docx writes the drafts as a Word file",
        )
        yield from ("", view.painted(words.text(view.language), _BOLD))


def _name(verdict: Verdict) -> str:
    return f"{verdict.result.item.id} {verdict.result.item.title}"
