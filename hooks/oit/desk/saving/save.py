"""From a draft to the data: what can be saved is saved, the rest stays a draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from oit.bilingual import Bilingual
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.draft import Draft
from oit.findings.finding import Finding
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath
from oit.source.write import Plain

Choice = Literal["mine", "theirs"]


@dataclass(frozen=True)
class Conflict:
    """A value that two people changed."""

    path: KeyPath
    """Where it is in the draft."""
    mine: Plain | None
    theirs: Plain | None
    """What the file says now; ``None`` if it says nothing, or the entry was removed."""


@dataclass(frozen=True)
class Outcome:
    """What became of a draft."""

    draft: Draft
    """What is left of it: as the file is now, with what was not saved."""
    saved: tuple[Bilingual, ...] = ()
    """The fields that were saved, in words."""
    refused: tuple[tuple[KeyPath, Finding], ...] = ()
    """The values that cannot be read, each with its place in the draft."""
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Bilingual, ...] = ()
    """What else kept something from being saved."""


def save(
    desk: Desk,
    officer: Officer,
    file: ItemFile,
    draft: Draft,
    chosen: Mapping[KeyPath, Choice] | None = None,
) -> Outcome:
    """Save a draft; ``chosen`` settles conflicts that an earlier outcome has reported.

    Raises:
        OSError: the file cannot be written; it is as it was, and so is the draft.
    """
    raise NotImplementedError
