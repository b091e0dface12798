"""The input of a report."""

from dataclasses import dataclass

from oit.assess.assessment import Assessment
from oit.bilingual import Language
from oit.thai.identity_search import mask_for_message


@dataclass(frozen=True)
class View:
    """An assessment and how to report it."""

    assessment: Assessment
    language: Language = "th"
    colour: bool = False

    def painted(self, text: str, colour: str) -> str:
        """Return a text in a terminal colour (an SGR parameter) if colours are on.

        It is masked here: the letters of the colour would make its numbers part of a word.
        """
        text = mask_for_message(text)
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text
