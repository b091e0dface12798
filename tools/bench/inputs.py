"""The data that is measured: the sample, copies of its complete year, and many small items.

Each is a repository of its own outside any git history: ``data/``, ``docs/`` and the settings, with
its own caches, so that no measurement finds what another one left.
"""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tools.bench.measure import output_of
from tools.bench.trees import OURS, Tree

YEAR = 2568
"""The sample's complete year."""
_A_YEAR = re.compile(r"(?<!\d)[2๒][5๕][3-9๓-๙]\d(?!\d)")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_ITA = "ita.yml"
_ITEM = "O10"
"""An item without documents, of which many are made."""


@dataclass(frozen=True)
class Sample:
    """A repository of data, and the version of the program that works on it."""

    folder: Path
    years: tuple[int, ...]
    tree: Tree = OURS

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    @property
    def settings(self) -> Path:
        """The settings of the site."""
        return self.folder / "mkdocs.yml"

    @property
    def caches(self) -> Path:
        """Everything that the program keeps from one run to the next."""
        return self.folder / ".cache"

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables with which its version works on it."""
        kept = {"OIT_DATA": str(self.data), "XDG_CACHE_HOME": str(self.caches / "machine")}
        return {**self.tree.environment, **kept}

    def __str__(self) -> str:
        files = [path for year in self.years for path in (self.data / str(year)).iterdir()]
        size = sum(path.stat().st_size for path in files)
        years = "1 year" if len(self.years) == 1 else f"{len(self.years)} years"
        return f"{years}, {len(files)} files, {size // 1000} KB"


def write_settings(folder: Path, tree: Tree) -> None:
    """Write the settings of a site that this version builds, with a folder of documents."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    text = (tree.root / "mkdocs.yml").read_text(encoding="utf-8")
    _write(folder / "mkdocs.yml", text.replace("hooks/oit", f"{tree.root}/hooks/oit"))


def the_sample(folder: Path, tree: Tree = OURS) -> Sample:
    """Copy a version's own sample."""
    for name in ("data", "docs"):
        shutil.copytree(tree.root / name, folder / name)
    write_settings(folder, tree)
    names = [path.name for path in (folder / "data").iterdir()]
    return Sample(folder, tuple(sorted(map(int, filter(_A_YEAR.fullmatch, names)))[::-1]), tree)


def copies(size: int, folder: Path, tree: Tree = OURS) -> Sample:
    """Write the complete year as several fiscal years, each with documents and a checklist.

    Every year in every text is shifted, so that each copy is as complete as the first and the
    rules have the same work to do.
    """
    root, data, docs = tree.root, folder / "data", folder / "docs"
    checklist = (root / f"hooks/oit/checklists/general-{YEAR}.yml").read_text(encoding="utf-8")
    agency = (root / "data/agency.yml").read_text(encoding="utf-8")
    cycle = (root / f"data/{YEAR}/{_ITA}").read_text(encoding="utf-8")
    logos = re.search(r"^logo: files/(\d+)/(\S+)", agency, re.MULTILINE)
    for back in range(size):
        year = YEAR - back
        _write(data / f"checklists/general-{year}.yml", _moved(checklist, back))
        for path in (root / f"data/{YEAR}").iterdir():
            _write(data / str(year) / path.name, _moved(path.read_text(encoding="utf-8"), back))
        shutil.copytree(root / f"docs/files/{YEAR}", docs / f"files/{year}", dirs_exist_ok=True)
        for name in re.findall(rf"files/{YEAR + 1}/(\S+)", cycle):
            later = docs / f"files/{year + 1}/{name}"
            later.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / f"docs/files/{YEAR + 1}/{name}", later)
    # The report of the first year is about the measures of the year before it.
    past = (root / f"data/{YEAR - 1}/{_ITA}").read_text(encoding="utf-8")
    _write(data / str(YEAR - size) / _ITA, _moved(past, size - 1))
    if logos:
        logo = f"files/{logos[1]}/{logos[2]}"
        (docs / logo).parent.mkdir(exist_ok=True)
        shutil.copy(root / "docs" / logo, docs / logo)
    _write(data / "agency.yml", agency)
    write_settings(folder, tree)
    return Sample(folder, tuple(YEAR - back for back in range(size)), tree)


def many_items(size: int, folder: Path, tree: Tree = OURS) -> Sample:
    """Write one year with many items of one form, and a checklist that asks for them."""
    year = YEAR + 1
    checklist = checklist_of(tree, _ITEM)
    # No two items may have the same other titles.
    model = {key: value for key, value in checklist["items"][0].items() if key != "also"}
    names = [f"O{number}" for number in range(1, size + 1)]
    items = [model | {"id": name, "continues": [name]} for name in names]
    write_checklist(folder, year, checklist | {"items": items})
    text = (tree.root / f"data/{year}/{_ITEM.lower()}.yml").read_text(encoding="utf-8")
    text = text.partition("\ndocuments:")[0]
    for number in range(1, size + 1):
        _write(folder / f"data/{year}/o{number:02d}.yml", text)
    write_agency(folder)
    write_settings(folder, tree)
    return Sample(folder, (year,), tree)


def checklist_of(tree: Tree, item: str) -> dict[str, Any]:
    """Return a version's newest checklist with one item alone."""
    file = tree.root / f"hooks/oit/checklists/general-{YEAR + 1}.yml"
    text = file.read_text(encoding="utf-8")
    checklist: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - only texts
    alone = next(each for each in checklist["items"] if each["id"] == item)
    used = [each for each in checklist["indicators"] if each["id"] == alone["indicator"]]
    return checklist | {"indicators": used, "items": [alone]}


def write_checklist(folder: Path, year: int, checklist: dict[str, Any]) -> None:
    """Write a checklist of a year that ``write_agency`` names."""
    changed = checklist | {"checklist": "bench", "year": str(year)}
    # JSON is YAML.
    text = json.dumps(changed, ensure_ascii=False)
    _write(folder / f"data/checklists/bench-{year}.yml", text)


def write_agency(folder: Path) -> None:
    """Write an agency with checklists of its own."""
    text = "name: เทศบาลตำบลตัวอย่าง\nkind: municipality\nchecklist: bench\n"
    _write(folder / "data/agency.yml", text)


def _moved(text: str, back: int) -> str:
    def earlier(match: re.Match[str]) -> str:
        year = str(int(match[0]) - back)
        return year if match[0].isascii() else year.translate(_THAI_DIGITS)

    moved = _A_YEAR.sub(earlier, text)
    # Not every year has a 29 February; all copies have the checklist of the first year.
    return moved.replace("-02-29", "-02-28").replace("O30", "O23")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_schemas(folder: Path) -> Path:
    """Write the JSON Schemas of all forms; return the folder."""
    output_of(OURS.command("schema", folder))
    return folder


@cache
def files_by_form(sample: Sample) -> dict[str, list[str]]:
    """Return a sample's files by the name of their form."""
    command = sample.tree.child("forms_of", sample.data, *map(str, sample.years))
    forms: dict[str, list[str]] = json.loads(output_of(command, sample.tree.environment))
    return forms


def render(sample: Sample, folder: Path) -> Path:
    """Write the sample's pages already rendered, for MkDocs without our hook; return the folder."""
    command = sample.tree.child("render", sample.data, sample.settings, folder)
    output_of(command, sample.environment)
    return folder
