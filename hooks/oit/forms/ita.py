"""The ITA cycle of a year: last year's results, the measures in response, and their progress.

``data/<year>/ita.yml`` contains all of it. Every checklist item about a part of the cycle (the
measures, the report on them) reads this file.
"""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    Date,
    Group,
    IndicatorId,
    Link,
    Money,
    Name,
    Names,
    OneOf,
    OptionalFile,
    OptionalIndicatorId,
    OptionalQuestionId,
    Outcomes,
    QuestionId,
    Reference,
    Rows,
    Score,
    Text,
    TopicId,
    Year,
    label,
    required,
    rows,
)

FILE = "ita.yml"

INSTRUMENTS = {
    "IIT": "ผู้มีส่วนได้ส่วนเสียภายใน",
    "EIT": "ผู้มีส่วนได้ส่วนเสียภายนอก",
    "EIT1": "EIT ส่วนที่ 1",
    "EIT2": "EIT ส่วนที่ 2",
    "OIT": "การเปิดเผยข้อมูลสาธารณะ",
}
ROUNDS = {"6": "รอบ 6 เดือน", "12": "รอบ 12 เดือน"}
STATUSES = {
    "not_started": "ยังไม่เริ่ม",
    "ongoing": "กำลังดำเนินการ",
    "done": "แล้วเสร็จ",
    "cancelled": "ยกเลิก",
}

InstrumentId = Annotated[str, OneOf(INSTRUMENTS, required=True)]
RoundId = Annotated[str, OneOf(ROUNDS, required=True)]
Status = Annotated[str | None, OneOf(STATUSES)]

_AS_PRINTED = "ตามที่พิมพ์ในผลการประเมิน โปรแกรมไม่แก้ตัวเลขให้ แต่บอกว่าตรงกับที่คำนวณได้หรือไม่"


class Instrument(Form):
    """An instrument, or a part of it, and its score."""

    id: InstrumentId = required("เครื่องมือ")
    score: Score = label("คะแนน", _AS_PRINTED)
    finding: Text = label("ข้อค้นพบ", "สิ่งที่ต้องปรับปรุงหรือรักษาไว้")
    note: Text = label("หมายเหตุ", "เช่น ที่ขัดกันในเอกสารต้นทาง")


class Indicator(Form):
    """An indicator and its score."""

    id: IndicatorId = required("ตัวชี้วัดที่")
    name: Text = label("ชื่อ", "เว้นว่างคือชื่อตามปีที่ประเมิน")
    score: Score = label("คะแนน", _AS_PRINTED)
    finding: Text = label("ข้อค้นพบ")
    note: Text = label("หมายเหตุ")


class Question(Form):
    """A question and its score."""

    id: QuestionId = required("ข้อ", "เช่น i1, e7, O12 เลขไทยหรืออารบิกก็ได้")
    text: Text = label("เรื่องที่ถาม", "ของ OIT เว้นว่างได้ คือชื่อข้อตามแบบวัดของปีที่ประเมิน")
    indicator: OptionalIndicatorId = label("ตัวชี้วัดที่")
    score: Score = label("คะแนน", _AS_PRINTED)
    note: Text = label("หมายเหตุ")


class Results(Form):
    """The assessment results of the previous year."""

    year: Year = label("ปีงบประมาณที่ประเมิน")
    announced: Date = label("วันประกาศผล")
    total: Score = label("คะแนนรวม", _AS_PRINTED)
    level: Reference = label("ระดับผลการประเมิน", "ตามที่พิมพ์ในผลการประเมิน")
    note: Text = label("หมายเหตุของคะแนนรวม")
    instruments: Annotated[list[Instrument], Rows] = rows("คะแนนรายเครื่องมือ")
    indicators: Annotated[list[Indicator], Rows] = rows("คะแนนรายตัวชี้วัด")
    questions: Annotated[list[Question], Rows] = rows("คะแนนรายข้อ")
    notes: Names = rows("ข้อสังเกตเกี่ยวกับเอกสารต้นทาง")


class Classes(Form):
    """The lowest scores at which a question keeps its level or should be raised."""

    keep_from: Score = label("รักษาระดับตั้งแต่", "เว้นว่างคือ 95")
    raise_from: Score = label("ยกระดับตั้งแต่", "ต่ำกว่านี้ต้องปรับปรุง เว้นว่างคือ 90")


class Evidence(Form):
    """A published file or an address that proves the progress."""

    title: Name = required("หลักฐาน")
    file: OptionalFile = label("ไฟล์", "ที่อยู่ใต้ docs/ เช่น files/2569/ita-photo.jpg")
    url: Link = label("ลิงก์")


class Progress(Form):
    """What was done for a measure by the end of a reporting period."""

    round: RoundId = required("รอบ")
    status: Status = label("สถานะ")
    done: Outcomes = rows("สิ่งที่ดำเนินการ")
    date: Date = label("วันที่รายงาน")
    evidence: Annotated[list[Evidence], Rows] = rows("หลักฐาน")


class Measure(Form):
    """A measure in response to the results, with its owner, deadline and progress."""

    name: Text = label("มาตรการ/โครงการ/กิจกรรม", "เว้นว่างได้ถ้าใช้ชื่อประเด็น")
    topic: TopicId = label("ประเด็นที่", "1–7 ตามประเด็นของมาตรการส่งเสริมคุณธรรมและความโปร่งใส")
    indicator: OptionalIndicatorId = label("ตัวชี้วัดที่")
    questions: Annotated[list[QuestionId], Rows] = rows(
        "ข้อที่เกี่ยวข้อง", "ข้อของปีที่ประเมิน เช่น [e1, e2, O13]"
    )
    finding: Names = rows("ข้อค้นพบ/ผลการวิเคราะห์")
    steps: Names = rows("ขั้นตอน/วิธีการปฏิบัติ")
    period: Reference = label("ระยะเวลา", "เช่น ไตรมาสที่ 1, ต.ค. 2568 – มี.ค. 2569, ตลอดปีงบประมาณ")
    deadline: Date = label("กำหนดแล้วเสร็จ", "เว้นว่างได้ถ้าระยะเวลาบอกเดือนหรือไตรมาสสุดท้าย")
    owner: Text = label("ผู้รับผิดชอบ")
    lead: Text = label("ผู้รับผิดชอบหลัก", "ถ้าหลายหน่วยงานรับผิดชอบร่วมกัน")
    budget: Money = label("งบประมาณ (บาท)")
    follow_up: Outcomes = rows("การกำกับติดตาม")
    progress: Annotated[list[Progress], Rows] = rows("ความก้าวหน้า")
    outcome: Outcomes = rows("ผลลัพธ์หรือความสำเร็จ")


class Signer(Form):
    """A person who signs a document."""

    position: Name = required("ตำแหน่ง")
    name: Text = label("ชื่อ-สกุล", "เว้นว่างคือเว้นที่ไว้ลงชื่อ")


class Memo(Form):
    """The memo that submits the report to the executive."""

    office: Text = label("ส่วนราชการ")
    reference: Reference = label("ที่", "เลขที่หนังสือ")
    date: Date = label("วันที่")
    subject: Text = label("เรื่อง")
    to: Text = label("เรียน")
    background: Text = label("เรื่องเดิม")
    facts: Text = label("ข้อเท็จจริง")
    item: OptionalQuestionId = label("ข้อที่ขอรายงาน", "ข้อของแบบวัดปีนี้ องค์ประกอบของข้อจะแสดงในบันทึก")
    quoted: Names = rows("องค์ประกอบที่แบบวัดขอ", "เว้นว่างคือตามแบบวัดของปีนี้")
    proposal: Text = label("ข้อพิจารณาและเสนอแนะ")
    closing: Text = label("คำลงท้าย", "เว้นว่างคือ จึงเรียนมาเพื่อโปรดทราบ")
    signers: Annotated[list[Signer], Rows] = rows("ผู้ลงนามในบันทึก")


class EarlierResult(Form):
    """The result of an earlier year for which there is no ita.yml."""

    year: Year = label("ปีงบประมาณที่ประเมิน")
    total: Score = label("คะแนนรวม")
    level: Reference = label("ระดับ")


class Ita(ItemForm):
    """The ITA cycle of one year."""

    year: Year = label("ปีงบประมาณที่นำมาตรการไปใช้")
    results: Annotated[Results | None, Group] = label("ผลการประเมิน ITA ปีก่อน")
    classes: Annotated[Classes | None, Group] = label("เกณฑ์จัดกลุ่มข้อคำถาม")
    earlier: Annotated[list[EarlierResult], Rows] = rows("ผลของปีก่อนหน้านั้น", "สำหรับแนวโน้ม")
    decided: Text = label("การกำหนดมาตรการ", "เช่น ที่ประชุมใด เมื่อใด")
    measures: Annotated[list[Measure], Rows] = rows("มาตรการ")
    memo: Annotated[Memo | None, Group] = label("บันทึกข้อความ")
    signers: Annotated[list[Signer], Rows] = rows("ผู้ลงนามในเอกสาร")
