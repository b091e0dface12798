"""What a sheet changes, as steps that each change one thing in the file.

Only cells that say something else than at export count. Where the file itself was changed since,
a row is found again by its contents, and what was changed on both sides is left to people.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from oit.bilingual import Bilingual
from oit.forms.values import KeyPath
from oit.intake.workbook.alter import adding, removing, setting
from oit.intake.workbook.files import ItemFile
from oit.intake.workbook.flat import Block, Entry, SheetColumn, flatten, value_of
from oit.intake.workbook.read import Problem, Row, SheetRead
from oit.intake.workbook.sheet import PARENT
from oit.source.write import Plain
from oit.spreadsheets.sheet import shown
from oit.thai import dates


class Spot(NamedTuple):
    """A cell as people find it: where it stands, and its heading."""

    cell: Bilingual
    title: Bilingual

    @property
    def place(self) -> Bilingual:
        """Both in one."""
        cell, title = self
        return Bilingual(f"{cell.th} {title.th}", f"{cell.en} {title.en}")


@dataclass(frozen=True)
class Step:
    """One change, and how it is told."""

    make: Callable[[str], str]
    """Returns the file's text with the change."""
    told: str
    place: Bilingual
    spots: dict[str, Spot | None] = field(default_factory=dict)
    """The cells that it is made of, by the field as a fault names it; ``None`` for several."""


@dataclass
class Steps:
    """All that is to be changed, in the order in which places stay valid; and what cannot be."""

    puts: list[Step] = field(default_factory=list)
    adds: list[Step] = field(default_factory=list)
    removes: list[tuple[KeyPath, Step]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Step]:
        yield from self.puts
        yield from self.adds
        last_first = sorted(self.removes, key=lambda one: one[0], reverse=True)
        yield from (step for _, step in last_first)


def steps_of(file: ItemFile, read: SheetRead) -> Steps:
    """Hold a sheet against the file as it is now."""
    return _Comparison(file, read).steps()


@dataclass
class _New:
    """An entry that is to be added."""

    path: KeyPath
    """The list that it comes into."""
    values: dict[str, Plain]
    told: list[str]
    place: Bilingual
    spots: dict[str, Spot | None]


class _Comparison:
    def __init__(self, file: ItemFile, read: SheetRead) -> None:
        self.file = file
        self.same = file.digest == read.digest
        self.blocks = {block.name: block for block in flatten(file.form, file.root)}
        self.rows = [_in_our_era(row, self.blocks.get(row.block)) for row in read.rows]
        self.by_path = {row.path: row for row in self.rows if row.path}
        self.found: dict[KeyPath, Entry | None] = {}
        self.new: dict[tuple[str, int], _New | Entry] = {}
        self.adding: list[_New] = []
        self.made = Steps()

    def steps(self) -> Steps:
        """Return what is to be done."""
        for block in self.blocks.values():
            for row in self.rows:
                if row.block == block.name and row.changed:
                    self._row(row, block)
        unknown = [r for r in self.rows if r.block not in self.blocks and r.changed]
        for row in unknown:
            self._problem(row, "ไม่มีตารางนี้ในไฟล์แล้ว", "the file has no such list any more")
        for new in self.adding:
            make = adding(new.path, new.values, self.file.form)
            self.made.adds.append(Step(make, "\n".join(new.told), new.place, new.spots))
        return self.made

    def _row(self, row: Row, block: Block) -> None:
        if not block.name:
            self._change(row, block, block.entries[0])
        elif row.path is None:
            self._add(row, block)
        elif any(row.new.values()):
            entry = self._present(row.path, block)
            if entry is None:
                self._conflict(row, block, row.changed[0])
            else:
                self._change(row, block, entry)
        else:
            self._remove(row, block)

    def _present(self, path: KeyPath, block: Block) -> Entry | None:
        """Find the entry that a row was exported from in the file as it is now."""
        if path not in self.found:
            self.found[path] = self._search(path, block)
        return self.found[path]

    def _search(self, path: KeyPath, block: Block) -> Entry | None:
        above: KeyPath = ()
        if block.above:
            parent = self._present(path[: -1 - len(block.steps)], self.blocks[block.above])
            if parent is None:
                return None
            above = parent.path
        place = (*above, *block.steps)
        near = [entry for entry in block.entries if entry.path[:-1] == place]
        here = [entry for entry in near if entry.path[-1] == path[-1]]
        row = self.by_path.get(path)
        if self.same:
            return here[0] if here else None
        if row is None:
            return None
        equal = [entry for entry in near if _texts(entry, row) == row.old]
        if here and here[0] in equal:
            return here[0]
        if equal:
            # Of several that say the same it is not known which is meant.
            return equal[0] if len(equal) == 1 else None
        first = block.columns[0].name
        alike = [e for e in near if row.old.get(first) and e.cells[first].text == row.old[first]]
        return alike[0] if len(alike) == 1 else None

    def _change(self, row: Row, block: Block, entry: Entry) -> None:
        columns = {column.name: column for column in block.columns}
        for name in row.changed:
            column = columns.get(name)
            if column is None:
                self._problem(row, f"ไม่มีช่อง {shown(name)} แล้ว", f"no field {shown(name)} any more")
                continue
            new = value_of(row.new[name], column)
            now = entry.cells[name]
            if new is None:
                self._no_pairs(row, column)
            elif not now.locked and new == value_of(now.text, column):
                continue
            elif now.locked or now.text != row.old[name]:
                self._conflict(row, block, name)
            else:
                was = f"{_was(now.text)} → {_was(row.new[name])}"
                told = f"{_title(block, entry)}{column.title}: {was}"
                path = (*entry.path, *column.path)
                spot = _spot(row, column)
                make = setting(path, new, self.file.form)
                step = Step(make, told, spot.place, {str(column.path[-1]): spot})
                self.made.puts.append(step)

    def _add(self, row: Row, block: Block) -> None:
        said = {name: text for name, text in row.new.items() if name != PARENT and text.strip()}
        if not said:
            return
        values: dict[str, Plain] = {}
        for column in block.columns:
            value = value_of(row.new.get(column.name, ""), column)
            if value is None:
                self._no_pairs(row, column)
                return
            if value:
                _above(values, column.path)[column.path[-1]] = value
        path: KeyPath = block.steps
        above: _New | Entry | None = None
        if block.above:
            above = self._above(row, block)
            if above is None:
                return
            path = (*above.path, *path) if isinstance(above, Entry) else path
        if not isinstance(above, _New) and (there := self._there(row, block, path)):
            self.new[block.name, row.number] = there
            return
        told = ", ".join(f"{c.title} {_was(said[c.name])}" for c in block.columns if c.name in said)
        spots: dict[str, Spot | None] = {
            str(c.path[-1]): _spot(row, c) for c in block.columns if c.name in row.cells
        }
        new = _New(path, values, [f"+ {block.title}: {told}"], row.place, spots)
        self.new[block.name, row.number] = new
        if isinstance(above, _New):
            _above(above.values, block.steps).setdefault(block.steps[-1], []).append(values)
            above.told += new.told
            # A fault of a field that several of the rows have may be of any of them.
            both = dict.fromkeys(new.spots.keys() & above.spots.keys())
            above.spots |= new.spots | both
            # What comes within this one is told with the one above, too.
            new.told, new.spots = above.told, above.spots
        else:
            self.adding.append(new)

    def _above(self, row: Row, block: Block) -> _New | Entry | None:
        """Find what the new entry of a list within a list belongs to."""
        title = self.blocks[block.above].title
        text = row.new.get(PARENT, "").strip()
        number = int(text) if text.isdecimal() and len(text) < 7 else 0
        rows = [r for r in self.rows if (r.block, r.number) == (block.above, number)]
        found: _New | Entry | None = None
        if rows and rows[0].path is not None:
            found = self._present(rows[0].path, self.blocks[block.above])
        elif rows:
            found = self.new.get((block.above, number))
        if found is None:
            self._problem(
                row,
                f"ไม่ทราบว่ารายการนี้เป็นของ {title} แถวใด ให้ใส่เลขที่ของแถวนั้น",
                f"it is not said which row of {block.above} this entry belongs to",
            )
        return found

    def _there(self, row: Row, block: Block, path: KeyPath) -> Entry | None:
        """Find a new entry in the file: a workbook may be brought in twice."""
        if self.same:
            return None
        rows = [r for r in self.rows if r.block == block.name and r.path]
        known = [self._present(r.path, block) for r in rows if r.path]
        known += [entry for entry in self.new.values() if isinstance(entry, Entry)]
        values = [value_of(row.new.get(c.name, ""), c) for c in block.columns]
        others = [e for e in block.entries if e.path[:-1] == path and e not in known]
        has = [[value_of(e.cells[c.name].text, c) for c in block.columns] for e in others]
        if values in has:
            return others[has.index(values)]
        # Of the same name, and otherwise: brought in before and changed since, or another's.
        alike = [e for e, texts in zip(others, has, strict=True) if values[0] == texts[0] != ""]
        if alike:
            self._conflict(row, block, block.columns[0].name)
        return alike[0] if alike else None

    def _remove(self, row: Row, block: Block) -> None:
        path = row.path or ()
        entry = self._present(path, block)
        if entry is None:
            first = block.columns[0].name
            alike = [e for e in block.entries if e.cells[first].text == row.old.get(first)]
            if self.same or alike:
                self._conflict(row, block, first)
            return
        # Of two rows that said the same, one may be left: it is not taken out twice.
        gone = any(entry.path == other for other, _ in self.made.removes)
        is_locked = any(cell.locked for cell in entry.cells.values())
        if gone or is_locked or _texts(entry, row) != row.old:
            self._conflict(row, block, row.changed[0])
            return
        told = f"− {_title(block, entry)}".rstrip(" ›")
        make = removing(entry.path, {str(column.path[0]) for column in block.columns})
        self.made.removes.append((entry.path, Step(make, told, row.place)))

    def _conflict(self, row: Row, block: Block, name: str) -> None:
        column = next((c for c in block.columns if c.name == name and name in row.cells), None)
        place = _spot(row, column).place if column else row.place
        why = Bilingual(
            "ไฟล์ถูกแก้หลังส่งออก (มีผู้แก้ หรือเคยนำเข้าแล้ว) และต่างจากในสมุดงาน จึงไม่แก้ "
            "ให้ตกลงกัน แล้วเขียนให้ตรงกันทั้งสองที่ หรือส่งออกใหม่แล้วแก้ในไฟล์นั้น",
            "the file was changed since the export (by hand, or by an import before), and "
            "otherwise than the workbook; agree on one, write it in both, or export anew",
        )
        self.made.problems.append((place, why))

    def _no_pairs(self, row: Row, column: SheetColumn) -> None:
        why = Bilingual(
            "เขียนบรรทัดละคู่ เช่น results: 5", "write a pair on each line, such as results: 5"
        )
        self.made.problems.append((_spot(row, column).place, why))

    def _problem(self, row: Row, th: str, en: str) -> None:
        self.made.problems.append((row.place, Bilingual(th, en)))


def _spot(row: Row, column: SheetColumn) -> Spot:
    return Spot(row.cells[column.name], Bilingual(column.title, f"{column.title} ({column.name})"))


def _in_our_era(row: Row, block: Block | None) -> Row:
    """Write the days that were filled in as files do: Excel's own are of the common era."""
    days = {column.name for column in block.columns if column.is_day} if block else set()
    written = {name: _day(row.new[name]) for name in row.changed if name in days}
    return replace(row, new={**row.new, **written})


def _day(text: str) -> str:
    try:
        day, is_common_era = dates.parse_date(text)
    except ValueError:
        return text
    return dates.write_day(day) if is_common_era else text


def _texts(entry: Entry, row: Row) -> dict[str, str]:
    """Return what the cells of a row would say of an entry."""
    return {name: entry.cells[name].text for name in row.old if name in entry.cells}


def _title(block: Block, entry: Entry) -> str:
    if not block.name:
        return ""
    first = next((cell.text for cell in entry.cells.values() if cell.text), "")
    number = block.entries.index(entry) + 1
    return f"{block.title} {number} ({shown(first)}) › "


def _was(text: str) -> str:
    return shown(text) if text.strip() else "(ว่าง)"


def _above(values: dict[Any, Any], path: KeyPath) -> dict[Any, Any]:
    """Return what the last step of a path stands in, made where there is none."""
    for step in path[:-1]:
        values = values.setdefault(step, {})
    return values
