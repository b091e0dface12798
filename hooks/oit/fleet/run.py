"""A run of a fleet: which agencies are examined, and what becomes of their records."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from oit.atomic import write_atomically
from oit.data.lock import is_taken
from oit.fleet import state
from oit.fleet.agency_task import Order, examine_agency, order_for, unread
from oit.fleet.engine import Engine, Failure, drive
from oit.fleet.folder import FleetFolder, own_work
from oit.fleet.list import FAILED, ListedAgency
from oit.fleet.record import Record, of_source, without_results
from oit.fleet.site_task import build_agency
from oit.fleet.sources.address import Kind, Source, data_in, source_of


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
    """The agencies that could not be read, and their records ``without_results``."""
    renewed: list[str] = field(default_factory=list)
    """The ids of the agencies that were examined anew and could be read."""


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
    fleet.work.mkdir(parents=True, exist_ok=True)
    state.prepare(fleet.state)
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
            summary.failed.append((by_id[order["id"]], without_results(record)))
        step()
    order_of = {name: number for number, name in enumerate(by_id)}
    summary.failed.sort(key=lambda pair: order_of[pair[0].id])
    return summary


def orders(fleet: FleetFolder, agencies: Sequence[ListedAgency], wanted: Wanted) -> Iterator[Order]:
    """Yield the order for each wanted agency; neighbours belong to different hosts."""
    for agency, source in _spread(fleet, agencies):
        if wanted.only and not wanted.only & {agency.id, FAILED}:
            continue
        known = of_source(state.read(fleet.state, agency.id), agency.source)
        is_named = agency.id in wanted.only
        if wanted.only and not is_named and (known is None or known["failure"] is None):
            continue
        yield order_for(
            agency,
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


@dataclass
class Built:
    """What came of building the sites of agencies."""

    sites: int = 0
    failed: list[tuple[ListedAgency, str]] = field(default_factory=list)
    """The agencies whose site could not be built, and why, in the words of the build."""


def build(
    fleet: FleetFolder,
    agencies: Sequence[ListedAgency],
    wanted: Wanted,
    engine: Engine,
    step: Callable[[], None],
) -> Built:
    """Build the site of each agency that was read and whose data changed since its last build.

    Agencies that publish a site themselves need none from here.

    Args:
        fleet: the folder.
        agencies: all agencies of the list.
        wanted: what was examined.
        engine: what runs the tasks.
        step: called when an agency is done.

    Raises:
        OSError: it cannot be noted what was built.
    """
    by_id = {agency.id: agency for agency in agencies}
    built = Built()
    for site, result in drive(engine, build_agency, _sites(fleet, agencies, wanted)):
        why = " · ".join(result.why) if isinstance(result, Failure) else result
        if why:
            built.failed.append((by_id[site["id"]], why))
        else:
            built.sites += 1
            write_atomically(_note_of(fleet, site["id"]), site["of"])
        step()
    return built


def _sites(
    fleet: FleetFolder, agencies: Sequence[ListedAgency], wanted: Wanted
) -> Iterator[dict[str, str]]:
    for agency, source in _spread(fleet, agencies):
        known = of_source(state.read(fleet.state, agency.id), agency.source)
        is_wanted = not wanted.only or bool(wanted.only & {agency.id, FAILED})
        if not is_wanted or source.kind is Kind.SITE or known is None or known["failure"]:
            continue
        # Not of the day: the site of yesterday is as good.
        of = " ".join(str(known["key"][part]) for part in ("source", "program", "year"))
        out = fleet.sites / agency.id
        if out.exists() and _text_of(_note_of(fleet, agency.id)) == of:
            continue
        is_folder = source.kind is Kind.FOLDER
        where = Path(source.where) if is_folder else own_work(fleet.work, agency.id) / "tree"
        yield {
            "id": agency.id,
            "of": of,
            "data": str(data_in(where).absolute()),
            "out": str(out.absolute()),
            "day": wanted.day.isoformat(),
        }


def _note_of(fleet: FleetFolder, name: str) -> Path:
    """Return the file that says of which data an agency's site was built."""
    return own_work(fleet.work, name) / "built"


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
