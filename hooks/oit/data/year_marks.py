"""The comments that mark what must be renewed in an item that was copied from the year before."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from oit.forms.base import Form, form_at
from oit.source import SourceFile, parse
from oit.source.values import KeyPath, Mapping, Scalar, Sequence, Value
from oit.thai.calendar import Month

MARK = re.compile(r"[ ]*# ปรับเป็นปี ([0-9]{4})(?=\r?$)")
"""A mark: behind a value, or alone on the line above."""

_COPIED = re.compile(r"^## คัดลอกจากไฟล์ (\S+)", re.MULTILINE)
_YEAR_FOLDER = re.compile(r"/(2[4-6][0-9]{2})/")
_FILE_FIELDS = {"file", "photo"}


def mark(year: int) -> str:
    """Return the comment that asks for a value to be renewed."""
    return f"# ปรับเป็นปี {year}"


def copied_line(path: str) -> str:
    """Return the comment that names the file from which an item was copied."""
    return f"## คัดลอกจากไฟล์ {path}"


def copied_from(text: str) -> str | None:
    """Return the file from which an item was copied, according to its comment."""
    # The pattern would be tried at every line.
    match = _COPIED.search(text) if "## คัดลอกจากไฟล์" in text else None
    return match[1] if match else None


def marked_lines(text: str) -> dict[int, int]:
    """Return the years of the marks in a file, by the line of what they are about.

    The line of a value with the mark behind it is positive. A mark alone on its line is about
    the dates of the next line, whose number is negative.
    """
    found = {}
    for number, line in enumerate(text.split("\n"), 1) if "# ปรับเป็นปี" in text else ():
        if match := MARK.search(line):
            found[number if line[: match.start()].strip() else -(number + 1)] = int(match[1])
    return found


def marked_in(document: SourceFile, form: type[Form], year: int) -> Iterator[KeyPath]:
    """Yield the fields of a file that are marked."""
    if not (marks := marked_lines(document.text)):
        return
    places = {(value.line, value.column) for _, _, value in dated(document.root, form, year)}
    for path, key, value in _fields(document.root):
        is_dated = (value.line, value.column) in places
        if value.line in marks or (is_dated and -key.line in marks):
            yield path


def renewed(text: str, paths: Collection[KeyPath], *, whole_lines: bool = False) -> str:
    """Return the text of a file without the marks of values that somebody has renewed.

    A mark above a line with several fields stays, unless ``whole_lines``: another one of them may
    be meant.
    """
    marks = marked_lines(text)
    if not marks:
        return text
    fields = list(_fields(parse(text.encode(), SourceFile("")).root))
    on_line = Counter(key.line for _, key, _ in fields)
    lines: list[str | None] = [*text.split("\n")]
    for path, key, value in fields:
        if path not in paths:
            continue
        if value.line in marks:
            lines[value.line - 1] = MARK.sub("", str(lines[value.line - 1]))
        if -key.line in marks and (whole_lines or on_line[key.line] == 1):
            lines[key.line - 2] = None
    return "\n".join(line for line in lines if line is not None)


def _fields(value: Value, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Scalar, Scalar]]:
    """Yield the texts of fields: path, name and text."""
    if isinstance(value, Sequence):
        for index, entry in enumerate(value):
            yield from _fields(entry, (*path, index))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, Scalar):
                yield (*path, str(key)), key, inner
            else:
                yield from _fields(inner, (*path, str(key)))


def dated(
    value: Value, form: type[Form], year: int, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, Scalar, Scalar]]:
    """Yield the fields that contain a date or a year: dotted name, key and value.

    Of the fields that name a file only those in the folder of a year before ``year`` are dated.
    """
    if isinstance(value, Sequence):
        for entry in value:
            yield from dated(entry, form, year, path)
    if not isinstance(value, Mapping):
        return
    for key, inner in value.items():
        if not isinstance(inner, Scalar):
            yield from dated(inner, form, year, (*path, key))
        elif inner and _is_dated(form, path, key, inner, year):
            yield ".".join((*path, key)), key, inner


def _is_dated(form: type[Form], path: tuple[str, ...], name: str, text: str, year: int) -> bool:
    if name in _FILE_FIELDS:
        match = _YEAR_FOLDER.search(text)
        return match is not None and int(match[1]) < year
    try:
        return says_when(form_at(form, path), name)
    except KeyError:
        return False


def says_when(form: type[Form], name: str) -> bool:
    """Tell whether a field says only when something was: a year, a day, a month or a period.

    Raises:
        KeyError: the form does not have the field.
    """
    annotation = form.model_fields[name].annotation
    is_year = annotation == (int | None) and "year" in name
    return is_year or annotation in (date | None, Month | None) or name == "period"
