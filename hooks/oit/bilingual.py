"""A text in the two languages that the program speaks."""

from typing import Literal, NamedTuple

Language = Literal["th", "en"]


class Bilingual(NamedTuple):
    """One text in Thai and in English."""

    th: str
    en: str

    def text(self, language: Language) -> str:
        """Return the text in one language."""
        return self.th if language == "th" else self.en
