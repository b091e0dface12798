"""Find the files that the data names, with everything that the data says about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from oit.data.checklist import Element, Item
from oit.data.folder import DataFolder
from oit.data.load import load
from oit.data.record import Record
from oit.forms.base import Document, Form, ItemForm
from oit.forms.fields import FilePath


@dataclass(frozen=True)
class Sample:
    """One file to generate."""

    path: Path
    title: str
    agency: str
    form: ItemForm = field(default_factory=ItemForm)
    """The item that names the file."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The item's values as they were written."""
    pages: Mapping[int, list[Element]] = field(default_factory=dict)
    """The elements that a document shows according to the data, by page."""

    @property
    def stem(self) -> str:
        """The file's name without its extension."""
        return self.path.stem


def samples_of(data: Path) -> dict[Path, Sample]:
    """Find every file that the readable data names; ``oit check`` reports unreadable data."""
    folder = DataFolder(data)
    loaded = load(folder, folder.years())
    agency = loaded.agency
    if agency is None:
        raise SystemExit(f"agency.yml cannot be read: {data}")
    samples = [Sample(folder.docs / name, agency.name, agency.name) for _, name in _files(agency)]
    for found in loaded.years.values():
        items = {item.id: item for item in found.checklist.items}
        for item_id, record in found.records.items():
            # A file of the year before belongs to that year's items.
            if not items[item_id].file_year:
                samples += _of_item(items[item_id], record, agency.name, folder.docs)
    # Of a file that is named more than once, the first.
    return {sample.path: sample for sample in reversed(samples)}


def _of_item(item: Item, record: Record, agency: str, docs: Path) -> Iterator[Sample]:
    values: Any = record.document.root
    for entry, name in _files(record.form):
        title = getattr(entry, "name", None) or getattr(entry, "title", None) or item.title
        pages = _pages(entry, item) if isinstance(entry, Document) else {}
        yield Sample(docs / name, title, agency, record.form, values, pages)


def _files(form: Form) -> Iterator[tuple[Form, FilePath]]:
    """Yield every file that a form names, with the entry that names it."""
    for _, value in form:
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Form):
                yield from _files(each)
            elif isinstance(each, FilePath):
                yield form, each


def _pages(document: Document, item: Item) -> dict[int, list[Element]]:
    elements = {element.id: element for element in item.elements}
    pages: dict[int, list[Element]] = {}
    for name, shown in document.shows.items():
        if shown and name in elements:
            pages.setdefault(shown.first, []).append(elements[name])
    return pages
