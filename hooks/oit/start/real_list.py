"""Data under a provisional checklist, moved to the real one when the program brings it.

Both lists continue the items of an earlier year, so an item of the provisional list is continued by
the real item that continues the same one. Its file gets that item's name and header. What no real
item continues stays in the folder ``unplaced`` of the year, where nothing reads it.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path

from oit.atomic import folder_beside, replace_folder, write_atomically
from oit.bilingual import Bilingual
from oit.data import year_marks
from oit.data.checklist import (
    DEFAULT_CHECKLIST,
    Checklist,
    Element,
    Item,
    available,
    item_parts,
    load,
)
from oit.data.checklists import Checklists
from oit.data.folder import DataFolder
from oit.data.paths import files_of
from oit.data.template import RequiredItem, item_file
from oit.forms import FORMS, review, submitted
from oit.forms.agency import Agency
from oit.source import SourceFile, edit, parse
from oit.source.edit import NotPossibleError
from oit.source.values import KeyPath
from oit.start import adopt
from oit.start.copy_forward import with_header

UNPLACED = "unplaced"
"""The folder of a year for items that the real list does not have."""

_MOVED = ".moved.json"
"""The new names of a year's files, in its folder while the provisional list is still there.

If the process is killed then, a second move would take the new numbers for the old ones.
"""


@dataclass
class Move:
    """What becomes of a year when its provisional list is replaced."""

    provisional: Checklist
    real: Checklist
    files: dict[str, str | bytes] = field(default_factory=dict)
    """The new contents of the year's folder, by name."""
    gone: set[str] = field(default_factory=set)
    """The names of files that were moved or are empty."""
    renamed: dict[str, str] = field(default_factory=dict)
    """The new names of moved files."""
    done: list[Bilingual] = field(default_factory=list)
    by_hand: list[Bilingual] = field(default_factory=list)
    """What a person has to look at."""
    is_refused: bool = False
    is_moved: bool = False
    """Whether an earlier call moved the files and was killed."""


def moves(folder: DataFolder, agency: Agency) -> Iterator[Move]:
    """Plan the moves of the years whose provisional list the program can replace."""
    name = agency.checklist or DEFAULT_CHECKLIST
    checklists = Checklists(folder, agency)
    years = sorted(year for other, year in available(folder.path) if other == name)
    for year in years:
        file = checklists.of(year)
        if file.checklist and file.is_replaced:
            path = available()[name, year]
            if real := load(path, path.name)[0]:
                yield _planned(Move(file.checklist, real), folder, agency)


def carry_out(move: Move, folder: DataFolder) -> None:
    """Rewrite the folder of the year, then remove the provisional list.

    Raises:
        OSError: something cannot be written.
    """
    if move.is_refused:
        return
    year = move.real.year
    place = folder.path / str(year)
    if place.is_dir() and not move.is_moved:
        with folder_beside(place) as work:
            shutil.copytree(place, work / str(year), symlinks=True)
            for name in move.gone:
                (work / str(year) / name).unlink()
            for name, content in move.files.items():
                write_atomically(work / str(year) / name, content)
            write_atomically(work / str(year) / _MOVED, json.dumps(move.renamed))
            replace_folder(work / str(year), place, work)
    (folder.path / adopt.file_name(move.provisional)).unlink()
    for path in _files(folder.path / str(year + 1)):
        _rename_source(path, year, move)
    (place / _MOVED).unlink(missing_ok=True)


_BOUND = {
    submitted.FILE: Bilingual(
        "ส่งคำตอบตามแบบวัดชั่วคราวแล้ว", "answers were submitted under the provisional list"
    ),
    review.FILE: Bilingual(
        "ผู้ประเมินตรวจตามแบบวัดชั่วคราวแล้ว", "it has verdicts about items of the provisional list"
    ),
}
"""Files about items as they were numbered when others saw them; other ids would falsify them."""


def _planned(move: Move, folder: DataFolder, agency: Agency) -> Move:
    year = move.real.year
    place = folder.path / str(year)
    list_file = folder.shown(folder.path / adopt.file_name(move.provisional))
    for file, reason in _BOUND.items():
        if (place / file).exists():
            name = folder.shown(place / file)
            stays = Bilingual(f"จึงไม่ย้ายข้อมูลของปี {year}", f"{year} is not moved")
            move.is_refused = True
            move.by_hand.append(
                Bilingual(f"{name}: {reason.th} {stays.th}", f"{name}: {reason.en}; {stays.en}")
            )
    if move.is_refused:
        return move
    move.done.append(
        Bilingual(
            f"{list_file}: ลบแบบวัดชั่วคราว ใช้แบบวัดจริงของโปรแกรม ({len(move.real.items)} ข้อ)",
            f"{list_file}: removed; the program's real list has {len(move.real.items)} items",
        )
    )
    if (place / _MOVED).is_file():
        move.is_moved = True
        move.renamed = json.loads((place / _MOVED).read_bytes())
        move.done.append(
            Bilingual(
                f"data/{year}: ครั้งก่อนย้ายข้อมูลของปี {year} ไว้แล้ว จึงไม่ย้ายซ้ำ",
                f"data/{year}: an earlier call moved the data of {year}; it is not moved again",
            )
        )
    elif place.is_dir():
        _place_items(move, folder, agency)
    if (folder.path / adopt.OWN / f"{move.real.checklist}-{year + 1}.yml").is_file():
        move.by_hand.append(
            Bilingual(
                f"แบบวัดของปี {year + 1} ใน data/{adopt.OWN}/ อ้างเลขข้อเดิม ให้ตรวจช่อง continues",
                f"the list of {year + 1} in data/{adopt.OWN}/ refers to the old numbers:"
                " check its fields continues",
            )
        )
    return move


def _place_items(move: Move, folder: DataFolder, agency: Agency) -> None:
    """Plan where each item's file goes."""
    year = move.real.year
    place = folder.path / str(year)
    old = [item for item in move.provisional.items if not item.file]
    sources = [item for item in old if (place / item.file_name).is_file()]
    placed = _successors(sources, move.real)
    move.gone = {item.file_name for item in sources}
    required = files_of(move.real, agency.kind)
    for path, asked in required.items():
        folder_name, _, name = path.partition("/")
        before = placed.get(asked[0].item.id)
        if folder_name != str(year) or (before is None and asked[0].item.file):
            continue
        is_foreign = name not in move.gone and (place / name).exists()
        if before is None:
            if not is_foreign:
                move.files[name] = item_file(asked, year)
            continue
        if is_foreign:
            _set_aside_foreign(name, move, folder)
        _move(before, asked, move, folder)
    for item in sources:
        if item not in placed.values():
            _set_aside(item, move, folder)


def _successors(sources: list[Item], real: Checklist) -> dict[str, Item]:
    """Return the item whose file each real item takes over, by the real item's id."""
    placed: dict[str, Item] = {}
    for before in sources:
        for item in _continuing(before, real):
            if item.id not in placed and FORMS[item.form] is FORMS[before.form]:
                placed[item.id] = before
                break
    return placed


def _continuing(before: Item, real: Checklist) -> list[Item]:
    """Return the real items that continue the same items as a provisional one."""
    return [
        item
        for item in real.items
        if not item.file and not _slugs(item.continues).isdisjoint(_slugs(before.continues))
    ]


def _slugs(ids: list[str]) -> set[str]:
    return {"".join(item_parts(name)) for name in ids}


def _move(before: Item, asked: list[RequiredItem], move: Move, folder: DataFolder) -> None:
    item, year = asked[0].item, move.real.year
    contents = _contents(before, year, folder)
    try:
        text = contents.decode()
    except UnicodeDecodeError:
        move.files[item.file_name] = contents
    else:
        text = _with_elements(text, before, item, move)
        move.files[item.file_name] = with_header(text, asked, year_marks.copied_from(text))
    move.renamed[before.file_name] = item.file_name
    if item.file_name != before.file_name:
        move.done.append(
            Bilingual(
                f"{before.id} → {item.id} {item.title} (data/{year}/{item.file_name})",
                f"{before.id} → {item.id} (data/{year}/{item.file_name})",
            )
        )


def _set_aside(before: Item, move: Move, folder: DataFolder) -> None:
    """Keep the file of an item that no real item takes over, unless nothing is in it."""
    year = move.real.year
    contents = _contents(before, year, folder)
    document = parse(contents, SourceFile(before.file_name))
    if not document.root and not document.findings:
        return
    name = _kept(before.file_name, contents, move, folder)
    others = ", ".join(f"{item.id} {item.title}" for item in _continuing(before, move.real))
    th, en = (
        (f"รวมหรือเปลี่ยนเป็น {others} ให้ย้ายเนื้อหาเอง", f"continued by {others}: move its contents")
        if others
        else ("แบบวัดจริงไม่มีข้อนี้แล้ว", "the real list has no such item")
    )
    move.by_hand.append(
        Bilingual(
            f"{before.id} {before.title}: {th} เก็บไว้ที่ data/{year}/{name}",
            f"{before.id}: {en}; kept in data/{year}/{name}",
        )
    )


def _set_aside_foreign(name: str, move: Move, folder: DataFolder) -> None:
    """Keep a file that has the name of a real item, and is no item of the provisional list."""
    year = move.real.year
    contents = (folder.path / str(year) / name).read_bytes()
    kept = _kept(name, contents, move, folder)
    move.by_hand.append(
        Bilingual(
            f"data/{year}/{name}: ไม่ใช่ข้อของแบบวัดชั่วคราว และชื่อนี้เป็นของข้ออื่นแล้ว"
            f" เก็บไว้ที่ data/{year}/{kept}",
            f"data/{year}/{name}: no item of the provisional list, and another item takes its"
            f" name; kept in data/{year}/{kept}",
        )
    )


def _kept(name: str, contents: bytes, move: Move, folder: DataFolder) -> str:
    """Keep a file among the unplaced ones under a name that no other has; return its path."""
    stem, place = name.removesuffix(".yml"), folder.path / str(move.real.year)
    numbered = (f"{UNPLACED}/{stem}-{number}.yml" for number in count(2))
    names = chain([f"{UNPLACED}/{name}"], numbered)
    kept = next(n for n in names if n not in move.files and not (place / n).exists())
    move.files[kept] = contents
    return kept


def _with_elements(text: str, before: Item, item: Item, move: Move) -> str:
    """Return the text with the ids of the real item's elements in ``shows``."""
    known = {element.id for element in item.elements}
    for path, pages in _shows(text):
        old = str(path[-1])
        if old in known:
            continue
        new = _same_element(old, before, item)
        try:
            if new:
                text = edit.put(text, (*path[:-1], new), str(pages))
            text = edit.remove(text, path)
        except NotPossibleError:
            new = None
        if new is None:
            move.by_hand.append(
                Bilingual(
                    f"{item.id}: แบบวัดจริงไม่มีองค์ประกอบ {old} ให้ระบุใน shows ของเอกสารใหม่",
                    f"{item.id}: the real list has no element {old}; renew shows of its documents",
                )
            )
    return text


def _shows(text: str) -> list[tuple[KeyPath, object]]:
    """Return the elements that the documents of a file are said to show, with their paths."""
    try:
        documents = edit.value_at(edit.values(text), ("documents",))
    except NotPossibleError:
        return []
    found: list[tuple[KeyPath, object]] = []
    for index, document in enumerate(documents if isinstance(documents, list) else []):
        shows = edit.value_at(document, ("shows",))
        for name, pages in shows.items() if isinstance(shows, dict) else ():
            found.append((("documents", index, "shows", name), pages))
    return found


def _same_element(name: str, before: Item, item: Item) -> str | None:
    """Return the id under which the real item has an element; ``None`` if that is not certain."""
    sought = [_looks_for(element) for element in before.elements if element.id == name]
    found = [element.id for element in item.elements if _looks_for(element) in sought]
    return found[0] if len(found) == 1 else None


def _looks_for(element: Element) -> tuple[object, ...]:
    """Return what an element's rule looks at; without a field, only its text tells."""
    text = "" if element.field else element.text
    return element.rule, element.field, tuple(element.each), tuple(element.where.items()), text


def _contents(item: Item, year: int, folder: DataFolder) -> bytes:
    return (folder.path / str(year) / item.file_name).read_bytes()


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("*.yml")) if place.is_dir() else []


def _rename_source(path: Path, year: int, move: Move) -> None:
    """Let the comment of an item that was copied from a moved file name its new place."""
    text = path.read_bytes().decode(errors="surrogateescape")
    source = year_marks.copied_from(text)
    name = (source or "").removeprefix(f"{year}/")
    if source and name in move.renamed:
        new = year_marks.copied_line(f"{year}/{move.renamed[name]}")
        renamed = text.replace(year_marks.copied_line(source), new, 1)
        write_atomically(path, renamed.encode(errors="surrogateescape"))
