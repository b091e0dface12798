"""Put the entries of a file into the rows that are there: which of them are the same thing.

A purchase is known by the number of its project, and of its contract where the project has
several; without a number of the project by number and day of the contract; else by month and
name. A service is known by its name and month, a project of a plan by its name.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.intake.imports.found import Entry
from oit.intake.imports.layout import NOTHING, Layout
from oit.intake.imports.table import Row, in_order
from oit.thai import money

_MOST_COMPARED = 200
_NOT_OTHERWISE = (
    *("month", "project_number", "contract_number", "contract_date"),
    *("budget", "agreed_price", "winner"),
)
_PASSES: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    # Fields that must be equal and not empty; fields that may not say different things. To take
    # two purchases for one would lose one: contracts of different numbers are never the same.
    "purchase": (
        (("project_number", "contract_number"), ()),
        (("project_number",), ("contract_number",)),
        (("contract_number", "contract_date", "name"), ("project_number",)),
        (("contract_number", "contract_date"), ("project_number",)),
        (("month", "name", "contract_number"), ("project_number",)),
        (("month", "name", "winner"), ("project_number", "contract_number", "contract_date")),
        (("month", "name", "agreed_price"), _NOT_OTHERWISE),
        (("month", "name"), ("project_number", "contract_number", "contract_date", "winner")),
        (
            ("name",),
            _NOT_OTHERWISE,
        ),
    ),
    "other": ((("name", "month"), ()), (("name", "budget"), ("month",)), (("name",), ("month",))),
}


@dataclass(frozen=True)
class RowChange:
    """A row that the file says otherwise than the table: each field's old and new text."""

    row: Row
    place: Bilingual
    fields: dict[str, tuple[str, str]]


@dataclass
class Changes:
    """What an import does to a table."""

    rows: list[Row] = field(default_factory=list)
    """The table as it is to be."""
    added: list[Entry] = field(default_factory=list)
    changed: list[RowChange] = field(default_factory=list)
    unchanged: int = 0
    kept: int = 0
    """Rows that the file does not have."""
    repeated: int = 0
    """Entries that a file gives twice, on different sheets."""
    withdrawn: list[Row] = field(default_factory=list)
    """Statements that a month had nothing, where now it has something."""
    contradictions: list[tuple[Bilingual, Bilingual]] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether the table is to be another than it was."""
        return bool(self.added or self.changed or self.withdrawn)


def merge(rows: list[Row], entries: list[Entry], layout: Layout) -> Changes:
    """Put entries into the rows of a table."""
    changes = Changes()
    stated = {row["month"]: row for row in rows if row.get(NOTHING)}
    plain = [row for row in rows if not row.get(NOTHING)]
    news = [entry for entry in entries if not entry.values.get(NOTHING)]
    once = _once(news, changes)
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
    changes.kept = len(plain) - len(pairs)
    statements = [entry for entry in entries if entry.values.get(NOTHING)]
    plain += [entry.values for entry in changes.added]
    _state(stated, statements, plain, changes)
    changes.rows = in_order([*plain, *stated.values()], layout)
    return changes


def _once(entries: list[Entry], changes: Changes) -> list[Entry]:
    """Leave out what a summary sheet repeats of the sheets of the months."""
    seen: dict[tuple[tuple[str, str], ...], str] = {}
    kept = []
    for entry in entries:
        key = tuple(sorted(entry.values.items()))
        if key in seen and seen[key] != entry.sheet:
            changes.repeated += 1
            continue
        seen.setdefault(key, entry.sheet)
        kept.append(entry)
    return kept


def _paired(rows: list[Row], entries: list[Entry], layout: Layout) -> dict[int, int]:
    """Return for each entry that is in the table already the number of its row."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    is_purchase = "project_number" in layout.form.model_fields
    whole: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for number, row in enumerate(rows):
        whole.setdefault(tuple(sorted(row.items())), []).append(number)
    for number, entry in enumerate(entries):
        same = whole.get(tuple(sorted((n, t) for n, t in entry.values.items() if t)))
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
    if is_purchase:
        _pair_single(rows, entries, pairs, taken)
    return pairs


def _grouped(
    rows: Iterable[tuple[int, Row]], fields: tuple[str, ...]
) -> dict[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, row in rows:
        key = tuple(row.get(name, "") for name in fields)
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
    """Match entries and rows of the same key: first those that say the same, then in order."""
    pairs: list[tuple[int, int]] = []
    left, free = list(news), list(olds)
    for test in (_covers, None):
        for new in list(left):
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
            if found is not None:
                pairs.append((new, found))
                left.remove(new)
                free.remove(found)
    return pairs


def _covers(row: Row, values: Row) -> bool:
    return not _differing(row, values)


def _contradict(row: Row, values: Row, fields: tuple[str, ...]) -> bool:
    return any(row.get(n) and values.get(n) and row[n] != values[n] for n in fields)


def _pair_single(
    rows: list[Row], entries: list[Entry], pairs: dict[int, int], taken: set[int]
) -> None:
    """Pair a project's only contract with the one in the table, though its number was mended."""
    name = "project_number"
    old_counts = Counter(row.get(name, "") for row in rows)
    new_counts = Counter(entry.values.get(name, "") for entry in entries)
    olds = {row.get(name, ""): number for number, row in enumerate(rows) if number not in taken}
    for number, entry in enumerate(entries):
        project = entry.values.get(name, "")
        is_single = project and old_counts[project] == new_counts[project] == 1
        if is_single and number not in pairs and project in olds:
            pairs[number] = olds[project]


def _differing(row: Row, values: Row) -> dict[str, tuple[str, str]]:
    """Return the fields that say something else; 46730 and 46730.00 are the same."""
    return {
        name: (row.get(name, ""), text)
        for name, text in values.items()
        if text and row.get(name) != text and not _same_number(row.get(name, ""), text)
    }


def _same_number(one: str, other: str) -> bool:
    try:
        return bool(one) and _amount(one) == _amount(other)
    except ValueError:
        return False


def _amount(text: str) -> Decimal:
    # A number of a contract or a day is no amount, though it begins like one.
    if not text[:1].isdigit() or (text.startswith("0") and text[1:2].isdigit()):
        raise ValueError(text)
    return money.parse_money(text)


def _state(
    stated: dict[str, Row], statements: list[Entry], rows: list[Row], changes: Changes
) -> None:
    """Put in that months had nothing; a month that has something takes no such statement."""
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
                        f"says that {month} had none, and the table has some; left out",
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
