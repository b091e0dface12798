"""What becomes of one file."""

from typing import NamedTuple

from oit.bilingual import Bilingual


class Change(NamedTuple):
    """A file to be written, to be removed, or to be looked at by a person."""

    path: str
    """From the data folder."""
    text: str | None
    """What it is to say; ``None`` where it is to go, or is left alone."""
    told: Bilingual | None
    """What is said of it; ``None`` where enough is said already."""
    by_hand: bool = False
    """Whether nothing is changed, and somebody has to."""
