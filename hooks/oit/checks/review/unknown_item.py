"""OIT517 · ไม่มีข้อนี้ในแบบวัดของปีที่ตรวจ · A reviewed item that the year's checklist does not have

ไทย
    ข้อใน review.yml ต้องเป็นข้อของแบบวัดของปีนั้น และมีข้อละหนึ่งรายการ มักเกิดจากพิมพ์เลขผิด
    ใช้เลขข้อของปีอื่น หรือของแบบวัดของหน่วยงานประเภทอื่น คะแนนของข้อที่ไม่รู้จักจะไม่ถูกใช้ที่ใดเลย

English
    An item in review.yml must be one of the checklist of that year, and have one entry. Usually the
    number is mistyped, of another year, or of the checklist of another kind of agency. The score of
    an unknown item is not used anywhere.

fails data/2569/review.yml
    items:
      - {item: O77, score: 50}

passes data/2569/review.yml
    items:
      - {item: O7, score: 50}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.data import unknown_items
from oit.data.year import Reviewed
from oit.findings.finding import Code, Finding, Severity
from oit.forms.review import AssessorReview

CODE = Code(
    "OIT517",
    Severity.ERROR,
    Bilingual(
        'ไม่มีข้อ "{name}" ในแบบวัดปี {year}{suggestion}',
        'unknown item "{name}" in the checklist of {year}{suggestion}',
    ),
    Bilingual(
        "แก้เลขข้อให้ตรงกับแบบวัดของปี หรือย้ายไปไฟล์ของปีที่ถูก",
        "correct the number, or move the entry to the file of the right year",
    ),
    __doc__,
)
DUPLICATE = Code(
    "OIT517",
    Severity.ERROR,
    Bilingual(
        "ข้อ {name} ซ้ำกับบรรทัดที่ {first}", "duplicate item {name}; it is already on line {first}"
    ),
    Bilingual(
        "เหลือไว้รายการเดียว คะแนนหลังชี้แจงให้ใส่ในช่อง final",
        "keep one entry; the score after the clarification belongs in its field final",
    ),
    __doc__,
)


def check(reviewed: Reviewed, form: AssessorReview, year: int) -> Iterator[Finding]:
    """Look for items that the year does not have, and for duplicates."""
    checklist = reviewed.checklist
    if checklist is None:
        return
    lines: dict[str, int] = {}
    for index, entry in enumerate(form.items):
        place, item = reviewed.file.place(("items", index, "item")), checklist.find(entry.item)
        if item is None:
            near = unknown_items.suggestion(entry.item, checklist)
            yield CODE.at(place, name=entry.item, year=year, suggestion=near)
        elif item.id in lines:
            yield DUPLICATE.at(place, name=item.id, first=lines[item.id])
        else:
            lines[item.id] = place.line
