"""OIT514 · ไม่มีข้อนี้ในปีที่ประเมิน · No such question in that year

ไทย
    เลขข้อใช้ได้เฉพาะกับปีของมัน เช่น OIT ปี 2568 มี O1–O28 ปี 2566 มี O1–O43 ข้อที่อ้างถึงไม่มีในปีที่ประเมิน
    หรือมีอยู่แล้วในรายการเดียวกัน ให้ตรวจเลขข้อและปีที่ประเมิน (results.year)

English
    A question is known by its year and number together: the OIT of 2568 has O1 to O28, that of
    2566 O1 to O43. This number is not one of the year assessed, or stands in the list already.
    Look at the number and at results.year.

fails data/2569/ita.yml
    results:
      year: 2568
      questions:
        - {id: O29, score: 100}

passes data/2569/ita.yml
    results:
      year: 2568
      questions:
        - {id: O28, score: 100}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.data.checklist import item_parts
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle
from oit.source.values import KeyPath

CODE = Code(
    "OIT514",
    Severity.ERROR,
    Bilingual(
        "ไม่มีข้อ {id} ในการประเมินปี {year} ซึ่งมี {first}–{last}",
        "there is no question {id} in the assessment of {year}, which has {first} to {last}",
    ),
    Bilingual(
        "แก้เลขข้อ (ใกล้ที่สุดคือ {nearest}) หรือปีที่ประเมินใน results.year",
        "mend the number (the nearest is {nearest}), or results.year",
    ),
    __doc__,
)
MEMO = Code(
    "OIT514",
    Severity.ERROR,
    Bilingual(
        "ไม่มีข้อ {id} ในแบบวัดปี {year} ซึ่งมี {first}–{last}",
        "there is no item {id} in the checklist of {year}, which has {first} to {last}",
    ),
    Bilingual(
        "แก้ช่อง item ของบันทึก (ใกล้ที่สุดคือ {nearest}) เลขข้อเป็นของแบบวัดปี {year}",
        "mend the memo's item (the nearest is {nearest}); it is of the checklist of {year}",
    ),
    __doc__,
)
TWICE = Code(
    "OIT514",
    Severity.ERROR,
    Bilingual("{what} {id} ซ้ำกับรายการก่อนหน้า", "{what} {id} stands in the list already"),
    Bilingual(
        "แก้เลขซ้ำ ถ้าเอกสารต้นทางพิมพ์ซ้ำ ให้ใช้เลขที่ถูกและอธิบายไว้ในช่อง note",
        "mend the number; if the source repeats it, use the right one and explain it in a note",
    ),
    __doc__,
)


_WHAT = {
    "instruments": Bilingual("เครื่องมือ", "the instrument"),
    "indicators": Bilingual("ตัวชี้วัดที่", "indicator"),
    "questions": Bilingual("ข้อ", "the question"),
}


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for numbers that the year's questions do not have, and for those given twice."""
    del today
    # Of which year they are cannot be told while the year cannot be read.
    unread = cycle.results.year is None and "results" in cycle.record.unreadable
    for path, number in () if unread else _named(cycle):
        known = cycle.known_questions(number[0])
        if known and number not in known:
            year = cycle.results_year
            yield CODE.at(cycle.record.place(path), id=number, year=year, **_near(number, known))
    items, memo = list(cycle.quoted), cycle.form.memo
    if memo and memo.item and items and memo.item not in items:
        place = cycle.record.place(("memo", "item"))
        yield MEMO.at(place, id=memo.item, year=cycle.year, **_near(memo.item, items))
    for field in ("instruments", "indicators", "questions"):
        numbers = [entry.id for entry in getattr(cycle.results, field)]
        for index, number in enumerate(numbers):
            if number in numbers[:index]:
                place = cycle.record.place(("results", field, index))
                yield TWICE.at(place, id=number, what=_WHAT[field])


def _near(number: str, known: list[str]) -> dict[str, str]:
    """Return the first and the last of the known numbers, and the nearest to one that is not."""
    nearest = min(known, key=lambda one: abs(int(item_parts(one)[1]) - int(number[1:])))
    return {"first": known[0], "last": known[-1], "nearest": nearest}


def _named(cycle: Cycle) -> Iterator[tuple[KeyPath, str]]:
    """Yield every number of a question in the file, with where it stands."""
    for index, question in enumerate(cycle.results.questions):
        yield ("results", "questions", index), question.id
    for index, measure in enumerate(cycle.form.measures):
        for number, question_id in enumerate(measure.questions):
            yield ("measures", index, "questions", number), question_id
