"""What an agency contributes to the tables: the rows of its record."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from oit.assess.assessment import LACKING, THERE, ElementStatus, ItemStatus
from oit.fleet import state
from oit.fleet.dictionary import TABLES, Table
from oit.fleet.folder import FleetFolder
from oit.fleet.known import Readiness, Result
from oit.fleet.list import ListedAgency
from oit.fleet.record import Record, good_of, of_source
from oit.fleet.sources.address import Kind, Source, source_of
from oit.views.datasets.dataset import FieldType

Cell: TypeAlias = str | int | date | None
Row = tuple[Cell, ...]
Rows = dict[str, list[Row]]
"""The rows by the names of the tables."""

_TYPES: dict[FieldType, type] = {"string": str, "integer": int, "date": date}
_LARGEST = 2**53
"""The largest number that every reader of the tables takes as it is."""
_RANKS = {str(ItemStatus.MISSING): 0, str(ItemStatus.PARTIAL): 1, str(ItemStatus.COMPLETE): 2}


class BrokenRecordError(Exception):
    """A record is not one that the program wrote."""


class _Known(NamedTuple):
    """The result of an agency, good or none."""

    result: Result
    how: str | None = None
    read: date | None = None
    """The day on which it was read."""
    status: Mapping[str, Any] | None = None

    @property
    def how_known(self) -> tuple[str, str | None]:
        """How it is known, which each row says."""
        return str(self.result), self.how

    @property
    def day(self) -> date | None:
        """The day of the check; no site can know more than on the day on which it was read."""
        if self.status is None or self.read is None:
            return None
        return min(date.fromisoformat(self.status["today"]), self.read)


class AgencyRows(NamedTuple):
    """What is known of an agency."""

    rows: Rows
    tried: date | None
    """The day of the newest try."""
    is_broken: bool
    """Whether its record is no record; then it counts as not examined."""


def read_rows(fleet: FleetFolder, agency: ListedAgency) -> AgencyRows:
    """Read the record of an agency, and return its rows for all tables.

    Their ages are counted when the newest day of all agencies is known (``with_age``).
    """
    source = source_of(agency.source, fleet.path)
    found = state.read(fleet.state, agency.id)
    record = of_source(found, agency.source)
    site = record["site"] if record else None
    if isinstance(source, Source) and source.kind is Kind.SITE:
        site = source.where
    try:
        tried = _tried(record) if record else None
        rows = _rows(agency, site, record)
    except BrokenRecordError:
        return AgencyRows(_rows(agency, site, None), None, is_broken=True)
    is_broken = found is None and state.has(fleet.state, agency.id)
    return AgencyRows(rows, tried, is_broken)


def with_age(row: Row, now: date) -> Row:
    """Return a row of the table of agencies with the age of its result on a day."""
    day, age = row[_position("agency", "day")], _position("agency", "age_days")
    return (*row[:age], (now - day).days if isinstance(day, date) else None, *row[age + 1 :])


def _tried(record: Record) -> date:
    try:
        return date.fromisoformat(record["key"]["day"])
    except (LookupError, TypeError, ValueError):
        raise BrokenRecordError from None


def _rows(agency: ListedAgency, site: str | None, record: Record | None) -> Rows:
    try:
        known = _known(record)
        changes = [*_changes(agency, record, known)]
        rows: Rows = {
            "agency": [_agency(agency, site, known, changes)],
            "item": [*_items(agency, known)],
            "element": [*_elements(agency, known)],
            "finding": [*_findings(agency, known)],
            "failure": [*_failures(agency, record, known)],
            "change": changes,
        }
    except (LookupError, TypeError, ValueError, AttributeError):
        raise BrokenRecordError from None
    for table in TABLES:
        _check_types(table, rows[table.name])
    return rows


def _known(record: Record | None) -> _Known:
    if record is None:
        return _Known(Result.NOT_RUN)
    good = good_of(record)
    if good is None:
        return _Known(Result.UNREAD)
    result = Result.CURRENT if record["failure"] is None else Result.EARLIER
    return _Known(result, good["how"], date.fromisoformat(good["day"]), good["status"])


def _agency(
    agency: ListedAgency,
    site: str | None,
    known: _Known,
    changes: Sequence[Row],
) -> Row:
    status, day = known.status, known.day
    listed = (agency.id, agency.name, agency.kind, agency.province, agency.district, site)
    direction = _position("change", "direction")
    fallen = sum(row[direction] == "fell" for row in changes)
    if status is None or day is None:
        nothing = (None,) * 12
        return (
            *listed,
            *known.how_known,
            *nothing[:4],
            str(Readiness.NO_DATA),
            *nothing[4:],
            0,
        )
    sums = status["summary"]
    counts = sums["elements"]
    return (
        *listed,
        *known.how_known,
        day,
        None,
        status["year"],
        status["checklist"],
        str(_readiness(sums)),
        sums["items"],
        *(sums[str(one)] for one in ItemStatus),
        sum(counts.values()),
        sum(counts.get(str(one), 0) for one in THERE),
        sum(counts.get(str(one), 0) for one in LACKING),
        fallen,
    )


def _readiness(sums: Mapping[str, Any]) -> Readiness:
    applicable = sums["items"] - sums[str(ItemStatus.NOT_APPLICABLE)]
    if sums[str(ItemStatus.COMPLETE)] == applicable:
        return Readiness.READY
    if 2 * sums[str(ItemStatus.MISSING)] > applicable:
        return Readiness.MOSTLY_MISSING
    return Readiness.UNDER_WAY


def _of_year(agency: ListedAgency, known: _Known) -> tuple[str, int, str]:
    assert known.status is not None  # noqa: S101 - only results have rows of a year
    return agency.id, known.status["year"], known.status["checklist"]


def _items(agency: ListedAgency, known: _Known) -> Iterator[Row]:
    for item in known.status["items"] if known.status else ():
        lacking = sum(element["status"] in _LACKING for element in item["elements"])
        yield (
            *_of_year(agency, known),
            item["id"],
            item["title"],
            item["indicator"],
            item["status"],
            len(item["elements"]),
            lacking,
            item["url"],
            *known.how_known,
            known.day,
        )


_LACKING = frozenset(map(str, LACKING))
_NO_AMOUNT = {"have": None, "needed": None, "unit": None}


def _elements(agency: ListedAgency, known: _Known) -> Iterator[Row]:
    if known.status is None:
        return
    of_year = _of_year(agency, known)
    for item in known.status["items"]:
        for element in item["elements"]:
            amount = element["amount"] or _NO_AMOUNT
            yield (
                *of_year,
                item["id"],
                element["id"],
                element["text"],
                str(ElementStatus(element["status"])),
                element["basis"],
                amount["have"],
                amount["needed"],
                amount["unit"],
                element["lacking"],
                *known.how_known,
                known.day,
            )


def _findings(agency: ListedAgency, known: _Known) -> Iterator[Row]:
    for finding in known.status["findings"] if known.status else ():
        yield (
            *_of_year(agency, known),
            finding["item"],
            finding["element"],
            finding["code"],
            finding["severity"],
            # What a site reports names no files.
            finding.get("file"),
            finding.get("line"),
            finding["message"],
            *known.how_known,
            known.day,
        )


def _failures(agency: ListedAgency, record: Record | None, known: _Known) -> Iterator[Row]:
    if record is None or record["failure"] is None:
        return
    why = record["failure"]
    yield (
        agency.id,
        why["code"],
        date.fromisoformat(why["since"]),
        why["tries"],
        _tried(record),
        why["th"],
        why["en"],
        why["mend_th"],
        why["mend_en"],
        known.read,
        *known.how_known,
    )


def _changes(agency: ListedAgency, record: Record | None, known: _Known) -> Iterator[Row]:
    before = record["before"] if record else None
    if before is None or known.status is None:
        return
    was = dict(before["items"])
    now = {item["id"]: item["status"] for item in known.status["items"]}
    for item in {**now, **was}:
        if was.get(item) != now.get(item):
            yield (
                *_of_year(agency, known),
                item,
                was.get(item),
                now.get(item),
                _direction(was.get(item), now.get(item)),
                date.fromisoformat(before["day"]),
                before["how"],
                known.read,
                *known.how_known,
            )


def _direction(before: str | None, now: str | None) -> str:
    if before not in _RANKS or now not in _RANKS:
        return "other"
    return "improved" if _RANKS[now] > _RANKS[before] else "fell"


def _position(table: str, column: str) -> int:
    (found,) = (one for one in TABLES if one.name == table)
    return [one.name for one in found.columns].index(column)


def _check_types(table: Table, rows: Sequence[Row]) -> None:
    """Refuse what the columns cannot hold; a program reads the tables by their types.

    Raises:
        BrokenRecordError: some cell is of another type, or too large a number.
    """
    wanted = [_TYPES[column.type] for column in table.columns]
    for types in {tuple(map(type, row)) for row in rows}:
        if len(types) != len(wanted) or any(
            found not in (type(None), expected)
            for found, expected in zip(types, wanted, strict=True)
        ):
            raise BrokenRecordError
    if any(isinstance(cell, int) and abs(cell) > _LARGEST for row in rows for cell in row):
        raise BrokenRecordError
