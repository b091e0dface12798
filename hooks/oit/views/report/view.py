"""The input of a report."""

from dataclasses import dataclass
from functools import cached_property

from oit.assess.assessment import Assessment
from oit.bilingual import Language
from oit.findings.finding import Finding, Place
from oit.thai.identity_search import mask_for_message


@dataclass(frozen=True)
class View:
    """An assessment and how to report it."""

    assessment: Assessment
    language: Language = "th"
    colour: bool = False

    def amount(self, finding: Finding) -> str:
        """Return how much is there of an element in part; only for its first finding.

        Empty if the message says it already.
        """
        words = self._amounts.get((finding.item, finding.element, finding.place), "")
        return "" if words in finding.message(self.language) else words

    def message(self, finding: Finding) -> str:
        """Return a finding's message with the amount."""
        message, amount = finding.message(self.language), self.amount(finding)
        return f"{message} ({amount})" if amount else message

    @cached_property
    def _amounts(self) -> dict[tuple[str, str, Place], str]:
        """The amount of each element in part, by the place of its first finding."""
        return {
            (result.item.id, element.element.id, min(f.place for f in element.findings)): (
                element.lacking.text(self.language)
            )
            for result in self.assessment.items
            for element in result.elements
            if element.is_begun and element.findings
        }

    def painted(self, text: str, colour: str) -> str:
        """Return a text in a terminal colour (an SGR parameter) if colours are on.

        It is masked here: the letters of the colour would make its numbers part of a word.
        """
        text = mask_for_message(text)
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text
