"""The form of the file review.yml: what the assessors said of each item at their first look.

Only the staff read it: no remark of an assessor is published. The scores go on to the results of
the year, which the next year's ita.yml starts from.
"""

from decimal import Decimal
from typing import Annotated

from oit.forms.base import Form
from oit.forms.fields import Date, Name, Rows, Score, Text, label, required, rows

FILE = "review.yml"


class ReviewedItem(Form):
    """The assessors' score of an item and their remark."""

    item: Name = required("ข้อ", "เช่น O7")
    score: Score = label("คะแนนที่ได้", "ตามที่ระบบแสดง ยังไม่เห็นคะแนนเว้นว่างได้")
    remark: Text = label("ข้อสังเกตของผู้ประเมิน", "ตามที่ระบบแสดง ไม่เผยแพร่บนเว็บไซต์")
    final: Score = label("คะแนนหลังชี้แจง", "เมื่อระบบแจ้งผลการชี้แจงแล้ว เว้นว่างคือยังไม่แจ้ง")

    @property
    def latest(self) -> Decimal | None:
        """The latest score: the one after the clarification, or else the first."""
        return self.score if self.final is None else self.final


class AssessorReview(Form):
    """The round in which an agency may answer the assessors, and what they said of each item."""

    opens: Date = label("วันเริ่มชี้แจง", "ตามปฏิทินที่หน่วยงานได้รับแจ้ง")
    closes: Date = label("วันสุดท้ายที่ชี้แจงได้", "ตามปฏิทินที่หน่วยงานได้รับแจ้ง")
    items: Annotated[list[ReviewedItem], Rows] = rows("ผลการตรวจรายข้อ")
