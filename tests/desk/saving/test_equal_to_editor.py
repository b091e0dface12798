"""What the desk writes is what the editor of YAML writes: a thousand edits of commented files."""

import random
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from desk.saving.conftest import SOMSRI, copy
from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.desk.saving.draft import Draft, fresh
from oit.desk.saving.matching import meaning
from oit.desk.saving.save import save
from oit.desk.tree import WAS, without_origins
from oit.intake.workbook.changes import field_order
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile, edit, parse, read
from oit.source.values import KeyPath, Mapping

EDITS, EACH = 1000, 10
MOST = 5000
"""Bytes of the files that are edited: each call of the editor reads a file three times."""
ROOT = Path(__file__).parents[3]
TEXTS = ["กองคลัง", "a: b", "#x", "'ก'", "หนึ่ง\nสอง", "", "12", "- x", "1 ม.ค. 2569", "{", "ก # ข"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("office")
    copytree(ROOT / "data", root / "data")
    copytree(ROOT / "docs", root / "docs")
    return Desk(DataFolder(root / "data", root), date(2026, 2, 1))


def commented(text: str, chance: random.Random) -> str:
    """Add comments to a file, above its fields and behind them."""
    lines = text.split("\n")
    for number in sorted(lines_of_fields(parse(text.encode(), SourceFile("")).root), reverse=True):
        line = lines[number - 1]
        if chance.random() < 0.1:
            longer = [*lines[: number - 1], f"{line}  # ข้างหลัง {number}", *lines[number:]]
            # Behind some texts a comment would be a part of them.
            lines = longer if edit.values("\n".join(longer)) == edit.values(text) else lines
        if chance.random() < 0.2:
            indent = " " * (len(line) - len(line.lstrip(" ")))
            lines.insert(number - 1, f"{indent}# ข้างบน {number}")
    after = "\n".join(lines)
    assert edit.values(after) == edit.values(text)
    return after


def lines_of_fields(value: Any) -> set[int]:
    inner = value.values() if isinstance(value, Mapping) else value
    lines = {key.line for key in value} if isinstance(value, Mapping) else set()
    return lines.union(*(lines_of_fields(each) for each in inner if not isinstance(each, str)))


def comments_in(text: str) -> Counter[str]:
    return Counter(re.findall("#[^#\n\r]*", text))


def entries_in(tree: Any, path: KeyPath = ()) -> list[KeyPath]:
    """Return the places of the lists of entries."""
    found = []
    for step, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(inner, dict | list):
            if isinstance(inner, list) and inner and isinstance(inner[0], dict):
                found.append((*path, step))
            found += entries_in(inner, (*path, step))
    return found


def texts_in(tree: Any, path: KeyPath = ()) -> list[KeyPath]:
    """Return the places of the texts that are fields."""
    found = []
    for step, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(inner, str) and isinstance(step, str) and step != WAS:
            found.append((*path, step))
        elif not isinstance(inner, str):
            found += texts_in(inner, (*path, step))
    return found


class Edits:
    """Some edits of a file: as the form makes them, and as calls of the editor."""

    def __init__(self, file: ItemFile, text: str, chance: random.Random) -> None:
        self.file, self.text, self.chance = file, text, chance
        self.draft = fresh(file)
        self.tree: Any = copy(self.draft.mine)
        self.sets: dict[KeyPath, str] = {}
        self.later: list[Any] = []
        """Calls of the editor that change where entries are."""
        self.removed: list[KeyPath] = []
        self.order = field_order(file.form)

    def make(self, count: int) -> None:
        lists = entries_in(self.tree)
        if lists and self.chance.random() < 0.7:
            self._list(self.chance.choice(lists))
            count -= 1
        places = [p for p in texts_in(self.draft.mine) if edit.value_at(self.draft.mine, p)]
        for path in self.chance.sample(places, min(count, len(places))):
            value = self.chance.choice(TEXTS)
            if self._holder(path) is not None:
                self._holder(path)[path[-1]] = self.sets[path] = value

    def _list(self, path: KeyPath) -> None:
        entries = edit.value_at(self.tree, path)
        index = self.chance.randrange(len(entries))
        what = self.chance.choice(["remove", "move", "add"])
        if what == "remove":
            del entries[index]
            self.removed.append((*path, index))
            self.later.append(lambda text: edit.remove(text, (*path, index)))
        elif what == "move" and len(entries) > 1:
            order = self.chance.sample(range(len(entries)), len(entries))
            entries[:] = [entries[i] for i in order]
            self.later.append(lambda text: edit.reorder(text, path, order))
        else:
            new = without_origins(entries[index])
            entries.insert(index, new)
            self.later.append(lambda text: edit.insert(text, path, index, new, self.order))

    def _holder(self, path: KeyPath) -> Any:
        """Return the mapping of a field of the file in the tree, wherever its entry is now."""
        value: Any = self.tree
        for step in path[:-1]:
            if isinstance(step, int):
                value = next((entry for entry in value if entry.get(WAS) == str(step)), None)
            else:
                value = value[step]
            if value is None:
                return None
        return value

    def by_editor(self, refused: set[KeyPath]) -> str:
        text = self.text
        for path, value in self.sets.items():
            if path not in refused:
                text = edit.put(text, path, value, self.order)
        for change in self.later:
            text = change(text)
        return text

    def lost_comments(self, after: str) -> Counter[str]:
        """Return the comments that are gone, and were not behind or within a removed entry."""
        text = self.text
        for path in self.removed:
            text = edit.remove(text, path)
        return comments_in(text) - comments_in(after)

    def in_file(self, path: KeyPath) -> KeyPath:
        """Return where a field of the tree is in the file."""
        value: Any = self.tree
        found: list[int | str] = []
        for step in path:
            value = edit.value_at(value, (step,))
            is_known = isinstance(value, dict) and WAS in value
            found.append(int(value[WAS]) if is_known else step)
        return tuple(found)


@pytest.mark.untraced
def test_a_thousand_edits_equal_the_editors(desk: Desk) -> None:
    chance = random.Random(14)  # noqa: S311 - the choice of edits
    files = [file for file in desk.files(2569) if file.digest and file.path.stat().st_size < MOST]
    texts = {file.path: commented(file.path.read_bytes().decode(), chance) for file in files}
    made = 0
    while made < EDITS:
        file = chance.choice(files)
        text = texts[file.path]
        if chance.random() < 0.2:
            text = "\ufeff" + text.replace("\n", "\r\n")
        file.path.write_bytes(text.encode())
        file = replace(file, document=read(file.path, desk.folder.path, file.document.file))
        edits = Edits(file, text, chance)
        edits.make(EACH)
        made += len(edits.sets) + len(edits.later)
        draft = Draft(edits.draft.base, copy(edits.tree), file.digest)
        outcome = save(desk, SOMSRI, file, draft)
        assert not outcome.conflicts
        assert not outcome.problems
        after = file.path.read_bytes().decode()
        refused = {edits.in_file(path) for path, _ in outcome.refused}
        assert after == edits.by_editor(refused)
        if not refused:
            assert meaning(edit.values(after)) == meaning(edits.tree)
        assert not edits.lost_comments(after)
