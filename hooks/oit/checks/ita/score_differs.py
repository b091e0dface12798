"""OIT511 · คะแนนที่พิมพ์ไม่ตรงกับที่คำนวณได้ · A printed score that differs from the computed score

ไทย
    คะแนนรวมคำนวณจากคะแนนรายเครื่องมือ คะแนนเครื่องมือจากตัวชี้วัด และคะแนนตัวชี้วัดจากรายข้อ
    ค่าที่คำนวณได้ต่างจากค่าที่พิมพ์ โปรแกรมเก็บค่าที่พิมพ์ไว้และแสดงทั้งสองค่า ไม่แก้ให้
    ตรวจว่าพิมพ์ตัวเลขถูกหรือไม่ ถ้าเอกสารต้นทางเป็นเช่นนั้นจริง บอกไว้ในช่อง note ของคะแนนนั้น
    สูตรบางสูตรไม่มีแหล่งยืนยัน โปรแกรมจะบอกว่าเป็นประมาณการ

English
    The total is computed from the instruments, an instrument from its indicators, an indicator
    from its questions. The computed score differs from the printed one. The program keeps the
    printed score and shows both; it corrects nothing. Check that the numbers are typed correctly.
    If the source really prints them, say so in the note of that score. If no source confirms a
    formula, the message says that the result is an estimate.

fails data/2569/ita.yml
    results:
      total: 78.77
      instruments:
        - {id: IIT, score: 87.76}
        - {id: EIT, score: 62.14}
        - {id: OIT, score: 84.71}

passes data/2569/ita.yml
    results:
      total: 78.85
      instruments:
        - {id: IIT, score: 87.76}
        - {id: EIT, score: 62.14}
        - {id: OIT, score: 84.71}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.checks.ita.impossible_score import is_reported
from oit.data.checklist import BASES
from oit.findings.finding import Code, Finding, Severity
from oit.ita.arithmetic import Verdict, compare
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT511",
    Severity.WARNING,
    Bilingual(
        "{title}: พิมพ์ว่า {printed} แต่{way} ได้ {computed} ต่างกัน {difference}{basis}",
        "{title}: printed as {printed}, but {way} it is {computed}; difference {difference}{basis}",
    ),
    Bilingual(
        "ตรวจตัวเลข ถ้าเอกสารต้นทางพิมพ์เช่นนี้จริง ไม่ต้องแก้ ให้บอกไว้ในช่อง หมายเหตุ (note)",
        "check the number; if the source really prints it, keep it and say so in the note",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Compare every printed score with the score computed from its parts."""
    del today
    for comparison in compare(cycle):
        if comparison.verdict is Verdict.DIFFERS and not is_reported(cycle, comparison):
            basis = BASES[comparison.way.basis]
            is_confirmed = comparison.way.basis == "confirmed"
            yield CODE.at(
                cycle.record.place(("results", *comparison.path)),
                title=comparison.label,
                printed=comparison.printed,
                way=comparison.way.description,
                computed=comparison.computed,
                difference=abs(comparison.difference or 0),
                basis=Bilingual("", "")
                if is_confirmed
                else Bilingual(f" (สูตร{basis.th})", f" ({basis.en})"),
            )
