"""The entries that an item has typed in its own file, where a table is to take their place."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from oit.bilingual import Bilingual
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.draft import Draft, fresh
from oit.desk.saving.matching import meaning
from oit.desk.saving.save import Outcome, save
from oit.desk.saving.words import label
from oit.desk.spreadsheets.target import Target
from oit.forms.labels import name_of
from oit.intake.imports.plan import Plan
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath
from oit.source.write import Plain
from oit.thai import dates
from oit.thai.calendar import Month

_STATEMENTS = ("nothing_to_report", "not_applicable")
_NAMED = 10
"""How many entries of a month are named."""


@dataclass(frozen=True)
class Own:
    """What would be removed so that the item shows the table."""

    draft: Draft
    """The file without it, and with the table."""
    removed: tuple[Bilingual, ...] = ()
    """What each is called, and what is in it."""


def own_entries(file: ItemFile, target: Target, plan: Plan) -> Own | None:
    """Return what keeps an item from showing the table; ``None`` if nothing does."""
    now = fresh(file)
    if not isinstance(now.mine, dict) or (target.form.STATES_TOTALS and target.is_named):
        return None
    mine, removed = dict(now.mine), list[KeyPath]()
    months = {month for row in plan.changes.rows if (month := _month(row.get("month"), file))}
    for name in target.form.FILLS:
        entries = mine.get(name)
        if isinstance(entries, list) and entries:
            gone = list(_in_the_way(entries, name, target, file, months))
            removed += [(name, index) for index in gone]
            kept = [entry for index, entry in enumerate(entries) if index not in gone]
            _set(mine, name, kept)
    for name in _STATEMENTS:
        if meaning(mine.get(name)) is not None:
            removed.append((name,))
            del mine[name]
    if not removed:
        return None
    if not target.is_named:
        is_same_year = target.path.parent == file.path.parent
        mine["rows"] = target.path.name if is_same_year else f"{target.year}/{target.path.name}"
    words = tuple(_said(file, path, now.mine, target) for path in removed)
    return Own(Draft(now.base, mine, now.version), words)


def replace_own(desk: Desk, officer: Officer, file: ItemFile, own: Own) -> Outcome:
    """Save the item with the table in the place of its own entries; that can be undone.

    Raises:
        OSError: it cannot be written; it is as it was.
    """
    return save(desk, officer, file, own.draft, kind="import")


def _in_the_way(
    entries: list[Any], name: str, target: Target, file: ItemFile, months: Collection[Month]
) -> Iterator[int]:
    """Yield which entries cannot be beside the table: a month may say that there was nothing."""
    field, _, inner = target.form.ENTRIES.partition(".")
    for index, entry in enumerate(entries):
        is_statement = inner and name == field and isinstance(entry, dict) and not entry.get(inner)
        if not is_statement or _month(entry.get("month"), file) in months:
            yield index


def _month(text: object, file: ItemFile) -> Month | None:
    with suppress(ValueError):
        return dates.read_month(str(text), file.year) if text else None
    return None


def _set(tree: dict[str, Any], name: str, entries: list[Any]) -> None:
    if entries:
        tree[name] = entries
    else:
        del tree[name]


def _said(file: ItemFile, path: KeyPath, tree: Plain, target: Target) -> Bilingual:
    """Name what would be removed, with the entries in it."""
    words = label(file.form, path, tree)
    inner = target.form.ENTRIES.partition(".")[2]
    entry: Any = tree
    for step in path:
        entry = entry[step]
    if isinstance(entry, str):
        return Bilingual(f"{words.th}: {entry}", f"{words.en}: {entry}")
    if not inner or not isinstance(entry, dict):
        return words
    if month := _month(entry.get("month"), file):
        words = Bilingual(dates.format_month(month), dates.write_month(month))
    within = entry.get(inner)
    names = [str(name_of(each) or "–") for each in within] if isinstance(within, list) else []
    if not names:
        return words
    more = len(names) - _NAMED
    said = ", ".join(names[:_NAMED])
    return Bilingual(
        f"{words.th}: {said}" + (f" และอีก {more} รายการ" if more > 0 else ""),
        f"{words.en}: {said}" + (f" and {more} more" if more > 0 else ""),
    )
