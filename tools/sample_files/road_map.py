"""Draw a rough map: a main road, a street, a canal, the market and the office."""

from .paper import INK, Paper
from .style import GOLD, SAND, TEAL

HEIGHT = 105
NAMES = (
    (92, 14, "สำนักงานเทศบาลตำบลตัวอย่าง"),
    (46, 59, "ตลาดบ้านกลาง"),
    (12, 95, "คลองตัวอย่าง"),
    (120, 43, "ถนนเทศบาล 1"),
    (6, 6, "ทางไปที่ว่าการอำเภอ"),
)
"""The position of each name, in millimetres from the map's upper left corner."""


def draw_map(paper: Paper) -> None:
    """Draw the map as wide as the text, below what is already written."""
    left, top, width = paper.l_margin, paper.get_y(), paper.epw
    paper.set_fill_color(SAND)
    paper.rect(left, top, width, HEIGHT, style="F")
    paper.set_line_width(5)
    paper.set_draw_color("#8fc1d4")
    paper.line(left + 3, top + 88, left + width - 3, top + 76)
    paper.set_draw_color("#ffffff")
    paper.line(left + 40, top + 3, left + 40, top + HEIGHT - 3)
    paper.line(left + 3, top + 40, left + width - 3, top + 40)
    paper.set_fill_color(TEAL)
    paper.rect(left + 92, top + 22, 22, 13, style="F")
    paper.set_fill_color(GOLD)
    paper.rect(left + 46, top + 46, 20, 12, style="F")
    paper.set_font(style="", size=11)
    paper.set_text_color(INK)
    for x, y, name in NAMES:
        paper.set_xy(left + x, top + y)
        paper.cell(60, 6, name)
    paper.set_line_width(0.2)
    paper.set_y(top + HEIGHT + 6)
