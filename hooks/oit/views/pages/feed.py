"""The Atom feed (RFC 4287): the agency's news, and the days on which items were updated.

It is made from the data alone, not from git, so that every build of the same data gives the same
feed. Readers keep what they have read: of each item only the latest update is listed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple
from xml.etree import ElementTree as ET

from oit.assess.assessment import Assessment, ItemResult
from oit.forms.news import News

PATH = "feed.xml"
"""The path from the site's root."""
TITLE = "ข่าวและการปรับปรุงข้อมูล"
MOST = 50
"""How many entries the feed has; the latest are kept."""

_ATOM = "http://www.w3.org/2005/Atom"
# Quotes in YAML may hold any character; XML has no way to write these.
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Entry(NamedTuple):
    day: date
    id: str
    title: str
    url: str
    summary: str
    related: str | None = None


def feed(assessments: Sequence[Assessment]) -> bytes | None:
    """Render the feed; ``None`` if the site's address is not known, or if nothing has a day.

    Atom requires absolute addresses, and a day for the feed itself.
    """
    agency = assessments[0].agency
    if not agency.site_url:
        return None
    root = f"{agency.site_url.rstrip('/')}/"
    entries = {
        entry.id: entry
        for assessment in assessments
        for result in assessment.items
        # A page of news is updated by its news.
        for entry in [*_news(result, root)] or _update(result, assessment.year, root)
        # What is announced for a later day is not news yet.
        if entry.day <= assessment.today
    }
    if not entries:
        return None
    latest = sorted(entries.values(), key=lambda entry: (-entry.day.toordinal(), entry.id))[:MOST]
    top = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "th"})
    _add(top, "id", f"{root}{PATH}")
    _add(top, "title", f"{TITLE} · {agency.name}")
    _add(top, "updated", _moment(latest[0].day))
    _add(top, "link", rel="self", type="application/atom+xml", href=f"{root}{PATH}")
    _add(top, "link", rel="alternate", type="text/html", href=root)
    _add(_add(top, "author"), "name", agency.name)
    for entry in latest:
        _add_entry(top, entry)
    ET.indent(top)
    text: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _news(result: ItemResult, root: str) -> Iterator[_Entry]:
    form = result.record.form if result.record else None
    known: Counter[str] = Counter()
    for story in form.news if isinstance(form, News) else ():
        if story.date:
            # News has no number of its own, and its place in the file changes.
            name = sha256(f"{story.date}\n{story.title}".encode()).hexdigest()[:12]
            known[name] += 1
            if known[name] > 1:
                name = f"{name}-{known[name]}"
            url = f"{root}{result.url}"
            yield _Entry(
                story.date, f"{url}#news-{name}", story.title, url, story.summary or "", story.link
            )


def _update(result: ItemResult, year: int, root: str) -> Iterator[_Entry]:
    if result.updated and result.record:
        url, item = f"{root}{result.url}", result.item
        yield _Entry(
            result.updated,
            f"{url}#updated-{result.updated}",
            f"ปรับปรุงข้อมูลปี {year} ข้อ {item.id} {item.title}",
            url,
            result.record.form.summary or "",
        )


def _add_entry(top: ET.Element, entry: _Entry) -> None:
    element = _add(top, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.day))
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.related:
        _add(element, "link", rel="related", href=entry.related)
    if entry.summary:
        _add(element, "summary", entry.summary)


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = None if text is None else _NOT_XML.sub("", text)
    return element


def _moment(day: date) -> str:
    """Return the beginning of a day in Thailand."""
    return f"{day.isoformat()}T00:00:00+07:00"
