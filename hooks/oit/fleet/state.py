"""The records of a fleet on the disk: ``state/<id>.json``, each replaced in one step."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from oit.atomic import clear_leftovers, write_atomically
from oit.bilingual import Bilingual
from oit.fleet.known import HOW
from oit.fleet.record import LARGEST_RESULT, VERSION, Record, as_text

How = Literal[*HOW]  # type: ignore[valid-type]
LARGEST = 2 * LARGEST_RESULT + 4_000_000
"""Bytes of a record that is read: a result, the items of the one before it, and a failure."""


def _day(text: str) -> str:
    date.fromisoformat(text)
    return text


Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_day)]


_START = re.compile(rb'\s*\{\s*"fleet"\s*:\s*([0-9]{1,9})\b')


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class _Key(_Part):
    listed: str
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
    tries: Annotated[int, Field(ge=1, le=1_000_000)]


class _Good(_Part):
    day: Day
    how: How
    status: _Status


class _Before(_Part):
    day: Day
    how: How
    complete: int
    items: list[Annotated[list[str], Field(min_length=2, max_length=2)]]


class _Record(_Part):
    fleet: Literal[VERSION]  # type: ignore[valid-type]
    id: str
    key: _Key
    site: str | None
    how: How | None
    status: _Status | None
    failure: _Failure | None
    good: _Good | None
    before: _Before | None

    @model_validator(mode="after")
    def _has_one_end(self) -> Self:
        if (self.status is None) is (self.failure is None) or (self.how is None) is not (
            self.status is None
        ):
            raise ValueError("a try gives a result, known somehow, or fails")
        return self


def read(folder: Path, name: str) -> Record | None:
    """Return the record of an agency; ``None`` if there is none, or a broken one.

    Somebody may have edited it, or a disk may have kept half of it.
    """
    try:
        record: Record = json.loads(_contents(folder / f"{name}.json"))
        known = _Record.model_validate(record)
    except (OSError, ValueError, RecursionError):
        return None
    return record if known.id == name else None


def _contents(path: Path) -> bytes:
    """Return the contents of a record.

    Raises:
        OSError: it is no file, such as a pipe, whose end would never come.
        ValueError: it is too large for a record.
    """
    if not path.is_file() or path.stat().st_size > LARGEST:
        raise ValueError(path)
    return path.read_bytes()


def has(folder: Path, name: str) -> bool:
    """Tell whether there is a file for an agency, which ``read`` may find broken."""
    return (folder / f"{name}.json").exists()


def obstacles(folder: Path, names: Iterable[str]) -> Iterator[Bilingual]:
    """Say which records this program can neither read nor may replace."""
    for path in (folder / f"{name}.json" for name in names):
        if path.is_file():
            if _version(path) > VERSION:
                yield Bilingual(
                    f"{path}: เขียนโดยโปรแกรมรุ่นใหม่กว่านี้ ให้ปรับโปรแกรมในเครื่องนี้เป็นรุ่นใหม่",
                    f"{path}: written by a newer version of the program; update this one",
                )
        elif path.exists():
            yield Bilingual(
                f"{path}: ต้องเป็นไฟล์ผลของหน่วยงาน แต่มีโฟลเดอร์หรือสิ่งอื่นชื่อนี้ ให้ย้ายไปที่อื่น",
                f"{path}: this is where the record of an agency belongs, but it is not a file;"
                " move it elsewhere",
            )


def _version(path: Path) -> int:
    """Return the version of a record, with which it begins; 0 if it cannot be told."""
    try:
        with path.open("rb") as file:
            match = _START.match(file.read(64))
    except OSError:
        return 0
    return int(match[1]) if match else 0


def prepare(folder: Path) -> None:
    """Make the folder, and clear what a killed run left in it: what a run does first.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clear_leftovers(folder)


def write(folder: Path, record: Record) -> bool:
    """Write a record; tell whether that changed anything. See ``prepare``."""
    path, text = folder / f"{record['id']}.json", as_text(record)
    try:
        if _contents(path) == text.encode():
            return False
    except (OSError, ValueError):
        pass
    write_atomically(path, text, clear=False)  # the folder has a file for each agency
    return True
