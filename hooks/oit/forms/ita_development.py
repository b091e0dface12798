"""From the results of the assessment to the development of the organisation."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Group as Fields
from oit.forms.fields import Name, Names, OneOf, Rows, Score, Text, Year, label, required, rows

GROUPS = {"keep": "รักษาระดับ", "raise": "ยกระดับ", "mend": "ต้องปรับปรุง"}

Group = Annotated[str | None, OneOf(GROUPS)]


class Instrument(Form):
    """One measuring instrument and its score."""

    name: Name = required("เครื่องมือ")
    score: Score = label("คะแนน")


class Indicator(Form):
    """One indicator and its score."""

    name: Name = required("ตัวชี้วัด")
    score: Score = label("คะแนน")


class Question(Form):
    """One question and its score."""

    id: Name = required("ข้อคำถาม", "เช่น i1, e7, O12")
    text: Text = label("เรื่องที่ถาม")
    indicator: Text = label("ตัวชี้วัดที่")
    score: Score = label("คะแนน")
    group: Group = label("กลุ่ม")
    note: Text = label("หมายเหตุ")


class Results(Form):
    """The results of the year before."""

    year: Year = label("ปีงบประมาณที่ประเมิน")
    total: Score = label("คะแนนรวม")
    level: Text = label("ระดับผลการประเมิน")
    instruments: Annotated[list[Instrument], Rows] = rows("คะแนนรายเครื่องมือ")
    indicators: Annotated[list[Indicator], Rows] = rows("คะแนนรายตัวชี้วัด")
    questions: Annotated[list[Question], Rows] = rows("คะแนนรายข้อ")
    notes: Names = rows("ข้อสังเกตเกี่ยวกับเอกสารต้นทาง")


class Measure(Form):
    """A measure that answers the results."""

    name: Name = required("มาตรการ/ประเด็น")
    indicator: Text = label("ตัวชี้วัดที่เกี่ยวข้อง")
    analysis: Names = rows("ผลการวิเคราะห์/วิธีนำไปสู่การปฏิบัติ")
    steps: Names = rows("ขั้นตอนหรือวิธีการปฏิบัติ")
    period: Text = label("ระยะเวลา")
    owner: Text = label("ผู้รับผิดชอบ")


class ItaDevelopment(ItemForm):
    """Scores, what is to be kept and mended, and the measures."""

    year: Year = label("ปีงบประมาณที่นำมาตรการไปใช้")
    results: Annotated[Results | None, Fields] = label("ผลการประเมิน ITA ปีก่อน")
    measures: Annotated[list[Measure], Rows] = rows("มาตรการ")
