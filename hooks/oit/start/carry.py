"""What carries over into a new year: the contents of a file, marked where they must be renewed."""

import re
from collections.abc import Iterator
from datetime import date

from oit.data.checklist import Item
from oit.data.template import Asked, header
from oit.forms import FORMS, ita
from oit.forms.base import Form, form_at
from oit.forms.tabular import TableForm
from oit.source import SourceFile
from oit.source.values import Mapping, Scalar, Sequence, Value
from oit.thai.calendar import Month

_MARK = re.compile(r"[ ]*# ปรับเป็นปี [0-9]{4}(?=\r?$)")
_HEADER = re.compile(r"\A# yaml-language-server:.*?\n\r?\n", re.DOTALL)
_YEARS_FOLDER = re.compile(r"/(2[4-6][0-9]{2})/")
_FILES = {"file", "photo"}


def carries(item: Item) -> bool:
    """Tell whether an item's contents are of use in a new year.

    A report on the year that has ended, the year's tables and statistics, and a turn of the
    cycle are of their year alone.
    """
    if item.file == ita.FILE or item.file_year == "previous":
        return False
    asked = {element.year for element in item.elements if element.year}
    return asked != {"previous"} and not issubclass(FORMS[item.form], TableForm)


def carried(asked: Asked, document: SourceFile, path: str) -> str:
    """Return the text of a file of the year before for an item of a new year."""
    head = "\n".join([*header([asked], asked.year), f"## คัดลอกจากไฟล์ {path}"])
    return f"{head}\n\n{_HEADER.sub('', marked(asked, document), count=1)}"


def marked(asked: Asked, document: SourceFile) -> str:
    """Return the text of a file with a comment at each field that speaks of a day or a year."""
    # What the year before has not renewed is not marked with that year any more.
    lines = [_MARK.sub("", line) for line in document.text.split("\n")]
    stale = {
        number
        for number, line in enumerate(document.text.split("\n"))
        if line.strip() and not lines[number].strip()
    }
    before: dict[int, str] = {}
    item, year = asked.item, asked.year
    reported = {element.field for element in item.elements if element.year == "previous"}
    for path, key, value in _dated(document.root, FORMS[item.form], year):
        at, end = value.line - 1, "\r" if "\r\n" in document.text else ""
        mark = f"# ปรับเป็นปี {year - (path in reported)}{end}"
        if lines[at][value.column - 1 :].rstrip() == value:
            lines[at] = f"{lines[at].rstrip()}  {mark}"
        else:
            # Behind a text of several lines or inside brackets a comment might cut something.
            line = lines[key.line - 1]
            before[key.line - 1] = line[: len(line) - len(line.lstrip())] + mark
    return "\n".join(
        f"{before[number]}\n{line}" if number in before else line
        for number, line in enumerate(lines)
        if number not in stale
    )


def _dated(
    value: Value, form: type[Form], year: int, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, Scalar, Scalar]]:
    """Yield the fields that speak of a day or a year: dotted name, key and value."""
    if isinstance(value, Sequence):
        for entry in value:
            yield from _dated(entry, form, year, path)
    if not isinstance(value, Mapping):
        return
    for key, below in value.items():
        if not isinstance(below, Scalar):
            yield from _dated(below, form, year, (*path, key))
        elif below and _speaks_of_time(form, path, key, below, year):
            yield ".".join((*path, key)), key, below


def _speaks_of_time(
    form: type[Form], path: tuple[str, ...], name: str, text: str, year: int
) -> bool:
    if name in _FILES:
        match = _YEARS_FOLDER.search(text)
        return match is not None and int(match[1]) < year
    try:
        field = form_at(form, path).model_fields[name]
    except KeyError:
        return False
    is_year = field.annotation == (int | None) and "year" in name
    return is_year or field.annotation in (date | None, Month | None) or name == "period"
