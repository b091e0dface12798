"""OIT512 · ระดับผลไม่ตรงกับคะแนน · A level that does not match the score

ไทย
    ระดับผลการประเมินที่พิมพ์ไว้ไม่ตรงกับคะแนนรวมและคะแนนรายเครื่องมือตามเกณฑ์ของปีนั้น
    ตั้งแต่ผลของปี 2566 ระดับ "ผ่านดี" และ "ผ่านดีเยี่ยม" ต้องได้คะแนนถึงเกณฑ์ทุกเครื่องมือ
    ก่อนหน้านั้นใช้ AA A B C D E F ตรวจคะแนนและระดับอีกครั้ง

English
    The printed level does not match the total and the scores of the instruments on the scale of
    that year. From the results of 2566 on, the levels ผ่านดี and ผ่านดีเยี่ยม require a minimum score
    in every instrument; before that, the scale was AA, A, B, C, D, E and F. Check the scores and
    the level.

fails data/2569/ita.yml
    results: {total: 83.03, level: ผ่าน}

passes data/2569/ita.yml
    results: {total: 83.03, level: ต้องปรับปรุง}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.arithmetic import compare, levels_of
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT512",
    Severity.WARNING,
    Bilingual(
        'ระดับที่พิมพ์ไว้คือ "{printed}" แต่คะแนน {total} ตามเกณฑ์ปี {year} คือ "{level}"',
        'the printed level is "{printed}", but {total} is "{level}" on the scale of {year}',
    ),
    Bilingual(
        "ตรวจคะแนนรวม คะแนนรายเครื่องมือ และระดับ",
        "check the total, the scores of the instruments, and the level",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Compare the printed level with the level of the printed total, unless that is impossible."""
    del today
    printed, names = cycle.results.level, [level.name for level in levels_of(cycle)]
    total_is_wrong = not cycle.results.note and any(
        comparison.is_impossible for comparison in compare(cycle) if comparison.kind == "total"
    )
    if total_is_wrong:
        return
    if printed and names and printed.casefold() not in map(str.casefold, names):
        yield CODE.at(
            cycle.record.place(("results", "level")),
            printed=printed,
            total=cycle.results.total,
            year=cycle.results_year,
            level=Bilingual('" หรือ "'.join(names), '" or "'.join(names)),
        )
