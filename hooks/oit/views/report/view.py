"""The input of a report."""

from dataclasses import dataclass

from oit.assess.assessment import Assessment
from oit.bilingual import Language


@dataclass(frozen=True)
class View:
    """An assessment and how to report it."""

    assessment: Assessment
    language: Language = "th"
    colour: bool = False

    def painted(self, text: str, colour: str) -> str:
        """Return a text in a terminal colour (an SGR parameter) if colours are on."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text
