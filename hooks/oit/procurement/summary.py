"""A year's purchases added up: by month, method, source of funds and supplier."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from oit.forms.procurement_report import method_name
from oit.forms.tabular import positions_by, positions_by_name, total
from oit.thai.calendar import Month
from oit.thai.dates import format_month

UNKNOWN = "ไม่ระบุ"


@dataclass(frozen=True)
class Group:
    """Purchases that have something in common."""

    name: str
    count: int
    budget: Decimal | int | None
    agreed: Decimal | int | None


@dataclass(frozen=True)
class Summary:
    """The sums of a year."""

    count: int
    budget: Decimal | None
    agreed: Decimal | None
    has_every_budget: bool
    """Whether each price has a budget beside it: only then can their sums be compared."""
    months: list[Group]
    """In chronological order."""
    methods: list[Group]
    """The method with the largest sum first; sources and suppliers have the same order."""
    sources: list[Group]
    suppliers: list[Group]


def in_time(month: Month | None) -> Month:
    """Return a sort key for months: chronological, entries without a month last."""
    return month or Month(9999, 12)


def summarise(
    columns: Mapping[str, Sequence[Any]], count: int, year: Sequence[Month] = ()
) -> Summary:
    """Add up purchases given by columns; a missing column counts as empty.

    If any purchase has a month, each month of the ``year`` is listed, with or without purchases.
    """
    nothing = [None] * count
    budgets = columns.get("budget", nothing)
    prices = columns.get("agreed_price", nothing)

    def groups(positions_of: Mapping[Any, list[int]]) -> dict[Any, Group]:
        return {
            key: Group(
                format_month(key) if isinstance(key, Month) else key or UNKNOWN,
                len(positions),
                total(budgets, positions),
                total(prices, positions),
            )
            for key, positions in positions_of.items()
        }

    months = groups(positions_by(columns.get("month", nothing)))
    if any(months):
        months |= groups({month: [] for month in year if month not in months})
    suppliers = groups(positions_by_name(columns.get("winner", nothing)))
    methods = groups(positions_by_name([method_name(m) for m in columns.get("method", nothing)]))
    sources = groups(positions_by_name(columns.get("source", nothing)))
    return Summary(
        count,
        total(budgets),
        total(prices),
        all(b is not None or not p for b, p in zip(budgets, prices, strict=True)),
        [months[month] for month in sorted(months, key=in_time)] if any(months) else [],
        _largest_first(methods.values()),
        _largest_first(sources.values()),
        _largest_first(group for name, group in suppliers.items() if name),
    )


def _largest_first(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (-(group.agreed or 0), group.name))
