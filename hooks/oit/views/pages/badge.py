"""The badge of readiness: a picture of one line that other pages may show."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from oit.assess.assessment import Assessment, ItemStatus
from oit.views.pages.environment import digits_of, template

FILE = "badge.svg"

# White on each of these has a contrast of 6 to 1 or more.
_NAME_COLOUR = "#0b4f6c"
_ALL, _SOME, _NONE = "#14603a", "#7a4a00", "#9b1c1c"
_LETTER, _PADDING = 7, 6
_NO_WIDTH = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


class Part(NamedTuple):
    """A text on its ground, and where it lies."""

    text: str
    colour: str
    start: int
    length: int
    """How wide the text is drawn, whatever font the reader has."""

    @property
    def width(self) -> int:
        """How wide the ground is."""
        return self.length + 2 * _PADDING

    @property
    def text_start(self) -> int:
        """Where the text begins."""
        return self.start + _PADDING


def badge(assessment: Assessment) -> bytes:
    """Draw how many of a year's items are complete."""
    counts, of_all = assessment.item_counts, len(assessment.items)
    complete = counts[ItemStatus.COMPLETE]
    digits = digits_of(assessment.agency.numerals)
    colour = _SOME if complete else _NONE
    if complete + counts[ItemStatus.NOT_APPLICABLE] == of_all:
        colour = _ALL
    name = _part(digits(f"OIT {assessment.year}"), _NAME_COLOUR, 0)
    said = _part(digits(f"{complete}/{of_all} ครบ"), colour, name.width)
    svg = template("badge.svg", assessment.agency.numerals).render(
        parts=(name, said),
        width=name.width + said.width,
        title=digits(
            f"{assessment.agency.name}: OIT ปีงบประมาณ {assessment.year} "
            f"ครบถ้วน {complete} จาก {of_all} ข้อ"
        ),
    )
    return svg.encode()


def badge_files(assessments: Sequence[Assessment]) -> dict[str, bytes]:
    """Return the badge of every year that has items, and that of the newest year."""
    badges = {one.year: badge(one) for one in assessments if one.items}
    files = {f"oit/{year}/{FILE}": picture for year, picture in badges.items()}
    newest = assessments[0].year
    return {**files, f"oit/{FILE}": badges[newest]} if newest in badges else files


def _part(text: str, colour: str, start: int) -> Part:
    """Lay out a text by its letters: Thai writes vowels and tones above and below others."""
    return Part(text, colour, start, _LETTER * len(_NO_WIDTH.sub("", text)))
