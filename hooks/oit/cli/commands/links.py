"""The command ``oit links``: try every external address in the data."""

import math
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

import click

from oit import clock
from oit.assess.assessment import Assessment
from oit.assess.examine import examine, examine_all
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, Choice, command, option
from oit.cli.output import ExitStatus, Output
from oit.cli.usage import WrongCallError
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


class Seconds(click.ParamType[float]):
    """How long to wait."""

    name = "seconds"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the seconds.

        Raises:
            WrongCallError: it is not a number of seconds, or too many.
        """
        del param
        try:
            seconds = float(value)
        except ValueError:
            seconds = math.nan
        if not 0 < seconds <= 600:
            th = f"ต้องเป็นวินาที ตั้งแต่มากกว่า 0 ถึง 600: {value}"
            en = f"the seconds must be more than 0 and at most 600: {value}"
            raise WrongCallError(Bilingual(th, en), ctx)
        return seconds


@command(
    "links",
    Bilingual(
        "ลองเปิดลิงก์ไปเว็บไซต์อื่นทุกลิงก์ในข้อมูล (จำผลที่ใช้ได้ไว้หนึ่งสัปดาห์)",
        "Try every link of the data to other sites (links that work are remembered for a week).",
    ),
    example="oit links --year 2569",
    statuses={
        ExitStatus.OK: Bilingual("ทุกลิงก์ใช้ได้", "every link works"),
        ExitStatus.INCOMPLETE: Bilingual("มีลิงก์ที่ต้องแก้", "some links must be fixed"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.today
@option(
    "--year",
    type=options.Year(),
    about=Bilingual("เฉพาะปีงบประมาณนี้ (ทุกปี)", "only this fiscal year (all)"),
)
@option(
    "--timeout",
    type=Seconds(),
    default=15.0,
    metavar="SECONDS",
    about=Bilingual("รอคำตอบนานเท่าใด (15)", "how long to wait for an answer (15)"),
)
@option(
    "--format",
    "format_",
    type=Choice(["text", "json"]),
    about=Bilingual("รูปแบบรายงาน", "format of the report"),
)
@option(
    "--fresh",
    is_flag=True,
    about=Bilingual("ลองใหม่ทั้งหมด ไม่ใช้ผลที่จำไว้", "try all again, use no remembered result"),
)
def run(
    output: Output,
    *,
    data: Path,
    today: date | None,
    year: int | None,
    timeout: float,
    format_: str | None,
    fresh: bool,
) -> ExitStatus:
    """Try the addresses."""
    folder, day = DataFolder(data), today or clock.today()
    assessments = examine_all(folder, day) if year is None else [examine(folder, day, year)]
    exceptions, findings = read_exceptions(folder)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    errors += _unreadable(assessments)
    if errors:
        return output.refuse(*errors)
    agency = assessments[0].agency
    found = found_in(folder, agency, assessments)
    outcomes = {
        address: outcome
        for address in dict.fromkeys(link.address for link in found)
        if (outcome := _untried(address, exceptions, is_example=is_sample(agency.site_url or "")))
    }
    outcomes |= _try(found, outcomes.keys(), Cache(folder.base / PATH, fresh=fresh), timeout)
    tried = _tried(found, outcomes)
    # Another year may need an exception that one year does not use.
    unused = _unused(exceptions, outcomes) if year is None else []
    write = report.as_json if format_ == "json" else report.text
    text = write(LinkReport(tried, unused, findings), output.language)
    output.result(text, is_data=format_ is not None)
    faulty = any(link.outcome.state in FAULTS for link in tried)
    return ExitStatus.INCOMPLETE if faulty else ExitStatus.OK


def _unused(exceptions: list[Excepted], addresses: Iterable[str]) -> list[Excepted]:
    """Return the exceptions that no address needs any more."""
    known = list(addresses)
    return [exception for exception in exceptions if not any(map(exception.covers, known))]


def _unreadable(assessments: list[Assessment]) -> list[Finding]:
    """Return why no data can be read; the links of data with faults are tried."""
    if any(assessment.items or assessment.cycle for assessment in assessments):
        return []
    return [
        finding
        for assessment in assessments
        for finding in assessment.findings
        if finding.severity is Severity.ERROR
    ]


def _untried(address: str, exceptions: list[Excepted], *, is_example: bool) -> Outcome | None:
    """Return the outcome of an address that is not to be tried, ``None`` if it is."""
    if excepted := next((exception for exception in exceptions if exception.covers(address)), None):
        return Outcome(State.EXCEPTED, reason=excepted.reason)
    if is_sample(address):
        # An example agency may link to other examples.
        return Outcome(State.EXCEPTED if is_example else State.SAMPLE)
    return Outcome(State.STAGING) if looks_like_staging(address) else None


def _try(
    found: list[Found], known: Iterable[str], cache: Cache, timeout: float
) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    waiting = []
    for address in dict.fromkeys(link.address for link in found):
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
        throttle.try_all(waiting, Client(timeout, HEADERS).ask, done)
    finally:
        # What was asked before Ctrl+C need not be asked again.
        with lock:
            cache.save()
    return outcomes


def _tried(found: list[Found], outcomes: dict[str, Outcome]) -> list[Tried]:
    places: dict[str, list[Found]] = {}
    for link in found:
        places.setdefault(link.address, []).append(link)
    return [Tried(address, places[address], outcomes[address]) for address in places]
