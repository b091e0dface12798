"""Merge the entries of a file into the rows of the table.

A purchase is identified by the number of its project, and of its contract if the project has
several; without a project number by the number and date of its contract, and otherwise by month
and name. A service is identified by its name and month, a project of a plan by its name.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import compress

from oit.bilingual import Bilingual
from oit.intake.imports.layout import NOTHING, Layout
from oit.intake.imports.sheet_reading import Entry
from oit.intake.imports.table import Row, in_order
from oit.thai.money import read_money
from oit.thai.writing import fold, normalize_spelling

_MOST_COMPARED = 200
_FRACTION = re.compile(r"\d+\.\d+", re.ASCII)
_COMPATIBLE = (
    *("month", "project_number", "contract_number", "contract_date"),
    *("budget", "agreed_price", "winner"),
)
_PASSES: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    # Fields that must be equal and not empty, and fields that may not contradict. Contracts with
    # different numbers are never the same: one of two purchases would be lost.
    "purchase": (
        (("project_number", "contract_number"), ()),
        (("project_number",), ("contract_number",)),
        (("contract_number", "contract_date", "name"), ("project_number",)),
        (("contract_number", "contract_date"), ("project_number",)),
        (("month", "name", "contract_number"), ("project_number",)),
        (("month", "name", "winner"), ("project_number", "contract_number", "contract_date")),
        (("month", "name", "agreed_price"), _COMPATIBLE),
        (("month", "name"), ("project_number", "contract_number", "contract_date", "winner")),
        (
            ("name",),
            _COMPATIBLE,
        ),
    ),
    "other": ((("name", "month"), ()), (("name", "budget"), ("month",)), (("name",), ("month",))),
}


@dataclass(frozen=True)
class RowChange:
    """A row of the table that the file changes, with the old and new text of each field."""

    row: Row
    place: Bilingual
    fields: dict[str, tuple[str, str]]


@dataclass
class Changes:
    """The changes that an import makes to a table."""

    rows: list[Row] = field(default_factory=list)
    """The table after the import."""
    read: list[Entry] = field(default_factory=list)
    """The entries of the files, each once; no statements that there were none."""
    statements: int = 0
    """The number of those statements in the files."""
    added: list[Entry] = field(default_factory=list)
    changed: list[RowChange] = field(default_factory=list)
    unchanged: int = 0
    kept: int = 0
    """Rows that are not in the file."""
    repeated: int = 0
    """Entries that a file repeats on another sheet."""
    removed: list[Row] = field(default_factory=list)
    """Rows that are not in the file, whose months the file replaces."""
    withdrawn: list[Row] = field(default_factory=list)
    """Statements that a month had no entries, although now it has some."""
    contradictions: list[tuple[Bilingual, Bilingual]] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether the table changes."""
        return bool(self.added or self.changed or self.removed or self.withdrawn)


def merge(
    rows: list[Row], entries: list[Entry], layout: Layout, *, replaces: bool = False
) -> Changes:
    """Merge entries into the rows of a table.

    If the entries ``replaces`` those of their months, rows of these months that are not among them
    are removed; of a table without months, all such rows.
    """
    changes = Changes()
    stated = {row["month"]: row for row in rows if row.get(NOTHING)}
    plain = [row for row in rows if not row.get(NOTHING)]
    news = [entry for entry in entries if not entry.values.get(NOTHING)]
    once = changes.read = _once(news, changes)
    pairs = _paired(plain, once, layout)
    for number, entry in enumerate(once):
        old = pairs.get(number)
        if old is None:
            changes.added.append(entry)
            continue
        differing = _differing(plain[old], entry.values)
        if differing:
            changes.changed.append(RowChange({**plain[old]}, entry.place, differing))
            plain[old] = plain[old] | {name: new for name, (_, new) in differing.items()}
        else:
            changes.unchanged += 1
    statements = [entry for entry in entries if entry.values.get(NOTHING)]
    changes.statements = len(statements)
    if replaces:
        months = {entry.values.get("month") for entry in (*once, *statements)}
        paired = set(pairs.values())
        stays = [n in paired or row.get("month") not in months for n, row in enumerate(plain)]
        changes.removed = [row for row, is_kept in zip(plain, stays, strict=True) if not is_kept]
        plain = list(compress(plain, stays))
    changes.kept = len(plain) - len(pairs)
    plain += [entry.values for entry in changes.added]
    _merge_statements(stated, statements, plain, changes)
    changes.rows = in_order([*plain, *stated.values()], layout)
    return changes


def _once(entries: list[Entry], changes: Changes) -> list[Entry]:
    """Drop the entries of a summary sheet that repeat those of the monthly sheets."""
    if len({entry.sheet for entry in entries}) < 2:
        return entries
    seen: dict[frozenset[tuple[str, str]], str] = {}
    kept = []
    comparable = _Comparable()
    for entry in entries:
        key = frozenset((name, comparable[text]) for name, text in entry.values.items())
        if key in seen and seen[key] != entry.sheet:
            changes.repeated += 1
            continue
        seen.setdefault(key, entry.sheet)
        kept.append(entry)
    return kept


def _paired(rows: list[Row], entries: list[Entry], layout: Layout) -> dict[int, int]:
    """Return the number of its row for each entry that is already in the table."""
    if not rows:
        return {}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    is_purchase = "project_number" in layout.form.model_fields
    identical: dict[frozenset[tuple[str, str]], list[int]] = {}
    for number, row in enumerate(rows):
        identical.setdefault(frozenset(row.items()), []).append(number)
    for number, entry in enumerate(entries):
        same = identical.get(frozenset(item for item in entry.values.items() if item[1]))
        if same:
            pairs[number] = same.pop(0)
            taken.add(pairs[number])
    for fields, agreeing in _PASSES["purchase" if is_purchase else "other"]:
        if len(pairs) == len(entries) or len(taken) == len(rows):
            break
        olds = _grouped(((n, row) for n, row in enumerate(rows) if n not in taken), fields)
        news = _grouped(
            ((n, entry.values) for n, entry in enumerate(entries) if n not in pairs), fields
        )
        for key, numbers in news.items():
            for new, old in _matched(numbers, olds.get(key, []), rows, entries, agreeing):
                pairs[new] = old
                taken.add(old)
    if is_purchase and len(pairs) < len(entries):
        _pair_single(rows, entries, pairs, taken)
    return pairs


def _grouped(
    rows: Iterable[tuple[int, Row]], fields: tuple[str, ...]
) -> dict[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, row in rows:
        key = tuple(_comparable(row.get(name, "")) for name in fields)
        if all(key):
            groups.setdefault(key, []).append(number)
    return groups


def _matched(
    news: list[int],
    olds: list[int],
    rows: list[Row],
    entries: list[Entry],
    agreeing: tuple[str, ...],
) -> list[tuple[int, int]]:
    """Match entries and rows of the same key: first those without a difference, then in order."""
    pairs: list[tuple[int, int]] = []
    left, free = news, list(olds)
    for test in (_covers, None):
        unmatched = []
        for new in left:
            values = entries[new].values
            found = next(
                (
                    old
                    for old in free[:_MOST_COMPARED]
                    if not _contradict(rows[old], values, agreeing)
                    and (test is None or test(rows[old], values))
                ),
                None,
            )
            if found is None:
                unmatched.append(new)
            else:
                pairs.append((new, found))
                free.remove(found)
        left = unmatched
    return pairs


def _comparable(text: str) -> str:
    """Return a text without what differs among files with the same purchases."""
    if text.isdecimal():
        return text
    if _FRACTION.fullmatch(text):
        return text.rstrip("0").rstrip(".")
    return fold(text).replace(" ", "")


class _Comparable(dict[str, str]):
    """What is comparable of texts, each found once: columns repeat their texts."""

    def __missing__(self, text: str) -> str:
        found = self[text] = _comparable(text)
        return found


def _covers(row: Row, values: Row) -> bool:
    return not _differing(row, values)


def _contradict(row: Row, values: Row, fields: tuple[str, ...]) -> bool:
    return any(
        row.get(name) and values.get(name) and _comparable(row[name]) != _comparable(values[name])
        for name in fields
    )


def _pair_single(
    rows: list[Row], entries: list[Entry], pairs: dict[int, int], taken: set[int]
) -> None:
    """Pair a project's only contract with the one in the table, even if its number changed."""
    name = "project_number"
    old_counts = Counter(_comparable(row.get(name, "")) for row in rows)
    new_counts = Counter(_comparable(entry.values.get(name, "")) for entry in entries)
    free = ((number, row) for number, row in enumerate(rows) if number not in taken)
    olds = {_comparable(row.get(name, "")): number for number, row in free}
    for number, entry in enumerate(entries):
        project = _comparable(entry.values.get(name, ""))
        is_single = project and old_counts[project] == new_counts[project] == 1
        if is_single and number not in pairs and project in olds:
            pairs[number] = olds[project]


def _differing(row: Row, values: Row) -> dict[str, tuple[str, str]]:
    """Return the fields that differ; 46730 and 46730.00 are the same."""
    return {
        name: (row.get(name, ""), text)
        for name, text in values.items()
        if text and row.get(name) != text and not _same(row.get(name, ""), text)
    }


def _same(text: str, other: str) -> bool:
    """Tell whether a text of the table needs no change: a new spelling alone is none.

    Only characters in an unusual order, as an earlier import may have kept them, are replaced.
    """
    if fold(text) == fold(other):
        return normalize_spelling(text) == text
    return _same_number(text, other)


def _same_number(text: str, other: str) -> bool:
    try:
        return bool(text) and _amount(text) == _amount(other)
    except ValueError:
        return False


def _amount(text: str) -> Decimal:
    # The number of a contract or a date begins like an amount but is none.
    if not text[:1].isdigit() or (text.startswith("0") and text[1:2].isdigit()):
        raise ValueError(text)
    return read_money(text)


def _merge_statements(
    stated: dict[str, Row], statements: list[Entry], rows: list[Row], changes: Changes
) -> None:
    """Merge the statements that months had no entries, except for months that have some."""
    busy = {row.get("month") for row in rows}
    for month in [month for month in stated if month in busy]:
        changes.withdrawn.append(stated.pop(month))
    for entry in statements:
        month = entry.values["month"]
        if month in busy:
            changes.contradictions.append(
                (
                    entry.place,
                    Bilingual(
                        f"บอกว่าเดือน {month} ไม่มีรายการ แต่ในตารางมี จึงไม่ได้นำเข้า",
                        f"states that {month} had none but the table has some; not imported",
                    ),
                )
            )
        elif month in stated:
            changes.unchanged += 1
        else:
            stated[month] = entry.values
            changes.added.append(entry)
    changes.kept += sum(
        1 for month in stated if all(entry.values["month"] != month for entry in statements)
    )
