"""What the program reports: where, how severe, and in which words.

A ``Code`` is a kind of finding, with its wording and its documentation; a ``Finding`` is a code
at a place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from oit.bilingual import Bilingual, Language
from oit.characters import escaped
from oit.thai.identity_search import mask_for_message


class Severity(StrEnum):
    """How severe a finding is."""

    ERROR = "error"
    """The data is unusable: exit status 2, and the site is not built."""
    GAP = "gap"
    """Something that the checklist requires is missing: exit status 1; the site flags it."""
    WARNING = "warning"
    """Worth a look; changes nothing."""
    FAULT = "fault"
    """A published site or a link is wrong: exit status 1 of ``oit verify`` and ``oit links``."""


class Place(NamedTuple):
    """A place in a file; line and column count from 1.

    The file may be an address of a site, counted from its root.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{escaped(mask_for_message(self.file))}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Code:
    """A kind of finding."""

    id: str
    severity: Severity
    message: Bilingual
    """What was expected and what was found; ``{name}`` is replaced by a value."""
    hint: Bilingual
    """What to do about it."""
    doc: str
    """The docstring of the module that defines the code: its user documentation."""
    name: str = ""
    """What ``oit verify`` calls it instead of the id: ``page-missing``."""

    def at(self, place: Place, **values: object) -> "Finding":
        """Report this code at a place."""
        return Finding(self, place, values)


@dataclass(frozen=True)
class Finding:
    """A code at a place."""

    code: Code
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    item: str = ""
    element: str = ""

    @property
    def severity(self) -> Severity:
        """How severe it is."""
        return self.code.severity

    def message(self, language: Language = "th") -> str:
        """What was expected and what was found."""
        return self._fill(self.code.message, language)

    @property
    def words(self) -> Bilingual:
        """What was expected and what was found, in both languages."""
        return Bilingual(self.message("th"), self.message("en"))

    @property
    def advice(self) -> Bilingual:
        """What to do about it, in both languages."""
        return Bilingual(self.hint("th"), self.hint("en"))

    def hint(self, language: Language = "th") -> str:
        """What to do about it."""
        return self._fill(self.code.hint, language)

    def text(self, language: Language = "th", message: str = "") -> str:
        """Render it: place, code and message, and what to do on a line of its own.

        ``message`` replaces its own message by one that says more.
        """
        message = message or self.message(language)
        return f"{self.place}: {self.code.id} {message}\n    → {self.hint(language)}"

    def _fill(self, template: Bilingual, language: Language) -> str:
        values = {name: _printable(value, language) for name, value in self.values.items()}
        return template.text(language).format(**values)


def _printable(value: object, language: Language) -> object:
    """Choose the language of a value, and mask the numbers of persons: anybody may read logs."""
    if isinstance(value, Bilingual):
        return escaped(mask_for_message(value.text(language)))
    return escaped(mask_for_message(value)) if isinstance(value, str) else value
