"""Read spreadsheets in the worker, where a hostile file can do no harm."""

from pathlib import Path
from typing import Any

from oit import worker
from oit.bilingual import Bilingual
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Merge, Worksheet


def read_workbook(path: Path) -> list[Worksheet]:
    """Read the sheets of a file.

    Raises:
        RefusedError: it cannot be read or exceeds a limit.
    """
    try:
        sheets, reason = worker.read(_read_workbook, path)
    except worker.UnreadableError as error:
        raise RefusedError(*error.reason) from None
    if reason:
        raise RefusedError(*reason)
    return [_from_plain(sheet) for sheet in sheets]


def _read_workbook(path: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the sheets, or in both languages why the file is refused."""
    from oit.spreadsheets import workbook  # noqa: PLC0415 - only the worker needs the libraries

    try:
        return [_to_plain(sheet) for sheet in workbook.read_workbook(path)], []
    except RefusedError as error:
        return [], [*error.reason]


def _to_plain(sheet: Worksheet) -> dict[str, Any]:
    merged = [tuple(merge) for merge in sheet.merged]
    remarks = [(tuple(place), tuple(reason)) for place, reason in sheet.remarks]
    return {**vars(sheet), "merged": merged, "remarks": remarks}


def _from_plain(plain: dict[str, Any]) -> Worksheet:
    merged = [Merge(*merge) for merge in plain["merged"]]
    remarks = [(Bilingual(*place), Bilingual(*reason)) for place, reason in plain["remarks"]]
    return Worksheet(**{**plain, "merged": merged, "remarks": remarks})
