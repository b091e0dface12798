"""News of the agency's work."""

from typing import Annotated

from oit.forms.base import Form, ItemForm
from oit.forms.fields import Date, Link, Name, Picture, Rows, Text, label, required, rows


class Story(Form):
    """A news story."""

    title: Name = required("หัวข้อข่าว")
    date: Date = label("วันที่")
    summary: Text = label("เนื้อหาโดยย่อ")
    photo: Picture = label("ภาพประกอบ")
    link: Link = label("ลิงก์")


class News(ItemForm):
    """News stories about the agency's work."""

    news: Annotated[list[Story], Rows] = rows("ข่าว")
