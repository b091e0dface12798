"""OIT519 · คะแนนของข้อขัดกับ review.yml · A score that contradicts review.yml

ไทย
    คะแนนของข้อ OIT พิมพ์ไว้ทั้งใน ita.yml (ผลของปีก่อน) และใน review.yml ของปีที่ประเมิน แต่ไม่ตรงกัน
    เช่น review.yml ยังเป็นคะแนนก่อนชี้แจง ให้ดูในระบบแล้วแก้ที่ที่ผิด คะแนนหลังชี้แจงใส่ในช่อง final ของ review.yml
    ข้อที่มีใน review.yml แล้วไม่ต้องพิมพ์คะแนนซ้ำใน ita.yml

English
    The score of an OIT item is in ita.yml (the results of the year before) and in review.yml of
    the assessed year, and they differ. Perhaps review.yml still has the score before the
    clarification. Look it up in the national system and correct the wrong one; the score after
    the clarification belongs in final of review.yml. A score that is in review.yml need not be
    repeated in ita.yml.
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT519",
    Severity.WARNING,
    Bilingual(
        "ข้อ {id}: ที่นี่ {here} คะแนน แต่ใน {where} {there} คะแนน",
        "the item {id} has the score {here} here, but {there} in {where}",
    ),
    Bilingual(
        "ดูคะแนนในระบบแล้วแก้ที่ที่ผิด ใน review.yml คะแนนหลังชี้แจงคือช่อง final",
        "look up the score and correct the wrong one; in review.yml, the score after the"
        " clarification is the field final",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Compare the scores of items in the results with those that the assessors gave."""
    del today
    for index, question in enumerate(cycle.written.questions):
        given = cycle.given.get(question.id)
        if given and question.score is not None and question.score != given.score:
            yield CODE.at(
                cycle.record.place(("results", "questions", index, "score")),
                id=question.id,
                here=question.score,
                there=given.score,
                where=f"{given.place.file}:{given.place.line}",
            )
