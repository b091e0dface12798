"""The assessment of corruption risks."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Name, Names, OneOf, Reference, Rows, Text, Year, label, required, rows

LEVELS = {"low": "ต่ำ", "medium": "ปานกลาง", "high": "สูง", "very_high": "สูงมาก"}

Level = Annotated[str | None, OneOf(LEVELS)]


class Risk(Form):
    """A possible event, its level and the measures against it."""

    event: Name = required("เหตุการณ์ความเสี่ยง")
    process: Text = label("กระบวนงาน")
    level: Level = label("ระดับความเสี่ยง")
    measures: Names = rows("มาตรการจัดการความเสี่ยง")
    owner: Text = label("ผู้รับผิดชอบ")
    period: Reference = label("ระยะเวลา")


class RiskAssessment(ItemForm):
    """Risks with their levels and measures."""

    year: Year = label("ปีงบประมาณ")
    risks: Annotated[list[Risk], Rows] = rows("ความเสี่ยงการทุจริต")
