"""The answers to the assessors as a paper for Word, and as a page for the staff."""

from collections.abc import Iterator, Sequence

from oit.assess.assessment import Assessment
from oit.assess.review import Verdict, verdicts_of, without_score
from oit.forms.ita import Evidence, Signer
from oit.thai import money
from oit.thai.identity_search import mask_for_message
from oit.views.papers.paper import (
    Block,
    Cell,
    Heading,
    Paper,
    PaperTable,
    Points,
    Signatures,
    Text,
)
from oit.views.papers.parts import place_of
from oit.views.review.draft import Draft, Spot
from oit.views.review.window import left, window

SLUG = "review"
NAME = "คำชี้แจงผลการตรวจแบบวัด OIT"

_MOST_LISTED = 10


def paper(assessment: Assessment, drafts: Sequence[Draft]) -> Paper:
    """Make the paper with the answers, without what only the staff need to know."""
    blocks = [block for draft in drafts if draft.statement for block in _answer(draft)]
    signer = Signer(position=f"ผู้บริหาร{assessment.agency.name}")
    return _paper(assessment, [*blocks, Signatures([signer])])


def staff_paper(assessment: Assessment, drafts: Sequence[Draft]) -> Paper:
    """Make what the staff read: the round, the differences with their reasons, the answers."""
    return _paper(assessment, [*_round(assessment), *_differences(assessment), *_answers(drafts)])


def _paper(assessment: Assessment, blocks: list[Block]) -> Paper:
    title = f"{NAME} ปีงบประมาณ {assessment.year}"
    return Paper(SLUG, NAME, title, place_of(assessment.agency), blocks)


def _round(assessment: Assessment) -> Iterator[Block]:
    review = assessment.review.form if assessment.review else None
    days, remaining = window(review), left(review, assessment.today)
    if days:
        yield Text(f"{days.th} ({remaining.th})" if remaining else days.th, "ชี้แจงได้")
    else:
        yield Text("ยังไม่ได้กรอก opens และ closes ใน review.yml", "ชี้แจงได้")
    yield Points(
        [
            "ข้อที่เห็นด้วยกับผู้ประเมิน ไม่ต้องชี้แจง",
            "ข้อที่ไม่เห็นด้วย ชี้แจงในระบบด้วยที่อยู่เดิมที่ส่งไว้ คัดลอกจากร่างด้านล่างแล้วปรับถ้อยคำ",
            "อย่าอ้างสิ่งที่ยังไม่มีในข้อมูล",
        ]
    )
    if waiting := without_score(assessment):
        more = " …" if len(waiting) > _MOST_LISTED else ""
        yield Text(f"{', '.join(waiting[:_MOST_LISTED])}{more}", "ยังไม่กรอกคะแนน")


def _differences(assessment: Assessment) -> Iterator[Block]:
    differing = [verdict for verdict in verdicts_of(assessment) if verdict.side]
    yield Heading("ข้อที่โปรแกรมกับผู้ประเมินเห็นต่างกัน", "differences")
    if not differing:
        yield Text("ไม่มี")
        return
    columns = [
        "ข้อ",
        "โปรแกรม",
        "ผู้ประเมิน",
        "ข้อสังเกตของผู้ประเมิน",
        "เหตุที่อาจเป็น",
    ]
    rows: list[list[Cell]] = [
        [
            _name(verdict),
            verdict.status.th,
            verdict.score,
            _remark(verdict),
            [reason.text.th for reason in verdict.reasons],
        ]
        for verdict in differing
    ]
    yield PaperTable.of("ข้อที่เห็นต่างกัน และเหตุที่อาจเป็น", columns, [("", rows)])


def _answers(drafts: Sequence[Draft]) -> Iterator[Block]:
    for draft in drafts:
        yield from _answer(draft)
        if not draft.statement:
            yield Text("ข้อมูลยังไม่มีสิ่งที่ข้อนี้ขอ จึงไม่มีสิ่งที่จะชี้แจง", "คำชี้แจง")
        if draft.lacking:
            yield Text("", "ยังขาดในข้อมูล (สำหรับเจ้าหน้าที่)")
            yield Points([element.described() for element in draft.lacking])


def _answer(draft: Draft) -> Iterator[Block]:
    verdict = draft.verdict
    yield Heading(_name(verdict), f"answer-{verdict.result.item.slug}")
    score, full = map(money.format_number, (verdict.score, verdict.full))
    yield Text(f"{score} จาก {full} คะแนน", "ผลการตรวจ")
    if remark := _remark(verdict):
        yield Text(remark, "ข้อสังเกตของผู้ประเมิน")
    if not draft.statement:
        return
    yield Text(draft.statement, "คำชี้แจง")
    if draft.spots:
        columns = ["ตำแหน่ง", "องค์ประกอบ", "ที่อยู่"]
        caption = f"ตำแหน่งของข้อมูล ข้อ {verdict.result.item.id}"
        yield PaperTable.of(caption, columns, [("", [_row(spot) for spot in draft.spots])])
    yield Text("", "ที่อยู่สำหรับตอบในระบบ")
    yield Points(list(draft.addresses))
    if draft.since:
        yield Text(" · ".join(draft.since), "ความเป็นปัจจุบัน")


def _row(spot: Spot) -> list[Cell]:
    link = [Evidence.model_construct(title=spot.address, file=None, url=spot.address)]
    return [spot.where, list(spot.elements), link]


def _name(verdict: Verdict) -> str:
    return f"{verdict.result.item.id} {verdict.result.item.title}"


def _remark(verdict: Verdict) -> str:
    # Assessors may quote what they found, and staff pages are passed around.
    return mask_for_message(verdict.entry.remark or "")
