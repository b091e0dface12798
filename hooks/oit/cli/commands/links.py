"""The command ``oit links``: try every external address in the data."""

import argparse
import sys
from collections.abc import Iterable
from threading import Lock

from oit.assess.assessment import Assessment
from oit.assess.examine import examine, examine_all, today
from oit.data.folder import DataFolder
from oit.data.link_exceptions import Excepted, read_exceptions
from oit.findings.finding import Finding, Severity
from oit.publish.hosts import is_sample, looks_like_staging
from oit.publish.http import Client
from oit.publish.links import report, throttle
from oit.publish.links.attempt import HEADERS, Outcome, State
from oit.publish.links.cache import PATH, Cache
from oit.publish.links.found import Found, found_in
from oit.publish.links.report import FAULTS, LinkReport, Tried

GOOD, FAULTY, UNUSABLE = 0, 1, 2
"""Exit status: every link works; some do not; the data cannot be read."""


def run(options: argparse.Namespace) -> int:
    """Try the addresses; return the exit status."""
    folder = DataFolder(options.data)
    day = options.today or today()
    assessments = (
        examine_all(folder, day) if options.year is None else [examine(folder, day, options.year)]
    )
    exceptions, findings = read_exceptions(folder)
    errors = [one for one in findings if one.severity is Severity.ERROR]
    errors += _unreadable(assessments)
    if errors:
        for error in errors:
            sys.stderr.write(error.told(options.lang) + "\n")
        return UNUSABLE
    agency = assessments[0].agency
    found = found_in(folder, agency, assessments)
    outcomes = {
        address: outcome
        for address in dict.fromkeys(one.address for one in found)
        if (outcome := _untried(address, exceptions, is_example=is_sample(agency.site_url or "")))
    }
    outcomes |= _try(
        found, outcomes.keys(), Cache(folder.base / PATH, fresh=options.fresh), options
    )
    tried = _tried(found, outcomes)
    # Of a single year it cannot be told what no other uses.
    unused = _unused(exceptions, outcomes) if options.year is None else []
    write = report.as_json if options.format == "json" else report.text
    sys.stdout.write(write(LinkReport(tried, unused, findings), options.lang))
    return FAULTY if any(one.outcome.state in FAULTS for one in tried) else GOOD


def _unused(exceptions: list[Excepted], addresses: Iterable[str]) -> list[Excepted]:
    """Return the exceptions that no address needs any more."""
    known = list(addresses)
    return [one for one in exceptions if not any(map(one.meets, known))]


def _unreadable(assessments: list[Assessment]) -> list[Finding]:
    """Return why there is no data to look through; links of data with faults are tried."""
    if any(one.items or one.cycle for one in assessments):
        return []
    return [
        finding
        for one in assessments
        for finding in one.findings
        if finding.severity is Severity.ERROR
    ]


def _untried(address: str, exceptions: list[Excepted], *, is_example: bool) -> Outcome | None:
    """Return how an address stands that is not asked; ``None`` where it is to be."""
    if excepted := next((one for one in exceptions if one.meets(address)), None):
        return Outcome(State.EXCEPTED, reason=excepted.reason)
    if is_sample(address):
        # An agency that is itself an example may point to others.
        return Outcome(State.EXCEPTED if is_example else State.SAMPLE)
    return Outcome(State.STAGING) if looks_like_staging(address) else None


def _try(
    found: list[Found], known: Iterable[str], cache: Cache, options: argparse.Namespace
) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    waiting = []
    for address in dict.fromkeys(one.address for one in found):
        if address in known:
            continue
        if remembered := cache.get(address):
            outcomes[address] = remembered
        else:
            waiting.append(address)
    lock = Lock()

    def done(address: str, outcome: Outcome) -> None:
        with lock:
            outcomes[address] = outcome
            cache.put(address, outcome)

    try:
        throttle.try_all(waiting, Client(options.timeout, HEADERS).ask, done)
    finally:
        # What was asked before Ctrl+C need not be asked again.
        with lock:
            cache.save()
    return outcomes


def _tried(found: list[Found], outcomes: dict[str, Outcome]) -> list[Tried]:
    places: dict[str, list[Found]] = {}
    for one in found:
        places.setdefault(one.address, []).append(one)
    return [Tried(address, places[address], outcomes[address]) for address in places]
