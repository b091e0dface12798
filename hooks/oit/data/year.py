"""One year of a data folder: its checklist, every item's file, and the ITA cycle's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from oit.bilingual import Bilingual
from oit.data import unknown_items
from oit.data.checklist import Checklist, Item, item_parts
from oit.data.checklists import Checklists
from oit.data.folder import DataFolder
from oit.data.form_file import FormFile, form_file_of, read_form_file, read_optional
from oit.data.item_file import KnownFiles, read_record, record_of, unreadable_record
from oit.data.page_counts import PageCounts
from oit.data.pictures import Pictures
from oit.data.record import Record
from oit.findings.codes import unknown_file
from oit.findings.finding import Finding, Place
from oit.forms import FORMS, adopted, ita, review, submitted
from oit.forms.adopted import Adopted
from oit.forms.agency import Agency
from oit.forms.base import ItemForm
from oit.forms.review import AssessorReview
from oit.source import SourceFile
from oit.thai.calendar import fiscal_year

# A lint of the checklist reports the other names.
_PLAIN_NAME = re.compile(r"[^/\\:]+")


@dataclass(frozen=True)
class YearData:
    """Everything that the folder says about one year."""

    agency: Agency
    checklist: Checklist
    files: Mapping[str, str] = field(default_factory=dict)
    """Each item's file, as findings name it, by the item's id."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """The items that have a file, by the item's id."""
    turns: Mapping[int, Record] = field(default_factory=dict)
    """The files of the ITA cycle, this year's and those that items read, by year."""
    copied_from: Mapping[str, str] = field(default_factory=dict)
    """The file of the year before that has the same day in ``updated``, by the item's id."""
    review: "Reviewed | None" = None
    """What the assessors said of this year's items."""
    results: "Reviewed | None" = None
    """What they said of the year whose results this year's turn of the ITA cycle starts from."""
    findings: tuple[Finding, ...] = ()
    """Faults that belong to no item."""

    @property
    def by_file(self) -> dict[str, Record]:
        """The records by the name of their file: items and the ITA cycle may share one."""
        every = (*self.records.values(), *self.turns.values())
        return {record.document.file: record for record in every}

    def with_records(self, by_file: Mapping[str, Record]) -> "YearData":
        """Return the year with other records of some files."""
        of_items, turns = self.records.items(), self.turns.items()
        return replace(
            self,
            records={id_: by_file.get(r.document.file, r) for id_, r in of_items},
            turns={year: by_file.get(r.document.file, r) for year, r in turns},
        )


@dataclass(frozen=True)
class Reviewed:
    """What the assessors said of a year's items."""

    file: FormFile[AssessorReview]
    checklist: Checklist | None
    """The checklist of the year; ``None`` if it is not known."""


class YearReader:
    """Reads the years of a folder; a file that several years use is read once."""

    def __init__(self, folder: DataFolder, agency: Agency, checklists: Checklists) -> None:
        self._folder = folder
        self._agency = agency
        self._checklists = checklists
        self._known_files = KnownFiles(PageCounts(folder), Pictures(folder))
        self._records: dict[tuple[Path, type[ItemForm]], Record] = {}

    def read(self, year: int, checklist: Checklist) -> YearData:
        """Read the files of a year that is assessed against a checklist."""
        folder = self._folder
        items = [item for item in checklist.items if _is_readable(item)]
        paths = self._paths(year, items)
        own_turn = folder.path / str(year) / ita.FILE
        # Several items may share a file.
        expected = dict.fromkeys([*paths.values(), own_turn])
        names = {parent: _names(parent) for parent in {path.parent for path in expected}}
        near = self._near(year)
        records = {
            path: self._record(path, _form(path, paths, items), near)
            for path in expected
            if path.name in names[path.parent]
        }
        self._known_files.save()
        of_items = {item_id: records[path] for item_id, path in paths.items() if path in records}
        known = {adopted.FILE, ita.FILE, review.FILE, submitted.FILE}
        known |= {item.file_name for item in (*items, *_reading_back(near[year + 1]))}
        others = (own_turn.with_name(name) for name in sorted(names[own_turn.parent] - known))
        findings = [*self._adopted(year).findings]
        for finding, item in _misnamed(others, items, folder, checklist):
            if item and item.id not in of_items:
                document = SourceFile(finding.place.file)
                of_items[item.id] = unreadable_record(document, FORMS[item.form], (finding,))
            else:
                findings.append(finding)
        turns = {int(path.parent.name): r for path, r in records.items() if path.name == ita.FILE}
        results_year = _results_year(turns[year], year) if year in turns else None
        return YearData(
            self._agency,
            checklist,
            {item_id: folder.shown(path) for item_id, path in paths.items()},
            of_items,
            turns,
            self._copied_from(of_items, year, items, near),
            self._reviewed(year),
            self._reviewed(results_year) if results_year else None,
            tuple(findings),
        )

    def with_document(self, data: YearData, path: Path, document: SourceFile) -> YearData:
        """Return a year as it would be if one of its files were a document."""
        year = data.checklist.year
        document = replace(document, year=int(path.parent.name))
        if path.name == review.FILE:
            file = form_file_of(AssessorReview, document)
            return replace(data, review=Reviewed(file, self._checklists.of(year).checklist))
        items, near = (
            [item for item in data.checklist.items if _is_readable(item)],
            self._near(year),
        )
        paths = self._paths(year, items)
        form, ids = _form(path, paths, items), _element_ids(path, near)
        record = record_of(document, self._folder, form, ids, self._known_files)
        own = {item.id: record for item in items if paths[item.id] == path}
        known = {**data.records, **own}
        copied = {of: file for of, file in data.copied_from.items() if of not in own}
        data = replace(
            data,
            # In the order of the checklist, as ``read`` has them.
            records={item.id: known[item.id] for item in items if item.id in known},
            copied_from={**copied, **self._copied_from(own, year, items, near)},
        )
        if path.name != ita.FILE:
            return data
        turns = {**data.turns, int(path.parent.name): record}
        results = self._reviewed(_results_year(turns[year], year)) if year in turns else None
        return replace(data, turns=turns, results=results)

    def _paths(self, year: int, items: Iterable[Item]) -> dict[str, Path]:
        top = self._folder.path
        return {item.id: top / str(item.folder_year(year)) / item.file_name for item in items}

    def _near(self, year: int) -> dict[int, Checklist | None]:
        return {of: self._checklists.of(of).checklist for of in (year - 1, year, year + 1)}

    def _record(
        self, path: Path, form: type[ItemForm], near: Mapping[int, Checklist | None]
    ) -> Record:
        if (path, form) not in self._records:
            ids = _element_ids(path, near)
            record = read_record(path, self._folder, form, ids, self._known_files)
            self._records[path, form] = record
        return self._records[path, form]

    def _copied_from(
        self,
        records: Mapping[str, Record],
        year: int,
        items: Iterable[Item],
        near: Mapping[int, Checklist | None],
    ) -> dict[str, str]:
        """Find the items whose day of change is before the year, and that of the file before."""
        old, copied = near[year - 1], {}
        for item in items:
            record = records.get(item.id)
            day = record.form.updated if record else None
            if old is None or day is None or fiscal_year(day) >= year:
                continue
            for before in old.continued_by(item):
                path = self._folder.path / str(before.folder_year(year - 1)) / before.file_name
                if FORMS.get(before.form) is not FORMS[item.form] or not path.is_file():
                    continue
                file = read_form_file(FORMS[before.form], path, self._folder)
                if file.form and file.form.updated == day:
                    copied[item.id] = self._folder.shown(path)
        return copied

    def _adopted(self, year: int) -> FormFile[Adopted]:
        """Read where documents came from; only ``oit adopt`` needs it, but it must be right."""
        path = self._folder.path / str(year) / adopted.FILE
        return read_optional(Adopted, path, self._folder, year)

    def _reviewed(self, year: int) -> Reviewed:
        """Read what the assessors said of a year's items; the file may be missing."""
        path = self._folder.path / str(year) / review.FILE
        file = read_optional(AssessorReview, path, self._folder, year)
        return Reviewed(file, self._checklists.of(year).checklist)


def _results_year(turn: Record, year: int) -> int:
    """Return the year whose results a turn of the ITA cycle starts from."""
    results = cast("ita.Ita", turn.form).results
    return (results.year if results else None) or year - 1


def _is_readable(item: Item) -> bool:
    return item.form in FORMS and bool(_PLAIN_NAME.fullmatch(item.file_name))


def _names(folder: Path) -> set[str]:
    """List a folder: some file systems would open O07.yml for o07.yml."""
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _form(path: Path, paths: Mapping[str, Path], items: Iterable[Item]) -> type[ItemForm]:
    """Return the form of a file: that of the items that it holds."""
    forms = (FORMS[item.form] for item in items if paths[item.id] == path)
    return next(forms, ita.Ita)


def _element_ids(path: Path, near: Mapping[int, Checklist | None]) -> list[str] | None:
    """Return the elements that a file's documents may show, those of every item that reads it.

    These are items of the file's own year and of the next. ``None`` if the checklist of its own
    year is not known.
    """
    year = int(path.parent.name)
    own = near[year]
    if own is None:
        return None
    items = [item for item in own.items if item.folder_year(year) == year]
    items += _reading_back(near.get(year + 1))
    found = (e.id for item in items if item.file_name == path.name for e in item.elements)
    return list(dict.fromkeys(found))


def _reading_back(checklist: Checklist | None) -> list[Item]:
    """Return the items that look for their file in the folder of the year before."""
    items = checklist.items if checklist else []
    return [item for item in items if item.file_year == "previous"]


def _misnamed(
    files: Iterable[Path], items: Iterable[Item], folder: DataFolder, checklist: Checklist
) -> Iterator[tuple[Finding, Item | None]]:
    """Report files that look like an item's but have another name, each with the item meant.

    Such a file is not read. What Windows, Office and macOS leave in a folder (``Thumbs.db``,
    ``~$o07.xlsx``, ``._o07.yml``) does not look like one.
    """
    for path in files:
        if path.name.startswith("."):
            continue
        item = next((item for item in items if _slug(path.name) in _slugs(item)), None)
        if item or path.suffix.lower() in {".yml", ".yaml"}:
            place, suggestion = Place(folder.shown(path)), _suggestion(path, item, checklist)
            yield unknown_file.CODE.at(place, name=path.name, suggestion=suggestion), item


def _suggestion(path: Path, item: Item | None, checklist: Checklist) -> Bilingual:
    if item is None:
        name, year = checklist.checklist, checklist.year
        return unknown_items.elsewhere(_slug(path.name), name, year) or Bilingual("", "")
    year = int(path.parent.name)
    own_year = item.folder_year(year)
    right = item.file_name if own_year == year else f"{own_year}/{item.file_name}"
    return Bilingual(f" หมายถึง {right} ใช่หรือไม่", f" (did you mean {right}?)")


def _slug(file_name: str) -> str:
    return "".join(item_parts(re.split(r"[. ]", file_name)[0]))


def _slugs(item: Item) -> set[str]:
    """Return the slugs of the file names of this year that are meant for an item."""
    shared = set() if item.file_year == "previous" else {_slug(item.file_name)}
    return {item.slug, *shared}
