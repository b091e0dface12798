"""A run of a fleet: which agencies are examined, and what becomes of their records."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from oit.data.lock import is_taken
from oit.fleet import state
from oit.fleet.agency_task import Order, examine_agency, order_for, unread
from oit.fleet.engine import Engine, Failure, drive
from oit.fleet.folder import FleetFolder
from oit.fleet.list import FAILED, ListedAgency
from oit.fleet.record import Record
from oit.fleet.sources.address import Source, source_of


class BusyError(Exception):
    """Another run of this fleet has not ended."""


class Wanted(NamedTuple):
    """What a run asks for."""

    day: date
    year: int | None = None
    only: frozenset[str] = frozenset()
    """The ids of some agencies, or ``FAILED``; empty for all."""


@dataclass
class Summary:
    """What came of a run."""

    chosen: int = 0
    read: int = 0
    unchanged: int = 0
    """The agencies that were not examined, because their records are still right."""
    failed: list[tuple[ListedAgency, Record]] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    """The ids of the agencies that were examined and could be read."""


@contextmanager
def only_run(fleet: FleetFolder) -> Iterator[None]:
    """Keep other runs of this fleet away.

    Raises:
        BusyError: there is one.
        OSError: the lock cannot be made.
    """
    fleet.work.mkdir(parents=True, exist_ok=True)
    handle = os.open(fleet.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not is_taken(handle):
            raise BusyError
        yield
    finally:
        os.close(handle)


def run(
    fleet: FleetFolder,
    agencies: Sequence[ListedAgency],
    wanted: Wanted,
    engine: Engine,
    step: Callable[[], None],
) -> Summary:
    """Examine what changed, and write the records.

    Args:
        fleet: the folder.
        agencies: all agencies of the list.
        wanted: what to examine.
        engine: what runs the tasks.
        step: called when an agency is done.

    Raises:
        OSError: a record cannot be written.
    """
    by_id = {agency.id: agency for agency in agencies}
    summary = Summary()
    for order, result in drive(engine, examine_agency, orders(fleet, agencies, wanted)):
        record = unread(order, result) if isinstance(result, Failure) else result
        summary.chosen += 1
        if record is None:
            summary.unchanged += 1
            record = order["known"]
        else:
            state.write(fleet.state, record)
            if record["failure"] is None:
                summary.renewed.append(order["id"])
        if record["failure"] is None:
            summary.read += 1
        else:
            summary.failed.append((by_id[order["id"]], record))
        step()
    order_of = {name: number for number, name in enumerate(by_id)}
    summary.failed.sort(key=lambda pair: order_of[pair[0].id])
    return summary


def orders(fleet: FleetFolder, agencies: Sequence[ListedAgency], wanted: Wanted) -> Iterator[Order]:
    """Yield the order for each wanted agency; neighbours belong to different hosts."""
    for agency, source in _spread(fleet, agencies):
        if wanted.only and not wanted.only & {agency.id, FAILED}:
            continue
        known = state.read(fleet.state, agency.id)
        is_named = agency.id in wanted.only
        if wanted.only and not is_named and (known is None or known["failure"] is None):
            continue
        yield order_for(
            agency.id,
            source,
            known,
            work=fleet.work,
            day=wanted.day,
            year=wanted.year,
            again=bool(wanted.only),
        )


def _spread(
    fleet: FleetFolder, agencies: Sequence[ListedAgency]
) -> Iterator[tuple[ListedAgency, Source]]:
    by_host: dict[str, list[tuple[ListedAgency, Source]]] = {}
    for agency in agencies:
        source = source_of(agency.source, fleet.path)
        assert isinstance(source, Source)  # noqa: S101 - the list was read without faults
        by_host.setdefault(source.host, []).append((agency, source))
    for row in zip_longest(*by_host.values()):
        yield from filter(None, row)
