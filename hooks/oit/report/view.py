"""What a report is given."""

from dataclasses import dataclass

from oit.assessment import Assessment
from oit.finding import Language


@dataclass(frozen=True)
class View:
    """An assessment and how it is to be told."""

    assessment: Assessment
    language: Language = "th"
    colour: bool = False
