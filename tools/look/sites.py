"""The sites in the pictures: the sample, and an agency that has just begun."""

from dataclasses import dataclass
from pathlib import Path

from browser.kinds import HOME, KINDS, LIST, OLDER_ITEMS, PAPERS
from commands import ROOT, oit

BEGINNER = (
    *("--name", "เทศบาลตำบลเริ่มต้น", "--kind", "municipality"),
    *("--province", "ตัวอย่าง", "--year", "2569"),
)

STAFF = ["staff/", "staff/checklist/", "staff/answers/", "staff/review/"]


@dataclass(frozen=True)
class Site:
    """A built site, and the addresses of the pages to look at."""

    name: str
    folder: Path
    paths: list[str]

    def shown(self) -> list[str]:
        """Return the addresses of pages that the site has."""
        return [path for path in self.paths if (self.folder / path).exists()]


def sites(folder: Path) -> list[Site]:
    """Build the sites into a folder."""
    sample = folder / "sample"
    _run("build", "--staff", "--out", sample)
    _run("init", folder / "new", *BEGINNER)
    new = folder / "new-site"
    _run("build", "--out", new, cwd=folder / "new")
    begun = [HOME, LIST, f"{LIST}o3/", f"{LIST}o11/", "data/", "404.html"]
    return [
        Site("sample", sample, list(dict.fromkeys([*KINDS, *OLDER_ITEMS, *PAPERS, *STAFF]))),
        Site("new", new, begun),
    ]


def _run(*arguments: str | Path, cwd: Path = ROOT) -> None:
    done = oit(*arguments, cwd=cwd)
    if done.returncode:
        raise SystemExit(done.stderr)
