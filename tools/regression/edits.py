"""Changes to files between two calls of a chain."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
from tools.regression.office import OLD_ITA_FILE

WORKBOOK = "edited.xlsx"
"""The workbook that ``edit_workbook`` changes, a copy of the largest that was exported."""

_THAI = re.compile("[ก-๛]")
_NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "ผู้แก้",
    "GIT_AUTHOR_EMAIL": "someone@tuayang.example",
    "GIT_COMMITTER_NAME": "ผู้แก้",
    "GIT_COMMITTER_EMAIL": "someone@tuayang.example",
}


def damage_site(folder: Path) -> None:
    """Delete a page and a document of a built site, and change another page."""
    site = folder / "site"
    (site / "oit/2569/o7/index.html").unlink()
    next((site / "files/2569").glob("*.pdf")).unlink()
    home = site / "index.html"
    script = "<script src='https://elsewhere.example/x.js'></script></body>"
    text = home.read_text(encoding="utf-8").replace("</body>", script)
    home.write_text(text, encoding="utf-8")


def remove_items(year: Path) -> None:
    """Delete the files of all items of a year."""
    for path in year.glob("*.yml"):
        path.unlink()


def write_old_ita_file(year: Path) -> None:
    """Write an item's file in the layout that ``oit upgrade`` migrates."""
    (year / "ita.yml").unlink(missing_ok=True)
    (year / "o25.yml").write_text(OLD_ITA_FILE, encoding="utf-8")


def make_history(folder: Path) -> None:
    """Put the data under version control: three commits, and a change that is in none."""
    year = folder / "data/2569"
    later = {name: (year / name).read_bytes() for name in ("o08.yml", "o09.yml")}
    for name in later:
        (year / name).unlink()
    _git(folder, 1, "init", "--quiet", "--initial-branch=main")
    _commit(folder, 1, "first")
    for name, content in later.items():
        (year / name).write_bytes(content)
    (year / "o10.yml").unlink()
    _commit(folder, 2, "second")
    agency = folder / "data/agency.yml"
    text = agency.read_text(encoding="utf-8")
    agency.write_text(text.replace("0 4500 0000", "0 4500 0001"), encoding="utf-8")
    _commit(folder, 3, "third")
    (year / "o11.yml").unlink()


def gather_workbooks(folder: Path) -> None:
    """Copy the largest workbook that was exported."""
    exported = max((folder / "workbooks").glob("*.xlsx"), key=lambda path: path.stat().st_size)
    shutil.copy(exported, exported.with_name(WORKBOOK))


def edit_workbook(folder: Path) -> None:
    """Make two long texts of each sheet longer: fields with long texts accept any text."""
    with _opened(folder) as book:
        for sheet in book.worksheets:
            texts = [cell for cell in _fields(sheet) if len(_THAI.findall(str(cell.value))) > 20]
            for cell in texts[:2]:
                cell.value = f"{cell.value} (แก้)"


def break_workbook(folder: Path) -> None:
    """Write text into cells of each sheet, including cells for dates and choices."""
    with _opened(folder) as book:
        for sheet in book.worksheets:
            cells = list(_fields(sheet))
            for cell in [cell for cell in cells if cell.value][:2]:
                cell.value = f"{cell.value} (แก้)"
            for cell in [cell for cell in cells if not cell.value][:1]:
                cell.value = "เพิ่ม"


@contextmanager
def _opened(folder: Path) -> Iterator[Any]:
    path = folder / "workbooks" / WORKBOOK
    book = openpyxl.load_workbook(path)
    yield book
    book.save(path)


def _fields(sheet: Any) -> Iterator[Any]:
    """Yield the cells of a sheet that take data; the first column of a row says which do."""
    for row in range(2, sheet.max_row + 1):
        try:
            key = json.loads(str(sheet.cell(row, 1).value))
        except ValueError:
            continue
        for column in key.get("fields", {}) if isinstance(key, dict) else ():
            yield sheet.cell(row, int(column) + 1)


def _commit(folder: Path, day: int, subject: str) -> None:
    _git(folder, day, "add", "--all", "data", "docs")
    _git(folder, day, "commit", "--quiet", "-m", subject)


def _git(folder: Path, day: int, *arguments: str) -> None:
    moment = f"2026-03-{day:02}T09:00:00+0700"
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is found as users find it
        env={**os.environ, **_NOBODY, **dates},
        check=True,
    )
