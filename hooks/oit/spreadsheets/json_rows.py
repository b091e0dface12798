"""Read the state's open contract data in JSON as a sheet with one row per contract."""

import json
from collections.abc import Iterator
from typing import Any

from oit.spreadsheets import limits
from oit.spreadsheets.limits import LONGEST_CELL, RefusedError
from oit.spreadsheets.sheet import Worksheet, shown

_CONTRACTS = "contract"
_LISTS = ("result", "results", "data", "records", "items")


def read_json(text: str, file: str) -> Worksheet:
    """Read ``{request, summary, result: [{…, contract: [{…}]}]}``, or the list alone.

    A project's values are repeated for each of its contracts; a project without contracts is
    one row.

    Raises:
        RefusedError: it is not JSON, or not a list of projects.
    """
    try:
        # Numbers stay texts: money must not become a float.
        root = json.loads(
            text, parse_int=str, parse_float=str, object_pairs_hook=_without_repetitions
        )
    except (ValueError, RecursionError):
        raise RefusedError(
            "เป็น JSON ที่อ่านไม่ได้ อาจดาวน์โหลดมาไม่ครบ",
            "the JSON cannot be read; the download may be incomplete",
        ) from None
    name, projects = _projects(root)
    rows = [row for index, project in enumerate(projects) for row in _rows(project, name, index)]
    header = list(dict.fromkeys(key for _, row in rows for key in row))
    if len(header) * len(rows) > limits.MAX_CELLS:
        raise limits.too_large("มีค่ามากเกินไป", "it has too many values")
    cells = [[_text(row.get(key)) for key in header] for _, row in rows]
    if any(len(cell) > LONGEST_CELL for row in cells for cell in row):
        raise RefusedError("มีค่าที่ยาวผิดปกติ", "one of its values is too long")
    return Worksheet(file, "", [header, *cells], paths=["", *(path for path, _ in rows)])


def is_nested(text: str) -> bool:
    """Tell whether a cell holds an object, or a list of texts or objects, instead of a value."""
    # Few texts have any of these; most need no other look.
    if "{" not in text and "[" not in text:
        return False
    plain = text.strip()
    if not (plain[:1] in {"{", "["} and plain[-1:] in {"}", "]"}):
        return False
    try:
        value = json.loads(plain)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) or any(isinstance(v, dict | list | str) for v in value)


def _without_repetitions(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise RefusedError(
                f'เป็น JSON ที่มี "{shown(name)}" ซ้ำในรายการเดียว ไม่ทราบว่าค่าใดถูก',
                f'the JSON repeats "{shown(name)}" in one object; which value is right is unknown',
            )
        found[name] = value
    return found


def _projects(root: Any) -> tuple[str, list[dict[str, Any]]]:
    name, found = "", root
    if isinstance(root, dict):
        name, found = next(
            ((key, root[key]) for key in _LISTS if isinstance(root.get(key), list)), ("", [])
        )
    if (
        not isinstance(found, list)
        or not found
        or not all(isinstance(project, dict) for project in found)
    ):
        raise RefusedError(
            "เป็น JSON ที่ไม่มีรายการโครงการ (result)", "the JSON has no list of projects (result)"
        )
    return name, found


def _rows(project: dict[str, Any], name: str, index: int) -> Iterator[tuple[str, dict[str, Any]]]:
    path = f"{name}[{index}]"
    shared = {key: value for key, value in project.items() if key != _CONTRACTS}
    contracts = project.get(_CONTRACTS) or [{}]
    if not isinstance(contracts, list) or not all(
        isinstance(contract, dict) for contract in contracts
    ):
        yield path, project
        return
    for number, contract in enumerate(contracts):
        own = {
            key if key not in shared and key != "status" else f"{_CONTRACTS}_{key}": value
            for key, value in contract.items()
        }
        yield f"{path}.{_CONTRACTS}[{number}]" if contract else path, {**shared, **own}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value)
