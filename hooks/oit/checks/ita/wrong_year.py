"""OIT516 · ปีขัดกัน · Contradictory years

ไทย
    ไฟล์ ita.yml อยู่ในโฟลเดอร์ของปีที่นำมาตรการไปใช้ ผลการประเมิน (results.year) เป็นของปีก่อนหน้านั้น
    และผลในช่อง earlier เป็นของปีก่อนหน้าผลนั้นอีก แต่ละปีมีผลเดียว ให้ตรวจปีและโฟลเดอร์

English
    The file ita.yml belongs in the folder of the year in which the measures are carried out. The
    results (results.year) must be of an earlier year, and the results in earlier must be of
    years before that, one result per year. Check the years and the folder.

fails data/2569/ita.yml
    results: {year: 2569, total: 80}

passes data/2569/ita.yml
    results: {year: 2568, total: 80}
"""

from collections.abc import Iterator
from datetime import date

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Finding, Severity
from oit.ita.cycle import Cycle

CODE = Code(
    "OIT516",
    Severity.ERROR,
    Bilingual(
        "ปีงบประมาณที่ประเมิน (results.year) คือ {found} แต่ไฟล์นี้เป็นของปี {year} "
        "ผลการประเมินต้องเป็นของปีก่อนหน้า",
        "results.year is {found}, but the file is of {year}; it must be an earlier year",
    ),
    Bilingual(
        "แก้ปีงบประมาณที่ประเมิน (results.year) หรือย้ายไฟล์ไปโฟลเดอร์ของปีที่ถูก",
        "correct results.year, or move the file to the folder of the right year",
    ),
    __doc__,
)
FOLDER = Code(
    "OIT516",
    Severity.ERROR,
    Bilingual(
        "ช่อง year คือ {found} แต่ไฟล์อยู่ในโฟลเดอร์ของปี {year}",
        "year is {found}, but the file is in the folder of {year}",
    ),
    Bilingual(
        "แก้ช่อง year หรือย้ายไฟล์ไปโฟลเดอร์ของปีที่ถูก",
        "correct year, or move the file to the folder of the right year",
    ),
    __doc__,
)
EARLIER = Code(
    "OIT516",
    Severity.ERROR,
    Bilingual(
        "ผลใน earlier ต้องบอกปีที่ก่อน {year} และไม่ซ้ำกัน พบ {found}",
        "a result in earlier must be of a year before {year} and unique; found {found}",
    ),
    Bilingual(
        "แก้ปีของผลนี้ หรือลบถ้าซ้ำ", "correct the year of this result, or delete it if it is a duplicate"
    ),
    __doc__,
)


def check(cycle: Cycle, today: date) -> Iterator[Finding]:
    """Compare the years in the file with the year of its folder and with each other."""
    del today
    form, record = cycle.form, cycle.record
    if form.year is not None and form.year != cycle.year:
        yield FOLDER.at(record.place(("year",)), found=form.year, year=cycle.year)
    if cycle.results_year >= cycle.year:
        place = record.place(("results", "year"))
        yield CODE.at(place, found=cycle.results_year, year=cycle.year)
    years = [result.year for result in form.earlier]
    for index, year in enumerate(years):
        if year is None or year >= cycle.results_year or year in years[:index]:
            found = Bilingual("ไม่มีปี", "no year") if year is None else year
            place = record.place(("earlier", index))
            yield EARLIER.at(place, found=found, year=cycle.results_year)
