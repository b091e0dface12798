"""The pages of the manual about items: which checklists have them, and at which addresses."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from oit.data.checklist import Item, program_list
from oit.source.own import read_own

_FILE = Path(__file__).with_name("manuals.yml")
FOLDER = "officer/items/"
"""Where the pages are in the manual."""


class Manual(NamedTuple):
    """A checklist that the manual covers, and the agency that serves as its example."""

    checklist: str
    year: int
    kind: str
    data: str

    @property
    def name(self) -> str:
        """The name of its folder of pages."""
        return f"{self.checklist}-{self.year}"


MANUALS = [Manual(**row | {"year": int(row["year"])}) for row in read_own(_FILE)["manuals"]]


def page_name(item: Item) -> str:
    """Return the name of an item's page, ``o07``: of its number, even if its file is shared."""
    return item.stem


@cache
def manual_pages(checklist: str, year: int) -> dict[str, str]:
    """Return the address of each item's page in the manual, by the item's id."""
    named = [manual for manual in MANUALS if manual[:2] == (checklist, year)]
    items = [(manual, item) for manual in named for item in program_list(checklist, year).items]
    return {item.id: f"{FOLDER}{manual.name}/{page_name(item)}/" for manual, item in items}
