"""OIT520 · วันของรอบชี้แจงเป็นไปไม่ได้ · An impossible round of clarification

ไทย
    รอบชี้แจงต้องเริ่มก่อนสิ้นสุด และอยู่ในปีงบประมาณของโฟลเดอร์ เช่น ของปี 2569 อยู่ระหว่าง
    1 ต.ค. 2568 ถึง 30 ก.ย. 2569 มักเกิดจากพิมพ์ปีผิด หรือคัดลอกไฟล์มาจากปีก่อน

English
    The round of clarification must open before it closes, within the fiscal year of the folder:
    that of 2569 is from 1 October 2568 to 30 September 2569. Usually the year is mistyped, or the
    file was copied from the year before.

fails data/2569/review.yml
    opens: 2569-06-15
    closes: 2569-06-01

passes data/2569/review.yml
    opens: 2569-06-01
    closes: 2569-06-15
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.data.year import Reviewed
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import title_of
from oit.forms.review import AssessorReview
from oit.thai import dates
from oit.thai.calendar import fiscal_year

CODE = Code(
    "OIT520",
    Severity.WARNING,
    Bilingual(
        "รอบชี้แจงสิ้นสุด {closes} ก่อนเริ่ม {opens}",
        "the round of clarification closes on {closes}, before it opens on {opens}",
    ),
    Bilingual("ตรวจปีของทั้งสองวัน อาจสลับช่องกัน", "check the years of both days; they may be swapped"),
    __doc__,
)
OTHER_YEAR = Code(
    "OIT520",
    Severity.WARNING,
    Bilingual(
        "{title} {day} ไม่อยู่ในปีงบประมาณ {year}",
        "{field} is {day}, which is not in the fiscal year {year}",
    ),
    Bilingual("แก้ปีของวันนี้", "correct the year of the day"),
    __doc__,
)


def check(reviewed: Reviewed, form: AssessorReview, year: int) -> Iterator[Finding]:
    """Compare the days of the round with each other and with the year."""
    for field in ("opens", "closes"):
        day = getattr(form, field)
        if day and fiscal_year(day) != year:
            yield OTHER_YEAR.at(
                reviewed.file.place((field,)),
                field=field,
                title=title_of(AssessorReview, field),
                day=dates.day_in_both(day),
                year=year,
            )
    if form.opens and form.closes and form.closes < form.opens:
        yield CODE.at(
            reviewed.file.place(("closes",)),
            opens=dates.day_in_both(form.opens),
            closes=dates.day_in_both(form.closes),
        )
