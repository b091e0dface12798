"""From links to the files that a run would write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from oit import contents
from oit.adopt.adoption import STORED, Held, ItemRows, Outcome, Row
from oit.adopt.choice import Choice, Chosen
from oit.adopt.documents import Doubt, NotStoredError, Why, looked_at
from oit.adopt.entries import Entry, with_documents
from oit.adopt.fetched import Fetched
from oit.adopt.judge import HTML
from oit.adopt.naming import clean, name_in
from oit.adopt.proposals import proposed
from oit.adopt.stage import Stage
from oit.adopt.standing import WINDOWS_ENDS, ItemFile, Standing, item_file, text_of
from oit.adopt.trouble import Trouble
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist, Item
from oit.data.folder import DataFolder
from oit.data.paths import files_of, new_file
from oit.data.template import RequiredItem
from oit.forms.adopted import Adopted, AdoptedDocument

Get = Callable[[str], Fetched | Trouble | None]
"""Fetches an address; ``None`` if a dry run does not fetch it."""

_NOT_LIVE = {Why.UNSURE, Why.OTHER_YEAR, Why.PERSONAL}
_CHANGES = Bilingual(
    "ถ้าใส่เอกสารนี้เลย ผลตรวจของข้อจะเปลี่ยน จึงรอให้คนเปิดดูก่อน",
    "with this document the result of the check would change, so somebody must look at it first",
)


@dataclass
class Plan:
    """What a run would store and write."""

    items: list[ItemRows] = field(default_factory=list)
    documents: dict[str, Path] = field(default_factory=dict)
    """The new documents by their path below docs/."""
    texts: dict[str, str] = field(default_factory=dict)
    """The new texts of item files by their path from the data folder."""
    before: dict[str, str | None] = field(default_factory=dict)
    """What each of these files was when it was planned; ``None`` if it was missing."""


@dataclass(frozen=True)
class Year:
    """The year that is filled."""

    folder: DataFolder
    checklist: Checklist
    kind: str
    """The kind of the agency."""
    known: Adopted
    """What earlier runs brought in."""
    is_repeated: bool
    """Whether every source of this run was brought in completely before."""


def plan(year: Year, choice: Choice, get: Get, stage: Stage) -> Plan:
    """Plan what becomes of every chosen link.

    Args:
        year: the year that is filled.
        choice: the links.
        get: fetches a document.
        stage: where documents are tried.
    """
    made = Plan()
    writer = _Planner(year, choice, get, stage, made)
    for path, asked in files_of(year.checklist, year.kind).items():
        writer.add(path, asked)
    order = {item.id: index for index, item in enumerate(year.checklist.items)}
    made.items.sort(key=lambda entry: order[entry.item.id])
    return made


class _Planner:
    def __init__(self, year: Year, choice: Choice, get: Get, stage: Stage, made: Plan) -> None:
        self._year, self._choice, self._get, self._stage = year, choice, get, stage
        self._made = made
        self._records = {(d.item, d.address): d for d in year.known.documents}
        self._files = _Files(year.folder, year.checklist.year, year.known.documents)

    def add(self, path: str, asked: Sequence[RequiredItem]) -> None:
        """Plan the file of one or more items."""
        file = self._year.folder.path / path
        before = text_of(file)
        template = new_file(path, [*asked])
        # A missing file is written only into a folder that the year has anyway.
        is_own = file.parent.name == str(self._year.checklist.year)
        is_there = not file.is_symlink() and not file.exists() and (is_own or file.parent.is_dir())
        has_windows_ends = before == template.replace("\n", WINDOWS_ENDS)
        is_template = (before == template or has_windows_ends) and not file.is_symlink()
        is_free = is_template or (before is None and is_there)
        ids = {item.item.id for item in asked}
        is_unfinished = any(item in ids for item, _ in self._records)
        may_write = is_free and (not self._year.is_repeated or is_unfinished)
        standing = item_file(before or "")
        rows: dict[str, list[Row]] = {}
        digests: set[str] = set()
        for required in asked:
            item = required.item
            found = (
                self._row(chosen, required, digests, standing, may_write=may_write)
                for chosen in self._choice.chosen
                if chosen.item.id == item.id
            )
            rows[item.id] = [row for row in found if row]
        if may_write and any(row.outcome in STORED for of in rows.values() for row in of):
            rows = self._tried(path, template, rows)
            self._made.before[path] = before
            if has_windows_ends:
                self._made.texts[path] = self._made.texts[path].replace("\n", WINDOWS_ENDS)
            held = Held.WRITTEN
        else:
            held = Held.TEMPLATE if is_free else Held.BY_HAND
        for required in asked:
            item = required.item
            self._made.items.append(ItemRows(item, path, held, tuple(rows[item.id])))

    def _row(
        self,
        chosen: Chosen,
        required: RequiredItem,
        seen: set[str],
        standing: ItemFile,
        *,
        may_write: bool,
    ) -> Row | None:
        """Return what becomes of a link; ``None`` if nothing needs to be said of it."""
        item, address = chosen.item, chosen.address
        named = clean(chosen.found.link.text) or name_in(address) or item.title
        got = self._get(address)
        record = self._records.get((item.id, address))
        if got is None or isinstance(got, Trouble):
            outcome = Outcome.TROUBLE if got else Outcome.NOT_LOOKED
            return Row(chosen, outcome, named, trouble=got)
        if got.content_type == HTML:
            # Of the links of a sub-page only documents belong to its item.
            return None if chosen.found.is_inherited else Row(chosen, Outcome.PAGE, named)
        if record and not may_write:
            file = str(record.file)
            if record.sha256 != got.digest:
                return Row(chosen, Outcome.CHANGED, named, file, got.digest)
            return self._again(chosen, required, got, named, standing.of(file))
        if got.digest in seen:
            return None
        seen.add(got.digest)
        return self._document(chosen, required, got, named, may_write=may_write)

    def _again(
        self, chosen: Chosen, required: RequiredItem, got: Fetched, named: str, standing: Standing
    ) -> Row:
        """Return what is still to be done with a document of an earlier run.

        What somebody has confirmed, or taken out of the item's file, is not proposed again.
        """
        row = self._document(chosen, required, got, named, may_write=False)
        if row.outcome is Outcome.OUT:
            return row
        row = replace(row, file=standing.file)
        if standing.is_comment:
            doubts = row.doubts or (Doubt(Why.CHANGES, _CHANGES),)
            return replace(row, outcome=Outcome.WAITING, doubts=doubts)
        if not standing.is_live or standing.shows:
            row = replace(row, shows={}, absent=())
        return replace(row, outcome=Outcome.KNOWN, doubts=())

    def _document(
        self, chosen: Chosen, required: RequiredItem, got: Fetched, named: str, *, may_write: bool
    ) -> Row:
        name = self._files.name_of(got, chosen.item)
        try:
            document = looked_at(chosen, got, self._stage, name)
        except NotStoredError as error:
            return Row(chosen, Outcome.OUT, named, digest=got.digest, doubts=(error.doubt,))
        file = document.path.relative_to(self._stage.folder.docs).as_posix()
        proposal = proposed(
            document.path,
            required.elements,
            self._year.checklist.year,
            chosen.year if chosen.year != self._year.checklist.year else None,
        )
        unsure = () if chosen.sure else (Doubt(Why.UNSURE, chosen.why),)
        doubts = (*unsure, *document.doubts, *proposal.doubts)
        if may_write:
            if self._files.take(file, got):
                self._made.documents[file] = got.path
            is_live = not _NOT_LIVE & {doubt.why for doubt in doubts}
            outcome = Outcome.LIVE if is_live else Outcome.LOOK
        else:
            file, outcome = "", Outcome.NEW if self._year.is_repeated else Outcome.BESIDE
        return Row(
            chosen,
            outcome,
            document.title,
            file,
            got.digest,
            doubts,
            shows=proposal.shows,
            absent=proposal.absent,
        )

    def _tried(self, path: str, template: str, rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
        """Make entries comments until the check of the file says the same as before."""
        every = [row for of in rows.values() for row in of]
        live = [row for row in every if row.outcome is Outcome.LIVE]
        pages = [row.chosen.address for row in every if row.outcome is Outcome.PAGE]

        def text(kept: Sequence[Row]) -> str:
            entries = [_entry(row, is_live=row in kept) for row in every if row.outcome in STORED]
            return with_documents(template, entries, pages)

        kept = live
        if self._stage.changes(path, template, text(kept)):
            kept = [row for row in live if not self._stage.changes(path, template, text([row]))]
            if self._stage.changes(path, template, text(kept)):
                kept = []
        self._made.texts[path] = text(kept)
        return {
            id_: [_demoted(row) if row in live and row not in kept else row for row in of]
            for id_, of in rows.items()
        }


class _Files:
    """The names of the year's documents in docs/."""

    def __init__(self, folder: DataFolder, year: int, known: Sequence[AdoptedDocument]) -> None:
        self._top = f"files/{year}"
        place = folder.docs / "files" / str(year)
        entries = [*place.iterdir()] if place.is_dir() else []
        # Folders and links take names, too.
        self._taken = {entry.stem.lower() for entry in entries}
        self._by_digest = {d.sha256: str(d.file) for d in known if (folder.docs / d.file).is_file()}
        self._others: dict[int, list[Path]] = {}
        for file in filter(Path.is_file, entries):
            self._others.setdefault(file.stat().st_size, []).append(file)

    def name_of(self, got: Fetched, item: Item) -> str:
        """Return the path below docs/, without its ending, that a file has or will have."""
        known = self._by_digest.get(got.digest) or self._like(got)
        if known:
            return known.rpartition(".")[0]
        number = 1
        while f"{item.stem}-{number}" in self._taken:
            number += 1
        return f"{self._top}/{item.stem}-{number}"

    def take(self, file: str, got: Fetched) -> bool:
        """Keep a name for a file; tell whether the file is not there yet."""
        is_new = got.digest not in self._by_digest and self._like(got) is None
        self._by_digest.setdefault(got.digest, file)
        self._taken.add(Path(file).stem.lower())
        return is_new

    def _like(self, got: Fetched) -> str | None:
        """Return the file of the year that has the same contents."""
        for file in self._others.get(got.size, ()):
            if contents.sha256(file) == got.digest:
                return f"{self._top}/{file.name}"
        return None


def _entry(row: Row, *, is_live: bool) -> Entry:
    doubts = tuple(doubt.words.th for doubt in row.doubts)
    return Entry(row.title, row.file, is_live, doubts, row.shows, row.absent)


def _demoted(row: Row) -> Row:
    doubts = row.doubts or (Doubt(Why.CHANGES, _CHANGES),)
    return replace(row, outcome=Outcome.LOOK, doubts=doubts)
