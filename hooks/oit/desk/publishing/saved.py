"""The record of saves: who saved which fields of which file, and when; never a value."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from oit.desk.desk import Desk
from oit.desk.saving.audit import LOG

_MOST = 512 * 1024
"""How many bytes from the end of the record are read."""


class Saved(NamedTuple):
    """One line of the record."""

    moment: datetime
    who: str
    file: str
    fields: tuple[str, ...]
    """The names of the fields: ``people.phone``."""
    kind: str


def saves(desk: Desk) -> Iterator[Saved]:
    """Yield what was recorded lately, the latest first; a line that cannot be read is left out."""
    try:
        with (desk.state / LOG).open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - _MOST))
            lines = file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return
    for line in reversed(lines):
        try:
            known = json.loads(line)
            fields = tuple(map(str, known["fields"]))
            moment = datetime.fromisoformat(known["when"]).astimezone()
            yield Saved(moment, str(known["who"]), str(known["file"]), fields, str(known["kind"]))
        except (ValueError, LookupError, TypeError):
            continue
