"""Who saved what and when: a line a save in ``saves.log``, without any value.

What is typed may be personal data; the log names the fields only.
"""

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal

from oit.desk.desk import Desk
from oit.desk.officer import Officer

Kind = Literal["save", "undo", "import", "upload", "attest", "publish"]

LOG = "saves.log"
"""Below the folder of the desk's own."""


def record(
    desk: Desk, officer: Officer, file_name: str, fields: Iterable[str], kind: Kind = "save"
) -> None:
    """Add a line.

    Args:
        desk: the desk.
        officer: who did it.
        file_name: the file's path in the data folder; empty if it is not about one file.
        fields: the names of the fields as the forms have them: ``people.phone``.
        kind: what was done.

    Raises:
        OSError: the line cannot be written.
    """
    line = {
        "when": now(),
        "who": officer.name,
        "file": file_name,
        "fields": list(fields),
        "kind": kind,
    }
    # One write of a file that is open to append to: lines of several processes are not mixed.
    text = json.dumps(line, ensure_ascii=False) + "\n"
    log = desk.state_folder() / LOG
    handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if _is_cut_off(log):
            text = "\n" + text
        os.write(handle, text.encode(errors="replace"))
        os.fsync(handle)
    finally:
        os.close(handle)


def now() -> str:
    """Return the time of a save, to the second and with the time zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _is_cut_off(log: Path) -> bool:
    """Tell whether the last line has no end: the disk was full, or the power failed."""
    with log.open("rb") as file:
        file.seek(0, os.SEEK_END)
        if file.tell() == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"
