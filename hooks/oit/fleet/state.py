"""The records of a fleet on the disk: ``state/<id>.json``, each replaced in one step."""

import json
from pathlib import Path

from oit.atomic import write_atomically
from oit.fleet.record import VERSION, Record, as_text

_FIELDS = {"fleet", "id", "key", "how", "status", "failure", "good", "before"}


def read(folder: Path, name: str) -> Record | None:
    """Return the record of an agency; ``None`` if there is none, or a broken one."""
    try:
        record = json.loads((folder / f"{name}.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or record.keys() != _FIELDS or record["fleet"] != VERSION:
        return None
    return record


def write(folder: Path, record: Record) -> bool:
    """Write a record; tell whether that changed anything."""
    path, text = folder / f"{record['id']}.json", as_text(record)
    try:
        if path.read_bytes() == text.encode():
            return False
    except OSError:
        pass
    write_atomically(path, text)
    return True
