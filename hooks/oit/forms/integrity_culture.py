"""How a college teaches honesty: curriculum, activities, volunteering, and who took part."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    Count,
    Link,
    Name,
    ReferenceName,
    Rows,
    Text,
    Year,
    label,
    required,
    rows,
)
from oit.forms.parts import Activity


class Curriculum(Form):
    """A curriculum against corruption that is taught."""

    name: Name = required("หลักสูตร")
    detail: Text = label("รายวิชาและระดับที่ใช้")
    link: Link = label("ลิงก์")


class Dimension(Form):
    """A side of honest volunteering, and how the learners did."""

    name: Name = required("ด้าน")
    result: Text = label("ผลการวัด")


class LearnerCount(Form):
    """The learners of a level who were measured, and all of that level."""

    name: ReferenceName = required("ระดับ", "เช่น ปวช., ปวส.")
    count: Count = label("จำนวนผู้เรียนที่วัดผล")
    total: Count = label("จำนวนผู้เรียนทั้งหมด")


class IntegrityCulture(ItemForm):
    """Curricula, activities, results of volunteering and numbers of learners."""

    year: Year = label("ปีงบประมาณ")
    curricula: Annotated[list[Curriculum], Rows] = rows("หลักสูตรต้านทุจริตศึกษา")
    activities: Annotated[list[Activity], Rows] = rows("แผนการจัดการเรียนรู้และกิจกรรม")
    dimensions: Annotated[list[Dimension], Rows] = rows("ผลการวัดสุจริตจิตอาสา")
    learners: Annotated[list[LearnerCount], Rows] = rows("จำนวนผู้เรียนที่วัดผลแต่ละระดับ")
