"""Tells what came of trying addresses, to people and to programs."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from oit.bilingual import Bilingual, Language
from oit.data.link_exceptions import Excepted
from oit.findings.finding import Finding
from oit.publish.hosts import readable
from oit.publish.http import Failure
from oit.publish.links.attempt import Outcome, State
from oit.publish.links.found import Found

VERSION = 1
_MOST_LISTED = 3

FAULTS = (State.DEAD, State.REFUSED, State.ELSEWHERE, State.PRIVATE, State.STAGING, State.SAMPLE)
"""What is to be mended."""
ADVICE = (State.MOVED, State.INSECURE)
"""What works and would be better otherwise."""

_FAILURES = {
    str(Failure.DNS): Bilingual("ไม่พบชื่อเว็บไซต์นี้", "there is no such host"),
    str(Failure.TIMEOUT): Bilingual("ไม่ตอบภายในเวลา", "no answer in time"),
    str(Failure.TLS): Bilingual(
        "ใบรับรองความปลอดภัย (TLS) ใช้ไม่ได้", "its TLS certificate or set-up fails"
    ),
    str(Failure.CONNECTION): Bilingual("เชื่อมต่อไม่ได้", "no connection"),
    str(Failure.PROXY): Bilingual(
        "ออกไปทางพร็อกซีของเครื่องนี้ไม่ได้ ดูค่า HTTPS_PROXY",
        "the proxy of this machine does not get there; see HTTPS_PROXY",
    ),
    "loop": Bilingual("ส่งต่อไปไม่สิ้นสุด", "it sends one around without end"),
}
_MESSAGES = {
    State.DEAD: Bilingual("เปิดไม่ได้ ({why})", "cannot be opened ({why})"),
    State.REFUSED: Bilingual("ไม่ให้โปรแกรมเปิด ({why})", "does not open to a program ({why})"),
    State.ELSEWHERE: Bilingual("พาไปเว็บไซต์อื่น: {to}", "leads to another site: {to}"),
    State.PRIVATE: Bilingual("พาเข้าเครือข่ายภายใน", "leads into a private network"),
    State.STAGING: Bilingual(
        "ดูเหมือนเว็บไซต์ทดสอบหรือภายใน", "looks like a site for tests or for the staff"
    ),
    State.SAMPLE: Bilingual("เป็นที่อยู่ตัวอย่าง", "is an address of an example"),
    State.MOVED: Bilingual("ย้ายไปที่ {to}", "has moved to {to}"),
    State.INSECURE: Bilingual("ใช้ http ทั้งที่ https เปิดได้", "is http, and https works"),
}
_HINTS = {
    State.DEAD: Bilingual(
        "หาที่อยู่ใหม่ หรือลบลิงก์ ถ้าปิดชั่วคราวให้ลองใหม่ภายหลัง",
        "find the new address, or delete the link; if it is down for now, try again later",
    ),
    State.REFUSED: Bilingual(
        "เปิดดูด้วยเบราว์เซอร์ ถ้าเปิดได้ ให้เขียนที่อยู่และเหตุผลใน data/links.yml",
        "open it in a browser; if it opens, put it with the reason into data/links.yml",
    ),
    State.ELSEWHERE: Bilingual(
        "เปิดดูว่าใช่ที่ต้องการหรือไม่ แล้วเขียนที่อยู่ที่ถูกต้อง",
        "see whether that is what is meant, and write the right address",
    ),
    State.PRIVATE: Bilingual(
        "ประชาชนเปิดไม่ได้ ให้เขียนที่อยู่ที่เปิดได้จากอินเทอร์เน็ต หรือลบลิงก์",
        "citizens cannot open it: write an address of the internet, or delete the link",
    ),
    State.MOVED: Bilingual("เขียน {to} แทน", "write {to} in its place"),
}
_HINTS |= {
    State.STAGING: _HINTS[State.PRIVATE],
    State.SAMPLE: Bilingual("เขียนที่อยู่จริง หรือลบลิงก์", "write the real address, or delete the link"),
    State.INSECURE: _HINTS[State.MOVED],
}
_UNUSED = Bilingual(
    "ไม่มีลิงก์ใดใช้ข้อยกเว้นนี้แล้ว\n    → ลบรายการนี้ออกจาก data/links.yml",
    "is an exception that no link needs any more\n    → take it out of data/links.yml",
)

_OFFLINE = Bilingual(
    "ไม่มีลิงก์ใดตอบเลย เครื่องนี้อาจต่ออินเทอร์เน็ตไม่ได้ ลองใหม่ก่อนแก้ลิงก์",
    "nothing answered: this machine may not be on the internet; try again before changing links",
)


class Tried(NamedTuple):
    """An address, where it stands, and what came of trying it."""

    address: str
    places: Sequence[Found]
    outcome: Outcome


class LinkReport(NamedTuple):
    """All that is to be told."""

    tried: Sequence[Tried]
    unused: Sequence[Excepted]
    """The exceptions that no address needs any more."""
    findings: Sequence[Finding]
    """What is to be said of the file of exceptions."""


def text(report: LinkReport, language: Language) -> str:
    """Write the report for people; what works is only counted."""
    lines = [finding.told(language) for finding in report.findings]
    for state in (*FAULTS, *ADVICE):
        lines += [_told(one, language) for one in report.tried if one.outcome.state is state]
    lines += [f"{one.place}: {one.address} {_UNUSED.text(language)}" for one in report.unused]
    lines.append(_summary(report.tried).text(language))
    if _nothing_answered(report.tried):
        lines.append(_OFFLINE.text(language))
    return "\n".join(lines) + "\n"


def _nothing_answered(tried: Sequence[Tried]) -> bool:
    asked = [one.outcome for one in tried if one.outcome.state is not State.EXCEPTED]
    return len(asked) > 1 and all(one.failure and not one.status for one in asked)


def _told(one: Tried, language: Language) -> str:
    outcome = one.outcome
    why = _FAILURES.get(outcome.failure, Bilingual(str(outcome.status), str(outcome.status)))
    values = {"why": why.text(language), "to": readable(outcome.leads_to)}
    message = _MESSAGES[outcome.state].text(language).format(**values)
    hint = _HINTS[outcome.state].text(language).format(**values)
    also = ", ".join(str(found.place) for found in one.places[1 : 1 + _MOST_LISTED])
    more = " …" if len(one.places) > 1 + _MOST_LISTED else ""
    others = (
        Bilingual(f" (ที่ {also}{more} ด้วย)", f" (also at {also}{more})").text(language)
        if also
        else ""
    )
    return f"{one.places[0].place}: {one.address} {message}{others}\n    → {hint}"


def _summary(tried: Sequence[Tried]) -> Bilingual:
    if not tried:
        return Bilingual("ข้อมูลไม่มีลิงก์ไปเว็บไซต์อื่น", "the data has no links to other sites")
    counts = Counter(one.outcome.state for one in tried)
    faults = sum(counts[state] for state in FAULTS)
    advice = sum(counts[state] for state in ADVICE)
    excepted = counts[State.EXCEPTED]
    return Bilingual(
        f"{len(tried)} ลิงก์: ต้องแก้ {faults} ควรแก้ {advice} ใช้ได้ {counts[State.GOOD]} "
        f"ยกเว้น {excepted}",
        f"{len(tried)} links: {faults} to mend, {advice} better changed, "
        f"{counts[State.GOOD]} good, {excepted} excepted",
    )


def as_json(report: LinkReport, language: Language) -> str:
    """Write the report for programs: every address."""
    said = {
        "oit": VERSION,
        "links": [
            {
                "address": one.address,
                "state": str(one.outcome.state),
                "status": one.outcome.status or None,
                "failure": one.outcome.failure or None,
                "leads_to": one.outcome.leads_to or None,
                "reason": one.outcome.reason or None,
                "places": [found.place._asdict() for found in one.places],
            }
            for one in report.tried
        ],
        "unused": [
            {"address": one.address, "reason": one.reason, **one.place._asdict()}
            for one in report.unused
        ],
        "findings": [
            {
                "code": one.code.id,
                **one.place._asdict(),
                "message": one.message(language),
                "hint": one.hint(language),
            }
            for one in report.findings
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
