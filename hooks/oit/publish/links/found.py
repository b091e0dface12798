"""The external addresses in the data and in the hand-written pages, with their places."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from oit.assess.assessment import Assessment
from oit.data.folder import DataFolder
from oit.data.record import Record
from oit.findings.finding import Place
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.forms.fields import Link
from oit.forms.reading import place_of
from oit.forms.values import Entries, is_list
from oit.source import read
from oit.source.values import KeyPath

# ``Link`` is a text annotated with its parser; fields that are links have that parser.
_PARSER = Link.__metadata__[0]  # type: ignore[attr-defined]  # what Annotated is made of
_IN_MARKDOWN = re.compile(r"https?://[^\s<>\"'`\]\[{}|\\^]+", re.IGNORECASE)
_FENCE = re.compile(r"\s*(```|~~~)")


class Found(NamedTuple):
    """An address and its place."""

    address: str
    place: Place


def found_in(folder: DataFolder, agency: Agency, assessments: Iterable[Assessment]) -> list[Found]:
    """Return every external address, in the order of files, without the site's own."""
    found = [*_in_agency(folder, agency)]
    records: dict[str, Record] = {}
    for assessment in assessments:
        cycle = [assessment.cycle.record] if assessment.cycle else []
        of_items = [item.record for item in assessment.items if item.record]
        # Items may share a file, whose links count once.
        records |= {record.document.file: record for record in (*of_items, *cycle)}
    for record in records.values():
        found += [Found(text, record.place(path)) for path, text in _links(record.form)]
    found += _in_pages(folder)
    own = (agency.site_url or "").rstrip("/")
    return [link for link in found if not own or not _is_below(link.address, own)]


def _is_below(address: str, root: str) -> bool:
    return f"{address.rstrip('/')}/".startswith(f"{root}/")


def _in_agency(folder: DataFolder, agency: Agency) -> Iterator[Found]:
    path = folder.path / "agency.yml"
    document = read(path, folder.path, folder.shown(path))
    for field, text in _links(agency):
        yield Found(text, place_of(field, document))


def _links(form: Form, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    for name, field in type(form).model_fields.items():
        value = getattr(form, name)
        if isinstance(value, Form):
            yield from _links(value, (*path, name))
        # Tables have no links, and many rows.
        elif is_list(value) and not isinstance(value, Entries):
            for index, entry in enumerate(value):
                if isinstance(entry, Form):
                    yield from _links(entry, (*path, name, index))
        elif value and any(part is _PARSER for part in field.metadata):
            yield (*path, name), value


def _in_pages(folder: DataFolder) -> Iterator[Found]:
    for path in sorted(folder.docs.rglob("*.md")):
        is_code = False
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            if _FENCE.match(line):
                is_code = not is_code
            for match in () if is_code else _IN_MARKDOWN.finditer(line):
                place = Place(folder.shown(path), number, match.start() + 1)
                yield Found(_without_end(match[0]), place)


def _without_end(address: str) -> str:
    """Remove the end of a sentence or of a Markdown link, which is not part of the address."""
    while address[-1] in ".,;:!?*_" or (
        address.endswith(")") and address.count(")") > address.count("(")
    ):
        address = address[:-1]
    return address
