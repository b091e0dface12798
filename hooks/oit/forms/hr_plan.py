"""The plan to manage and develop human resources."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Name, Names, OneOf, Rows, Year, label, required, rows
from oit.forms.parts import PlannedProject

TOPICS = {
    "recruitment": "การสรรหาและคัดเลือก",
    "appointment": "การบรรจุและแต่งตั้ง",
    "promotion": "การปรับระดับ/เลื่อนตำแหน่ง",
    "development": "การพัฒนาบุคลากร",
    "evaluation": "การประเมินผลการปฏิบัติงาน",
    "reward": "ค่าตอบแทน การให้คุณให้โทษ และขวัญกำลังใจ",
}

Topic = Annotated[str | None, OneOf(TOPICS)]


class Criterion(Form):
    """The rules on a topic."""

    name: Name = required("หลักเกณฑ์")
    topic: Topic = label("เรื่อง")
    details: Names = rows("สาระสำคัญ")


class HrPlan(ItemForm):
    """Rules and projects of human resource management and development."""

    from_year: Year = label("ปีแรกของแผน")
    to_year: Year = label("ปีสุดท้ายของแผน")
    criteria: Annotated[list[Criterion], Rows] = rows("หลักเกณฑ์การบริหารทรัพยากรบุคคล")
    projects: Annotated[list[PlannedProject], Rows] = rows("แผนการบริหารและพัฒนาทรัพยากรบุคคล")
