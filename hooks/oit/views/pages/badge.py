"""The readiness badge: a one-line picture that other sites can embed."""

from collections.abc import Sequence
from typing import NamedTuple

from oit.assess.assessment import Assessment, ItemStatus
from oit.thai.width import display_width
from oit.views.pages.environment import digits_of, template

FILE = "badge.svg"

# White text on each of these has a contrast of at least 6:1.
_NAME_COLOUR = "#0b4f6c"
_ALL, _SOME, _NONE = "#14603a", "#7a4a00", "#9b1c1c"
_CHARACTER_WIDTH, _PADDING = 7, 6


class Part(NamedTuple):
    """A text on a coloured background, and its position."""

    text: str
    colour: str
    start: int
    length: int
    """The drawn width of the text, whatever font the reader has."""

    @property
    def width(self) -> int:
        """The width of the background."""
        return self.length + 2 * _PADDING

    @property
    def text_start(self) -> int:
        """The horizontal position of the text."""
        return self.start + _PADDING


def badge(assessment: Assessment) -> bytes:
    """Draw the number of complete items of a year."""
    counts, total = assessment.item_counts, len(assessment.items)
    complete = counts[ItemStatus.COMPLETE]
    digits = digits_of(assessment.agency.numerals)
    colour = _SOME if complete else _NONE
    if complete + counts[ItemStatus.NOT_APPLICABLE] == total:
        colour = _ALL
    name = _part(digits(f"OIT {assessment.year}"), _NAME_COLOUR, 0)
    count = _part(digits(f"{complete}/{total} ครบ"), colour, name.width)
    svg = template("badge.svg", assessment.agency.numerals).render(
        parts=(name, count),
        width=name.width + count.width,
        title=digits(
            f"{assessment.agency.name}: OIT ปีงบประมาณ {assessment.year} "
            f"ครบถ้วน {complete} จาก {total} ข้อ"
        ),
    )
    return svg.encode()


def badge_files(assessments: Sequence[Assessment]) -> dict[str, bytes]:
    """Return the badge of every year that has items, and the newest badge at a fixed address."""
    badges = {assessment.year: badge(assessment) for assessment in assessments if assessment.items}
    files = {f"oit/{year}/{FILE}": svg for year, svg in badges.items()}
    newest = assessments[0].year
    return {**files, f"oit/{FILE}": badges[newest]} if newest in badges else files


def _part(text: str, colour: str, start: int) -> Part:
    return Part(text, colour, start, _CHARACTER_WIDTH * display_width(text))
