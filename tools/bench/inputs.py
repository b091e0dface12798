"""The data that is measured: the sample, and any number of copies of its complete year."""

import json
import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.bench.measure import BIN, ROOT, child, output_of

from oit.forms import ita

YEAR = 2568
"""The sample's complete year."""
_A_YEAR = re.compile(r"(?<!\d)[2๒][5๕][3-9๓-๙]\d(?!\d)")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True)
class Sample:
    """A data folder with its docs/ beside it, and its years."""

    data: Path
    years: tuple[int, ...]

    def __str__(self) -> str:
        files = [path for year in self.years for path in (self.data / str(year)).iterdir()]
        size = sum(path.stat().st_size for path in files)
        years = "1 year" if len(self.years) == 1 else f"{len(self.years)} years"
        return f"{years}, {len(files)} files, {size // 1000} KB"


def the_sample() -> Sample:
    """Return the project's own sample."""
    data = ROOT / "data"
    years = [int(path.name) for path in data.iterdir() if _A_YEAR.fullmatch(path.name)]
    return Sample(data, tuple(sorted(years, reverse=True)))


def newest_year() -> Sample:
    """Return the newest year of the project's own sample."""
    sample = the_sample()
    return Sample(sample.data, sample.years[:1])


def copies(size: int, folder: Path) -> Sample:
    """Write the complete year as several fiscal years, each with documents and a checklist.

    Every year in every text is shifted, so that each copy is as complete as the first and the
    rules have the same work to do.
    """
    data, docs = folder / "data", folder / "docs"
    checklist = (ROOT / f"hooks/oit/checklists/general-{YEAR}.yml").read_text(encoding="utf-8")
    agency = (ROOT / "data/agency.yml").read_text(encoding="utf-8")
    cycle = (ROOT / f"data/{YEAR}/{ita.FILE}").read_text(encoding="utf-8")
    logos = re.search(r"^logo: files/(\d+)/(\S+)", agency, re.MULTILINE)
    for back in range(size):
        year = YEAR - back
        _write(data / f"checklists/general-{year}.yml", _moved(checklist, back))
        for path in (ROOT / f"data/{YEAR}").iterdir():
            _write(data / str(year) / path.name, _moved(path.read_text(encoding="utf-8"), back))
        shutil.copytree(ROOT / f"docs/files/{YEAR}", docs / f"files/{year}", dirs_exist_ok=True)
        for name in re.findall(rf"files/{YEAR + 1}/(\S+)", cycle):
            later = docs / f"files/{year + 1}/{name}"
            later.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / f"docs/files/{YEAR + 1}/{name}", later)
    # The report of the first year is about the measures of the year before it.
    past = (ROOT / f"data/{YEAR - 1}/{ita.FILE}").read_text(encoding="utf-8")
    _write(data / str(YEAR - size) / ita.FILE, _moved(past, size - 1))
    if logos:
        logo = f"files/{logos[1]}/{logos[2]}"
        (docs / logo).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs" / logo, docs / logo)
    _write(data / "agency.yml", agency)
    return Sample(data, tuple(YEAR - back for back in range(size)))


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
    output_of([BIN / "oit", "schema", folder])
    return folder


@cache
def files_by_form(sample: Sample) -> dict[str, list[str]]:
    """Return a sample's files by the name of their form."""
    forms: dict[str, list[str]] = json.loads(
        output_of(child("forms_of", sample.data, *map(str, sample.years)))
    )
    return forms


def render(sample: Sample, folder: Path) -> Path:
    """Write the sample's pages already rendered, for MkDocs without our hook; return the folder."""
    output_of(child("render", sample.data, ROOT / "mkdocs.yml", folder))
    return folder
