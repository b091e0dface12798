"""OIT220 · ยังไม่ได้ปรับเป็นปีใหม่ · A mark of the new year is left

ไทย
    oit new-year คัดลอกข้อนี้จากปีก่อน และเขียน # ปรับเป็นปี ไว้ที่ค่าที่ต้องปรับ เครื่องหมายยังอยู่ แปลว่ายังไม่มีผู้ตรวจ
    ค่านั้นจึงไม่นับ ให้แก้ค่าเป็นของปีนั้น แล้วลบ # ปรับเป็นปี … ออก ถ้าค่าเดิมยังถูก ให้ลบเครื่องหมายอย่างเดียว

English
    oit new-year copied this item from the year before and marked the values that must be renewed
    with # ปรับเป็นปี. The mark is still there, so nobody has looked at the value and it does not
    count. Correct the value and delete the mark; if the value is still right, only delete the
    mark.

fails data/2569/o06.yml
    year: 2568  # ปรับเป็นปี 2569
    projects:
      - {name: ปรับปรุงถนน, budget: 500000, period: ต.ค. – มี.ค., owner: กองช่าง}

passes data/2569/o06.yml
    year: 2569
    projects:
      - {name: ปรับปรุงถนน, budget: 500000, period: ต.ค. – มี.ค., owner: กองช่าง}
"""

from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.checks.filled.texts import WrittenText
from oit.data import year_marks
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import ItemForm
from oit.source import SourceFile
from oit.source.values import KeyPath

CODE = Code(
    "OIT220",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" ที่เขียนว่า "{text}" ยังมีเครื่องหมาย # ปรับเป็นปี {year} จึงยังไม่นับ',
        'the field "{field}" is still marked "# ปรับเป็นปี {year}" ("{text}"); it does not count',
    ),
    Bilingual(
        'แก้เป็นของปี {year} แล้วลบ "# ปรับเป็นปี {year}" ถ้าค่าถูกแล้ว ให้ลบเครื่องหมายอย่างเดียว',
        'renew it for {year} and delete "# ปรับเป็นปี {year}"; if it is still right, '
        "only delete the mark",
    ),
    __doc__,
)


def check(
    texts: list[WrittenText], document: SourceFile, form: type[ItemForm], year: int
) -> Iterator[tuple[KeyPath, Finding]]:
    """Yield the values that are still marked."""
    if not (behind := year_marks.marked_lines(document.text)):
        return
    places = {(v.line, v.column) for _, _, v in year_marks.dated(document.root, form, year)}
    for text in texts:
        marked = behind.get(text.text.line) or (
            # A mark alone on its line is about the dates of the next line.
            behind.get(-text.key.line) if (text.text.line, text.text.column) in places else None
        )
        if marked:
            yield (
                text.path,
                CODE.at(
                    document.place(text.text),
                    field=text.label,
                    text=text.text,
                    year=marked,
                ),
            )
