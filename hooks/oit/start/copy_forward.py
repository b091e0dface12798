"""Copy an item's file into a new year; comments mark the fields that must be renewed."""

import re

from oit.data import year_marks
from oit.data.template import RequiredItem, header_lines
from oit.forms import FORMS
from oit.source import SourceFile

_HEADER = re.compile(r"\A# yaml-language-server:.*?\n\r?\n", re.DOTALL)


def copy_forward(asked: RequiredItem, document: SourceFile, path: str) -> str:
    """Return the text of last year's file for an item of a new year, with a new header."""
    return with_header(_marked(asked, document), [asked], path)


def with_header(text: str, asked: list[RequiredItem], copied_from: str | None) -> str:
    """Return the text of an item's file with the header of what it now holds."""
    source = [year_marks.copied_line(copied_from)] if copied_from else []
    head = "\n".join([*header_lines(asked, asked[0].year), *source])
    return f"{head}\n\n{_HEADER.sub('', text, count=1)}"


def _marked(asked: RequiredItem, document: SourceFile) -> str:
    """Return the text of a file with a comment at each field that contains a date or a year."""
    old = document.text.split("\n")
    # Marks that nobody acted upon name a year that has passed.
    lines = [year_marks.MARK.sub("", line) for line in old]
    emptied = {n for n, line in enumerate(old) if line.strip() and not lines[n].strip()}
    above: dict[int, str] = {}
    item, year = asked.item, asked.year
    reported = {element.field for element in item.elements if element.year == "previous"}
    for path, key, value in year_marks.dated(document.root, FORMS[item.form], year):
        at, end = value.line - 1, "\r" if "\r\n" in document.text else ""
        mark = f"{year_marks.mark(year - (path in reported))}{end}"
        if lines[at][value.column - 1 :].rstrip() == value:
            lines[at] = f"{lines[at].rstrip()}  {mark}"
        else:
            # Behind a text of several lines or between brackets a comment could cut off a value.
            line = lines[key.line - 1]
            above[key.line - 1] = line[: len(line) - len(line.lstrip())] + mark
    return "\n".join(
        f"{above[number]}\n{line}" if number in above else line
        for number, line in enumerate(lines)
        if number not in emptied
    )
