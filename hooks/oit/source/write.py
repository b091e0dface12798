"""Write a value as YAML, as an officer would: plain where that reads as the same text."""

import json
import re
from collections.abc import Iterator

import yaml

from oit.characters import ODD_SPACE

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value as a file has it: every scalar is a text."""

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_KEY = re.compile(r"[^\W\d][\w-]*")
STEP = 2
"""How many spaces a level of a block is indented by."""


def scalar(value: str, style: str, column: int, *, flow: bool, comment: str = "") -> str:
    """Write a text in the style that it had, if that is possible; else in the nearest.

    Args:
        value: the text.
        style: how it was written before: ``'``, ``"``, ``|``, ``>`` or nothing.
        column: where the key or the dash before it stands.
        flow: whether it stands between brackets.
        comment: what stands behind the sign that a text of several lines begins with.
    """
    if not value:
        return "" if style not in ("'", '"') else style * 2
    found = _ways(value, style, column, comment, flow=flow)
    return next(
        (way for way in found if _reads_as(way, value, column, flow=flow)), json.dumps(value)
    )


def _ways(value: str, style: str, column: int, comment: str, *, flow: bool) -> Iterator[str]:
    quoted = {"'": "'" + value.replace("'", "''") + "'", '"': json.dumps(value, ensure_ascii=False)}
    one_line = not re.search(r"[\r\n\t]", value)
    if not flow and "\t" not in value and (not one_line or style in {"|", ">"}):
        yield _below(value, style, column, comment)
    if one_line and style in quoted:
        yield quoted[style]
    if one_line and not ODD_SPACE.search(value):
        yield value
    if one_line:
        yield quoted["'"]
    yield quoted['"']


def _below(value: str, style: str, column: int, comment: str) -> str:
    """Write a text on the lines below its key."""
    text = value.removesuffix("\n")
    sign = ">" if style == ">" and "\n" not in text else "|"
    sign += "" if value.endswith("\n") else "-"
    indent = " " * (column + STEP)
    lines = "\n".join(indent + line if line else "" for line in text.split("\n"))
    return f"{sign}{comment}\n{lines}"


def _reads_as(way: str, value: str, column: int, *, flow: bool) -> bool:
    """Tell whether a text, so written, is read as itself wherever it may stand."""
    indent = " " * column
    places = ["{k: %s}", "[%s, x]"] if flow else [f"{indent}k: %s\n", f"{indent}- %s\n"]
    return all(_only(place % way) == value for place in places)


def _only(text: str) -> str | None:
    """Return the first value of a document, if that is a text."""
    try:
        read = yaml.load(text, Loader=_LOADER)  # noqa: S506 - it makes nothing but texts
    except (yaml.YAMLError, ValueError):
        return None
    first = read.get("k") if isinstance(read, dict) else read[0]
    expected = 1 if isinstance(read, dict) or text[:1] != "[" else 2
    return first if isinstance(first, str) and len(read) == expected else None


def key(name: str) -> str:
    """Write the name of a field."""
    return name if _PLAIN_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def in_flow(value: Plain) -> str:
    """Write a value between brackets, on one line."""
    if isinstance(value, dict):
        pairs = (f"{key(name)}: {in_flow(inner)}" for name, inner in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return scalar(value, "", 0, flow=True) or '""'


def in_block(value: dict[str, Plain] | list[Plain], column: int) -> str:
    """Write fields or a list as lines that begin in a column."""
    indent = " " * column
    if isinstance(value, list):
        return "\n".join(f"{indent}- {_entry(inner, column)}" for inner in value)
    return "\n".join(f"{indent}{pair(name, inner, column)}" for name, inner in value.items())


def pair(name: str, value: Plain, column: int) -> str:
    """Write a field whose name stands in a column."""
    if isinstance(value, str):
        return f"{key(name)}: {scalar(value, '', column, flow=False)}".rstrip(" ")
    if not value:
        return f"{key(name)}: {in_flow(value)}"
    return f"{key(name)}:\n{in_block(value, column + STEP)}"


def _entry(value: Plain, column: int) -> str:
    if isinstance(value, str):
        return scalar(value, "", column, flow=False) or '""'
    if not value:
        return in_flow(value)
    return in_block(value, column + STEP).lstrip(" ")


def entry(value: Plain, column: int, *, flow: bool) -> str:
    """Write an entry of a list whose dash stands in a column, all on one line if wished."""
    return f"- {in_flow(value) if flow else _entry(value, column)}"
