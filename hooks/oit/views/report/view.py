"""What a report is given."""

from dataclasses import dataclass

from oit.assess.assessment import Assessment
from oit.bilingual import Language


@dataclass(frozen=True)
class View:
    """An assessment and how it is to be told."""

    assessment: Assessment
    language: Language = "th"
    colour: bool = False

    def painted(self, text: str, colour: str) -> str:
        """Return a text in a terminal's colour (an SGR parameter), where colours are shown."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text
