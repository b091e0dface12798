"""The records of a fleet on the disk: ``state/<id>.json``, each replaced in one step."""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from oit.atomic import clear_leftovers, write_atomically
from oit.fleet.record import VERSION, Record, as_text

Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class _Key(_Part):
    source: str
    program: str
    day: Day
    year: int | None


class _Sums(BaseModel):
    complete: Annotated[int, Field(strict=True)]


class _Item(BaseModel):
    id: Annotated[str, Field(strict=True)]
    status: Annotated[str, Field(strict=True)]


class _Status(BaseModel):
    """What a run reads of a result; the tables look at all of it."""

    year: Annotated[int, Field(strict=True)]
    summary: _Sums
    items: list[_Item]


class _Failure(_Part):
    code: str
    th: str
    en: str
    mend_th: str
    mend_en: str
    since: Day
    tries: int


class _Good(_Part):
    day: Day
    how: str
    status: _Status


class _Before(_Part):
    day: Day
    how: str
    complete: int
    items: list[Annotated[list[str], Field(min_length=2, max_length=2)]]


class _Record(_Part):
    fleet: Literal[VERSION]  # type: ignore[valid-type]
    id: str
    key: _Key
    how: str | None
    status: _Status | None
    failure: _Failure | None
    good: _Good | None
    before: _Before | None


def read(folder: Path, name: str) -> Record | None:
    """Return the record of an agency; ``None`` if there is none, or a broken one.

    Somebody may have edited it, or a disk may have kept half of it.
    """
    try:
        record: Record = json.loads((folder / f"{name}.json").read_bytes())
        known = _Record.model_validate(record)
    except (OSError, ValueError, RecursionError):
        return None
    return record if known.id == name else None


def has(folder: Path, name: str) -> bool:
    """Tell whether there is a file for an agency, which ``read`` may find broken."""
    return (folder / f"{name}.json").exists()


def prepare(folder: Path) -> None:
    """Make the folder, and clear what a killed run left in it: what a run does first.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clear_leftovers(folder)


def write(folder: Path, record: Record) -> bool:
    """Write a record; tell whether that changed anything."""
    path, text = folder / f"{record['id']}.json", as_text(record)
    try:
        if path.read_bytes() == text.encode():
            return False
    except OSError:
        pass
    write_atomically(path, text, clear=False)  # the folder has a file for each agency
    return True
