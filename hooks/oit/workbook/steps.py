"""What a sheet changes, as steps that each change one thing in the file.

Only cells that say something else than at export count. Where the file itself was changed since,
a row is found again by its contents, and what was changed on both sides is left to people.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from oit.finding import Words
from oit.forms.base import Form
from oit.forms.values import Path
from oit.imports.sheet import shown
from oit.workbook import edit
from oit.workbook.edit import value_at
from oit.workbook.files import ItemFile
from oit.workbook.flat import Block, Entry, flatten, value_of
from oit.workbook.read import Problem, Row, SheetRead
from oit.workbook.render import Plain
from oit.workbook.sheet import PARENT


@dataclass(frozen=True)
class Step:
    """One change, and how it is told."""

    make: Callable[[str], str]
    """Returns the file's text with the change."""
    told: str
    place: Words


@dataclass
class Steps:
    """All that is to be changed, in the order in which places stay valid; and what cannot be."""

    puts: list[Step] = field(default_factory=list)
    adds: list[Step] = field(default_factory=list)
    removes: list[tuple[Path, Step]] = field(default_factory=list)
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

    path: Path
    """The list that it comes into."""
    values: dict[str, Plain]
    told: list[str]
    place: Words


class _Comparison:
    def __init__(self, file: ItemFile, read: SheetRead) -> None:
        self.file, self.read = file, read
        self.same = file.digest == read.digest
        self.blocks = {block.name: block for block in flatten(file.form, file.root)}
        self.by_path = {row.path: row for row in read.rows if row.path}
        self.found: dict[Path, Entry | None] = {}
        self.new: dict[tuple[str, int], _New | Entry] = {}
        self.adding: list[_New] = []
        self.made = Steps()

    def steps(self) -> Steps:
        """Return what is to be done."""
        for block in self.blocks.values():
            for row in self.read.rows:
                if row.block == block.name and row.changed:
                    self._row(row, block)
        unknown = [r for r in self.read.rows if r.block not in self.blocks and r.changed]
        for row in unknown:
            self._problem(row, "ไม่มีตารางนี้ในไฟล์แล้ว", "the file has no such list any more")
        for new in self.adding:
            make = _adding(new.path, new.values, self.file.form)
            self.made.adds.append(Step(make, "\n".join(new.told), new.place))
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

    def _present(self, path: Path, block: Block) -> Entry | None:
        """Find the entry that a row was exported from in the file as it is now."""
        if path not in self.found:
            self.found[path] = self._search(path, block)
        return self.found[path]

    def _search(self, path: Path, block: Block) -> Entry | None:
        above: Path = ()
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
                self._problem(
                    row,
                    f"{column.title}: เขียนบรรทัดละคู่ เช่น results: 5",
                    f"{name}: write a pair on each line, such as results: 5",
                )
            elif not now.locked and new == value_of(now.text, column):
                continue
            elif now.locked or now.text != row.old[name]:
                self._conflict(row, block, name)
            else:
                was = f"{_was(now.text)} → {_was(row.new[name])}"
                told = f"{_title(block, entry)}{column.title}: {was}"
                path = (*entry.path, *column.path)
                step = Step(_setting(path, new, self.file.form), told, row.place)
                self.made.puts.append(step)

    def _add(self, row: Row, block: Block) -> None:
        said = {name: text for name, text in row.new.items() if name != PARENT and text.strip()}
        if not said:
            return
        values: dict[str, Plain] = {}
        for column in block.columns:
            value = value_of(row.new.get(column.name, ""), column)
            if value is None:
                self._problem(row, f"{column.title}: เขียนบรรทัดละคู่", f"{column.name}: write pairs")
                return
            if value:
                _above(values, column.path)[column.path[-1]] = value
        path: Path = block.steps
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
        new = _New(path, values, [f"+ {block.title}: {told}"], row.place)
        self.new[block.name, row.number] = new
        if isinstance(above, _New):
            _above(above.values, block.steps).setdefault(block.steps[-1], []).append(values)
            above.told += new.told
            # What comes within this one is told with the one above, too.
            new.told = above.told
        else:
            self.adding.append(new)

    def _above(self, row: Row, block: Block) -> _New | Entry | None:
        """Find what the new entry of a list within a list belongs to."""
        title = self.blocks[block.above].title
        text = row.new.get(PARENT, "").strip()
        number = int(text) if text.isdecimal() and len(text) < 7 else 0
        rows = [r for r in self.read.rows if (r.block, r.number) == (block.above, number)]
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

    def _there(self, row: Row, block: Block, path: Path) -> Entry | None:
        """Find a new entry in the file: a workbook may be brought in twice."""
        if self.same:
            return None
        rows = [r for r in self.read.rows if r.block == block.name and r.path]
        known = [self._present(r.path, block) for r in rows if r.path]
        known += [entry for entry in self.new.values() if isinstance(entry, Entry)]
        values = [value_of(row.new.get(c.name, ""), c) for c in block.columns]
        for entry in block.entries:
            if entry.path[:-1] == path and entry not in known:
                has = [value_of(entry.cells[c.name].text, c) for c in block.columns]
                if has == values:
                    return entry
        return None

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
        make = _removing(entry.path, {str(column.path[0]) for column in block.columns})
        self.made.removes.append((entry.path, Step(make, told, row.place)))

    def _conflict(self, row: Row, block: Block, name: str) -> None:
        title = next((c.title for c in block.columns if c.name == name), name)
        self._problem(
            row,
            f"{title}: ไฟล์ถูกแก้หลังส่งออก และต่างจากในสมุดงาน จึงไม่แก้ ให้ตกลงกันก่อน",
            f"{name}: the file was changed since the export, and otherwise than the workbook",
        )

    def _problem(self, row: Row, th: str, en: str) -> None:
        self.made.problems.append((row.place, Words(th, en)))


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


def _above(values: dict[Any, Any], path: Path) -> dict[Any, Any]:
    """Return what the last step of a path stands in, made where there is none."""
    for step in path[:-1]:
        values = values.setdefault(step, {})
    return values


def _adding(path: Path, value: Plain, form: type[Form]) -> Callable[[str], str]:
    def make(text: str) -> str:
        there = value_at(edit.values(text), path)
        return edit.insert(text, path, len(there) if isinstance(there, list) else 0, value, form)

    return make


def _removing(path: Path, known: set[str]) -> Callable[[str], str]:
    def make(text: str) -> str:
        entry = value_at(edit.values(text), path)
        # What no cell of the row shows would be lost: lists within it, fields we do not know.
        if edit.says({name: value for name, value in entry.items() if name not in known}):
            raise edit.NotPossibleError
        return edit.remove(text, path)

    return make


def _setting(path: Path, value: Plain, form: type[Form]) -> Callable[[str], str]:
    def make(text: str) -> str:
        now = value_at(edit.values(text), path)
        if isinstance(now, list):
            return _set_list(text, path, now, value if isinstance(value, list) else [], form)
        if isinstance(now, dict) and isinstance(value, dict):
            return _set_pairs(text, path, now, value, form)
        return edit.put(text, path, value, form) if now is not None or value else text

    return make


def _set_list(text: str, path: Path, old: list[Any], new: list[Plain], form: type[Form]) -> str:
    """Change a list of texts line by line, from its end, so that numbers stay true."""
    for _, i, k, j, m in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        both = min(k - i, m - j)
        for index in reversed(range(i + both, k)):
            text = edit.remove(text, (*path, index))
        for more in reversed(new[j + both : m]):
            text = edit.insert(text, path, i + both, more, form)
        for step in range(both):
            if old[i + step] != new[j + step]:
                text = edit.put(text, (*path, i + step), new[j + step], form)
    return text


def _set_pairs(
    text: str, path: Path, old: dict[str, Any], new: dict[str, Plain], form: type[Form]
) -> str:
    for name, value in new.items():
        if name not in old or old[name] != value:
            text = edit.put(text, (*path, name), value, form)
    for name in old:
        if name not in new:
            text = edit.remove(text, (*path, name))
    return text
