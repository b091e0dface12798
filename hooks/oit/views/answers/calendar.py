"""The deadlines as a calendar file (iCalendar, RFC 5545) for any calendar program."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from oit.assess.assessment import Assessment
from oit.forms.agency import Agency
from oit.views.answers.tasks import Task

_MAX_LINE_BYTES = 75
"""Without the line end (RFC 5545, section 3.1)."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Event(NamedTuple):
    """An all-day event."""

    key: str
    """Identifies the event; stays the same when the day changes."""
    day: date
    title: str
    description: str = ""


def write_calendar(assessment: Assessment, tasks: Sequence[Task]) -> bytes:
    """Render the periods of the assessment and every deadline; the same data, the same bytes."""
    agency = assessment.agency
    events = sorted(
        [*_periods(agency), *_round(assessment), *_deadlines(assessment.year, tasks)],
        key=lambda event: (event.day, event.key),
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//OIT Site//deadlines//TH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escape(f'กำหนดการ OIT {agency.name}')}",
    ]
    for event in events:
        lines += _event(event, agency, assessment.today)
    lines.append("END:VCALENDAR")
    return b"".join(_fold(line) for line in lines)


def _periods(agency: Agency) -> Iterator[Event]:
    for period in agency.calendar:
        year = period.year or ""
        if period.opens:
            yield Event(
                f"opens-{year}", period.opens, f"เปิดรับคำตอบแบบวัด OIT ปีงบประมาณ {year}".strip()
            )
        if period.closes:
            yield Event(
                f"closes-{year}", period.closes, f"ปิดรับคำตอบแบบวัด OIT ปีงบประมาณ {year}".strip()
            )


def _round(assessment: Assessment) -> Iterator[Event]:
    """Yield the first and the last day on which the assessors may be answered."""
    review, year = assessment.review.form if assessment.review else None, assessment.year
    what = f"ชี้แจงผลการตรวจแบบวัด OIT ปีงบประมาณ {year}"
    if review and review.opens:
        yield Event(f"round-opens-{year}", review.opens, f"เริ่ม{what}")
    if review and review.closes:
        yield Event(f"round-closes-{year}", review.closes, f"วันสุดท้าย{what}")


def _deadlines(year: int, tasks: Sequence[Task]) -> Iterator[Event]:
    for task in tasks:
        if task.due:
            description = "\n".join(filter(None, (task.owner, *task.details)))
            yield Event(f"{year}-{task.key}", task.due, f"{task.kind}: {task.title}", description)


def _event(event: Event, agency: Agency, today: date) -> Iterator[str]:
    uid = sha256(f"{agency.name}\n{event.key}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@oit-site"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escape(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{_escape(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escape(text: str) -> str:
    return "".join(c for c in text if c == "\n" or c.isprintable()).translate(_ESCAPED)


def _fold(line: str) -> bytes:
    """Break a line that is too long, but never inside a character."""
    out, length = [], 0
    for character in line:
        size = len(character.encode())
        if length + size > _MAX_LINE_BYTES:
            out.append("\r\n ")
            length = 1
        out.append(character)
        length += size
    return ("".join(out) + "\r\n").encode()
