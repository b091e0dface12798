"""What a run found and did: the value of which every report is a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from oit.adopt.choice import Choice, Chosen
from oit.adopt.documents import Doubt
from oit.adopt.trouble import Trouble
from oit.data.checklist import Checklist, Item
from oit.forms.adopted import AdoptedDocument


class Outcome(StrEnum):
    """What became of a link of an item."""

    LIVE = "live"
    """Stored, and an entry of the item's file."""
    LOOK = "look"
    """Stored, but its entry is a comment until somebody has looked."""
    KNOWN = "known"
    """Brought in by an earlier run, and the same since."""
    WAITING = "waiting"
    """The same since an earlier run, but its entry is still a comment."""
    CHANGED = "changed"
    """Brought in by an earlier run; the old site has another file there now."""
    NEW = "new"
    """New since an earlier run, which this run does not bring in."""
    BESIDE = "beside"
    """Not stored, because the item's file is written by hand."""
    PAGE = "page"
    """A page, not a document."""
    OUT = "out"
    """Not stored, because it may not be published or cannot be opened."""
    TROUBLE = "trouble"
    """It could not be fetched."""
    NOT_LOOKED = "not looked at"
    """A dry run does not fetch documents."""


STORED = {Outcome.LIVE, Outcome.LOOK}
KEPT = STORED | {Outcome.KNOWN, Outcome.WAITING}
"""What is in docs/, by this run or an earlier one."""


class Held(StrEnum):
    """What an item's file is to this run."""

    WRITTEN = "written"
    """It was missing or an untouched template, and the run writes it."""
    TEMPLATE = "template"
    """It is missing or an untouched template, and the run has nothing for it."""
    BY_HAND = "by hand"
    """Somebody has written it, so the run leaves it alone."""


@dataclass(frozen=True)
class Row:
    """A link of an item, and what became of it."""

    chosen: Chosen
    outcome: Outcome
    title: str
    file: str = ""
    """The path below docs/ of a stored document."""
    digest: str = ""
    doubts: tuple[Doubt, ...] = ()
    trouble: Trouble | None = None
    shows: Mapping[str, int] = field(default_factory=dict)
    """The page on which the words of an element are, by the element's id."""
    absent: tuple[str, ...] = ()
    """The elements, in words, of which no page has the words."""


@dataclass(frozen=True)
class ItemRows:
    """An item of the year, and what was found for it."""

    item: Item
    path: str
    """Its file, from the data folder."""
    held: Held
    rows: tuple[Row, ...] = ()

    @property
    def told(self) -> tuple[Row, ...]:
        """The links that a report names: without pages of which the documents are there."""
        pages = {row.chosen.found.page for row in self.rows if row.file}
        return tuple(
            row
            for row in self.rows
            if row.outcome is not Outcome.PAGE or row.chosen.address not in pages
        )

    @property
    def is_sure(self) -> bool:
        """Whether it has a document that is surely its own, and nothing to look at."""
        good = {Outcome.LIVE, Outcome.KNOWN}
        told = self.told
        return bool(told) and all(row.outcome in good and not row.doubts for row in told)


@dataclass(frozen=True)
class Adoption:
    """A run."""

    agency: str
    checklist: Checklist
    day: date
    sources: tuple[str, ...]
    pages: tuple[str, ...]
    """The pages that were read."""
    choice: Choice
    items: tuple[ItemRows, ...]
    troubles: tuple[Trouble, ...] = ()
    """Pages that could not be read, or only in part."""
    gone: tuple[AdoptedDocument, ...] = ()
    """Documents of an earlier run that the pages no longer link to."""
    written: tuple[str, ...] = ()
    """The files that were written, as findings name them; in a dry run those that would be."""
    is_dry: bool = False
    is_repeated: bool = False
    """Whether every source was brought in completely before."""

    @property
    def is_complete(self) -> bool:
        """Whether every item has a document that is surely its own, and nothing is in doubt."""
        return (
            all(entry.is_sure for entry in self.items)
            and not self.troubles
            and not self.gone
            and not self.choice.left
        )
