"""The ITA cycle of a year: last year's results, the measures in response, and their progress.

``data/<year>/ita.yml`` contains all of it. Every checklist item about a part of the cycle (the
measures, the report on them) reads this file.
"""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    Date,
    Flag,
    Group,
    IndicatorId,
    Link,
    Money,
    MonthOf,
    Name,
    Names,
    OneOf,
    OptionalFile,
    OptionalIndicatorId,
    OptionalQuestionId,
    Outcomes,
    QuestionId,
    Reference,
    RequiredTopicId,
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
OptionalInstrumentId = Annotated[str | None, OneOf(INSTRUMENTS)]
PASSED = {"true": "ผ่านเกณฑ์", "false": "ไม่ผ่านเกณฑ์"}
Passed = Annotated[bool | None, Flag(PASSED)]

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
    instrument: OptionalInstrumentId = label("เครื่องมือ", "ถ้าเอกสารบอก")
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
    passed: Passed = label("ผ่านเกณฑ์หรือไม่", "ถ้าเอกสารบอกเพียงว่าผ่านหรือไม่ผ่าน เขียน true หรือ false")
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


class Action(Form):
    """One finding of a measure, with the steps that answer it."""

    questions: Annotated[list[QuestionId], Rows] = rows("ข้อที่เกี่ยวข้อง")
    finding: Text = label("ข้อค้นพบ/ผลการวิเคราะห์")
    steps: Names = rows("ขั้นตอน/วิธีการปฏิบัติ")
    period: Reference = label("ระยะเวลา")
    deadline: Date = label("กำหนดแล้วเสร็จ")
    owner: Text = label("ผู้รับผิดชอบ")
    lead: Text = label("ผู้รับผิดชอบหลัก")


class Measure(Form):
    """A measure in response to the results, with its owner, deadline and progress."""

    name: Text = label("มาตรการ/โครงการ/กิจกรรม", "เว้นว่างได้ถ้าใช้ชื่อประเด็น")
    topic: TopicId = label("ประเด็นที่", "1–7 ตามประเด็นของมาตรการส่งเสริมคุณธรรมและความโปร่งใส")
    other_topics: Annotated[list[RequiredTopicId], Rows] = rows(
        "ประเด็นอื่น", "ถ้ามาตรการเดียวตอบหลายประเด็น เช่น [7] มาตรการจะแสดงในทุกประเด็น"
    )
    indicator: OptionalIndicatorId = label("ตัวชี้วัดที่")
    other_indicators: Annotated[list[IndicatorId], Rows] = rows(
        "ตัวชี้วัดอื่น", "ถ้ามาตรการเดียวตอบหลายตัวชี้วัด เช่น [10]"
    )
    questions: Annotated[list[QuestionId], Rows] = rows(
        "ข้อที่เกี่ยวข้อง", "ข้อของปีที่ประเมิน เช่น [e1, e2, O13]"
    )
    finding: Names = rows("ข้อค้นพบ/ผลการวิเคราะห์")
    steps: Names = rows("ขั้นตอน/วิธีการปฏิบัติ")
    actions: Annotated[list[Action], Rows] = rows(
        "รายการย่อย",
        "เมื่อข้อค้นพบแต่ละเรื่องมีขั้นตอน ระยะเวลา หรือผู้รับผิดชอบของตัวเอง ช่องที่เว้นว่างใช้ของมาตรการ",
    )
    period: Reference = label("ระยะเวลา", "เช่น ไตรมาสที่ 1, ต.ค. 2568 – มี.ค. 2569, ตลอดปีงบประมาณ")
    deadline: Date = label("กำหนดแล้วเสร็จ", "เว้นว่างได้ถ้าระยะเวลาบอกเดือนหรือไตรมาสสุดท้าย")
    owner: Text = label("ผู้รับผิดชอบ")
    lead: Text = label("ผู้รับผิดชอบหลัก", "ถ้าหลายหน่วยงานรับผิดชอบร่วมกัน")
    budget: Money = label("งบประมาณ (บาท)")
    follow_up: Outcomes = rows("การกำกับติดตาม")
    progress: Annotated[list[Progress], Rows] = rows("ความก้าวหน้า")
    outcome: Outcomes = rows("ผลลัพธ์หรือความสำเร็จ")

    @property
    def not_asked(self) -> frozenset[str]:
        """The fields that every action gives."""
        names = Action.model_fields if self.actions else ()
        return frozenset(n for n in names if all(getattr(action, n) for action in self.actions))

    @property
    def all_questions(self) -> list[str]:
        """The questions that the measure or one of its actions answers, each once."""
        every = [*self.questions, *(q for action in self.actions for q in action.questions)]
        return list(dict.fromkeys(every))

    def split(self) -> list["Measure"]:
        """Return a measure for each action; the measure itself if it has none.

        What an action leaves out is the measure's. What belongs to the whole measure (its name,
        budget, progress and so on) is in the first only.
        """
        if not self.actions:
            return [self]
        whole = self.model_copy(update={"actions": []})
        blank = Measure.model_construct(topic=self.topic, indicator=self.indicator)
        rows = [whole, *[blank] * (len(self.actions) - 1)]
        return [
            row.model_copy(
                update={
                    "questions": [*row.questions, *action.questions],
                    "finding": [*row.finding, *([action.finding] if action.finding else [])],
                    "steps": [*row.steps, *action.steps],
                    "period": action.period or self.period,
                    "deadline": action.deadline or (None if action.period else self.deadline),
                    "owner": action.owner or self.owner,
                    "lead": action.lead or (None if action.owner else self.lead),
                }
            )
            for row, action in zip(rows, self.actions, strict=True)
        ]


class Signer(Form):
    """A person who signs a document."""

    position: Name = required("ตำแหน่ง")
    name: Text = label("ชื่อ-สกุล", "เว้นว่างคือเว้นที่ไว้ลงชื่อ")


class Endorsement(Form):
    """A line by which an officer passes a memo on."""

    to: Name = required("เรียน", "ตำแหน่ง เช่น นายกเทศมนตรี")
    text: Text = label("ข้อความ", "เช่น เพื่อโปรดทราบ, เห็นควรอนุมัติ")
    position: Text = label("ตำแหน่งผู้เสนอ", "ตำแหน่งเท่านั้น ไม่ต้องมีชื่อ")


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
    endorsements: Annotated[list[Endorsement], Rows] = rows(
        "การเสนอตามลำดับ", "ผู้ที่เสนอต่อหลังผู้ลงนาม เรียงตามลำดับ"
    )


class EarlierResult(Form):
    """The result of an earlier year for which there is no ita.yml."""

    year: Year = label("ปีงบประมาณที่ประเมิน")
    total: Score = label("คะแนนรวม")
    level: Reference = label("ระดับ")


class Cover(Form):
    """The cover of the year's papers."""

    title: Text = label("ชื่อบนปก", "เว้นว่างคือชื่อของเอกสาร")
    lines: Names = rows("บรรทัดใต้ชื่อ", "เช่น ชื่อหน่วยงาน อำเภอ จังหวัด ส่วนราชการที่จัดทำ")


class Report(Form):
    """The months that a report on the measures covers."""

    round: RoundId = required("รอบ")
    first: MonthOf = label("ตั้งแต่เดือน", "เช่น ต.ค. 2568 เว้นว่างคือเดือนแรกของปีงบประมาณ")
    last: MonthOf = label("ถึงเดือน", "เช่น มี.ค. 2569 เว้นว่างคือเดือนสุดท้ายของรอบ")


class Ita(ItemForm):
    """The ITA cycle of one year."""

    year: Year = label("ปีงบประมาณที่นำมาตรการไปใช้")
    cover: Annotated[Cover | None, Group] = label("ปก")
    rationale: Names = rows("หลักการและเหตุผล", "ย่อหน้าละหนึ่งรายการ")
    objectives: Names = rows("วัตถุประสงค์")
    results: Annotated[Results | None, Group] = label("ผลการประเมิน ITA ปีก่อน")
    classes: Annotated[Classes | None, Group] = label("เกณฑ์จัดกลุ่มข้อคำถาม")
    earlier: Annotated[list[EarlierResult], Rows] = rows("ผลของปีก่อนหน้านั้น", "สำหรับแนวโน้ม")
    decided: Text = label("การกำหนดมาตรการ", "เช่น ที่ประชุมใด เมื่อใด")
    measures: Annotated[list[Measure], Rows] = rows("มาตรการ")
    reports: Annotated[list[Report], Rows] = rows("ช่วงเวลาของรายงาน", "ถ้าต่างจากรอบ 6 และ 12 เดือน")
    memo: Annotated[Memo | None, Group] = label("บันทึกข้อความ")
    signers: Annotated[list[Signer], Rows] = rows("ผู้ลงนามในเอกสาร")
