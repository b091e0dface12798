"""Plan the edits of a file that a filled sheet requires, each of one value or entry.

Only cells whose text differs from the export count. What was changed both in the file and in the
sheet is a conflict, which is left to people.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from oit.bilingual import Bilingual
from oit.intake.workbook.applied import applied
from oit.intake.workbook.blocks import Block, Entry, blocks_of
from oit.intake.workbook.cells import SheetColumn, value_of
from oit.intake.workbook.changes import Change, add_entry, field_order, remove_entry, set_field
from oit.intake.workbook.files import ItemFile
from oit.intake.workbook.match import Matcher, texts_of
from oit.intake.workbook.read import FilledSheet, Problem, Row
from oit.intake.workbook.sheet import PARENT
from oit.source.values import KeyPath
from oit.source.write import Plain
from oit.spreadsheets.sheet import shown


class CellPlace(NamedTuple):
    """Where a cell is, and its heading."""

    address: Bilingual
    title: Bilingual

    @property
    def place(self) -> Bilingual:
        """Both in one text."""
        address, title = self
        return Bilingual(f"{address.th} {title.th}", f"{address.en} {title.en}")


@dataclass(frozen=True)
class Edit:
    """One edit of the file, and how it is reported."""

    change: Change
    summary: str
    place: Bilingual
    cells: dict[str, CellPlace | None] = field(default_factory=dict)
    """The cells that it comes from, by the field in findings; ``None`` for several cells."""


@dataclass
class Plan:
    """The edits of a file, and what cannot be done."""

    sets: list[Edit] = field(default_factory=list)
    adds: list[Edit] = field(default_factory=list)
    removes: list[tuple[KeyPath, Edit]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def edits(self) -> Iterator[Edit]:
        """Yield the edits in an order that keeps the paths of the later ones valid."""
        yield from self.sets
        yield from self.adds
        last_first = sorted(self.removes, key=lambda remove: remove[0], reverse=True)
        yield from (edit for _, edit in last_first)


def plan_edits(file: ItemFile, sheet: FilledSheet) -> Plan:
    """Compare a sheet with the file as it is now."""
    return _Planner(file, sheet).plan()


@dataclass
class _NewEntry:
    """An entry to be added."""

    path: KeyPath
    """The list that it is added to."""
    values: dict[str, Plain]
    summary: list[str]
    place: Bilingual
    cells: dict[str, CellPlace | None]


class _Planner:
    def __init__(self, file: ItemFile, sheet: FilledSheet) -> None:
        self.order = field_order(file.form)
        self.blocks = {block.name: block for block in blocks_of(file.form, file.root)}
        self.rows = [
            _as_in_files(row, self.blocks.get(row.block), sheet.year) for row in sheet.rows
        ]
        self.matcher = Matcher(self.blocks, self.rows, same=file.digest == sheet.digest)
        self.applied = set() if self.matcher.same else applied(self.blocks, self.rows)
        """The lists that an earlier import has already brought up to date."""
        self.new: dict[tuple[str, int], _NewEntry | Entry] = {}
        """The entries of the empty rows that were filled in, by block and number."""
        self.added: list[_NewEntry] = []
        self.result = Plan()

    def plan(self) -> Plan:
        """Return the plan."""
        for block in self.blocks.values():
            for row in self.rows if block.name not in self.applied else ():
                if row.block == block.name and row.changed:
                    self._row(row, block)
        for row in self.rows:
            if row.block not in self.blocks and row.changed:
                self._problem(row, "ไม่มีตารางนี้ในไฟล์แล้ว", "the file no longer has this list")
        for new in self.added:
            change = add_entry(new.path, new.values, self.order)
            summary = "\n".join(new.summary)
            self.result.adds.append(Edit(change, summary, new.place, new.cells))
        return self.result

    def _row(self, row: Row, block: Block) -> None:
        if not block.name:
            self._set(row, block, block.entries[0])
        elif row.path is None:
            self._add(row, block)
        elif any(row.new.values()):
            entry = self.matcher.entry_at(row.path, block)
            if entry is None:
                self._conflict(row, block, row.changed[0])
            else:
                self._set(row, block, entry)
        else:
            self._remove(row, block, row.path)

    def _set(self, row: Row, block: Block, entry: Entry) -> None:
        columns = {column.name: column for column in block.columns}
        # Emptied cells last: a post may lose its name only once it is vacant.
        for name in sorted(row.changed, key=lambda name: not row.new[name].strip()):
            column = columns.get(name)
            if column is None:
                en = f"the field {shown(name)} no longer exists"
                self._problem(row, f"ไม่มีช่อง {shown(name)} แล้ว", en)
                continue
            new = value_of(row.new[name], column)
            current = entry.cells[name]
            if new is None:
                self._not_pairs(row, column)
            elif not current.locked and new == value_of(current.text, column):
                continue
            elif current.locked or current.text != row.old[name]:
                self._conflict(row, block, name)
            else:
                texts = f"{_shown(current.text)} → {_shown(row.new[name])}"
                summary = f"{_title(block, entry)}{column.title}: {texts}"
                change = set_field((*entry.path, *column.path), new, self.order)
                cell = _cell_place(row, column)
                edit = Edit(change, summary, cell.place, {str(column.path[-1]): cell})
                self.result.sets.append(edit)

    def _add(self, row: Row, block: Block) -> None:
        texts = {name: text for name, text in row.new.items() if name != PARENT and text.strip()}
        if not texts:
            return
        values = self._values(row, block)
        if values is None:
            return
        path: KeyPath = block.keys
        parent: _NewEntry | Entry | None = None
        if block.above:
            parent = self._parent(row, block)
            if parent is None:
                return
            path = (*parent.path, *path) if isinstance(parent, Entry) else path
        if not isinstance(parent, _NewEntry) and self._is_added(row, block, path):
            return
        summary = ", ".join(
            f"{c.title} {_shown(texts[c.name])}" for c in block.columns if c.name in texts
        )
        cells: dict[str, CellPlace | None] = {
            str(c.path[-1]): _cell_place(row, c) for c in block.columns if c.name in row.cells
        }
        new = _NewEntry(path, values, [f"+ {block.title}: {summary}"], row.place, cells)
        self.new[block.name, row.number] = new
        if isinstance(parent, _NewEntry):
            _add_within(parent, new, block)
        else:
            self.added.append(new)

    def _values(self, row: Row, block: Block) -> dict[str, Plain] | None:
        """Return the values of a new row's cells; ``None`` if a cell cannot be understood."""
        values: dict[str, Plain] = {}
        for column in block.columns:
            value = value_of(row.new.get(column.name, ""), column)
            if value is None:
                self._not_pairs(row, column)
                return None
            if value:
                _mapping_at(values, column.path)[column.path[-1]] = value
        return values

    def _parent(self, row: Row, block: Block) -> _NewEntry | Entry | None:
        """Find the entry that contains the new entry of a list within a list."""
        above = self.blocks[block.above]
        text = row.new.get(PARENT, "").strip()
        number = int(text) if text.isdecimal() and len(text) < 7 else 0
        rows = [r for r in self.rows if (r.block, r.number) == (block.above, number)]
        found: _NewEntry | Entry | None = None
        if rows and rows[0].path is not None:
            found = self.matcher.entry_at(rows[0].path, above)
        elif rows:
            found = self.new.get((block.above, number))
        if found is None:
            self._problem(
                row,
                f"ไม่ทราบว่ารายการนี้เป็นของ {above.title} แถวใด ให้ใส่เลขที่ของแถวนั้น",
                f"unknown row of {block.above} for this entry; give the number of that row",
            )
        return found

    def _is_added(self, row: Row, block: Block, path: KeyPath) -> bool:
        """Tell whether the file already has the entry of a new row, the same or another version."""
        taken = [entry for entry in self.new.values() if isinstance(entry, Entry)]
        match = self.matcher.added_before(row, block, path, taken)
        if match is None:
            return False
        if not match.is_equal:
            self._conflict(row, block, block.columns[0].name)
        self.new[block.name, row.number] = match.entry
        return True

    def _remove(self, row: Row, block: Block, path: KeyPath) -> None:
        entry = self.matcher.entry_at(path, block)
        if entry is None:
            first = block.columns[0].name
            alike = [e for e in block.entries if e.cells[first].text == row.old.get(first)]
            if self.matcher.same or alike:
                self._conflict(row, block, first)
            return
        # Two equal rows may find the same entry; it must not be removed for both.
        is_removed = any(entry.path == other for other, _ in self.result.removes)
        is_locked = any(cell.locked for cell in entry.cells.values())
        if is_removed or is_locked or texts_of(entry, row) != row.old:
            self._conflict(row, block, row.changed[0])
            return
        summary = f"− {_title(block, entry)}".rstrip(" ›")
        change = remove_entry(entry.path, {str(column.path[0]) for column in block.columns})
        self.result.removes.append((entry.path, Edit(change, summary, row.place)))

    def _conflict(self, row: Row, block: Block, name: str) -> None:
        column = next((c for c in block.columns if c.name == name and name in row.cells), None)
        place = _cell_place(row, column).place if column else row.place
        why = Bilingual(
            "ไฟล์ถูกแก้หลังส่งออก (มีผู้แก้ หรือเคยนำเข้าแล้ว) และต่างจากในสมุดงาน จึงไม่แก้ "
            "ให้ตกลงกัน แล้วเขียนให้ตรงกันทั้งสองที่ หรือส่งออกใหม่แล้วแก้ในไฟล์นั้น",
            "the file was changed since the export (by hand or by an earlier import) and differs "
            "from the workbook, so it is not changed; agree on one version and write it in both, "
            "or export again and edit the new workbook",
        )
        self.result.problems.append((place, why))

    def _not_pairs(self, row: Row, column: SheetColumn) -> None:
        why = Bilingual(
            "เขียนบรรทัดละคู่ เช่น results: 5", "write a pair on each line, such as results: 5"
        )
        self.result.problems.append((_cell_place(row, column).place, why))

    def _problem(self, row: Row, th: str, en: str) -> None:
        self.result.problems.append((row.place, Bilingual(th, en)))


def _add_within(parent: _NewEntry, new: _NewEntry, block: Block) -> None:
    """Add a new entry to a list of another new entry; both are one edit."""
    entries: Any = _mapping_at(parent.values, block.keys).setdefault(block.keys[-1], [])
    entries.append(new.values)
    parent.summary += new.summary
    # A fault of a field that several of the rows have may be in any of them.
    shared = dict.fromkeys(new.cells.keys() & parent.cells.keys())
    parent.cells |= new.cells | shared
    # Entries within the new one are reported with the parent, too.
    new.summary, new.cells = parent.summary, parent.cells


def _cell_place(row: Row, column: SheetColumn) -> CellPlace:
    title = Bilingual(column.title, f"{column.title} ({column.name})")
    return CellPlace(row.cells[column.name], title)


def _as_in_files(row: Row, block: Block | None, year: int) -> Row:
    """Write the filled in days and months as files do: those of Excel are of the common era."""
    writers = {column.name: column.writer for column in block.columns} if block else {}
    dates = {
        name: writer(row.new[name], year) for name in row.changed if (writer := writers.get(name))
    }
    return replace(row, new={**row.new, **dates})


def _title(block: Block, entry: Entry) -> str:
    if not block.name:
        return ""
    first = next((cell.text for cell in entry.cells.values() if cell.text), "")
    number = block.entries.index(entry) + 1
    return f"{block.title} {number} ({shown(first)}) › "


def _shown(text: str) -> str:
    return shown(text) if text.strip() else "(ว่าง)"


def _mapping_at(values: dict[Any, Any], path: KeyPath) -> dict[Any, Any]:
    """Return the mapping that contains the last key of a path; missing ones are added."""
    for key in path[:-1]:
        values = values.setdefault(key, {})
    return values
