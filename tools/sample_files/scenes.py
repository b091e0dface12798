"""Draw the subject of a piece of news."""

from .canvas import Picture
from .style import GOLD, NAVY, SAND, TEAL


def scene(name: str) -> Picture:
    """Draw the scene that a word in the file's name suggests, or else fields."""
    picture = Picture(960, 540, "#cfe6ee")
    draw = next((draw for word, draw in _SCENES.items() if word in name), _fields)
    draw(picture)
    return picture


def _fields(picture: Picture) -> None:
    picture.oval(760, 130, 60, 60, GOLD)
    picture.shape([(0, 360), (240, 250), (460, 360), (700, 270), (960, 360)], "#7fa7a2")
    picture.box(0, 350, 960, 190, "#7fae5b")
    for x in range(-200, 960, 120):
        picture.line([(x + 240, 350), (x, 540)], "#6b9a49", 6)


def _road(picture: Picture) -> None:
    _fields(picture)
    picture.shape([(440, 350), (500, 350), (760, 540), (200, 540)], "#8d8f92")
    for near, far in ((0.15, 0.3), (0.45, 0.65), (0.8, 1.0)):
        y, z = 350 + 190 * near, 350 + 190 * far
        picture.shape([(468, y), (472, y), (478 + far * 6, z), (462 - far * 6, z)], "#ffffff")
    picture.shape([(690, 430), (730, 340), (770, 430)], "#e2762b")
    picture.box(700, 385, 60, 14, "#ffffff")


def _night_river(picture: Picture) -> None:
    picture.box(0, 0, 960, 540, "#1d2b4f")
    picture.oval(720, 120, 64, 64, "#f6eecb")
    picture.box(0, 320, 960, 220, "#15213d")
    for x, y in ((180, 400), (420, 450), (640, 390), (820, 470)):
        picture.oval(x, y + 14, 62, 18, "#2f7d4f")
        for step in range(5):
            left = x - 56 + step * 28
            picture.shape([(left - 14, y + 12), (left, y - 22), (left + 14, y + 12)], "#58a86d")
        picture.box(x - 3, y - 44, 6, 40, "#f0d9a0")
        picture.oval(x, y - 52, 7, 11, "#ffb347")


def _no_gift(picture: Picture) -> None:
    picture.box(0, 0, 960, 540, SAND)
    picture.box(340, 220, 280, 200, TEAL)
    picture.box(320, 190, 320, 50, NAVY)
    picture.box(462, 190, 36, 230, GOLD)
    picture.oval(440, 165, 46, 28, GOLD)
    picture.oval(520, 165, 46, 28, GOLD)
    for width, color in ((44, "#ffffff"), (28, "#b3372f")):
        picture.line([(290, 450), (670, 100)], color, width)


def _vaccine(picture: Picture) -> None:
    _fields(picture)
    picture.oval(400, 400, 120, 66, "#8a5a33")
    for x in (310, 350, 450, 490):
        picture.box(x, 430, 22, 80, "#7a4e2b")
    picture.oval(520, 320, 62, 56, "#8a5a33")
    picture.oval(560, 340, 34, 22, "#a9744a")
    picture.oval(482, 322, 20, 44, "#5f3b1f")
    picture.oval(584, 330, 8, 7, "#2a2a2a")
    picture.oval(536, 308, 6, 6, "#2a2a2a")
    picture.line([(286, 380), (240, 320)], "#8a5a33", 16)
    picture.box(476, 366, 60, 14, "#b3372f")
    picture.box(660, 300, 130, 34, "#ffffff")
    picture.box(680, 306, 70, 22, "#8fc1d4")
    picture.box(790, 311, 44, 12, "#9aa3aa")
    picture.line([(660, 317), (612, 317)], "#9aa3aa", 4)


def _songkran(picture: Picture) -> None:
    picture.box(0, 0, 960, 540, "#e7f1f4")
    picture.oval(480, 400, 250, 40, "#b88a2e")
    picture.oval(480, 310, 230, 120, GOLD)
    picture.box(240, 180, 480, 120, "#e7f1f4")
    picture.oval(480, 300, 232, 46, "#c9962f")
    picture.oval(480, 300, 214, 36, "#8fc1d4")
    for x, y in ((390, 292), (470, 306), (560, 290)):
        for dx, dy in ((0, -14), (14, -3), (9, 12), (-9, 12), (-14, -3)):
            picture.oval(x + dx, y + dy, 11, 11, "#fdfaf2")
        picture.oval(x, y, 8, 8, "#e0b23e")
    for x in (300, 400, 560, 660):
        picture.oval(x, 130 + x % 70, 8, 13, "#6fb1c8")


def _flood(picture: Picture) -> None:
    picture.box(0, 0, 960, 540, "#b9c7d1")
    picture.box(180, 240, 220, 160, SAND)
    picture.shape([(150, 250), (290, 150), (430, 250)], "#a4503b")
    picture.box(265, 300, 56, 100, "#7a5c3a")
    picture.box(0, 350, 960, 190, "#5d8fa3")
    picture.shape([(540, 390), (800, 390), (760, 440), (580, 440)], "#d9772b")
    for x in (610, 670, 730):
        picture.oval(x, 340, 18, 20, "#3f4a55")
        picture.box(x - 20, 358, 40, 34, "#e0b23e")
    for y in (430, 470, 510):
        waves = [(x, y + (6 if x // 40 % 2 else -6)) for x in range(0, 1000, 40)]
        picture.line(waves, "#7fb0c2", 4)


_SCENES = {
    "road": _road,
    "krathong": _night_river,
    "gift": _no_gift,
    "vaccine": _vaccine,
    "songkran": _songkran,
    "flood": _flood,
}
