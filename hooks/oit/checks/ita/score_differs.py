"""OIT511 · คะแนนที่พิมพ์ไม่ตรงกับที่คำนวณได้ · A printed score that does not follow

ไทย
    คะแนนรวมคำนวณจากคะแนนรายเครื่องมือ คะแนนเครื่องมือจากตัวชี้วัด และคะแนนตัวชี้วัดจากรายข้อ
    ค่าที่คำนวณได้ต่างจากค่าที่พิมพ์ โปรแกรมเก็บค่าที่พิมพ์ไว้และแสดงทั้งสองค่า ไม่แก้ให้
    ตรวจว่าพิมพ์ตัวเลขถูกหรือไม่ ถ้าเอกสารต้นทางเป็นเช่นนั้นจริง บอกไว้ในช่อง note ของคะแนนนั้น
    สูตรบางสูตรไม่มีแหล่งยืนยัน โปรแกรมจะบอกว่าเป็นประมาณการ

English
    The total follows from the instruments, an instrument from its indicators, an indicator
    from its questions. What is computed is not what is printed; both are shown, nothing is
    corrected. See whether the numbers were typed rightly. Where the source does say so, tell
    it in that score's note. Some formulas are confirmed by no source: the message says so.

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
from oit.checks.ita.impossible_score import note_of
from oit.data.checklist import BASES
from oit.findings.finding import Code, Finding, Severity
from oit.ita.arithmetic import Verdict, compare
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT511",
    Severity.WARNING,
    Bilingual(
        "{title}: พิมพ์ว่า {printed} แต่{way} ได้ {computed} ต่างกัน {difference}{basis}",
        "{title}: printed as {printed}; {way} it is {computed}, {difference} apart{basis}",
    ),
    Bilingual(
        "ตรวจตัวเลข ถ้าเอกสารต้นทางพิมพ์เช่นนี้จริง ไม่ต้องแก้ ให้บอกไว้ในช่อง note",
        "see whether it is typed rightly; if the source says so, keep it and tell it in a note",
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Compare every printed score with what follows from its parts."""
    del today
    for one in compare(cycle):
        told = one.is_impossible and not note_of(cycle, one.path)
        if one.verdict is Verdict.DIFFERS and not told:
            basis = BASES[one.way.basis]
            sure = one.way.basis == "confirmed"
            yield CODE.at(
                cycle.record.place(("results", *one.path)),
                title=one.said,
                printed=one.printed,
                way=one.way.said,
                computed=one.computed,
                difference=abs(one.difference or 0),
                basis=Bilingual("", "")
                if sure
                else Bilingual(f" (สูตร{basis.th})", f" ({basis.en})"),
            )
