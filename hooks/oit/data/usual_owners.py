"""The unit that usually keeps an item: offered where nobody is named, never an answer by itself."""

from functools import cache
from pathlib import Path

from oit.data.checklist import Item
from oit.source.own import read_own

FILE = Path(__file__).with_name("usual_owners.yml")


def usual_owner(item: Item, kind: str) -> str | None:
    """Return the unit that usually keeps an item at a kind of agency; ``None`` if none is known."""
    return item.owner or _by_form(kind).get(item.form)


@cache
def _by_form(kind: str) -> dict[str, str]:
    groups = (group["forms"] for group in read_own(FILE).values() if kind in group["kinds"])
    return next(groups, {})
