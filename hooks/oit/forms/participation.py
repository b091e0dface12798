"""Participation of others in the agency's work."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Date, Name, Outcome, Rows, Text, label, required, rows


class Involvement(Form):
    """An activity in which others participated."""

    name: Name = required("กิจกรรม")
    date: Date = label("วันที่")
    issue: Text = label("ประเด็น")
    participants: Text = label("สรุปผู้มีส่วนร่วม")
    result: Outcome = label("ผลจากการมีส่วนร่วม")
    use: Outcome = label("การนำผลไปใช้ปรับปรุง")


class Participation(ItemForm):
    """Activities with their participants, results and the use of the results."""

    activities: Annotated[list[Involvement], Rows] = rows("การเปิดโอกาสให้มีส่วนร่วม")
