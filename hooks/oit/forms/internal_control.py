"""The evaluation of internal control."""

from oit.forms.base import ItemForm
from oit.forms.fields import SAY_NONE, Text, Year, label


class InternalControl(ItemForm):
    """The components of internal control, each with what was found."""

    year: Year = label("ปีงบประมาณที่ประเมิน")
    environment: Text = label("สภาพแวดล้อมการควบคุม")
    risks: Text = label("การประเมินความเสี่ยง")
    activities: Text = label("กิจกรรมการควบคุม")
    information: Text = label("สารสนเทศและการสื่อสาร")
    monitoring: Text = label("การติดตามประเมินผล")
    conclusion: Text = label("ผลการประเมินโดยรวม")
    improvements: Text = label("ข้อที่ต้องปรับปรุง", SAY_NONE)
