"""Report the results of trying addresses, to people and to programs."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from oit.bilingual import Bilingual, Language
from oit.data.link_exceptions import Excepted
from oit.findings.codes import (
    link_dead,
    link_elsewhere,
    link_exception,
    link_moved,
    link_private,
    link_refused,
)
from oit.findings.finding import Finding, Severity
from oit.publish.hosts import readable
from oit.publish.http import Failure
from oit.publish.links.attempt import Outcome, State
from oit.publish.links.found import Found

VERSION = 1
_MOST_LISTED = 3

CODES = {
    State.DEAD: link_dead.CODE,
    State.REFUSED: link_refused.CODE,
    State.ELSEWHERE: link_elsewhere.CODE,
    State.PRIVATE: link_private.PRIVATE,
    State.STAGING: link_private.STAGING,
    State.SAMPLE: link_private.SAMPLE,
    State.MOVED: link_moved.MOVED,
    State.INSECURE: link_moved.INSECURE,
}
"""The codes of the states that are reported, in the order of the report."""
FAULTS = [state for state, code in CODES.items() if code.severity is Severity.FAULT]
ADVICE = [state for state, code in CODES.items() if code.severity is Severity.WARNING]

_FAILURES = {
    str(Failure.DNS): Bilingual("ไม่พบชื่อเว็บไซต์นี้", "there is no such host"),
    str(Failure.TIMEOUT): Bilingual("ไม่ตอบภายในเวลา", "no response in time"),
    str(Failure.TLS): Bilingual(
        "ใบรับรองความปลอดภัย (TLS) ใช้ไม่ได้", "its TLS certificate or configuration is not valid"
    ),
    str(Failure.CONNECTION): Bilingual("เชื่อมต่อไม่ได้", "no connection"),
    str(Failure.PROXY): Bilingual(
        "ออกไปทางพร็อกซีของเครื่องนี้ไม่ได้ ดูค่า HTTPS_PROXY",
        "the proxy of this machine cannot reach it; see HTTPS_PROXY",
    ),
    "loop": Bilingual("ส่งต่อไปไม่สิ้นสุด", "it redirects without end"),
}
_OFFLINE = Bilingual(
    "ไม่มีลิงก์ใดตอบเลย เครื่องนี้อาจต่ออินเทอร์เน็ตไม่ได้ ลองใหม่ก่อนแก้ลิงก์",
    "no link responded: this machine may not be connected to the internet; try again before "
    "changing links",
)


class Tried(NamedTuple):
    """An address, its places in the data, and the result of trying it."""

    address: str
    places: Sequence[Found]
    outcome: Outcome


class LinkReport(NamedTuple):
    """The contents of the report."""

    tried: Sequence[Tried]
    unused: Sequence[Excepted]
    """The exceptions that no link needs."""
    findings: Sequence[Finding]
    """The findings about the file of exceptions."""


def text(report: LinkReport, language: Language) -> str:
    """Render the report for people; links that work are only counted."""
    lines = [finding.text(language) for finding in report.findings]
    for state in CODES:
        lines += [_tried(tried, language) for tried in report.tried if tried.outcome.state is state]
    for unused in report.unused:
        lines.append(_line(unused.address, link_exception.CODE.at(unused.place), "", language))
    lines.append(_summary(report.tried).text(language))
    if _nothing_responded(report.tried):
        lines.append(_OFFLINE.text(language))
    return "\n".join(lines) + "\n"


def _nothing_responded(tried: Sequence[Tried]) -> bool:
    outcomes = [link.outcome for link in tried if link.outcome.state is not State.EXCEPTED]
    return len(outcomes) > 1 and all(outcome.failure and not outcome.status for outcome in outcomes)


def _tried(tried: Tried, language: Language) -> str:
    outcome = tried.outcome
    status, to = str(outcome.status), readable(outcome.leads_to)
    finding = CODES[outcome.state].at(
        tried.places[0].place,
        why=_FAILURES.get(outcome.failure, Bilingual(status, status)),
        # Bilingual values are not masked: an address with a masked number could not be used.
        to=Bilingual(to, to),
    )
    others = tried.places[1 : 1 + _MOST_LISTED]
    if not others:
        return _line(tried.address, finding, "", language)
    listed = ", ".join(str(found.place) for found in others)
    listed += " …" if len(tried.places) > 1 + _MOST_LISTED else ""
    also = Bilingual(f" (ที่ {listed} ด้วย)", f" (also at {listed})").text(language)
    return _line(tried.address, finding, also, language)


def _line(address: str, finding: Finding, also: str, language: Language) -> str:
    message, hint = finding.message(language), finding.hint(language)
    return f"{finding.place}: {address} {message}{also}\n    → {hint}"


def _summary(tried: Sequence[Tried]) -> Bilingual:
    if not tried:
        return Bilingual("ข้อมูลไม่มีลิงก์ไปเว็บไซต์อื่น", "the data has no links to other sites")
    counts = Counter(link.outcome.state for link in tried)
    faults = sum(counts[state] for state in FAULTS)
    advice = sum(counts[state] for state in ADVICE)
    excepted = counts[State.EXCEPTED]
    return Bilingual(
        f"{len(tried)} ลิงก์: ต้องแก้ {faults} ควรแก้ {advice} ใช้ได้ {counts[State.GOOD]} "
        f"ยกเว้น {excepted}",
        f"{len(tried)} links: {faults} to fix, {advice} to improve, "
        f"{counts[State.GOOD]} working, {excepted} excepted",
    )


def as_json(report: LinkReport, language: Language) -> str:
    """Render the report for programs, with every address."""
    data = {
        "oit": VERSION,
        "links": [
            {
                "address": link.address,
                "state": str(link.outcome.state),
                "status": link.outcome.status or None,
                "failure": link.outcome.failure or None,
                "leads_to": link.outcome.leads_to or None,
                "reason": link.outcome.reason or None,
                "places": [found.place._asdict() for found in link.places],
            }
            for link in report.tried
        ],
        "unused": [
            {"address": exception.address, "reason": exception.reason, **exception.place._asdict()}
            for exception in report.unused
        ],
        "findings": [
            {
                "code": finding.code.id,
                **finding.place._asdict(),
                "message": finding.message(language),
                "hint": finding.hint(language),
            }
            for finding in report.findings
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
