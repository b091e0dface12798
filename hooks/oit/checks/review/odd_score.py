"""OIT518 · คะแนนที่ปีนั้นไม่ให้ · A score that the year does not give

ไทย
    แบบวัด OIT ให้คะแนนแต่ละข้อเพียงไม่กี่ค่า เช่น ผลของปี 2568 ให้ 100, 50 หรือ 0
    คะแนนใน review.yml ไม่ใช่ค่าใดในนั้น มักเกิดจากพิมพ์ผิด หรือเป็นคะแนนของตัวชี้วัด ไม่ใช่ของข้อ
    ถ้าระบบแสดงเช่นนั้นจริง ไม่ต้องแก้

English
    An OIT item gets one of a few scores: the results of 2568 have 100, 50 and 0. A score in
    review.yml is none of these. Perhaps it is mistyped, or it is the score of an indicator, not of
    an item. If the national system really shows it, keep it.

fails data/2569/review.yml
    items:
      - {item: O7, score: 55}

passes data/2569/review.yml
    items:
      - {item: O7, score: 50}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.data.year import Reviewed
from oit.findings.finding import Code, Finding, Severity
from oit.forms.review import AssessorReview
from oit.ita.framework import framework_of

CODE = Code(
    "OIT518",
    Severity.WARNING,
    Bilingual(
        "ข้อ {name} ได้ {score} คะแนน แต่ผลของปี {year} ให้ได้เพียง {known}",
        "the item {name} has the score {score}, but the results of {year} give only {known}",
    ),
    Bilingual(
        "ตรวจคะแนนในระบบ ถ้าแสดงเช่นนี้จริง ไม่ต้องแก้",
        "look up the score; if the national system really shows it, keep it",
    ),
    __doc__,
)


def check(reviewed: Reviewed, form: AssessorReview, year: int) -> Iterator[Finding]:
    """Compare the scores with those that the framework of the year gives."""
    framework = framework_of(year)
    if framework is None:
        return
    given = framework.item_scores
    scores = dict.fromkeys((given.complete, given.partial, given.missing))
    known = [score for score in scores if score is not None]
    for index, entry in enumerate(form.items):
        for name in ("score", "final"):
            score = getattr(entry, name)
            if score is not None and score not in known:
                yield CODE.at(
                    reviewed.file.place(("items", index, name)),
                    name=entry.item,
                    score=score,
                    year=year,
                    known=", ".join(f"{each:g}" for each in known),
                )
