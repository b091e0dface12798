"""The command ``oit upgrade``: an older repository brought to the present version."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from oit import __version__
from oit.atomic import write_whole
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist
from oit.data.folder import DataFolder, read_agency, read_checklist
from oit.start import program
from oit.start.files import fingerprint, kept_files
from oit.start.migrations import MIGRATIONS
from oit.start.migrations.change import Change
from oit.start.refusal import RefusedError
from oit.start.repository import RECORD, as_record, schema_files


def run(data: Path, *, dry_run: bool) -> tuple[list[Bilingual], bool]:
    """Bring a repository up to date; return what to say, and whether nothing is left to do.

    Raises:
        RefusedError: there is no data to update.
    """
    folder = DataFolder(data)
    agency, findings = read_agency(folder)
    if agency is None:
        raise RefusedError(*findings)
    lists = {year: read_checklist(folder, agency, year)[0] for year in folder.years()}
    of_data = _of_data(_texts(folder), {year: one for year, one in lists.items() if one})
    base = folder.docs.parent
    of_program = list(_of_program(base))
    changes = [*of_data, *of_program]
    if (base / RECORD).is_file() and program.is_newer_than(base):
        changes.append(Change(program.WHEEL, None, _written(program.WHEEL)))
    if not dry_run:
        _carry_out(of_data, folder.path)
        _carry_out(of_program, base)
        program.bring(base)
    lines = [change.told for change in changes if change.told]
    lines.append(_outcome(changes, dry_run=dry_run))
    return lines, not any(change.by_hand for change in changes)


def _texts(folder: DataFolder) -> dict[str, str]:
    """Read the years' files; what is no file of text is not ours to change."""
    texts = {}
    for year in folder.years():
        for path in sorted((folder.path / str(year)).glob("[!.]*.yml")):
            if path.is_file() and not path.is_symlink():
                # Ends of lines stay as they are.
                text = path.read_bytes().decode(errors="replace")
                if "\ufffd" not in text:
                    texts[f"{year}/{path.name}"] = text
    return texts


def _of_data(texts: dict[str, str], lists: Mapping[int, Checklist]) -> list[Change]:
    """Return what the migrations do, one after the other."""
    made = []
    for changes in MIGRATIONS:
        for change in list(changes(texts, lists)):
            made.append(change)
            if change.text is not None:
                texts[change.path] = change.text
            elif not change.by_hand:
                del texts[change.path]
    return made


def _of_program(base: Path) -> Iterator[Change]:
    """Yield what becomes of the files that the program wrote, where it has written any."""
    path = base / RECORD
    if not path.is_file():
        return
    recorded = _read_record(path)
    now = dict(recorded)
    for name, text in kept_files().items():
        print_of_new, old = fingerprint(text), _text(base / name)
        unchanged = old is not None and fingerprint(old) == recorded.get(name)
        if recorded.get(name) == print_of_new or old == text:
            now[name] = print_of_new
        elif unchanged or (old is None and name not in recorded):
            now[name] = print_of_new
            yield Change(name, text, _written(name))
        elif old is not None:
            th = f"{name}: มีผู้แก้ไว้ จึงไม่เปลี่ยน ให้เทียบกับของรุ่นใหม่เอง"
            en = f"{name}: changed by its user and left alone; compare it with the new one"
            yield Change(name, None, Bilingual(th, en), by_hand=True)
    schemas = schema_files()
    stale = {name: text for name, text in schemas.items() if _text(base / name) != text}
    for number, (name, text) in enumerate(stale.items()):
        folder = Path(name).parent.as_posix()
        yield Change(name, text, _written(f"{folder} ({len(stale)})") if number == 0 else None)
    if now != recorded:
        yield Change(RECORD, as_record(now), None)


def _read_record(path: Path) -> dict[str, str]:
    try:
        loaded = json.loads(path.read_bytes())
    except ValueError:
        loaded = {}
    return loaded if isinstance(loaded, dict) else {}


def _text(path: Path) -> str | None:
    return path.read_bytes().decode(errors="replace") if path.is_file() else None


def _written(name: str) -> Bilingual:
    return Bilingual(f"{name}: ปรับเป็นของรุ่น {__version__}", f"{name}: now that of {__version__}")


def _carry_out(changes: list[Change], base: Path) -> None:
    for change in changes:
        if change.text is not None:
            write_whole(base / change.path, change.text)
        elif not change.by_hand:
            (base / change.path).unlink()


def _outcome(changes: list[Change], *, dry_run: bool) -> Bilingual:
    if all(change.by_hand for change in changes):
        return Bilingual(
            f"ไม่มีไฟล์ใดต้องเปลี่ยน ใช้กับรุ่น {__version__} ได้", f"nothing to change for {__version__}"
        )
    if dry_run:
        return Bilingual(
            "ยังไม่ได้เขียนไฟล์ (--dry-run) ถ้าถูกต้องแล้ว ให้สั่งอีกครั้งโดยไม่ใส่ --dry-run",
            "nothing was written (--dry-run); if this is right, call it again without",
        )
    return Bilingual(
        f"ปรับเป็นรุ่น {__version__} แล้ว ที่อยู่ของหน้าแต่ละข้อไม่เปลี่ยน",
        f"brought to {__version__}; the addresses of the items are as they were",
    )
