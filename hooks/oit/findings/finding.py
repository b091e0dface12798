"""What the program has to say: where, how grave, and in which words.

A ``Code`` is one kind of thing to say and carries its wording and its documentation; a
``Finding`` is that said once, of one place in one file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from oit.bilingual import Bilingual, Language
from oit.thai.identity_search import mask_for_message


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """The data is unusable: exit status 2, and the site is not built."""
    GAP = "gap"
    """Something the checklist asks for is not there: exit status 1; the site flags it."""
    WARNING = "warning"
    """Worth a look; changes nothing."""


class Place(NamedTuple):
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Code:
    """A kind of finding."""

    id: str
    severity: Severity
    message: Bilingual
    """What was looked for and what was found; ``{name}`` stands for a value."""
    hint: Bilingual
    """What to do about it."""
    doc: str
    """The docstring of the module that defines the code: its user documentation."""

    def at(self, place: Place, **values: object) -> "Finding":
        """Say this of a place."""
        return Finding(self, place, values)


@dataclass(frozen=True)
class Finding:
    """A code said of a place."""

    code: Code
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    item: str = ""
    element: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.code.severity

    def message(self, language: Language = "th") -> str:
        """What was looked for and what was found."""
        return self._fill(self.code.message, language)

    def hint(self, language: Language = "th") -> str:
        """What to do about it."""
        return self._fill(self.code.hint, language)

    def told(self, language: Language = "th") -> str:
        """Return it whole: place, code, message, and on a line of its own what to do."""
        return f"{self.place}: {self.code.id} {self.message(language)}\n    → {self.hint(language)}"

    def _fill(self, words: Bilingual, language: Language) -> str:
        spoken = {
            name: value.text(language) if isinstance(value, Bilingual) else _harmless(value)
            for name, value in self.values.items()
        }
        return words.text(language).format(**spoken)


def _harmless(value: object) -> object:
    """Hide the national ids in a text: messages go to logs that anybody may read."""
    return mask_for_message(value) if isinstance(value, str) else value
