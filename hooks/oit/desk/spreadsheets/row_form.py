"""The form of a row: a control a column, and what was posted of it."""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from oit.data.tables.column import is_list
from oit.data.tables.read import STATEMENT
from oit.desk.spreadsheets.target import Target
from oit.findings.finding import Finding
from oit.forms.base import is_needed, is_text
from oit.forms.bidders import BIDDER_PARTS, join_bidders, split_bidders
from oit.thai.calendar import Month

LONGEST = 32_767
"""Characters of a text; Excel takes no more in a cell."""
MOST_BIDDERS = 200
_LONG = 50
"""Characters of a text that is shown on several lines."""

_KINDS: dict[Any, str] = {
    Decimal | None: "money",
    int | None: "number",
    date | None: "day",
    Month | None: "month",
}
_LINE_BREAK = re.compile(r"\r\n?")


@dataclass(frozen=True)
class Control:
    """A field of a row."""

    name: str
    kind: str
    """``text``, ``long``, ``money``, ``number``, ``day``, ``month`` or ``bidders``."""
    title: str
    help: str
    value: str
    needed: bool = False
    findings: tuple[Finding, ...] = ()
    entries: tuple[Mapping[str, str], ...] = ()
    """The bidders, with an empty one to fill in."""


def controls_of(
    target: Target, texts: Mapping[str, str], faults: Mapping[str, Sequence[Finding]], more: int = 1
) -> list[Control]:
    """Return the controls of a row; ``more`` is the number of empty bidders to fill in."""
    names = ["month", STATEMENT] if texts.get(STATEMENT) else list(target.row.model_fields)
    return [
        _control(target, name, texts.get(name, ""), tuple(faults.get(name, ())), more)
        for name in names
    ]


def _control(
    target: Target, name: str, value: str, findings: tuple[Finding, ...], more: int
) -> Control:
    title = target.layout.title(name)
    if name == STATEMENT:
        return Control(name, "long", title, "", value, needed=True, findings=findings)
    form = target.row
    known = form.model_fields[name]
    entries: tuple[Mapping[str, str], ...] = ()
    if is_list(form, name):
        kind = "bidders"
        empty = dict.fromkeys(BIDDER_PARTS, "")
        entries = (*({**empty, **entry} for entry in split_bidders(value)), *[empty] * more)
    elif kind_ := _KINDS.get(known.annotation):
        kind = kind_
    else:
        is_long = len(value) > _LONG or "\n" in value or is_needed(form, name)
        kind = "long" if is_long and is_text(form, name) else "text"
    help_ = known.description or ""
    return Control(name, kind, title, help_, value, is_needed(form, name), findings, entries)


def posted_texts(
    target: Target, sent: Mapping[str, Any], texts: Mapping[str, str]
) -> dict[str, str]:
    """Return a row with what was posted of it; what was not posted stays.

    A text that somebody did not touch keeps its line ends, which browsers change.
    """
    posted = dict(texts)
    for name in (*target.row.model_fields, STATEMENT):
        value = sent.get(f"f/{name}")
        if isinstance(value, str) and not _is_same(value, texts.get(name, "")):
            posted[name] = _plain(value)
        elif name != STATEMENT and is_list(target.row, name):
            bidders = _posted_bidders(name, sent)
            before = [_filled(entry) for entry in split_bidders(texts.get(name, ""))]
            if bidders is not None and bidders != before:
                posted[name] = join_bidders(bidders)
    return posted


def packed(texts: Mapping[str, str]) -> str:
    """Write a row as one text, which the form sends along."""
    return json.dumps({name: text for name, text in texts.items() if text}, ensure_ascii=False)


def unpacked(text: object) -> dict[str, str]:
    """Read a row that a form sent along; empty if it is none."""
    with suppress(ValueError):
        sent = json.loads(str(text))
        if isinstance(sent, dict):
            return {str(name): str(inner) for name, inner in sent.items()}
    return {}


def _posted_bidders(name: str, sent: Mapping[str, Any]) -> list[dict[str, str]] | None:
    bidders: list[dict[str, str]] = []
    for number in range(MOST_BIDDERS):
        parts = {part: sent.get(f"f/{name}/{number}/{part}") for part in BIDDER_PARTS}
        if all(text is None for text in parts.values()):
            return bidders if number else None
        texts = {part: text for part, text in parts.items() if isinstance(text, str)}
        if filled := _filled(
            {part: " ".join(_plain(text).split()) for part, text in texts.items()}
        ):
            bidders.append(filled)
    return bidders


def _filled(entry: Mapping[str, str]) -> dict[str, str]:
    return {part: text for part, text in entry.items() if text}


def _is_same(value: str, text: str) -> bool:
    return _LINE_BREAK.sub("\n", value) == _LINE_BREAK.sub("\n", text)


def _plain(value: str) -> str:
    return _LINE_BREAK.sub("\n", value).strip()
