"""OIT514 · ไม่มีข้อนี้ในปีที่ประเมิน · An unknown question of that year

ไทย
    เลขข้อใช้ได้เฉพาะกับปีของมัน เช่น OIT ปี 2568 มี O1–O28 ปี 2566 มี O1–O43 ข้อที่อ้างถึงไม่มีในปีที่ประเมิน
    หรือมีอยู่แล้วในรายการเดียวกัน ให้ตรวจเลขข้อและปีที่ประเมิน (results.year)

English
    A question number is valid only for its year: OIT 2568 has O1 to O28, OIT 2566 has O1 to O43.
    The assessed year does not have this number, or the list contains it twice. Check the number
    and the assessed year (results.year).

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
from oit.data import unknown_items
from oit.data.checklist import item_parts
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle, letters_of
from oit.source.values import KeyPath

CODE = Code(
    "OIT514",
    Severity.ERROR,
    Bilingual(
        "ไม่มีข้อ {id} ในการประเมินปี {year} ซึ่งมี {first}–{last}",
        "unknown question {id} in the assessment of {year}, which has {first} to {last}",
    ),
    Bilingual(
        "แก้เลขข้อ (ใกล้ที่สุดคือ {nearest}) หรือ ปีงบประมาณที่ประเมิน (results.year)",
        "correct the number (the nearest is {nearest}), or the assessed year in results.year",
    ),
    __doc__,
)
FOREIGN = Code(
    "OIT514",
    Severity.ERROR,
    Bilingual("ไม่รู้จักเลขข้อ {id}{elsewhere}", "unknown question number {id}{elsewhere}"),
    Bilingual(
        "เขียนอักษรนำกับเลข เช่น i7 (IIT), e7 (EIT), O7 (OIT) หรือเลขข้อของแบบวัดที่หน่วยงานใช้",
        "write the letters and the number, as in i7 (IIT), e7 (EIT), O7 (OIT), or an item of the "
        "agency's own checklist",
    ),
    __doc__,
)
MEMO = Code(
    "OIT514",
    Severity.ERROR,
    Bilingual(
        "ไม่มีข้อ {id} ในแบบวัดปี {year} ซึ่งมี {first}–{last}",
        "unknown item {id} in the checklist of {year}, which has {first} to {last}",
    ),
    Bilingual(
        "แก้ช่อง item ของบันทึก (ใกล้ที่สุดคือ {nearest}) เลขข้อเป็นของแบบวัดปี {year}",
        "correct item of the memo (the nearest is {nearest}); it refers to the checklist of {year}",
    ),
    __doc__,
)
DUPLICATE = Code(
    "OIT514",
    Severity.ERROR,
    Bilingual("{what} {id} ซ้ำกับรายการก่อนหน้า", "duplicate {what} {id}"),
    Bilingual(
        "แก้เลขซ้ำ ถ้าเอกสารต้นทางพิมพ์ซ้ำ ให้ใช้เลขที่ถูกและอธิบายไว้ในช่อง note",
        "correct the number; if the source repeats it, use the right one and explain that in note",
    ),
    __doc__,
)


_WHAT = {
    "instruments": Bilingual("เครื่องมือ", "instrument"),
    "indicators": Bilingual("ตัวชี้วัดที่", "indicator"),
    "questions": Bilingual("ข้อ", "question"),
}


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for numbers that the year does not have, and for duplicates."""
    del today
    # The year may be the part of the results that cannot be read.
    is_year_unknown = cycle.results.year is None and "results" in cycle.record.unreadable
    for path, number in () if is_year_unknown else numbers_in(cycle):
        year = cycle.results_year
        if letters_of(number) not in cycle.known_letters:
            # `national_question` reports those of the national assessment.
            if letters_of(number) != "O":
                yield _foreign(number, year, path, cycle)
            continue
        known = cycle.known_questions(number)
        if known and number not in known:
            yield CODE.at(cycle.record.place(path), id=number, year=year, **_near(number, known))
    items, memo = list(cycle.quoted), cycle.form.memo
    if memo and memo.item and items and memo.item not in items:
        place = cycle.record.place(("memo", "item"))
        if letters_of(memo.item) in map(letters_of, items):
            yield MEMO.at(place, id=memo.item, year=cycle.year, **_near(memo.item, items))
        else:
            yield _foreign(memo.item, cycle.year, ("memo", "item"), cycle)
    for field in ("instruments", "indicators", "questions"):
        numbers = [entry.id for entry in getattr(cycle.results, field)]
        for index, number in enumerate(numbers):
            if number in numbers[:index]:
                place = cycle.record.place(("results", field, index))
                yield DUPLICATE.at(place, id=number, what=_WHAT[field])


def _foreign(number: str, year: int, path: KeyPath, cycle: Cycle) -> Finding:
    """Report a number of another scheme, and say whose it is."""
    other = unknown_items.elsewhere(number, cycle.checklist, year) or Bilingual("", "")
    return FOREIGN.at(cycle.record.place(path), id=number, elsewhere=other)


def _near(number: str, known: list[str]) -> dict[str, str]:
    """Return the first and the last known number, and the one nearest to an unknown number."""
    nearest = min(known, key=lambda other: abs(_digits(other) - _digits(number)))
    return {"first": known[0], "last": known[-1], "nearest": nearest}


def _digits(number: str) -> int:
    return int(item_parts(number)[1])


def numbers_in(cycle: Cycle) -> Iterator[tuple[KeyPath, str]]:
    """Yield every question number in the file, with its path."""
    for index, question in enumerate(cycle.results.questions):
        yield ("results", "questions", index), question.id
    for index, measure in enumerate(cycle.form.measures):
        for number, question_id in enumerate(measure.questions):
            yield ("measures", index, "questions", number), question_id
        for place, action in enumerate(measure.actions):
            for number, question_id in enumerate(action.questions):
                yield ("measures", index, "actions", place, "questions", number), question_id
