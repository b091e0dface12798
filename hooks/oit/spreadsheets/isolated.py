"""Read spreadsheets in the worker, where a hostile file can do no harm."""

from pathlib import Path
from typing import Any

from oit import worker
from oit.bilingual import Bilingual
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Merge, Worksheet


def read_workbook(path: Path, *, keep_all: bool = False) -> list[Worksheet]:
    """Read the sheets of a file as ``oit.spreadsheets.workbook`` does.

    Raises:
        RefusedError: it cannot be read or exceeds a limit.
    """
    try:
        sheets, reason = worker.read(_read_workbook, path, keep_all)
    except worker.UnreadableError as error:
        raise RefusedError(*error.reason) from None
    if reason:
        raise RefusedError(*reason)
    return [_from_plain(sheet) for sheet in sheets]


def _read_workbook(path: Path, keep_all: bool) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the sheets, or in both languages why the file is refused."""
    from oit.spreadsheets import workbook  # noqa: PLC0415 - only the worker needs the libraries

    try:
        sheets = workbook.read_workbook(path, keep_all=keep_all)
        return [_to_plain(sheet) for sheet in sheets], []
    except RefusedError as error:
        return [], [*error.reason]


def _to_plain(sheet: Worksheet) -> dict[str, Any]:
    merged = [tuple(merge) for merge in sheet.merged]
    hidden = [(rows.start, rows.stop) for rows in sheet.hidden]
    remarks = [(tuple(place), tuple(reason)) for place, reason in sheet.remarks]
    return {**vars(sheet), "merged": merged, "hidden": hidden, "remarks": remarks}


def _from_plain(plain: dict[str, Any]) -> Worksheet:
    merged = [Merge(*merge) for merge in plain["merged"]]
    remarks = [(Bilingual(*place), Bilingual(*reason)) for place, reason in plain["remarks"]]
    hidden = tuple(range(*rows) for rows in plain["hidden"])
    return Worksheet(**{**plain, "merged": merged, "hidden": hidden, "remarks": remarks})
