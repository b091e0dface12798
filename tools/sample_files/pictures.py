"""Pictures of the agency's people, of its emblem and of its news."""

from .canvas import Picture
from .samples import Sample
from .scenes import scene
from .style import GOLD, NAVY, TEAL

# A dark and a light colour for each portrait.
TONES = ((TEAL, "#cfe3e1"), (NAVY, "#d5deea"), ("#7a5c1e", "#efe3c6"), ("#4f6d3a", "#dfe8d6"))


def make_picture(sample: Sample) -> None:
    """Generate a PNG; the file's name determines its subject."""
    if "logo" in sample.stem:
        picture = emblem()
    elif "executive" in sample.stem:
        picture = portrait(sample.title)
    else:
        picture = scene(sample.stem)
    picture.save(sample.path)


def portrait(name: str) -> Picture:
    """Draw an anonymous outline; its colour depends on the name."""
    dark, light = TONES[sum(map(ord, name)) % len(TONES)]
    picture = Picture(480, 600, light)
    picture.oval(240, 620, 185, 200, dark)
    picture.oval(240, 255, 116, 140, light)
    picture.oval(240, 245, 98, 120, dark)
    picture.box(0, 588, 480, 12, GOLD)
    return picture


def emblem() -> Picture:
    """Draw an invented emblem: the sun over a field and a canal, in a ring."""
    picture = Picture(512, 512, None)
    picture.oval(256, 256, 250, 250, NAVY)
    picture.oval(256, 256, 236, 236, GOLD)
    picture.oval(256, 256, 224, 224, "#fdfaf2")
    picture.oval(256, 236, 78, 78, GOLD)
    for step in range(9):
        x = 96 + step * 40
        picture.line([(256, 236), (x, 96 + abs(step - 4) ** 2 * 6)], GOLD, 8)
    picture.oval(256, 236, 62, 62, "#fdfaf2")
    picture.oval(256, 236, 52, 52, GOLD)
    picture.shape([(52, 300), (256, 236), (460, 300), (440, 360), (72, 360)], "#4f8a3c")
    picture.shape([(72, 356), (440, 356), (404, 416), (108, 416)], TEAL)
    picture.shape([(108, 412), (404, 412), (330, 462), (182, 462)], NAVY)
    for y in (378, 396):
        waves = [(100 + x, y + (4 if x // 26 % 2 else -4)) for x in range(0, 320, 26)]
        picture.line(waves, "#ffffff", 4)
    return picture
