"""The deadlines as a calendar file (iCalendar, RFC 5545) for any calendar program."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from oit.assess.assessment import Assessment
from oit.forms.agency import Agency
from oit.views.answers.tasks import Task

_MOST_BYTES = 75
"""How long a line may be, without its end."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Event(NamedTuple):
    """A day of the calendar."""

    key: str
    """What it is called; stays the same when the day is moved."""
    day: date
    title: str
    description: str = ""


def write_calendar(assessment: Assessment, tasks: Sequence[Task]) -> bytes:
    """Write the days of the assessment and every deadline; the same data gives the same bytes."""
    agency = assessment.agency
    events = sorted(
        [*_rounds(agency), *_deadlines(assessment.year, tasks)], key=lambda e: (e.day, e.key)
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//OIT Site//deadlines//TH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(f'กำหนดการ OIT {agency.name}')}",
    ]
    for event in events:
        lines += _event(event, agency, assessment.today)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _rounds(agency: Agency) -> Iterator[Event]:
    for one in agency.calendar:
        year = one.year or ""
        if one.opens:
            yield Event(f"opens-{year}", one.opens, f"เปิดรับคำตอบแบบวัด OIT ปีงบประมาณ {year}".strip())
        if one.closes:
            yield Event(
                f"closes-{year}", one.closes, f"ปิดรับคำตอบแบบวัด OIT ปีงบประมาณ {year}".strip()
            )


def _deadlines(year: int, tasks: Sequence[Task]) -> Iterator[Event]:
    for task in tasks:
        if task.due:
            description = "\n".join(filter(None, (task.owner, *task.details)))
            yield Event(f"{year}-{task.key}", task.due, f"{task.kind}: {task.title}", description)


def _event(event: Event, agency: Agency, today: date) -> Iterator[str]:
    known = sha256(f"{agency.name}\n{event.key}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{known}@oit-site"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    return "".join(c for c in text if c == "\n" or c.isprintable()).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Break a line that is too long, and no letter of it."""
    out, length = [], 0
    for letter in line:
        size = len(letter.encode())
        if length + size > _MOST_BYTES:
            out.append("\r\n ")
            length = 1
        out.append(letter)
        length += size
    return ("".join(out) + "\r\n").encode()
