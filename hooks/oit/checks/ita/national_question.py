"""OIT238 · เลขข้อของแบบวัดทั่วไปในหน่วยงานที่ใช้แบบวัดอื่น · A question of the national checklist

ไทย
    ข้อที่ขึ้นต้นด้วย O เป็นข้อของแบบวัดทั่วไปของ ป.ป.ช. แต่หน่วยงานนี้ใช้แบบวัดอื่นซึ่งมีเลขข้อของตน เช่น MOIT1
    ถ้าตั้งใจหมายถึงข้อของแบบวัดที่หน่วยงานใช้ ให้แก้เลขข้อ ถ้าเป็นผลการประเมินของ ป.ป.ช. จริง ปล่อยไว้ได้

English
    Numbers that begin with O are items of the national checklist, but this agency uses another
    one with numbers of its own, such as MOIT1. If an item of the agency's checklist is meant,
    correct the number; if these are results of the national assessment, leave it.
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.checks.ita.unknown_question import numbers_in
from oit.data import unknown_items
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle, letters_of

CODE = Code(
    "OIT238",
    Severity.WARNING,
    Bilingual(
        "ข้อ {id} ไม่ใช่เลขข้อของแบบวัดที่หน่วยงานใช้{elsewhere}",
        "{id} is no item of the agency's checklist{elsewhere}",
    ),
    Bilingual(
        "แก้เป็นเลขข้อของแบบวัดที่ใช้ ถ้าเป็นผลของ ป.ป.ช. จริง ปล่อยไว้ได้",
        "write a number of that checklist; results of the national assessment may stay",
    ),
    __doc__,
)
_NATIONAL = "O"


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Look for items of the national checklist beside a checklist with other letters."""
    del today
    if _NATIONAL in cycle.known_letters:
        return
    for path, number in numbers_in(cycle):
        if letters_of(number) == _NATIONAL:
            year = cycle.results_year
            other = unknown_items.elsewhere(number, cycle.checklist, year) or Bilingual("", "")
            yield CODE.at(cycle.record.place(path), id=number, elsewhere=other)
