"""Write values as YAML, as an officer would: a text is quoted only if it would be misread."""

import json
import re
from collections.abc import Iterator

from oit.characters import ODD_SPACE
from oit.source.read import parse
from oit.source.values import SourceFile

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value without its place in a file; every scalar is a text."""

_PLAIN_KEY = re.compile(r"[^\W\d][\w-]*")
INDENT = 2
"""How many spaces a nested block is indented by."""


def scalar(
    value: str, style: str = "", column: int = 0, *, flow: bool = False, comment: str = ""
) -> str:
    """Write a text in the style that it had if possible, otherwise in the nearest style.

    Args:
        value: the text.
        style: its present style: ``'``, ``"``, ``|``, ``>`` or empty.
        column: the column of its key, or of the dash of its list entry.
        flow: whether it is between brackets.
        comment: the comment behind the ``|`` or ``>`` that a block scalar begins with.
    """
    if not value:
        return "" if style not in ("'", '"') else style * 2
    for candidate in _candidates(value, style, column, comment, flow=flow):
        if _reads_back(candidate, value, column, flow=flow):
            return candidate
    return json.dumps(value)


def _candidates(value: str, style: str, column: int, comment: str, *, flow: bool) -> Iterator[str]:
    """Yield the ways to write a text, the preferred first."""
    quoted = {"'": "'" + value.replace("'", "''") + "'", '"': json.dumps(value, ensure_ascii=False)}
    one_line = not re.search(r"[\r\n\t]", value)
    if not flow and "\t" not in value and (not one_line or style in {"|", ">"}):
        yield _block_scalar(value, style, column, comment)
    if one_line and style in quoted:
        yield quoted[style]
    if one_line and not ODD_SPACE.search(value):
        yield value
    if one_line:
        yield quoted["'"]
    yield quoted['"']


def _block_scalar(value: str, style: str, column: int, comment: str) -> str:
    text = value.removesuffix("\n")
    header = ">" if style == ">" and "\n" not in text else "|"
    header += "" if value.endswith("\n") else "-"
    indent = " " * (column + INDENT)
    lines = "\n".join(indent + line if line else "" for line in text.split("\n"))
    return f"{header}{comment}\n{lines}"


def _reads_back(written: str, value: str, column: int, *, flow: bool) -> bool:
    """Check that a written text is read as the same text, as a field and as an entry of a list."""
    indent = " " * column
    in_field = f"field: {{k: {written}}}\n" if flow else f"{indent}field: {written}\n"
    in_list = f"field: [{written}, x]\n" if flow else f"field:\n{indent}- {written}\n"
    field = {"k": value} if flow else value
    entries = [value, "x"] if flow else [value]
    return _parsed(in_field) == {"field": field} and _parsed(in_list) == {"field": entries}


def _parsed(text: str) -> object:
    return parse(text.encode(errors="surrogatepass"), SourceFile("")).root


def key(name: str) -> str:
    """Write the name of a field."""
    return name if _PLAIN_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def in_flow(value: Plain) -> str:
    """Write a value on one line, lists and mappings between brackets."""
    if isinstance(value, dict):
        pairs = (f"{key(name)}: {in_flow(inner)}" for name, inner in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return scalar(value, flow=True) or '""'


def in_block(value: dict[str, Plain] | list[Plain], column: int = 0) -> str:
    """Write a mapping or a list as lines that begin in a column."""
    indent = " " * column
    if isinstance(value, list):
        return "\n".join(f"{indent}- {_entry(inner, column)}" for inner in value)
    return "\n".join(f"{indent}{pair(name, inner, column)}" for name, inner in value.items())


def pair(name: str, value: Plain, column: int = 0) -> str:
    """Write a field whose name begins in a column."""
    if isinstance(value, str):
        written = scalar(value, column=column)
        return f"{key(name)}: {written}" if written else f"{key(name)}:"
    if not value:
        return f"{key(name)}: {in_flow(value)}"
    return f"{key(name)}:\n{in_block(value, column + INDENT)}"


def entry(value: Plain, column: int, *, flow: bool) -> str:
    """Write a list entry whose dash is in a column; with ``flow`` on one line."""
    return f"- {in_flow(value) if flow else _entry(value, column)}"


def _entry(value: Plain, column: int) -> str:
    if isinstance(value, str):
        return scalar(value, column=column) or '""'
    if not value:
        return in_flow(value)
    return in_block(value, column + INDENT).lstrip(" ")
