"""OIT503 · ข้อที่คะแนนต่ำยังไม่มีมาตรการ · A low score without a measure

ไทย
    ข้อคำถามที่ได้คะแนนต่ำกว่าเกณฑ์ (ต้องปรับปรุง) ควรมีมาตรการรองรับ แต่ยังไม่มีมาตรการใดอ้างถึงข้อนั้น
    เพิ่มเลขข้อในช่อง ข้อที่เกี่ยวข้อง (questions) ของมาตรการที่แก้เรื่องนั้น หรือระบุตัวชี้วัดของมาตรการในช่อง indicator
    ซึ่งถือว่ามาตรการนั้นรองรับทุกข้อของตัวชี้วัด เกณฑ์ตั้งได้ที่ช่อง classes

English
    A question whose score is below the threshold needs improvement and should have a measure,
    but no measure refers to it. Add its number to questions of the measure that addresses it,
    or give the indicator of that measure; the measure then covers all questions of the
    indicator. Set the thresholds in classes.

fails data/2569/ita.yml
    results:
      questions:
        - {id: i1, score: 80}
        - {id: i2, score: 85}
    measures:
      - {name: อบรมเจ้าหน้าที่, questions: [i1], owner: สำนักปลัด, period: ไตรมาสที่ 4}

passes data/2569/ita.yml
    results:
      questions:
        - {id: i1, score: 80}
        - {id: i2, score: 85}
    measures:
      - {name: อบรมเจ้าหน้าที่, questions: [i1, i2], owner: สำนักปลัด, period: ไตรมาสที่ 4}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT503",
    Severity.WARNING,
    Bilingual(
        "ข้อ {id}{text} ได้ {score} คะแนน ต้องปรับปรุง แต่ยังไม่มีมาตรการรองรับ",
        "the question {id}{text} scored {score} and needs improvement, but no measure addresses it",
    ),
    Bilingual(
        "เพิ่ม {id} ในช่อง ข้อที่เกี่ยวข้อง (questions) ของมาตรการที่แก้เรื่องนี้ หรือเพิ่มมาตรการใหม่",
        "add {id} to questions of the measure that addresses it, or add a new measure",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for questions with a low score that no measure addresses."""
    del today
    written = len(cycle.written.questions)
    answered = {q for measure in cycle.form.measures for q in cycle.answered_by(measure)}
    for index, question in enumerate(cycle.results.questions):
        known = cycle.known_questions(question.id)
        # `unknown_question` reports a question that the year does not have.
        if known and question.id not in known:
            continue
        if cycle.class_of(question) == "mend" and question.id not in answered:
            text = cycle.text_of(question.id)
            yield CODE.at(
                cycle.record.place(
                    ("results", "questions", index) if index < written else ("measures",)
                ),
                id=question.id,
                text=f" {text}" if text else "",
                score=question.score,
            )
