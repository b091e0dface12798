"""The record of sign-ins: who, when, from where; a line of JSON each, in several files in turn."""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock

from oit.clock import BANGKOK
from oit.desk.state import make_state

FILE = "sign-ins.log"
_LARGEST = 1_000_000
_OLDER = 5
"""How many full files are kept."""
_lock = Lock()


def record(state: Path, what: str, who: str, address: str) -> None:
    """Add a line; a full disk keeps nobody out."""
    line = {
        "when": datetime.now(BANGKOK).isoformat(timespec="seconds"),
        "what": what,
        "who": who,
        "from": address,
    }
    with _lock, suppress(OSError):
        make_state(state)
        path = state / FILE
        _rotate(path)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _rotate(path: Path) -> None:
    if not path.is_file() or path.stat().st_size < _LARGEST:
        return
    for number in range(_OLDER, 0, -1):
        newer = path.with_name(f"{FILE}.{number - 1}") if number > 1 else path
        if newer.is_file():
            newer.replace(path.with_name(f"{FILE}.{number}"))
